import type { Span } from '../record/span.ts';
import { slipsAllowed, slipsBetween } from '../search/spelling.ts';
import type { Word } from '../search/words.ts';
import { answerPhrases, type Phrase, seeksPhrase } from './answer-phrase.ts';
import type { Document, ReadSentence } from './document.ts';
import { knownNamesIn } from './names-in-text.ts';
import type { Question } from './question.ts';
import { relatedness } from './related-words.ts';

/** A sentence as an answer to a question. */
export interface RankedAnswer {
  /** Which of the document's sentences. */
  readonly index: number;
  /** The estimated chance that it answers, from 0 to 1; means the same in every document. */
  readonly score: number;
  /** The shortest stretch of it that answers, where one is plain. */
  readonly span: Span | undefined;
}

/** All sentences of a document as answers to a question, the best first. */
export function rankAnswers(question: Question, document: Document): readonly RankedAnswer[] {
  return answerFeatures(question, document)
    .map(({ features, phrases }, index) => ({
      index,
      score: chanceOf(features),
      span: plainest(phrases),
    }))
    .sort((a, b) => b.score - a.score || a.index - b.index);
}

/** What speaks for a sentence, each from 0 to 1. */
export type Features = Readonly<Record<FeatureName, number>>;
export type FeatureName = keyof typeof weights;

export const weights = {
  bias: -3,
  cover: 3,
  carried: 1,
  pairs: 1,
  noun: 1,
  typed: -1,
  fit: 1,
  near: 2,
  defines: 2,
  opening: 1,
  early: 0.5,
  fragment: -1,
  length: 0.5,
  absent: -1,
  context: 0.3,
};

export function chanceOf(features: Features, given: Features = weights): number {
  let sum = 0;
  for (const name of featureNames) sum += features[name] * given[name];
  return 1 / (1 + Math.exp(-sum));
}

export const featureNames = Object.keys(weights) as FeatureName[];

interface Judged {
  readonly features: Features;
  readonly phrases: readonly WeighedPhrase[];
}

interface WeighedPhrase extends Phrase {
  readonly worth: number;
}

export function answerFeatures(question: Question, document: Document): readonly Judged[] {
  const sought = soughtWords(question, document);
  const total = sum(sought.map(({ weight }) => weight)) || 1;
  const landings = document.sentences.map((sentence) => landingsIn(sentence, sought));
  const absent = sum(sought.map(({ weight, found }) => (found ? 0 : weight))) / total;
  const typed = seeksPhrase(question) ? 1 : 0;
  const first = document.sentences.findIndex((sentence) => !isFragment(sentence));
  return document.sentences.map((sentence, index) => {
    const here = landings[index] ?? [];
    const asked = new Set(here.map(({ place }) => place));
    const nearness = (phrase: Phrase) =>
      sum(here.map(({ word, likeness, place }) => {
        const gap = place < phrase.first ? phrase.first - place : Math.max(0, place - phrase.last);
        return ((sought[word]?.weight ?? 0) * likeness) / (1 + gap / 5);
      })) / total;
    const phrases = answerPhrases(question, sentence, asked).map((phrase) => {
      return { ...phrase, worth: phrase.fit * nearness(phrase) };
    });
    const defining = question.kind === 'definition' ? 1 : 0;
    const lit = new Map(here.map((landing) => [landing.word, landing.likeness]));
    const nearby = new Map([
      ...(landings[index - 1] ?? []).map(({ word, likeness }) => [word, likeness] as const),
    ]);
    const pronoun = opensWithPronoun(sentence);
    const features = {
      bias: 1,
      cover: sum(sought.map(({ weight }, word) => weight * (lit.get(word) ?? 0))) / total,
      carried:
        sum(sought.map(({ weight, inTitle }, word) =>
          lit.has(word) ? 0 : weight * Math.max(pronoun * (nearby.get(word) ?? 0), inTitle ? 0.5 + pronoun / 2 : 0))) / total,
      pairs: pairsIn(here, sought.length),
      noun: question.noun === undefined ? 0 : nounIn(question.noun, sentence, document),
      typed,
      fit: Math.max(0, ...phrases.map(({ fit }) => fit)),
      near: Math.max(0, ...phrases.map(({ worth }) => worth)),
      defines: defining * definesIn(sentence, here, sought.length),
      opening: defining * (index === first ? 1 : 0),
      early: (1 - defining) / (1 + Math.max(0, index - first)),
      fragment: isFragment(sentence) ? 1 : 0,
      length: Math.min(1, sentence.words.length / 40),
      absent,
      context: sum([...nearby].map(([word, likeness]) => (lit.has(word) ? 0 : likeness * (sought[word]?.weight ?? 0)))) / total,
    };
    return { features, phrases };
  });
}

interface SoughtWord {
  readonly weight: number;
  readonly found: boolean;
  readonly inTitle: boolean;
  readonly terms: ReadonlyMap<number, number>;
  readonly entity: number | undefined;
}

