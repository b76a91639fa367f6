import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import type { Message } from '../src/discord/message.ts';
import { type Response, respond } from '../src/discord/respond.ts';
import { type Library, openLibrary } from '../src/library.ts';
import { openDataFolder } from '../src/open-data-folder.ts';
import { readDate } from '../src/record/calendar-date.ts';
import { quotedSpans } from '../src/record/quotation.ts';
import { textOf } from '../src/record/span.ts';
import {
  type Article,
  type Entity,
  type ForeseenQuestion,
  type Passage,
  type Relation,
  type Sentence,
  type Statement,
  type Story,
  type StoryEvent,
  type Voice,
  wordsOf,
} from '../src/record/story.ts';
import type { Language } from '../src/reply/language.ts';
import { english, languages } from '../src/reply/languages/index.ts';
import type { Finding, Reply } from '../src/reply/reply.ts';
import { notice } from '../src/reply/words.ts';
import { anywhere } from '../src/request.ts';
import { entityKey } from '../src/search/names.ts';
import { serverSettings } from '../src/settings/server-settings.ts';
import { unchanged } from '../src/settings/settings.ts';
import {
  autocomplete,
  type OptionValue,
  type Scene,
  slashCommand,
  somebody,
} from './discord/interactions.ts';
import { checkInteractionResponse } from './discord/payload.ts';

const real = await openDataFolder('data');
const printed = await readFile('data/tiktok-2020/articles/trump-action.txt', 'utf8');
const sentences = real.stories.flatMap((story) => story.sentences);
const articleWords = [...new Set(sentences.flatMap(({ text }) => text.split(' ')))];

/** The same queries at every run; a failure prints the query that caused it. */
const fixed = { seed: 20200802 } as const;

let reported: string[] = [];

beforeEach(() => {
  reported = [];
});

/** Asks over Discord, in process. */
class Asker {
  readonly language: Language;
  readonly #library: Library;
  readonly #kept = new Map<string, unknown>();
  readonly #settings = serverSettings(
    {
      get: async (key) => this.#kept.get(key),
      set: async (key, value) => this.#kept.set(key, value),
    },
    (problem) => reported.push(problem),
  );
  readonly #scene: Scene;

  constructor(library: Library, language = english) {
    this.language = language;
    this.#library = library;
    this.#scene = { ...somebody, permissions: '32', locale: language.tag };
  }

  slash(path: string, options: Record<string, OptionValue> = {}): Promise<Response> {
    return this.#sent(slashCommand(this.#scene, { id: '5', path }, options));
  }

  press(customId: string): Promise<Response> {
    const data = { component_type: 2, custom_id: customId };
    return this.#sent({ id: '1', token: 't', type: 3, data, locale: this.language.tag });
  }

  /** Picks in a menu, as somebody who may. */
  choose(customId: string, values: string[]): Promise<Response> {
    const data = { component_type: 3, custom_id: customId, values };
    const member = { user: { id: '4' }, permissions: '32' };
    return this.#sent({ id: '1', token: 't', type: 3, guild_id: '2', member, data });
  }

  async complete(
    path: string,
    option: string,
    typed: string,
  ): Promise<{ name: string; value: string }[]> {
    const raw = autocomplete(this.#scene, { id: '5', path }, { [option]: typed }, option);
    const response = await this.#sent(raw);
    return response.type === 8 ? response.data.choices : [];
  }

  async #sent(raw: unknown): Promise<Response> {
    const report = (problem: string) => {
      reported.push(problem);
    };
    const settings = this.#settings;
    const desk = { library: this.#library, commands, ephemeral: false, settings, report };
    const { response } = await respond(raw, desk);
    expect(checkInteractionResponse(response)).toEqual([]);
    // Half a character is not UTF-8, and Discord refuses the whole body.
    expect(JSON.stringify(response)).not.toMatch(/\\ud[89a-f]/i);
    expect(reported).toEqual([]);
    return response;
  }
}

/** A server that has chosen nothing yet, and somebody who may choose. */
const server = { settings: unchanged, manageable: true, usuallyEphemeral: false };

function answer(library: Library, name: string, options: Record<string, string>): Reply {
  const command = commands.find((each) => each.name === name);
  if (command === undefined) throw new Error(`no command ${name}`);
  return command.answer({ ...anywhere, server, command: name, options }, library);
}

function messageIn(response: Response): Message | undefined {
  return response.type === 4 || response.type === 7 ? response.data : undefined;
}

function description(response: Response): string {
  return messageIn(response)?.embeds[0]?.description ?? '';
}

function buttonsOf(response: Response): { label: string; customId: string }[] {
  const rows = messageIn(response)?.components ?? [];
  return rows
    .flatMap(({ components }) => components)
    .flatMap((button) =>
      'custom_id' in button && 'label' in button
        ? [{ label: button.label ?? '', customId: button.custom_id }]
        : [],
    );
}

