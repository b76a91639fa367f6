import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { askable } from '../src/ask/story-answers.ts';
import { loadStories } from '../src/record/load-stories.ts';
import { contains } from '../src/record/span.ts';
import { type Story, voicesOf } from '../src/record/story.ts';
import { wordForms } from '../src/search/words.ts';
import { projectFolder } from './asking.ts';

// The invented stories, and the questions of bench/questions that are asked about them.

const kinds = [
  'who',
  'when',
  'where',
  'how many',
  'which',
  'what',
  'why',
  'what did X say',
  'yes/no',
] as const;
const shared = { story: z.string(), question: z.string().min(1), kind: z.enum(kinds) };

const question = z.discriminatedUnion('answerable', [
  z.strictObject({
    ...shared,
    answerable: z.literal(true),
    sentences: z.array(z.string()).min(1),
    speakers: z.array(z.string()),
    span: z.string().min(1).nullable(),
  }),
  z.strictObject({
    ...shared,
    answerable: z.literal(false),
    sentences: z.array(z.string()).max(0),
    speakers: z.null(),
    span: z.null(),
    why: z.enum(['not in it', 'not said', 'other person', 'false premise']),
  }),
]);

const quote = z.strictObject({
  story: z.string(),
  text: z.string().min(1),
  speaker: z.string().optional(),
  sentence: z.string().nullable(),
  answeredBy: z.string().nullable(),
  verdict: z.enum(['verbatim', 'altered', 'reported', 'narration', 'not_on_record']),
  kind: z.string().min(1),
});

