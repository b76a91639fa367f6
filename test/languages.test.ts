import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import * as z from 'zod';
import { readDate } from '../src/record/calendar-date.ts';
import { storyFile } from '../src/record/story-file.ts';
import type { Language } from '../src/reply/language.ts';
import { english, languageFor, languages, nearestLanguage } from '../src/reply/languages/index.ts';
import { notice, type WordKey } from '../src/reply/words.ts';
import { projectFolder } from './asking.ts';

const others = languages.filter((language) => language !== english);
const keys = Object.keys(english.words) as WordKey[];

/** Every form of a phrase: one, or as many as it has plurals. */
function formsOf({ words }: Language, key: WordKey): string[] {
  const phrase = words[key] ?? '';
  return typeof phrase === 'string' ? [phrase] : Object.values(phrase);
}

/** `{Name}` is the gap `{name}` at the start of a sentence. */
function gapsIn(form: string): string[] {
  const names = [...form.matchAll(/\{(\w)(\w*)\}/g)].map(
    ([, first = '', rest = '']) => first.toLowerCase() + rest,
  );
  return [...new Set(names)].sort();
}

describe.each(others)('What the bot says in $tag', (language) => {
  const said = keys.flatMap((key) => formsOf(language, key).map((form) => [key, form] as const));

  test('is all that it says in English, and no more', () => {
    expect(Object.keys(language.words).sort()).toEqual([...keys].sort());
    expect(said.filter(([, form]) => form.trim() === '')).toEqual([]);
  });

  test('has the same gaps', () => {
    const wrong = said.filter(([key, form]) => {
      const [model = ''] = formsOf(english, key).slice(-1);
      return gapsIn(form).join() !== gapsIn(model).join();
    });
    expect(wrong).toEqual([]);
  });

  test('tells one from many wherever English does and the language can', () => {
    const forms = new Intl.PluralRules(language.tag).resolvedOptions().pluralCategories;
    for (const key of keys) {
      const phrase = language.words[key];
      if (typeof english.words[key] === 'string') expect(typeof phrase, key).toBe('string');
      else if (forms.includes('one')) expect(Object.keys(phrase), key).toContain('one');
      else expect(Object.keys(phrase), key).toEqual(['other']);
    }
  });

  test('is not left in English', () => {
    const alike: readonly [WordKey, string][] = [
      ['label-verdict', 'fr'],
      ['label-citation', 'fr'],
      ['type-organisation', 'fr'],
      ['type-person', 'de'],
      ['type-organisation', 'de'],
    ];
    const same = keys
      .filter((key) => /\p{L}{2}/u.test(withoutGaps(formsOf(english, key).join(''))))
      .filter((key) => sameWords(formsOf(language, key).at(-1), formsOf(english, key).at(-1)))
      .filter((key) => !alike.some(([each, tag]) => each === key && tag === language.tag));
    expect(same).toEqual([]);
  });

  test('is set as the language is', () => {
    const [open = '', close = ''] = language.quoted('|').replace(/\s/g, '').split('|');
    const marks = [...new Set(said.flatMap(([, form]) => form.match(/[“”„«»「」"']/g) ?? []))];
    expect(marks.filter((mark) => mark !== open && mark !== close)).toEqual([]);
    const chinese = /\p{sc=Han}|\p{sc=Kana}/u.test(language.say(notice('failed')));
    const foreign = chinese ? /\p{sc=Han}[,;:!?.]|[,;:!?]$/u : /[，。：；？！、（）]/u;
    expect(said.filter(([, form]) => foreign.test(form))).toEqual([]);
    const spaced = language.tag === 'fr' ? /[^\u00A0\u202F][:;?!»]|«[^\u00A0]/ : /\s[:;?!]/;
    expect(said.filter(([, form]) => spaced.test(form))).toEqual([]);
  });

  test('fits where Discord has little room', () => {
    for (const key of ['context', 'previous', 'next'] as const) {
      expect(language.say(notice(key)).length, key).toBeLessThanOrEqual(20);
    }
    expect(language.say(notice('and-more', { count: 9999 })).length).toBeLessThanOrEqual(40);
    for (const key of keys.filter((each) => each.startsWith('label-'))) {
      expect(language.say(notice(key)).length, key).toBeLessThanOrEqual(32);
    }
  });
});

function withoutGaps(form: string): string {
  return form.replace(/\{\w+\}/g, '');
}

function sameWords(a = '', b = ''): boolean {
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}{}]/gu, '');
  return letters(a) === letters(b);
}

describe('Every sentence of the bot', () => {
  const sources = ['src', 'commands']
    .flatMap((folder) =>
      readdirSync(path.join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file) && !file.includes('languages'))
        .map((file) => readFileSync(path.join(projectFolder, folder, file), 'utf8')),
    )
    .join('\n');
  const { properties } = z.toJSONSchema(storyFile, { io: 'input' });
  const names = z.object({ enum: z.array(z.string()) });
  const listOfThings = <T extends z.ZodType>(thing: T) =>
    z.object({ items: z.object({ properties: thing }) });
  const relation = listOfThings(z.object({ type: names }));
  const entities = listOfThings(z.object({ type: names, relations: relation }));
  const { type, relations } = entities.parse(properties?.entities).items.properties;
  /** Keys that the code puts together, by what they begin with. */
  const families: Readonly<Record<string, readonly string[]>> = {
    'type-': type.enum,
    'relation-': relations.items.properties.type.enum.flatMap((each) => [each, `${each}-inverse`]),
    'kind-': ['direct', 'indirect', 'mixed', 'narration'],
    'verdict-': ['verbatim', 'reported', 'narration', 'not_on_record'],
    'altered-': ['spelling', 'words', 'meaning'],
  };

  test('is said somewhere', () => {
    const made = Object.entries(families).flatMap(([start, ends]) => {
      expect(sources).toContain(`\`${start}\${`);
      return ends.map((end) => start + end);
    });
    const used = (key: string) => made.includes(key) || sources.includes(`'${key}'`);
    expect(keys.filter((key) => !used(key))).toEqual([]);
    expect(made.filter((key) => !keys.includes(key as WordKey))).toEqual([]);
  });

  test('has a gap for every value it is given, and a value for every gap', () => {
    const given = [
      ...sources
        .replace(/\$\{[^{}]*\}/g, '')
        .matchAll(/notice\(\s*'([\w-]+)'(?:,\s*\{([^{}]*)\})?/g),
    ];
    expect(given.length).toBeGreaterThan(30);
    for (const [, key = '', values = ''] of given) {
      const names = [...values.matchAll(/(?:^|,)\s*(\w+)/g)].map(([, name = '']) => name).sort();
      expect([key, ...names]).toEqual([key, ...gapsIn(formsOf(english, key as WordKey)[0] ?? '')]);
    }
  });
});

describe('A name that opens a sentence', () => {
  test.each(languages)('is never left in lower case in $tag', (language) => {
    const small = /(?:^|[.!?] )\{(?!count\})[a-z]\w*\} \p{Ll}/u;
    const said = keys.flatMap((key) => formsOf(language, key));
    expect(said.filter((form) => small.test(form))).toEqual([]);
  });

  test.each([
    ['a clerk', 'A clerk'],
    ['élus', 'Élus'],
    ['eBay', 'eBay'],
  ])('begins with a capital, unless it has one of its own: %s', (asked, opening) => {
    const said = english.say(notice('said-of-asked', { asked, speaker: asked, cue: 'agree' }));
    expect(said).toBe(
      `${opening} is not on record saying that. ${opening} is, and tells of ${asked}: “agree”`,
    );
  });
});

describe('A reader’s locale', () => {
  it.each([
    ['de', 'de'],
    ['es-ES', 'es'],
    ['es-419', 'es'],
    ['fr', 'fr'],
    ['fr-CA', 'fr'],
    ['ja', 'ja'],
    ['zh-CN', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['zh-TW', 'zh-TW'],
    ['zh-HK', 'zh-TW'],
    ['en-US', 'en-GB'],
    ['en-GB', 'en-GB'],
  ])('%s reads %s', (locale, tag) => {
    expect(nearestLanguage(locale)?.tag).toBe(tag);
    expect(languageFor(locale).tag).toBe(tag);
  });

  it.each(['pt-BR', 'ko', 'tlh', '', '?', 'constructor', '__proto__', 'x'.repeat(5000)])(
    '%s, which the bot does not speak, reads English',
    (locale) => {
      expect(nearestLanguage(locale)).toBeUndefined();
      expect(languageFor(locale)).toBe(english);
    },
  );
});

describe('Dates, numbers and lists', () => {
  const written = (tag: string, text: string) => {
    const date = readDate(text);
    return date && languageFor(tag).date(date).replace(/\s/g, ' ');
  };

  it.each([
    ['en', '2020-08-02', /^Sunday,? 2 August 2020$/],
    ['de', '2020-08-02', /^Sonntag, 2\. August 2020$/],
    ['es', '2020-08-02', /^domingo, 2 de agosto de 2020$/],
    ['fr', '2020-08-02', /^dimanche 2 août 2020$/],
    ['ja', '2020-08-02', /^2020年8月2日日曜日$/],
    ['zh-CN', '2020-08-02', /^2020年8月2日星期日$/],
    ['fr', '2020-08', /^août 2020$/],
    ['ja', '2020', /^2020年$/],
    ['de', '2020-07-27/2020-08-02', /^Montag, 27\. Juli – Sonntag, 2\. August 2020$/],
  ])('are as precise as what is known, in %s for %s', (tag, text, expected) => {
    expect(written(tag, text)).toMatch(expected);
  });

  it('are written as the language does', () => {
    const size = (tag: string, count: number) =>
      languageFor(tag).say(notice('story-sentences', { count }));
    expect([size('en', 1), size('en', 2)]).toEqual(['1 sentence', '2 sentences']);
    expect([size('fr', 0), size('fr', 1), size('fr', 2)]).toEqual([
      '0 phrase',
      '1 phrase',
      '2 phrases',
    ]);
    expect(size('de', 1)).toBe('1 Satz');
    expect(size('de', 4000)).toBe('4.000 Sätze');
    expect(size('ja', 1)).toBe('1 文');
    expect(languageFor('fr').list(['A', 'B', 'C'])).toBe('A, B et C');
    expect(languageFor('zh-TW').list(['A', 'B', 'C'])).toBe('A、B和C');
  });
});