function customIds(response: Response): string[] {
  return buttonsOf(response).map(({ customId }) => customId);
}

function buttonNamed(response: Response, name: string | undefined): string | undefined {
  return buttonsOf(response).find(({ label }) => label === name)?.customId;
}

/** Every page of an answer, by pressing Next; and from the last one step back. */
async function walk(asker: Asker, first: Response): Promise<Response[]> {
  const [following, previous] = (['next', 'previous'] as const).map((key) =>
    asker.language.say(notice(key)),
  );
  const pages = [first];
  let last = first;
  for (
    let next = buttonNamed(first, following);
    next !== undefined;
    next = buttonNamed(last, following)
  ) {
    last = await asker.press(next);
    expect(last.type).toBe(7);
    pages.push(last);
  }
  const back = buttonNamed(last, previous);
  expect(back === undefined).toBe(pages.length === 1);
  if (back !== undefined) {
    expect(description(await asker.press(back))).toBe(description(pages.at(-2) ?? first));
  }
  return pages;
}

/** Presses whatever can be pressed; nothing that is offered may lead nowhere. */
async function pressAll(asker: Asker, response: Response): Promise<void> {
  for (const id of customIds(response)) {
    const text = description(await asker.press(id));
    for (const key of ['gone-button', 'stale-button', 'failed'] as const) {
      expect(text).not.toBe(asker.language.say(notice(key)));
    }
  }
}

/** `(s7)`, perhaps in a link to the article, or `s7` in a box, at the end of a line. */
const citation = /[(（](s\d+)(?:\\\)|）)(?:\]\(<[^>\n]*>\))?$|(?<!\\)`(s\d+)`$/gm;

/** The sentences cited in what a reader sees. */
function citedOn(pages: readonly Response[]): string[] {
  return pages
    .flatMap((page) => [...description(page).matchAll(citation)])
    .map(([, inCitation, inCard]) => inCitation ?? inCard ?? '');
}

function everyFinding(reply: Reply): readonly Finding[] {
  const { findings, nearest, events } = reply;
  return [...findings, ...nearest, ...events.map(({ finding }) => finding), ...onCard(reply)];
}

/** What an entity's card shows, in its order. */
function onCard({ entity }: Reply): readonly Finding[] {
  if (entity === undefined) return [];
  const { roles, relations, said, held, about, mentioned } = entity;
  const related = relations.map(({ finding }) => finding);
  return [...roles, ...related, ...said, ...held, ...about, ...mentioned];
}

/** The article prints line breaks where a sentence has spaces. */
const source = printed.replace(/\s+/g, ' ');

function expectOnlyTheRecord(reply: Reply): void {
  for (const finding of everyFinding(reply)) {
    expect(source).toContain(finding.sentence.text);
    expect(wordsOf(finding)).not.toBe('');
    expect(source).toContain(wordsOf(finding));
    expect(finding.score).toBeGreaterThanOrEqual(0);
    expect(finding.score).toBeLessThanOrEqual(1);
    expectAttributed(finding);
  }
  const shown = reply.findings.map(({ sentence }) => sentence.text);
  expect(new Set(shown).size).toBe(shown.length);
  if (reply.status !== 'found') expect([...reply.findings, ...reply.events]).toEqual([]);
  else if (reply.settings === undefined && reply.stories.length === 0) {
    expect(reply.findings.length + reply.events.length).toBeGreaterThan(0);
  }
}

/** Whoever is said to speak is named, as a speaker, by the very sentence the statement stands in. */
function expectAttributed({ attribution, verdict, sentence }: Finding): void {
  const { kind, voices, statement, toldOf } = attribution;
  if (kind === 'narration') {
    expect(voices).toEqual([]);
    expect(['narration', 'altered', 'not_on_record']).toContain(verdict);
    return;
  }
  expect(voices.length).toBeGreaterThan(0);
  expect(statement?.content.some((part) => part.sentence === sentence)).toBe(true);
  const home = statement?.sentence.text ?? '';
  for (const voice of [...voices, ...toldOf.map((told) => told.source)]) {
    expect(voice.name.trim()).not.toBe('');
    expect(home).toContain(voice.cue);
    for (const { id } of voice.entities) {
      expect(namesOf(id).some((name) => home.includes(name))).toBe(true);
    }
    if (voice.entities.length === 0) expect(home).toContain(voice.name);
  }
}

/** How the article may call an entity; `they all` stands for several. */
function namesOf(id: string): readonly string[] {
  const entity = real.stories.flatMap(({ entities }) => entities).find((each) => each.id === id);
  return [entity?.name ?? id, ...(entity?.aliases ?? []), 'they all'];
}

/**
 * What is set off in a sentence is what is meant, not another stretch with the same words: the plain
 * answer in bold within the underlined stretch or, where there is none, the stretch in bold.
 */
