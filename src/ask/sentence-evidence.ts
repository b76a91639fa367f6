import type { Span } from '../record/span.ts';
import type { Sentence } from '../record/story.ts';
import type { Word } from '../search/words.ts';
import { phraseKinds } from './answer-kind.ts';
import { answerPhrases } from './answer-phrases.ts';
import type { Asked } from './asked.ts';
import type { Document, ReadSentence } from './document.ts';
import type { Mention } from './mentions.ts';
import { typeOfNoun } from './name-phrases.ts';
import type { Phrase } from './phrase.ts';
import { type Likeness, rarityOf, termsMeant } from './sought-words.ts';
import type { StoryReading } from './story-reading.ts';
import { sum } from './sum.ts';

/** What speaks for and against a sentence of a story as an answer, each from 0 to 1. */
export interface Evidence {
  /** The share of the question's words it holds; rare ones count more. */
  readonly cover: number;
  /** The share that the sentence it goes on from holds, or what the whole story is about. */
  readonly carried: number;
  /** How many of the names asked about it speaks of, by name or not; 1 for no names. */
  readonly named: number;
  /** The share of words and names together, rare ones of either counting more. */
  readonly keyed: number;
  /** 1 if somebody asked about opens it. */
  readonly leads: number;
  /** How rare the rarest word is that it misses. */
  readonly rarest: number;
  /** 1 if a short phrase is sought, and it has none. */
  readonly lacking: number;
}

export const evidenceNames = [
  'cover',
  'carried',
  'keyed',
  'leads',
  'named',
  'rarest',
  'lacking',
] as const satisfies readonly (keyof Evidence)[];

/** A sentence weighed as an answer. */
export interface Weighed {
  readonly sentence: Sentence;
  readonly evidence: Evidence;
  /** The phrase that answers, where one is plain. */
  readonly span: Span | undefined;
  /** How well the likeliest phrase is of the kind sought, times how close it is to the question's words. */
  readonly near: number;
  /** Whether it speaks of somebody the question names, if any: not only the story as a whole does. */
  readonly speaksOfThem: boolean;
  /** The likeliest phrase, plain or not. */
  readonly likeliest: Span | undefined;
  /** Where the sentence holds words of the question, or, for want of any, its names. */
  readonly places: readonly Span[];
}

/** Weighs every sentence of a story, in order. */
export function weighSentences(asked: Asked, reading: StoryReading): readonly Weighed[] {
  const sought = soughtIn(asked, reading);
  const held = reading.document.sentences.map((sentence) => holdingsOf(sentence, sought.words));
  return reading.story.sentences.flatMap((sentence, at) => {
    const read = reading.document.sentences[at];
    if (read === undefined) return [];
    return weigh(asked, reading, sought, { sentence, read, at, held });
  });
}

interface SoughtWord {
  readonly word: Word;
  readonly terms: Likeness;
  readonly weight: number;
  /** The story's title or the names of what it is about hold it. */
  readonly themed: boolean;
}

interface Sought {
  readonly words: readonly SoughtWord[];
  readonly noun: Likeness;
  readonly total: number;
  readonly entities: ReadonlySet<number>;
  /** How much each name asked about tells a sentence from others. */
  readonly rarities: readonly number[];
}

const latestLead = 2;

function soughtIn({ content, question, mentions }: Asked, reading: StoryReading): Sought {
  const { document, story } = reading;
  const words = content.map((word) => {
    const terms = new Map([
      ...(word === question.noun ? termsOfType(word, document) : []),
      ...termsMeant(word, document),
    ]);
    const holders = document.sentences.filter((sentence) =>
      sentence.terms.some((term) => (terms.get(term) ?? 0) > faint),
    ).length;
    return {
      word,
      terms,
      weight: rarityOf(holders, document.sentences.length),
      themed: holders > document.sentences.length / 5,
    };
  });
  const rarities = mentions.map((mention) => {
    const speaking = story.sentences.filter((_, at) => spokenOf(mention, at, reading) > 0).length;
    return rarityOf(speaking, story.sentences.length);
  });
  const ids = new Set(mentions.flatMap(({ entities }) => entities.map(({ id }) => id)));
  return {
    words,
    noun: question.noun === undefined ? new Map() : termsMeant(question.noun, document),
    total: words.reduce((sum, { weight }) => sum + weight, 0) || 1,
    rarities,
    entities: new Set(story.entities.flatMap(({ id }, at) => (ids.has(id) ? [at] : []))),
  };
}

/** The first terms of what is of the type that a noun names: an act, for “what law”. */
function termsOfType(
  { form }: Word,
  { sentences }: Document,
): readonly (readonly [number, number])[] {
  const sought = typeOfNoun(form);
  if (sought === undefined) return [];
  return sentences.flatMap(({ names, terms }) =>
    names
      .filter(({ type }) => type === sought)
      .flatMap(({ first }) => terms.slice(first, first + 1).map((term) => [term, ofType] as const)),
  );
}

const ofType = 0.8;

/** A likeness that is hardly one. */
const faint = 0.5;

/** Where a sentence holds a sought word, and how much that is worth. */
interface Holding {
  readonly word: SoughtWord;
  readonly place: number;
  readonly gain: number;
}

function holdingsOf(sentence: ReadSentence, words: readonly SoughtWord[]): readonly Holding[] {
  return words.flatMap((word) => {
    let [place, likeness] = [-1, 0];
    sentence.terms.forEach((term, at) => {
      const here = word.terms.get(term) ?? 0;
      if (here > likeness) [place, likeness] = [at, here];
    });
    return place < 0 ? [] : [{ word, place, gain: word.weight * likeness }];
  });
}