function soughtWords(question: Question, document: Document): readonly SoughtWord[] {
  const mentions = knownNamesIn(question.words, document.entities);
  return question.words.map((word, at) => {
    const entity = mentions.find(({ first, last }) => first <= at && at <= last)?.entity;
    const terms = termsMeant(word, document);
    const holders = document.sentences.filter(
      (sentence) =>
        sentence.terms.some((term) => terms.has(term)) ||
        (entity !== undefined && sentence.names.some((name) => name.entity === entity)),
    ).length;
    return {
      weight: rarity(holders, document.sentences.length) * (commonWords.has(word.form) ? 0.5 : 1),
      found: holders > 0,
      inTitle: document.title.some((other) => relatedness(word, other) > 0.7),
      terms,
      entity,
    };
  });
}

/** From nearly 0, in every sentence, to 1: in none. */
function rarity(holders: number, sentences: number): number {
  return Math.log((sentences + 1) / (holders + 0.5)) / Math.log((sentences + 1) / 0.5);
}

const commonWords = new Set(
  'most known get got good new people way time year years day does big great long first use used make made find found take go work call'.split(' '),
);

function termsMeant(word: Word, { terms }: Document): ReadonlyMap<number, number> {
  const meant = new Map<number, number>();
  terms.forEach((term, number) => {
    const likeness = relatedness(word, term);
    if (likeness > 0) meant.set(number, likeness);
  });
  if (meant.size > 0) return meant;
  const limit = slipsAllowed(word.form.length);
  if (limit === 0) return meant;
  terms.forEach(({ form }, number) => {
    const most = Math.min(limit, slipsAllowed(form.length));
    if (most > 0 && slipsBetween(word.form, form, most) <= most) meant.set(number, 0.6);
  });
  return meant;
}

interface Landing {
  readonly word: number;
  readonly place: number;
  readonly likeness: number;
}

/** For each sought word, the place of the sentence that is most like it. */
function landingsIn(sentence: ReadSentence, sought: readonly SoughtWord[]): readonly Landing[] {
  return sought.flatMap(({ terms, entity }, word) => {
    let [place, likeness] = [-1, 0];
    sentence.terms.forEach((term, at) => {
      const here = terms.get(term) ?? 0;
      if (here > likeness) [place, likeness] = [at, here];
    });
    if (entity !== undefined && likeness < 1) {
      const name = sentence.names.find((other) => other.entity === entity);
      if (name !== undefined) [place, likeness] = [name.first, 1];
    }
    return place < 0 ? [] : [{ word, place, likeness }];
  });
}

/** The share of neighbouring question words that stand in the sentence's order, close together. */
function pairsIn(landings: readonly Landing[], words: number): number {
  if (words < 2) return 0;
  let pairs = 0;
  landings.forEach(({ word, place }, at) => {
    const next = landings[at + 1];
    if (next === undefined || next.word !== word + 1) return;
    const gap = next.place - place;
    if (gap > 0 && gap <= 3) pairs += 1;
  });
  return pairs / (words - 1);
}

function nounIn(noun: Word, sentence: ReadSentence, { terms }: Document): number {
  return Math.max(
    0,
    ...sentence.terms.map((term) => {
      const there = terms[term];
      return there === undefined ? 0 : relatedness(noun, there);
    }),
  );
}

function definesIn(
  { text, words }: ReadSentence,
  landings: readonly Landing[],
  asked: number,
): number {
  if (landings.length < asked / 2) return 0;
  const after = Math.max(...landings.map(({ place }) => place));
  const first = Math.min(...landings.map(({ place }) => place));
  const start = words[first]?.end ?? 0;
  const copula =
    /\b(?:is|are|was|were)\b(?: \w+){0,2} (?:an?|the|one|any|some|used|type)\b|\b(?:refers?|means|describes?|denotes?|consists?|defined)\b/;
  const rest = text.slice(start, start + 260);
  const found = copula.exec(rest);
  const opens = first <= 4 ? 1 : 0.5;
  if (found !== null && after - first < 12) return opens;
  if (/^[^.]{0,20},? (?:an?|the|which|who) /.test(rest)) return 0.4 * opens;
  return 0;
}

const pronouns = new Set(
  'he she it they his her its their this these that those such both'.split(' '),
);

function opensWithPronoun({ words }: ReadSentence): number {
  if (words.slice(0, 6).some(({ form }) => pronouns.has(form))) return 1;
  return words[0]?.form === 'the' ? 0.6 : 0;
}

/** A caption or a heading: no full stop, or hardly a word. */
function isFragment({ text, words }: ReadSentence): boolean {
  return words.length < 5 || !/[.!?:]["”’')\]]*\s*$/.test(text);
}

/** The phrase to point at: of the right kind, close to what was asked, and clearly the best one. */
function plainest(phrases: readonly WeighedPhrase[]): Span | undefined {
  const [best, next] = phrases.toSorted((a, b) => b.worth - a.worth || a.start - b.start);
  if (best === undefined || best.fit < 0.6) return undefined;
  if (next !== undefined && next.worth > best.worth * 0.85) return undefined;
  return { start: best.start, end: best.end };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