function expectMarkedInPlace(response: Response, reply: Reply): void {
  const lines = description(response)
    .split('\n')
    .filter((line) => line.startsWith('> '))
    .map((line) => readMarkdown(line.slice(2)));
  const findings = [...reply.findings, ...reply.nearest];
  for (const [index, { text, bold, underlined }] of lines.entries()) {
    const finding = findings[index];
    if (finding === undefined) continue;
    const { sentence, span, plain, verdict } = finding;
    if (text !== sentence.text) {
      expect(sentence.text).toContain(text.replace(/^…|…$/g, ''));
      expect(textOf(sentence.text, plain ?? span)).toContain(textOf(text, bold ?? nothing));
    } else if (underlined !== undefined) {
      expect({ bold, underlined }).toEqual({ bold: plain, underlined: span });
      expect(verdict).not.toBe('not_on_record');
    } else if (bold !== undefined) {
      expect([span, plain]).toContainEqual(bold);
    } else {
      const rest = text.slice(0, span.start) + text.slice(span.end);
      expect(rest).not.toMatch(/[\p{L}\p{N}]/u);
    }
  }
}

const nothing = { start: 0, end: 0 };

/** A quoted line as Discord reads it: its text, and where in that it is bold and underlined. */
function readMarkdown(line: string) {
  let text = '';
  const bold: number[] = [];
  const underlined: number[] = [];
  for (const [token, escaped] of line.matchAll(/\\([^a-z0-9\s])|\*\*|__|./giu)) {
    if (token === '**') bold.push(text.length);
    else if (token === '__') underlined.push(text.length);
    else text += escaped ?? token;
  }
  return { text, bold: spanBetween(bold), underlined: spanBetween(underlined) };
}

function spanBetween(places: readonly number[]) {
  const [start, end] = places;
  expect([0, 2]).toContain(places.length);
  return start === undefined || end === undefined ? undefined : { start, end };
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.array(fc.nat(0xffff), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
);

const stretch = fc
  .tuple(fc.constantFrom(...sentences), fc.nat(60), fc.integer({ min: 1, max: 40 }))
  .map(([{ text }, from, count]) => {
    const words = text.split(' ');
    const start = from % words.length;
    return words.slice(start, start + count);
  });

const bag = fc.array(fc.constantFrom(...articleWords), { minLength: 1, maxLength: 15 });

interface Damage {
  readonly kind: (typeof damages)[number];
  readonly at: number;
  readonly letter: string;
}

const damages = ['drop', 'swap', 'double', 'change', 'shout', 'lose', 'move', 'insert'] as const;

const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom(...damages),
  at: fc.nat(1000),
  letter: fc.oneof(fc.constantFrom('e', 'not', 'never', '7', ' ', '’', '\u202E'), anyText),
});

/** Words of the article as people remember, mistype and paste them. */
const asked = fc
  .tuple(
    fc.oneof(
      stretch,
      bag,
      fc.tuple(stretch, stretch).map(([a, b]) => [...a, ...b]),
    ),
    fc.array(damage, { maxLength: 6 }),
  )
  .map(([words, harm]) => harm.reduce(damaged, words).join(' '));

function damaged(words: readonly string[], { kind, at, letter }: Damage): string[] {
  const place = at % Math.max(1, words.length);
  const word = words[place] ?? '';
  const cut = at % Math.max(1, word.length);
  const swapped = word
    .slice(cut, cut + 2)
    .split('')
    .reverse()
    .join('');
  const changed: Record<Damage['kind'], readonly string[]> = {
    drop: [word.slice(0, cut) + word.slice(cut + 1)],
    swap: [word.slice(0, cut) + swapped + word.slice(cut + 2)],
    double: [word.slice(0, cut) + word.charAt(cut) + word.slice(cut)],
    change: [word.slice(0, cut) + letter + word.slice(cut + 1)],
    shout: [word.toUpperCase()],
    lose: [],
    move: [words[(place + 1) % words.length] ?? '', word],
    insert: [word, letter],
  };
  return [...words.slice(0, place), ...changed[kind], ...words.slice(place + 1)];
}

