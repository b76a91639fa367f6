import type { Span } from '../record/span.ts';
import { wholeWords } from '../record/span.ts';
import type { Sentence } from '../record/story.ts';
import { type Word, wordsIn } from '../search/words.ts';
import { answerPhrases, type Phrase, tellsMeasure } from './answer-phrase.ts';
import type { Asked } from './asked.ts';
import type { ReadSentence } from './document.ts';
import type { Mention } from './mentions.ts';
import { type Likeness, rarityOf, termsMeant, vagueShareOf } from './sought-words.ts';
import type { StoryReading } from './story-reading.ts';

/** What speaks for and against a sentence of a story as an answer, each from 0 to 1. */
export interface Evidence {
  /** The share of the question's words it holds; rare ones count more. */
  readonly cover: number;
  /** The same to the power of 4, which is high only if hardly any is missing. */
  readonly whole: number;
  /** The share that the sentence it goes on from holds, or what the whole story is about. */
  readonly carried: number;
  /** How many of the names asked about it speaks of, by name or not; 1 for no names. */
  readonly named: number;
  /** The share of the names that it does not speak of at all. */
  readonly unnamed: number;
  /** The share of words and names together, rare ones of either counting more. */
  readonly keyed: number;
  /** 1 if somebody asked about opens it. */
  readonly leads: number;
  /** How well its best phrase is of the kind sought, times how close that is to the question's words. */
  readonly near: number;
  /** 1 for questions that a whole sentence answers. */
  readonly open: number;
}

export const evidenceNames = [
  'cover',
  'whole',
  'carried',
  'keyed',
  'leads',
  'named',
  'unnamed',
  'near',
  'open',
] as const satisfies readonly (keyof Evidence)[];

