import type { Word } from '../search/words.ts';
import { phraseKinds } from './answer-kind.ts';
import type { Term } from './document.ts';
import type { Question } from './question.ts';
import { type Likeness, termsMeant } from './sought-words.ts';
import type { Topic } from './speech.ts';
import { sum } from './sum.ts';
import { tellingWords } from './telling-words.ts';

/** How a question resembles those that a curator foresaw for a sentence, each from 0 to 1. */
export interface Resemblance {
  /** The share of words and names that it and the one most like it have in common; rare ones count more. */
  readonly shared: number;
  /** The share of its words and names that the ways of asking that one hold, or of words the sentence. */
  readonly held: number;
  /** The share of the names in either that both name. */
  readonly sameNames: number;
  /** As `shared`, of those that may have the same answer. */
  readonly sharedOfKind: number;
  /** 1 if none of them may have the same answer. */
  readonly noneOfKind: number;
}

export const resemblanceNames = [
  'shared',
  'held',
  'sameNames',
  'sharedOfKind',
  'noneOfKind',
] as const satisfies readonly (keyof Resemblance)[];

/** One way to ask something: its words by number, whom it names, and what would answer it. */
export interface Way {
  readonly ask: string;
  readonly terms: readonly number[];
  readonly names: ReadonlySet<string>;
  readonly kind: Question['kind'];
  readonly measure: Question['measure'];
  /** Whether it asks about the saying of something: who, when, where, to whom. */
  readonly ofSaying: boolean;
  /** Whether it asks who thinks or wants something. */
  readonly ofThinking: boolean;
}

/** The numbered words of the questions that are known, and how much each tells one from others. */
export interface Vocabulary {
  readonly terms: readonly Term[];
  readonly rarities: readonly number[];
  readonly nameRarity: (name: string) => number;
}

/** A question that was asked, in the terms of those that are known. */
export interface Sought extends Omit<Way, 'ask' | 'terms'> {
  readonly words: readonly SoughtWord[];
  /** All the words it was asked in. */
  readonly said: readonly Word[];
  readonly vocabulary: Vocabulary;
}

interface SoughtWord {
  readonly terms: Likeness;
  readonly rarity: number;
}

export function soughtIn(topic: Topic, names: ReadonlySet<string>, vocabulary: Vocabulary): Sought {
  const { question, ofSaying, ofThinking } = topic;
  const { kind, measure } = question;
  const words = tellingWords(topic).map((word) => {
    const terms = termsMeant(word, vocabulary);
    const rarity = Math.min(1, ...[...terms.keys()].map((term) => vocabulary.rarities[term] ?? 1));
    return { terms, rarity };
  });
  return { words, said: topic.words, names, kind, measure, ofSaying, ofThinking, vocabulary };
}

/** How a question resembles one that was foreseen. */
export interface Comparison extends Pick<Resemblance, 'shared' | 'held' | 'sameNames'> {
  /** As `shared`, of its ways that may have the same answer; undefined if none does. */
  readonly sharedOfKind: number | undefined;
  /** The way to ask it that comes nearest. */
  readonly ask: string;
  /** What to rank by: of two that share as much, one of the same kind is nearer than one of another. */
  readonly worth: number;
}

/** @param held what the ways to ask and the sentence that answers hold */
export function comparison(
  sought: Sought,
  ways: readonly Way[],
  held: ReadonlySet<number>,
): Comparison {
  const kind = phraseKind(sought);
  const compared = ways.map((way) => {
    const { shared, sameNames } = sharing(sought, way);
    const own = phraseKind(way);
    const isSame =
      kind === own &&
      (kind !== undefined || sought.kind === way.kind) &&
      measuresAgree(way, sought);
    const isOther = kind !== undefined && own !== undefined;
    const bonus = isSame ? sameKind : isOther ? -otherKind : 0;
    const ofKind = mayAnswer(way, sought);
    return { ask: way.ask, shared, sameNames, ofKind, worth: shared + bonus };
  });
  const ofKind = compared.filter((each) => each.ofKind).map(({ shared }) => shared);
  const likest = compared.reduce((best, each) => (each.worth > best.worth ? each : best), nothing);
  return {
    shared: likest.shared,
    held: sharedWithAll(sought, ways, held),
    sameNames: likest.sameNames,
    ask: likest.ask,
    sharedOfKind: ofKind.length === 0 ? undefined : Math.max(...ofKind),
    worth: likest.worth,
  };
}