describe('whatever a reader half remembers', () => {
  const asker = new Asker(real);

  it('the bot shows only sentences of the article, under the name the article gives', () => {
    fc.assert(
      fc.property(asked, (text) => {
        expectOnlyTheRecord(answer(real, 'who said', { text }));
      }),
      { ...fixed, numRuns: 3000 },
    );
  });

  it('the answer fits Discord, and whatever it offers can be pressed', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async (text) => {
        const response = await asker.slash('who said', { text });
        expect(response.type).toBe(4);
        await pressAll(asker, response);
      }),
      { ...fixed, numRuns: 1000 },
    );
  });

  it('the words in bold are the ones that were found, where they stand', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async (text) => {
        expectMarkedInPlace(
          await asker.slash('who said', { text }),
          answer(real, 'who said', { text }),
        );
      }),
      { ...fixed, numRuns: 1000 },
    );
  });

  it('a speaker is confirmed only where the record names them', async () => {
    const people = fc.constantFrom(...real.stories.flatMap(({ entities }) => entities));
    await fc.assert(
      fc.asyncProperty(asked, people, async (text, { id, name }) => {
        const reply = answer(real, 'who said', { text, speaker: name });
        expectOnlyTheRecord(reply);
        const unconfirmed = reply.findings.filter(
          ({ attribution: { voices } }) =>
            !voices.some(({ entities }) => entities.some((entity) => entity.id === id)),
        );
        if (unconfirmed.length > 0) expect(reply.notices.length).toBeGreaterThan(0);
        await asker.slash('who said', { text, speaker: name });
      }),
      { ...fixed, numRuns: 1000 },
    );
  });

  it('every command takes it in every option', async () => {
    const options = commands.flatMap((command) =>
      command.options.map((option) => ({ command, option: option.name })),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...options),
        fc.oneof(asked, anyText),
        async (target, text) => {
          const { command, option } = target;
          const needed = command.options.filter(({ required }) => required);
          const proper = Object.fromEntries(needed.map(({ name }) => [name, 'TikTok']));
          const given = { ...proper, [option]: text };
          expectOnlyTheRecord(answer(real, command.name, given));
          await pressAll(asker, await asker.slash(command.name, given));
        },
      ),
      { ...fixed, numRuns: 1500 },
    );
  });

  it('what is offered while it is typed is valid, and is answered when it is chosen', async () => {
    const completed = commands.flatMap((command) =>
      command.options
        .filter(({ completes }) => completes)
        .map((option) => ({ command, option: option.name })),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...completed),
        fc.oneof(asked, anyText),
        async (target, text) => {
          const { command, option } = target;
          const choices = await asker.complete(command.name, option, text.slice(0, 30));
          const needed = command.options.filter(({ required }) => required);
          const proper = Object.fromEntries(needed.map(({ name }) => [name, 'the safest app']));
          for (const { value } of choices.slice(0, 5)) {
            const reply = answer(real, command.name, { ...proper, [option]: value });
            expect(['found', 'not_on_record']).toContain(reply.status);
            if (option === 'text' || option === 'name') expect(reply.status).toBe('found');
          }
        },
      ),
      { ...fixed, numRuns: 1000 },
    );
  });
});

describe('everything on record', () => {
  const asker = new Asker(real);
  const statements = real.stories.flatMap((story) => story.statements);

  it.each(sentences.map((sentence) => [sentence.id, sentence] as const))(
    '%s can be reached by its own words',
    (id, { text }) => {
      const [first] = answer(real, 'who said', { text }).findings;
      expect(first?.sentence.id).toBe(id);
      expect(first && wordsOf(first).length).toBeGreaterThan(text.length * 0.9);
      expect(first?.score).toBe(1);
      expect(['verbatim', 'reported', 'narration']).toContain(first?.verdict);
    },
  );

  it.each(
    statements
      .filter(({ attitude }) => !attitude)
      .flatMap((statement) => statement.content.map((part) => ({ statement, part })))
      .map((each) => [wordsOf(each.part), each.statement.source.name, each] as const),
  )('“%s” is given to %s', (words, speaker, { statement, part }) => {
    const reply = answer(real, 'who said', { text: words });
    const [first] = reply.findings;
    expect(first?.sentence.id).toBe(part.sentence.id);
    expect(first?.attribution.voices.at(-1)?.name).toBe(speaker);
    expect(first?.attribution.voices).toHaveLength(statement.via.length + 1);
    expect(first?.verdict).not.toBe('altered');
  });

  it('is reached page by page, for every entity and in the whole story', async () => {
    for (const entity of real.stories.flatMap((story) => story.entities)) {
      for (const command of ['entity', 'who is']) {
        const name = entityKey(entity);
        const reply = answer(real, command, { name });
        const pages = await walk(asker, await asker.slash(command, { name }));
        expect(citedOn(pages)).toEqual(onCard(reply).map(({ sentence }) => sentence.id));
        for (const page of pages) await pressAll(asker, page);
      }
    }
    const pages = await walk(asker, await asker.slash('story'));
    expect(citedOn(pages)).toEqual(sentences.map(({ id }) => id));
  });

  it('is found under every name, alias and nickname of an entity, or is asked about', () => {
    for (const entity of real.stories.flatMap((story) => story.entities)) {
      for (const name of [entity.name, ...entity.aliases, ...entity.nicknames]) {
        const found = real.names.find(name);
        const meant = found.kind === 'one' ? [found.entity] : [];
        expect(meant.map(({ id }) => id)).toEqual([entity.id]);
      }
    }
  });
});