/** A sentence weighed as an answer. */
export interface Weighed {
  readonly sentence: Sentence;
  readonly evidence: Evidence;
  /** The phrase that answers, where one is plain. */
  readonly span: Span | undefined;
  /** The likeliest phrase, plain or not. */
  readonly likeliest: Span | undefined;
  /** Whether a short phrase is sought, and it has none. */
  readonly lacks: boolean;
  /** Whether it tells of what may be, where the question asks what has been. */
  readonly unreal: boolean;
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
    const terms = termsMeant(word, document);
    const holders = document.sentences.filter((sentence) =>
      sentence.terms.some((term) => (terms.get(term) ?? 0) > faint),
    ).length;
    return {
      word,
      terms,
      weight: vagueShareOf(word) * rarityOf(holders, document.sentences.length),
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
  const found = [
    ...answerPhrases(question, read, { places, entities: sought.entities, noun: sought.noun }),
    ...knownPhrases(asked, sentence, read, reading),
  ];
  const phrases = found
    .map((phrase) => ({ ...phrase, worth: phrase.fit * closeness(phrase, here, sought) }))
    .sort((a, b) => b.worth - a.worth || b.fit - a.fit || a.start - b.start);
  const [best] = phrases;
  const seeks = phraseKinds.has(question.kind);
  return {
    sentence,
    places: places.size > 0 ? wordsAt(read, places) : namesAsked(read, sought),
    span: plainest(phrases),
    likeliest: best,
    lacks: seeks && (best?.fit ?? 0) < leastFit,
    unreal: isOfPast(asked) && here.some(({ place }) => isUnreal(read, place)),
    evidence: {
      cover,
      whole: cover ** 4,
      carried: carriedGain(sought, here, before) / sought.total,
      named: names.length === 0 ? 1 : mean(names),
      unnamed: names.length === 0 ? 0 : mean(names.map((name) => (name > 0 ? 0 : 1))),
      keyed:
        (gains + sum(names, (name, n) => name * (sought.rarities[n] ?? 0))) /
        (sought.total + sum(sought.rarities, (rarity) => rarity)),
      leads: read.names.some(
        ({ first, entity }) =>
          first <= latestLead && entity !== undefined && sought.entities.has(entity),
      )
        ? 1
        : 0,
      near: Math.min(1, best?.worth ?? 0),
      open: seeks ? 0 : 1,
    },
  };
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

const phraseKinds: ReadonlySet<string> = new Set([
  'person',
  'organisation',
  'place',
  'date',
  'number',
  'reason',
]);

/** What fits worse is no phrase of the kind. */
const leastFit = 0.3;

/** “Did they”, “has she”: a question about what has happened. */
function isOfPast({ question, words }: Asked): boolean {
  return question.kind === 'yes-no' && /^(?:did|has|have|was|were)$/.test(words[0]?.form ?? '');
}

/** “wanted to resign”, “may be sold”: what is only wished for, planned or possible. */
function isUnreal({ words }: ReadSentence, place: number): boolean {
  return words.slice(Math.max(0, place - 4), place).some(({ form }) => unreal.has(form));
}

const unreal = new Set(
  `want wants wanted would may might could should if plan plans planned hope hopes hoped wish expect
   expects expected talks ready intend intends propose proposed`.split(/\s+/),
);

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

/** Phrases that the fact base knows of: dates of events, and sources that have no name. */
function knownPhrases(
  { question, words }: Asked,
  sentence: Sentence,
  read: ReadSentence,
  { story, statementsIn }: StoryReading,
): readonly Phrase[] {
  if (question.kind === 'date') {
    return story.events
      .filter(({ dateText }) => dateText.sentence === sentence)
      .map(({ dateText }) => phraseOf(read, dateText.span, 1))
      .filter(({ start, end }) => tellsMeasure(sentence.text.slice(start, end), question.measure));
  }
  if (question.kind !== 'person') return [];
  const said = new Set(words.map(({ stem }) => stem));
  return statementsIn(sentence)
    .filter((statement) => statement.sentence === sentence)
    .flatMap(({ source, via }) => [source, ...via])
    .filter(({ entities, name }) => entities.length === 0 && name.length > 4)
    .filter(({ name }) => wordsIn(name).some((word) => word.weight === 1 && !said.has(word.stem)))
    .flatMap(({ name }) => wholeWords(sentence.text, name).slice(0, 1))
    .map((span) => phraseOf(read, span, 0.8));
}

function phraseOf({ words }: ReadSentence, span: Span, fit: number): Phrase {
  const first = Math.max(
    0,
    words.findIndex(({ end }) => end > span.start),
  );
  const last = Math.max(
    first,
    words.findLastIndex(({ start }) => start < span.end),
  );
  return { ...span, first, last, fit };
}

/** The gains of the question's words, each less the farther it is from a phrase. */
function closeness(
  { first, last }: Phrase,
  holdings: readonly Holding[],
  { total, words }: Sought,
): number {
  if (words.length === 0) return 1;
  const near = sum(holdings, ({ place, gain }) => {
    return gain / (1 + Math.max(first - place, place - last, 0) / closeBy);
  });
  return near / total;
}

/** At how many words' distance a word counts for half. */
const closeBy = 6;

/** The phrase to point at: of the kind sought, near what was asked, and clearly the best. */
function plainest(phrases: readonly (Phrase & { readonly worth: number })[]): Span | undefined {
  const [best] = phrases;
  if (best === undefined || best.fit < plainFit) return undefined;
  const rival = phrases.find(({ start, end }) => end <= best.start || start >= best.end);
  if (rival !== undefined && rival.worth > mostRivalled * best.worth) return undefined;
  return { start: best.start, end: best.end };
}

const plainFit = 0.6;
const mostRivalled = 0.9;

function sum<Item>(items: readonly Item[], of: (item: Item, at: number) => number): number {
  return items.reduce((total, item, at) => total + of(item, at), 0);
}

function mean(numbers: readonly number[]): number {
  return sum(numbers, (number) => number) / numbers.length;
}