interface Place {
  readonly sentence: Sentence;
  readonly read: ReadSentence;
  readonly at: number;
  readonly held: readonly (readonly Holding[])[];
}

function weigh(
  asked: Asked,
  reading: StoryReading,
  sought: Sought,
  { sentence, read, at, held }: Place,
): Weighed {
  const { question, mentions, content } = asked;
  const here = held[at] ?? [];
  const before = reading.goesOn[at] ? (held[at - 1] ?? []) : [];
  const gains = sum(here, ({ gain }) => gain);
  const cover = content.length === 0 ? 1 : gains / sought.total;
  const names = mentions.map((mention) => spokenOf(mention, at, reading));
  const places = new Set(here.map(({ place }) => place));
  const { entities, noun } = sought;
  const phrases = answerPhrases(question, read, { places, entities, noun })
    .map((phrase) => ({ ...phrase, worth: phrase.fit * closeness(phrase, here, sought, read) }))
    .sort((a, b) => b.worth - a.worth || b.fit - a.fit || a.start - b.start);
  const [best] = phrases;
  const lacks = phraseKinds.has(question.kind) && (best?.fit ?? 0) < leastFit;
  return {
    sentence,
    places: places.size > 0 ? wordsAt(read, places) : namesAsked(read, sought),
    span: plainest(phrases),
    likeliest: best,
    near: best?.worth ?? 0,
    speaksOfThem: mentions.length === 0 || mentions.some((each) => speaksOf(each, at, reading)),
    evidence: {
      cover,
      carried: carriedGain(sought, here, before) / sought.total,
      named: names.length === 0 ? 1 : mean(names),
      keyed:
        (gains + sum(names, (name, n) => name * (sought.rarities[n] ?? 0))) /
        (sought.total + sum(sought.rarities, (rarity) => rarity)),
      leads: read.names.some(
        ({ first, entity }) =>
          first <= latestLead && entity !== undefined && sought.entities.has(entity),
      )
        ? 1
        : 0,
      rarest: Math.max(0, ...sought.words.map((word) => missedOf(word, here))),
      lacking: lacks ? 1 : 0,
    },
  };
}

function missedOf(word: SoughtWord, holdings: readonly Holding[]): number {
  return word.weight - (holdings.find((each) => each.word === word)?.gain ?? 0);
}

function wordsAt({ words }: ReadSentence, places: ReadonlySet<number>): readonly Span[] {
  return [...places].flatMap((place) => words[place] ?? []);
}

/** Where a sentence names whom the question names; a question may have no other words. */
function namesAsked({ words, names }: ReadSentence, { entities }: Sought): readonly Span[] {
  return names
    .filter(({ entity }) => entity !== undefined && entities.has(entity))
    .flatMap(({ first, last }) => words.slice(first, last + 1));
}

/** What fits worse is no phrase of the kind. */
const leastFit = 0.3;

function speaksOf({ entities }: Mention, at: number, { spokenOf }: StoryReading): boolean {
  return entities.some(({ id }) => (spokenOf[at]?.get(id) ?? 0) > 0);
}

/** How plainly a sentence speaks of whom a question names; a little if all the story is about it. */
function spokenOf({ entities }: Mention, at: number, reading: StoryReading): number {
  const here = reading.spokenOf[at];
  return Math.max(
    ...entities.map(({ id }) => here?.get(id) ?? (reading.protagonists.has(id) ? implied : 0)),
  );
}

const implied = 0.6;

function carriedGain(
  { words }: Sought,
  here: readonly Holding[],
  before: readonly Holding[],
): number {
  return sum(words, (word) => {
    if (here.some((holding) => holding.word === word)) return 0;
    const carried = before.find((holding) => holding.word === word)?.gain ?? 0;
    return word.themed ? Math.max(carried, word.weight / 2) : carried;
  });
}

/** The gains of the question's words, each less the farther it is from a phrase, or in another clause. */
function closeness(
  { first, last }: Phrase,
  holdings: readonly Holding[],
  { total, words }: Sought,
  read: ReadSentence,
): number {
  if (words.length === 0) return 1;
  const near = sum(holdings, ({ place, gain }) => {
    const distance = Math.max(first - place, place - last, 0);
    const between = read.words.slice(Math.min(place, last) + 1, Math.max(place, first));
    const isApart = between.some(({ form }) => newClause.test(form));
    return (isApart ? elsewhere : 1) * (gain / (1 + distance / closeBy));
  });
  return near / total;
}

/** What a word is worth that stands in another clause: “asked Haslam to testify after Iwu told them”. */
const elsewhere = 0.6;
const newClause = /^(?:after|before|when|while|because|although|though|since|if|whether|but)$/;

/** At how many words' distance a word counts for half. */
const closeBy = 6;

/** The phrase to point at: of the kind sought, near what was asked, and clearly the best. */
function plainest(phrases: readonly (Phrase & { readonly worth: number })[]): Span | undefined {
  const [best] = phrases;
  if (best === undefined || best.fit < plainFit || best.worth === 0) return undefined;
  const rival = phrases.find(({ start, end }) => end <= best.start || start >= best.end);
  if (rival !== undefined && rival.worth > mostRivalled * best.worth) return undefined;
  return { start: best.start, end: best.end };
}

const plainFit = 0.6;
const mostRivalled = 0.9;

function mean(numbers: readonly number[]): number {
  return sum(numbers, (number) => number) / numbers.length;
}