/** Numbers that look random and are the same for the same seed (mulberry32). */
class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** A whole number from 0 up to, not including, `sides`. */
  roll(sides: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  }

  pick<T>(from: readonly T[]): T {
    const picked = from[this.roll(from.length)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }

  times<T>(count: number, make: (index: number) => T): T[] {
    return Array.from({ length: count }, (_, index) => make(index));
  }
}

interface Sizes {
  readonly sentences: number;
  readonly sentenceLength: number;
  readonly entities: number;
  readonly nameLength: number;
  readonly relations: number;
  readonly statements: number;
  readonly events: number;
}

/** What no sane article prints, but what the loader lets through. */
const oddWords = [
  'the',
  'said',
  'company',
  'not',
  '2020',
  '**bold**',
  '__init__',
  '~~gone~~',
  '||hidden||',
  '@everyone',
  '<@1>',
  '<@&2>',
  '<#3>',
  '<t:1:R>',
  '`code`',
  '```',
  '[here](https://evil.example)',
  'https://evil.example/a_b_c',
  '#',
  '-',
  '-#',
  '1.',
  '>',
  '\\',
  '|',
  '%7C',
  '=',
  '*_*_*_*_*_*_*_*',
  '“quoted',
  'words”',
  '“”',
  '"',
  '😀',
  '👩‍👩‍👧‍👦',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '中文没有空格的句子',
  'مرحبا',
  'é̶̢͘',
  'x'.repeat(250),
  '😀'.repeat(60),
  '$&',
  '{name}',
];

/** A story as the loader would hand it over, of any size and of the oddest words. */
function absurdStory(seed: number, sizes: Sizes): Story {
  const dice = new Dice(seed);
  const phrase = (length: number) => {
    let text = dice.pick(oddWords);
    while (text.length < length) text += ` ${dice.pick(oddWords)}`;
    return (
      text
        .slice(0, Math.max(1, length))
        .replace(/[\uD800-\uDBFF]$/, '')
        .trim() || 'x'
    );
  };
  const article: Article = {
    id: 'first',
    outlet: phrase(sizes.nameLength),
    title: phrase(sizes.nameLength),
    authors: dice.times(3, () => phrase(sizes.nameLength)),
    published: readDate('2020-08-02'),
    url: `https://example.org/${'ü'.repeat(sizes.nameLength)}`,
    resolved: phrase(sizes.sentenceLength),
    page: 'whole',
  };
  const told: Sentence[] = dice.times(sizes.sentences, (index) => {
    const text = phrase(1 + dice.roll(sizes.sentenceLength));
    const quoted = quotedSpans(text);
    const place = { paragraph: index + 1, place: 1, quoted };
    return { id: `s${index + 1}`, story: 'absurd', article, text, ...place };
  });
  const passage = (sentence = dice.pick(told)): Passage => {
    const words = [...sentence.text.matchAll(/\S+/g)];
    const first = dice.roll(words.length);
    const last = first + dice.roll(words.length - first);
    const start = words[first]?.index ?? 0;
    const end = (words[last]?.index ?? 0) + (words[last]?.[0].length ?? 1);
    return { sentence, span: { start, end } };
  };
  const names = dice.times(sizes.entities, (index) => ({
    id: `entity-${index}`,
    name: phrase(1 + dice.roll(sizes.nameLength)),
  }));
  const relations = new Map<string, Relation[]>(names.map(({ id }) => [id, []]));
  for (let count = 0; count < sizes.relations; count += 1) {
    const [one, other] = [dice.pick(names), dice.pick(names)];
    const shared = { type: 'owns', passage: passage() } as const;
    relations.get(one.id)?.push({ ...shared, inverse: false, other });
    relations.get(other.id)?.push({ ...shared, inverse: true, other: one });
  }
  const entities: Entity[] = names.map(({ id, name }) => ({
    id,
    story: 'absurd',
    name,
    type: dice.pick(['person', 'organisation', 'product', 'law', 'place', 'group']),
    aliases: dice.times(dice.roll(8), () => phrase(1 + dice.roll(sizes.nameLength))),
    nicknames: dice.times(dice.roll(3), () => dice.pick(names).name),
    roles: dice.times(dice.roll(4), () => passage()),
    relations: relations.get(id) ?? [],
  }));
  const voice = (sentence: Sentence): Voice => {
    const speakers = dice.times(dice.roll(3), () => dice.pick(names));
    const unnamed = wordsOf(passage(sentence));
    const name = speakers.map((speaker) => speaker.name).join(' and ') || unnamed;
    return { entities: speakers, name, words: unnamed, cue: wordsOf(passage(sentence)) };
  };
  const dates = ['2020', '2020-08', '2020-08-02', '1999-12-31/2020-01-01', '0001-01-01'];
  const events: StoryEvent[] = dice
    .times(sizes.events, (index) => {
      const sentence = dice.pick(told);
      const date = readDate(dice.pick(dates));
      if (date === undefined) throw new Error('no date');
      return {
        id: `event-${index}`,
        date,
        dateText: passage(sentence),
        resolved: phrase(sizes.nameLength),
        happening: passage(sentence),
        entities: dice.times(dice.roll(3), () => dice.pick(names)),
      };
    })
    .toSorted((a, b) => a.date.first.localeCompare(b.date.first));
  const statements: Statement[] = dice.times(sizes.statements, () => {
    const sentence = dice.pick(told);
    return {
      source: voice(sentence),
      via: dice.times(dice.roll(4), () => voice(sentence)),
      attitude: dice.roll(5) === 0,
      denies: false,
      content: dice.times(1 + dice.roll(3), () => passage(sentence)),
      sentence,
      to: { words: wordsOf(passage(sentence)), entities: [] },
      venue: wordsOf(passage(sentence)),
      when: events.length === 0 ? undefined : dice.pick(events),
      about: dice.times(dice.roll(4), () => dice.pick(names)),
    };
  });
  const foreseen: ForeseenQuestion[] = dice.times(sizes.statements, () => {
    const { sentence, span } = passage();
    const asks = dice.times(1 + dice.roll(3), () => wordsOf(passage()));
    return { asks, sentence, span: dice.roll(2) === 0 ? span : undefined };
  });
  const title = phrase(sizes.nameLength);
  const parts = { articles: [article], sentences: told, entities, statements, events, foreseen };
  return { id: 'absurd', title, language: 'en', ...parts };
}

