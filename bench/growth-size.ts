/**
 * One library of generated stories in a process of its own; started by `bench/growth.ts`.
 *
 * node --expose-gc growth-size.mjs STORIES spliced|grammar
 */
import { PerformanceObserver } from 'node:perf_hooks';
import type { Sentence } from '../src/record/story.ts';
import { matchesOf } from '../src/reply/found-words.ts';
import { searchOver } from '../src/search/search.ts';
import { damageNamed, printedWords } from './damage.ts';
import type { GrowthReport, KindTimes } from './growth-report.ts';
import { memoryInUse } from './memory.ts';
import { polnearOrExit } from './polnear.ts';
import { grammarProse, type Prose, splicedProse } from './prose.ts';
import { mistyped, stopwordsOf } from './search-queries.ts';
import { between, type Random, randomFrom } from './seeded.ts';

const sentencesOfStory = 30;
const questionsOfKind = 100;
const warmUps = 200;

const [stories = '1', prose = ''] = process.argv.slice(2);
const start = await memoryInUse();
const sentences = libraryOf(
  Number(stories),
  prose === 'spliced' ? splicedProse(polnearOrExit()) : grammarProse(),
);
const told = await memoryInUse();
const begin = performance.now();
const search = searchOver(sentences);
const buildMs = performance.now() - begin;
const built = await memoryInUse();

const kinds = kindsOfQuestions();
for (let round = 0; round < warmUps; round += 1) ask(round % kinds.length, -1 - round, false);
const pauses: number[] = [];
new PerformanceObserver((list) => {
  pauses.push(...list.getEntries().map(({ duration }) => duration));
}).observe({ entryTypes: ['gc'] });
const report: GrowthReport = {
  stories: Number(stories),
  sentences: sentences.length,
  buildMs,
  indexBytes: built - told,
  sentenceBytes: told - start,
  residentBytes: process.memoryUsage.rss(),
  all: kinds.map((_, kind) => timesOf(kind, false)),
  one: kinds.map((_, kind) => timesOf(kind, true)),
  pauses,
};
// The observer is told of the pauses between two tasks.
await new Promise((resolve) => setTimeout(resolve, 100));
process.stdout.write(JSON.stringify(report));

function timesOf(kind: number, within: boolean): KindTimes {
  const asked = Array.from({ length: questionsOfKind }, (_, at) => ask(kind, at, within));
  return {
    kind: kinds[kind]?.name ?? '',
    times: asked.map(({ ms }) => ms),
    cpu: asked.map(({ cpu }) => cpu),
    found: asked.filter(({ found }) => found).length,
  };
}

function ask(kind: number, seed: number, within: boolean) {
  const chosen = kinds[kind];
  const random = randomFrom(`${chosen?.name} ${seed}`);
  const at = between(0, sentences.length - 1, random);
  const sentence = sentences[at];
  const text = chosen?.ask(at, random) ?? '';
  const cpuBefore = process.cpuUsage();
  const before = performance.now();
  const [best] = matchesOf(text, search, within ? sentence?.story : undefined);
  const ms = performance.now() - before;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { ms, cpu: (user + system) / 1000, found: best?.sentence.text === sentence?.text };
}

interface Kind {
  readonly name: string;
  readonly ask: (sentence: number, random: Random) => string;
}

function kindsOfQuestions(): readonly Kind[] {
  const wordsOf = (at: number) => printedWords(sentences[at]?.text ?? '');
  const damaged = ['exact', 'part', 'dropped', 'shuffled', 'inflected', 'rough'].map((name) => ({
    name,
    ask: (at: number, random: Random) => damageNamed(name).apply(wordsOf(at), random) ?? '',
  }));
  const typed = (at: number, random: Random) => wordsOf(at).map((word) => mistyped(word, random));
  const long = (at: number) => {
    const words: string[] = [];
    for (let next = at; words.length < 400; next = (next + 1) % sentences.length) {
      words.push(...wordsOf(next));
    }
    return words.slice(0, 400);
  };
  return [
    ...damaged,
    { name: 'typos', ask: (at, random) => typed(at, random).join(' ') },
    {
      name: 'stopwords',
      ask: (at, random) =>
        (stopwordsOf(wordsOf(at), random) ?? ['that', 'it', 'was', 'not']).join(' '),
    },
    { name: 'twelve stopwords', ask: () => 'to be or not to be of the and in that it was' },
    {
      name: 'two words',
      ask: (at, random) => damageNamed('part').apply(wordsOf(at).slice(0, 2), random) ?? '',
    },
    { name: 'unknown words', ask: (_, random) => gibberish(random) },
    { name: '400 words', ask: (at) => long(at).join(' ') },
    {
      name: '400 words, every one misspelt',
      ask: (at, random) =>
        long(at)
          .map((word) => mistyped(word, random))
          .join(' '),
    },
  ];
}

function gibberish(random: Random): string {
  const letter = () => String.fromCharCode(between(97, 122, random));
  return Array.from({ length: 12 }, () =>
    Array.from({ length: between(4, 12, random) }, letter).join(''),
  ).join(' ');
}

function libraryOf(count: number, tell: Prose): readonly Sentence[] {
  return Array.from({ length: count }, (_, number) => {
    const story = `story-${number}`;
    const article = {
      id: story,
      outlet: story,
      title: undefined,
      authors: [],
      published: undefined,
      url: undefined,
      resolved: undefined,
      page: 'whole' as const,
    };
    return tell(number, sentencesOfStory).map((text, index) => ({
      id: `s${index + 1}`,
      story,
      article,
      paragraph: index + 1,
      place: 1,
      text,
      quoted: [],
    }));
  }).flat();
}
