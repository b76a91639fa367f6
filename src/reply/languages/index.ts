import { once } from '../../once.ts';
import { remembered } from '../../remembered.ts';
import { Language } from '../language.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

/** The language of everything that nobody has translated, of JSON, and of an unknown locale. */
export const english = new Language('en-GB', en);

const translated = { de, es, fr, ja, 'zh-CN': zhCN, 'zh-TW': zhTW } as const;

/** Every language of the bot but English, as a command's translations name it. */
export type LanguageTag = keyof typeof translated;

export const languages: readonly Language[] = [
  english,
  ...Object.entries(translated).map(([tag, words]) => new Language(tag, words)),
];

/** What people name the languages by: no country where there is but one way to write it. */
export const languageTags: readonly string[] = ['en', ...Object.keys(translated)];

/** The language for a reader's locale, English where we have no nearer one. */
export const languageFor = remembered(
  (locale: string): Language => nearestLanguage(locale) ?? english,
  100,
);

/**
 * The language that a reader of this locale reads: `es-419` is Spanish, and `zh-HK` is written as
 * `zh-TW` is.
 *
 * @param locale of BCP 47, as Discord sends it; undefined is returned for what is none
 */
export function nearestLanguage(locale: string): Language | undefined {
  return byWriting().get(writtenAs(locale) ?? '');
}

const byWriting = once(
  () => new Map(languages.map((language) => [writtenAs(language.tag), language])),
);

/** Language and script, the script a locale most likely means where it names none (CLDR). */
function writtenAs(locale: string): string | undefined {
  try {
    const { language, script } = new Intl.Locale(locale).maximize();
    return `${language}-${script}`;
  } catch {
    return undefined;
  }
}