/** The same story under another id. */
function renamed(story: Story, id: string): Story {
  const sentences = story.sentences.map((sentence) => ({ ...sentence, story: id }));
  const own = <Part extends { readonly sentence: Sentence }>(part: Part): Part => ({
    ...part,
    sentence: sentences[story.sentences.indexOf(part.sentence)] ?? part.sentence,
  });
  return {
    ...story,
    id,
    sentences,
    entities: story.entities.map((entity) => ({
      ...entity,
      story: id,
      roles: entity.roles.map(own),
      relations: [],
    })),
    statements: [],
    foreseen: story.foreseen.map(own),
    events: story.events.map((event) => ({
      ...event,
      dateText: own(event.dateText),
      happening: own(event.happening),
    })),
  };
}

type Menu = Extract<Message['components'][number]['components'][number], { type: 3 }>;

function menusOf(response: Response): Menu[] {
  return (messageIn(response)?.components ?? [])
    .flatMap(({ components }) => components)
    .flatMap((each) => (each.type === 3 ? [each] : []));
}

function chosenIn(response: Response, customId: string): string[] {
  return menusOf(response)
    .filter(({ custom_id }) => custom_id === customId)
    .flatMap(({ options }) => options.filter((option) => option.default === true))
    .map(({ value }) => value);
}

/** Asks everything a story can be asked, and turns every page of it. */
async function expectServable(story: Story, sample: number, language = english): Promise<void> {
  const library = openLibrary([story]);
  const asker = new Asker(library, language);
  expect(citedOn(await walk(asker, await asker.slash('story')))).toEqual(
    story.sentences.map(({ id }) => id),
  );

  const days = await walk(asker, await asker.slash('timeline'));
  expect(citedOn(days)).toEqual(story.events.map(({ happening }) => happening.sentence.id));

  for (const entity of story.entities.slice(0, sample)) {
    const name = entityKey(entity);
    for (const command of ['entity', 'who is']) {
      const reply = answer(library, command, { name });
      const pages = await walk(asker, await asker.slash(command, { name }));
      expect(citedOn(pages)).toEqual(onCard(reply).map(({ sentence }) => sentence.id));
    }
    await pressAll(asker, await asker.slash('entity', { name: entity.name.slice(0, 4000) }));
    await walk(asker, await asker.slash('timeline', { entity: name }));
  }
  for (const { text } of story.sentences.slice(0, sample)) {
    const whole = { text: text.slice(0, 4000) };
    const reply = answer(library, 'who said', whole);
    const response = await asker.slash('who said', whole);
    await pressAll(asker, response);
    if (buttonNamed(response, language.say(notice('next'))) === undefined) {
      const shown = [...reply.findings, ...reply.nearest];
      expect(citedOn([response])).toEqual(shown.map(({ sentence }) => sentence.id));
    }
    await pressAll(asker, await asker.slash('who said', { text: text.slice(0, 60) }));
  }
  for (const { name, options } of commands) {
    for (const option of options.filter(({ completes }) => completes)) {
      for (const typed of ['', 'x', '😀', '@', '“', 'the company']) {
        await asker.complete(name, option.name, typed);
      }
    }
  }
}