function linesOf<T>(file: string, shape: z.ZodType<T>): readonly T[] {
  return readFileSync(path.join(projectFolder, 'bench/questions', `${file}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => shape.parse(JSON.parse(line)));
}

const fewest = {
  'tiktok-2020': 80,
  'harbour-bridge': 50,
  'vaccine-trial': 50,
  'club-takeover': 50,
  'dam-blackout': 50,
  'paydrop-trial': 50,
} as const;

/** A story that no question of development is asked about. */
const unseen = 'rain-bells';

const development = Object.keys(fewest).map((file) => ({ file, lines: linesOf(file, question) }));
const readers = linesOf('readers', question);
const heldOut = linesOf('held-out', question);
const heldOutReaders = linesOf('held-out-readers', question);
const everything = [
  ...development.flatMap(({ lines }) => lines),
  ...readers,
  ...heldOut,
  ...heldOutReaders,
];
const answerable = everything.filter((asked) => asked.answerable);
const quotes = [...linesOf('who-said', quote), ...linesOf('held-out-who-said', quote)];

let stories: ReadonlyMap<string, Story>;

beforeAll(async () => {
  const loaded = await Promise.all(
    ['data', 'test/stories'].map((folder) => loadStories(path.join(projectFolder, folder))),
  );
  stories = new Map(loaded.flat().map(({ story }) => [story.id, story]));
});

const storyOf = (id: string) => {
  const story = stories.get(id);
  if (story === undefined) throw new Error(`no story ${id}`);
  return story;
};

const textOf = ({ sentences }: Story, id: string) =>
  sentences.find((sentence) => sentence.id === id)?.text ?? `no sentence ${id}`;

/** Everybody who has a voice in one of the sentences, as the questions name them. */
function voicesIn({ statements }: Story, sentences: readonly string[]): readonly string[] {
  return statements
    .filter(({ sentence, content }) =>
      [sentence, ...content.map((part) => part.sentence)].some(({ id }) => sentences.includes(id)),
    )
    .flatMap(voicesOf)
    .flatMap(({ entities, name }) =>
      entities.length === 0 ? [`unnamed:${name}`] : entities.map(({ id }) => id),
    );
}

test('The invented stories have no fault', () => {
  expect([...stories.keys()].sort()).toEqual([...Object.keys(fewest), unseen].sort());
  for (const [id, { sentences }] of stories) {
    if (id === 'tiktok-2020') continue;
    expect(sentences.length, id).toBeGreaterThanOrEqual(25);
    expect(sentences.length, id).toBeLessThanOrEqual(45);
  }
});

describe('The questions', () => {
  test('are as many as the benches rely on', () => {
    for (const { file, lines } of development) {
      expect(lines.length, file).toBeGreaterThanOrEqual(fewest[file as keyof typeof fewest]);
      expect(new Set(lines.map(({ story }) => story)), file).toEqual(new Set([file]));
    }
    expect(heldOut.filter(({ story }) => story === unseen).length).toBeGreaterThanOrEqual(50);
    const all = development
      .flatMap(({ lines }) => lines)
      .filter(({ story }) => story === 'tiktok-2020');
    const unanswerable = all.filter((asked) => !asked.answerable);
    expect(unanswerable.length / all.length).toBeCloseTo(0.5, 1);
  });

  test('are each in one file only', () => {
    const asked = everything.map(({ story, question: text }) => `${story} ${wordForms(text)}`);
    expect(asked.filter((text, at) => asked.indexOf(text) !== at)).toEqual([]);
  });

  test('have no twin among those held out: the same words of the same sentences', () => {
    const isHeldOut = (asked: (typeof everything)[number]) => heldOut.includes(asked);
    const answers = (asked: readonly (typeof answerable)[number][]) =>
      asked.flatMap(({ story, sentences, span }) =>
        span === null ? [] : [`${story} ${sentences.join()} ${span}`],
      );
    const isReaders = (asked: (typeof everything)[number]) => heldOutReaders.includes(asked);
    const isDeveloped = (asked: (typeof everything)[number]) =>
      !isHeldOut(asked) && !isReaders(asked);
    const developed = new Set(answers(answerable.filter(isDeveloped)));
    const kept = answers(answerable.filter(isHeldOut));
    expect(kept.filter((answer) => developed.has(answer))).toEqual([]);
  });

  test('are answered by sentences, speakers and words that are there', () => {
    for (const { story: id, question: text, sentences, speakers, span } of answerable) {
      const story = storyOf(id);
      const known = story.sentences.map((sentence) => sentence.id);
      for (const sentence of sentences) expect(known, text).toContain(sentence);
      const voices = ['article', ...voicesIn(story, sentences)];
      for (const speaker of speakers) expect(voices, text).toContain(speaker);
      if (span === null) continue;
      expect(
        sentences.some((sentence) => textOf(story, sentence).includes(span)),
        `${text}: ${span}`,
      ).toBe(true);
    }
  });

  test('name no entity that could be taken for the article', () => {
    for (const { entities } of stories.values()) {
      expect(entities.map(({ id }) => id)).not.toContain('article');
    }
  });
});

describe('The questions that the curators foresaw', () => {
  test('are answered by their sentences, with the plain answer within what is shown', () => {
    for (const story of stories.values()) {
      const questions = askable(story);
      for (const { asks, sentence, span } of story.foreseen) {
        for (const ask of asks) {
          const { answers } = questions.answer(ask);
          const answer = answers.find(({ passage }) => passage.sentence === sentence);
          expect(answer, ask).toBeDefined();
          if (span !== undefined && answer?.span !== undefined) {
            expect(contains(answer.passage.span, answer.span), ask).toBe(true);
          }
        }
      }
    }
  });
});

describe('The quotes', () => {
  test('are enough, and none twice', () => {
    expect(quotes.length).toBeGreaterThanOrEqual(60);
    const asked = quotes.map(({ story, text, speaker }) => `${story} ${text} ${speaker}`);
    expect(new Set(asked).size).toBe(asked.length);
  });

  test('are in the sentence as the verdict says, and spoken by one of its voices', () => {
    for (const { story: id, text, speaker, sentence, answeredBy, verdict } of quotes) {
      const story = storyOf(id);
      if (speaker !== undefined) expect(story.entities.map((one) => one.id)).toContain(speaker);
      expect(sentence === null, text).toBe(verdict === 'not_on_record');
      if (answeredBy !== null)
        expect(voicesIn(story, [sentence ?? '']), text).toContain(answeredBy);
      const holds = (printedText: string) =>
        ` ${wordForms(printedText)} `.includes(` ${wordForms(text)} `);
      const printed = story.sentences.filter((each) => holds(each.text)).map((each) => each.id);
      const asPrinted = ['verbatim', 'reported', 'narration'].includes(verdict);
      expect(printed, text).toEqual(asPrinted ? [sentence] : []);
    }
  });
});