/** The share of what is asked about that a foreseen question holds in any of its ways. */
function sharedWithAll(
  { words, names, vocabulary: { nameRarity } }: Sought,
  ways: readonly Way[],
  held: ReadonlySet<number>,
): number {
  const named = [...names].filter((name) => ways.some((way) => way.names.has(name)));
  const all = sum(words, ({ rarity }) => rarity) + sum([...names], nameRarity);
  const found = sum(words, ({ terms, rarity }) => rarity * nearest(terms, held));
  return all === 0 ? 1 : (found + sum(named, nameRarity)) / all;
}

const nothing = { ask: '', shared: 0, sameNames: 0, ofKind: false, worth: -1 };

const sameKind = 0.1;
const otherKind = 0.3;

/** Dice's coefficient of words and names, each by its rarity. */
function sharing(
  { words, names, vocabulary }: Sought,
  way: Way,
): Pick<Resemblance, 'shared' | 'sameNames'> {
  const { rarities, nameRarity } = vocabulary;
  const commonNames = sum(
    [...names].filter((name) => way.names.has(name)),
    nameRarity,
  );
  const allNames = sum([...new Set([...names, ...way.names])], nameRarity);
  const own = sum(words, ({ rarity }) => rarity);
  const theirs = sum(way.terms, (term) => rarities[term] ?? 1);
  const found = sum(words, ({ terms, rarity }) => rarity * nearest(terms, way.terms));
  const met = sum(way.terms, (term) => {
    const likeness = Math.max(0, ...words.map(({ terms }) => terms.get(term) ?? 0));
    return likeness * (rarities[term] ?? 1);
  });
  return {
    shared: (found + met + 2 * commonNames) / (own + theirs + commonNames + allNames || 1),
    sameNames: allNames === 0 ? 1 : commonNames / allNames,
  };
}

/**
 * Whether an answer, by its words of weight, says only what the question says already: why he opposes the
 * deal is not that he opposes it. Only whether something is so, or how, may be told by that.
 */
export function isSaidInQuestion(answer: readonly Word[], { kind, said }: Sought): boolean {
  return (
    (phraseKinds.has(kind) || kind === 'thing') &&
    answer.length > 0 &&
    answer.every(({ form, stem }) => said.some((word) => word.form === form || word.stem === stem))
  );
}

/** Whether what answers the one may answer the other; “what was it worth” asks for a number too. */
function mayAnswer(way: Way, sought: Sought): boolean {
  // What is done, and how, is not whether it is done.
  if (sought.kind === 'yes-no') return way.kind === 'yes-no';
  if (phraseKind(way) === phraseKind(sought)) return measuresAgree(way, sought);
  return sought.kind === 'thing' && way.kind !== 'reason' && !way.ofSaying;
}

/** How long something takes tells nothing of what it costs; how big a debt is may be told in money. */
function measuresAgree({ measure: one }: Way, { measure: other }: Sought): boolean {
  if (one === undefined || other === undefined || one === other) return true;
  return (one === 'size' || other === 'size') && one !== 'duration' && other !== 'duration';
}

/**
 * The short phrase that is sought, if any. “Who” asks for people and for bodies; who said or thinks
 * something, and when or where, is not who does it, and when or where it happens.
 */
function phraseKind({
  kind,
  ofSaying,
  ofThinking,
}: Omit<Way, 'ask' | 'terms'>): string | undefined {
  if (!phraseKinds.has(kind)) return undefined;
  const sought = kind === 'organisation' ? 'person' : kind;
  if (ofThinking && sought === 'person') return 'person of thinking';
  return ofSaying && toldOfSaying.has(sought) ? `${sought} of saying` : sought;
}

const toldOfSaying: ReadonlySet<Question['kind']> = new Set(['person', 'date', 'place']);

function nearest(terms: Likeness, among: Iterable<number>): number {
  let best = 0;
  for (const term of among) best = Math.max(best, terms.get(term) ?? 0);
  return best;
}