describe('a story beyond all measure', () => {
  const small: Sizes = {
    sentences: 6,
    sentenceLength: 300,
    entities: 4,
    nameLength: 60,
    relations: 4,
    statements: 6,
    events: 5,
  };

  it.each<[string, Partial<Sizes>]>([
    ['as small as can be', { sentences: 1, entities: 1, relations: 0, statements: 0, events: 0 }],
    ['with sentences of 5,000 characters', { sentenceLength: 5000 }],
    ['with names of 300 characters', { nameLength: 300 }],
    ['with 300 events', { events: 300 }],
    ['with 200 relations of one company', { relations: 200, entities: 2 }],
    ['with 300 statements', { statements: 300 }],
    ['with 300 entities', { entities: 300 }],
    ['with 300 sentences', { sentences: 300 }],
    [
      'with too much of everything',
      { sentenceLength: 5000, nameLength: 300, entities: 20, statements: 60, events: 40 },
    ],
  ])('%s is shown within Discord’s limits, and no citation is lost', async (_what, sizes) => {
    await expectServable(absurdStory(1, { ...small, ...sizes }), 4);
  });

  it.each(languages)('with too much of everything fits in $tag as well', async (language) => {
    const sizes = {
      sentenceLength: 5000,
      nameLength: 300,
      entities: 8,
      statements: 20,
      events: 10,
    };
    await expectServable(absurdStory(2, { ...small, ...sizes }), 3, language);
  });

  it('of any kind is shown within Discord’s limits, and no citation is lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.constantFrom(...languages), async (seed, language) =>
        expectServable(absurdStory(seed, small), 4, language),
      ),
      { ...fixed, numRuns: 40 },
    );
  });

  it.each([300, 5000])(
    'with sentences of %i characters has its answers set off where they stand, whatever they are made of',
    async (sentenceLength) => {
      let plainly = 0;
      await fc.assert(
        fc.asyncProperty(fc.nat(), async (seed) => {
          const story = absurdStory(seed, { ...small, sentenceLength });
          const library = openLibrary([story]);
          const asker = new Asker(library);
          for (const question of story.foreseen.flatMap(({ asks }) => asks.slice(0, 1))) {
            const response = await asker.slash('ask', { question });
            const reply = answer(library, 'ask', { question });
            expectMarkedInPlace(response, reply);
            if (description(response).includes('__')) plainly += 1;
          }
        }),
        { ...fixed, numRuns: 40 },
      );
      expect(plainly).toBeGreaterThan(20);
    },
  );

  it.each<[string, number, Partial<Sizes>]>([
    ['are two', 2, {}],
    ['are as many as a menu holds', 25, {}],
    ['are more than a menu holds', 26, {}],
    ['are three hundred', 300, { sentences: 2, entities: 1 }],
    ['have titles of 500 letters', 6, { nameLength: 500 }],
  ])('%s, if there are several, can be listed, chosen and allowed', async (_what, count, sizes) => {
    const stories = Array.from({ length: count }, (_, index) =>
      renamed(absurdStory(index, { ...small, events: 1, ...sizes }), `story-${index}`),
    );
    const asker = new Asker(openLibrary(stories));
    const pages = await walk(asker, await asker.slash('story list'));
    expect(
      pages
        .map(description)
        .join('\n')
        .match(/sentences/g),
    ).toHaveLength(count);
    for (const page of pages) await pressAll(asker, page);
    await pressAll(asker, await asker.slash('story'));
    for (const { id } of stories.slice(0, 8)) {
      const told = await walk(asker, await asker.slash('story', { story: id }));
      expect(citedOn(told)).toHaveLength(sizes.sentences ?? small.sentences);
    }
    for (const { name, options } of commands) {
      for (const option of options.filter(({ completes }) => completes)) {
        for (const typed of ['', 'x', '😀', 'story-1', 'story-1, st', ',']) {
          await asker.complete(name, option.name, typed);
        }
      }
    }
    const menus = menusOf(await asker.slash('settings'));
    expect(menus.map(({ custom_id }) => custom_id)).toEqual([
      ...(count < 25 ? ['1|o|settings|story'] : []),
      '1|o|settings|language',
      '1|o|settings|answers',
      ...(count <= 25 ? ['1|o|settings|stories'] : []),
    ]);
    for (const { custom_id, options } of menus) {
      for (const { value } of options) {
        const changed = await asker.choose(custom_id, [value]);
        expect(changed.type).toBe(7);
        expect(chosenIn(changed, custom_id)).toEqual([value]);
      }
    }
    for (const { id } of stories.slice(0, 3)) {
      expect(description(await asker.slash('settings', { stories: id, story: id }))).toMatch(
        /Kept/,
      );
    }
  });

  it('asks which story a timeline is of, where there are too many to read', async () => {
    const stories = Array.from({ length: 11 }, (_, index) =>
      renamed(absurdStory(index, { ...small, events: 1 }), `story-${index}`),
    );
    const asker = new Asker(openLibrary(stories));
    const asked = await asker.slash('timeline');
    expect(description(asked)).toContain('There are 11 stories here. Which one?');
    const fewer = new Asker(openLibrary(stories.slice(0, 10)));
    expect(description(await fewer.slash('timeline'))).not.toContain('Which one?');
  });

  it('that names two people alike lets the reader choose between them', async () => {
    const story = absurdStory(7, small);
    const [first, second, ...others] = story.entities;
    if (first === undefined || second === undefined) throw new Error('too few entities');
    const alike = [
      { ...first, name: 'Springfield', aliases: [] },
      { ...second, name: 'Springfield Council', aliases: ['Springfield'] },
    ];
    const library = openLibrary([{ ...story, entities: [...alike, ...others] }]);
    const asker = new Asker(library);
    const question = await asker.slash('entity', { name: 'Springfield' });
    expect(customIds(question)).toHaveLength(2);
    const answers = await Promise.all(customIds(question).map((id) => asker.press(id)));
    expect(answers.map(({ type }) => type)).toEqual([7, 7]);
    expect(new Set(answers.map(description)).size).toBe(2);
  });

  it('beside another with a person of the same name tells the two apart by their stories', async () => {
    const stories = ['one', 'other'].map((id) => {
      const story = renamed(absurdStory(7, small), id);
      const [first] = story.entities;
      if (first === undefined) throw new Error('no entity');
      return {
        ...story,
        title: `The ${id}`,
        entities: [{ ...first, name: 'Ann Lee', aliases: [] }],
      };
    });
    const asker = new Asker(openLibrary(stories));
    const question = await asker.slash('entity', { name: 'Ann Lee' });
    const offered = buttonsOf(question).map(({ label }) => label);
    expect(offered).toEqual(['Ann Lee — The one', 'Ann Lee — The other']);
    await pressAll(asker, question);
  });

  it('whose entities have names too long for a button still lets the reader choose', async () => {
    const story = absurdStory(7, small);
    const entities = story.entities.slice(0, 2).map((entity, index) => ({
      ...entity,
      name: `Committee ${'on the Study of Committees '.repeat(5)}${index}`,
      aliases: ['committee'],
      nicknames: [],
    }));
    const asker = new Asker(openLibrary([{ ...story, entities }]));
    const question = await asker.slash('entity', { name: 'committee' });
    expect(customIds(question)).toHaveLength(2);
    await pressAll(asker, question);
  });

  it.each([
    ['one word a thousand times', 'the '.repeat(1000)],
    ['one phrase eighty times', 'the sale of the app to the public and the house '.repeat(80)],
  ])(
    'of 300 sentences is searched within Discord’s three seconds, even for %s',
    async (_what, text) => {
      const empty = { ...small, entities: 1, relations: 0, statements: 0, events: 0 };
      const story = absurdStory(1, { ...empty, sentences: 300 });
      const told = story.sentences.map((sentence, index) => ({
        ...sentence,
        text: `${index}: the company said that it was the first of the reports on the sale of the app
        to the public, and the house and the senate agree on the matter of the ban in the US, while
        the reporters on the plane told the users that the order for the sale of the company to the
        investors was the last of the month`.replace(/\s+/g, ' '),
        quoted: [],
      }));
      const asker = new Asker(openLibrary([{ ...story, entities: [], sentences: told }]));
      const before = performance.now();
      await asker.slash('who said', { text: text.slice(0, 4000) });
      expect(performance.now() - before).toBeLessThan(3000);
    },
  );

  it('told twice, in two stories, is shown once', () => {
    const story = absurdStory(3, small);
    const twin = { ...story, id: 'twin' };
    const sentencesOfTwin = story.sentences.map((each) => ({ ...each, story: 'twin' }));
    const library = openLibrary([story, { ...twin, sentences: sentencesOfTwin, statements: [] }]);
    for (const { text } of story.sentences) {
      const texts = answer(library, 'who said', { text }).findings.map(
        ({ sentence }) => sentence.text,
      );
      expect(new Set(texts).size).toBe(texts.length);
    }
  });

  it('that is not there yet is said not to be there', async () => {
    const asker = new Asker(openLibrary([]));
    for (const { name, options, scope } of commands) {
      const given = Object.fromEntries(options.map((option) => [option.name, '2020']));
      expect(description(await asker.slash(name, given)).trim()).not.toBe('');
      for (const option of scope === 'server' ? [] : options) {
        expect(await asker.complete(name, option.name, '')).toEqual([]);
      }
    }
    expect(messageIn(await asker.press('1|c|absurd|s1'))?.flags).toBe(64);
  });
});
