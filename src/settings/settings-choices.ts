import type { Library } from '../library.ts';
import type { Story } from '../record/story.ts';
import type { Choice } from '../reply/choice.ts';
import type { Language } from '../reply/language.ts';
import { english, languages } from '../reply/languages/index.ts';
import { type Notice, notice } from '../reply/words.ts';
import { plain } from '../search/words.ts';
import { everyStory } from '../stories-in-force.ts';

/** What a setting may be: how it is called, and what is sent and typed for it. */
export interface SettingChoice {
  readonly name: Notice;
  readonly value: string;
}

/** Chosen where answers are written in whatever the asker reads. */
export const ownLanguage = 'own';

export const answerChoices = [
  { name: notice('setting-everyone'), value: 'everyone' },
  { name: notice('setting-asker'), value: 'asker' },
] as const satisfies readonly SettingChoice[];

export const languageChoices: readonly SettingChoice[] = [
  { name: notice('setting-own-language'), value: ownLanguage },
  ...languages.map(({ tag }) => ({
    name: notice('setting-name', { name: endonym(tag) }),
    value: tag,
  })),
];

export const everyStoryChoice: SettingChoice = {
  name: notice('every-story'),
  value: everyStory,
};

export function storyChoice({ id, title }: Pick<Story, 'id' | 'title'>): SettingChoice {
  return { name: notice('setting-name', { name: title }), value: id };
}

/** A choice by its value, or by what it is called in English. */
export function chosenBy(
  typed: string,
  choices: readonly SettingChoice[],
): SettingChoice | undefined {
  const asked = plain(typed.trim());
  return choices.find(
    ({ name, value }) => plain(value) === asked || plain(english.say(name)) === asked,
  );
}

/** Which story is meant, if it is clear which. */
export function storyMeant(typed: string, { titles }: Library): string | undefined {
  if ([everyStory, 'every', 'every story', 'all'].includes(typed.trim().toLowerCase())) {
    return 'every';
  }
  const [story, ...others] = titles.find(typed, 2);
  return others.length > 0 ? undefined : story?.id;
}

/** Choices for a setting that is being typed. */
export const settingCompleters = {
  story: (typed: string, library: Library, language: Language) => [
    ...beginning(typed, everyStoryOf(library), language),
    ...titleChoices(typed, library),
  ],
  language: (typed: string, _library: Library, language: Language) =>
    beginning(typed, languageChoices, language),
  answers: (typed: string, _library: Library, language: Language) =>
    beginning(typed, answerChoices, language),
  stories: listChoices,
};

function beginning(
  typed: string,
  choices: readonly SettingChoice[],
  language: Language,
): readonly Choice[] {
  const start = plain(typed.trim());
  return choices
    .map(({ name, value }) => ({ name: language.say(name), value }))
    .filter(({ name, value }) => [name, value].some((text) => plain(text).startsWith(start)));
}

/** Where there is but one story, it is every story. */
function everyStoryOf({ stories }: Library): readonly SettingChoice[] {
  return stories.length > 1 ? [everyStoryChoice] : [];
}

/** An id that had to be cut to fit would be no id. */
const longestValue = 100;

function titleChoices(typed: string, { titles }: Library): readonly Choice[] {
  return titles
    .complete(typed, 25)
    .map(({ id, title }) => ({ name: title, value: id }))
    .filter(({ value }) => value.length <= longestValue);
}

/** What comes after the last comma is completed, if it is clear what stands before it. */
function listChoices(typed: string, library: Library, language: Language): readonly Choice[] {
  const parts = typed.split(',');
  const last = parts.pop() ?? '';
  const listed = parts.map((part) => storyMeant(part, library));
  if (listed.includes(undefined)) return [];
  const before = listed.map((id) => `${id}, `).join('');
  const every = before === '' ? beginning(last, everyStoryOf(library), language) : [];
  const choices = titleChoices(last, library).map(({ name, value }) => ({
    name: before === '' ? name : `… ${name}`,
    value: before + value,
  }));
  return [...every, ...choices].filter(({ value }) => value.length <= longestValue);
}

/** What a language calls itself. */
function endonym(tag: string): string {
  const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}
