import type { Word } from '../search/words.ts';
import { phraseKinds } from './answer-kind.ts';
import { mayBePerson } from './asking-words.ts';
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
  /** As `held`, by any of them. */
  readonly heldByAny: number;
}

export const resemblanceNames = [
  'shared',
  'held',
  'sameNames',
  'sharedOfKind',
  'noneOfKind',
  'heldByAny',
] as const satisfies readonly (keyof Resemblance)[];

/** What is found in questions, in a sentence: words by number, and names. */
export interface Held {
  readonly terms: ReadonlySet<number>;
  readonly names: ReadonlySet<string>;
}

/** One way to ask something: its words, whom it names, and what would answer it. */
export interface Way extends Held {
  readonly ask: string;
  readonly kind: Question['kind'];
  readonly measure: Question['measure'];
  /** Whether it asks about the saying of something: who, when, where, to whom. */
  readonly ofSaying: boolean;
  /** Whether it asks who thinks or wants something. */
  readonly ofThinking: boolean;
  /** By what somebody is called whose words it asks for, and for whom only others may speak. */
  readonly unheard: ReadonlySet<string> | undefined;
}

/** The numbered words of the questions that are known, and how much each word and name tells. */
export interface Vocabulary {
  readonly terms: readonly Term[];
  readonly rarities: readonly number[];
  readonly nameRarity: (name: string) => number;
}

/** A question that was asked, in the terms of those that are known. */
export interface Sought extends Omit<Way, 'ask' | 'terms'> {
  /** Whether it asks for a body by a noun that no person is called by: “which court”. */
  readonly ofBody: boolean;
  readonly words: readonly SoughtWord[];
  /** How near each term that is near any of its words is to the nearest of them. */
  readonly near: Likeness;
  /** All the words it was asked in. */
  readonly said: readonly Word[];
  /** What its words and names tell in all. */
  readonly weight: number;
  readonly vocabulary: Vocabulary;
}

interface SoughtWord {
  readonly terms: Likeness;
  readonly rarity: number;
}

export function soughtIn(topic: Topic, names: ReadonlySet<string>, vocabulary: Vocabulary): Sought {
  const { question, ofSaying, ofThinking, unheard } = topic;
  const { kind, measure, noun } = question;
  const ofBody = kind === 'organisation' && noun !== undefined && !mayBePerson(noun.form);
  const words = tellingWords(topic).map((word) => {
    const terms = termsMeant(word, vocabulary);
    const rarity = Math.min(1, ...[...terms.keys()].map((term) => vocabulary.rarities[term] ?? 1));
    return { terms, rarity };
  });
  const asks = { names, kind, measure, ofBody, ofSaying, ofThinking, unheard };
  const weight = sum(words, ({ rarity }) => rarity) + sum([...names], vocabulary.nameRarity);
  return { ...asks, words, near: nearAny(words), said: topic.words, weight, vocabulary };
}

function nearAny(words: readonly SoughtWord[]): Likeness {
  const near = new Map<number, number>();
  for (const { terms } of words) {
    for (const [term, likeness] of terms) near.set(term, Math.max(likeness, near.get(term) ?? 0));
  }
  return near;
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
export function comparison(sought: Sought, ways: readonly Way[], held: Held): Comparison {
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
    held: shareHeld(sought, held),
    sameNames: likest.sameNames,
    ask: likest.ask,
    sharedOfKind: ofKind.length === 0 ? undefined : Math.max(...ofKind),
    worth: likest.worth,
  };
}

const nothing = { ask: '', shared: 0, sameNames: 0, ofKind: false, worth: -1 };

const sameKind = 0.1;
const otherKind = 0.3;

/** The share of a question’s words and names that something holds; rare ones count more. */
export function shareHeld({ words, names, weight, vocabulary }: Sought, held: Held): number {
  if (weight === 0) return 1;
  const named = [...names].filter((name) => held.names.has(name));
  const found = sum(words, ({ terms, rarity }) => rarity * nearest(terms, held.terms));
  return (found + sum(named, vocabulary.nameRarity)) / weight;
}

/** Dice's coefficient of words and names, each by its rarity. */
function sharing(sought: Sought, way: Way): Pick<Resemblance, 'shared' | 'sameNames'> {
  const { words, near, names, weight } = sought;
  const { rarities, nameRarity } = sought.vocabulary;
  const common = sum(
    [...names].filter((name) => way.names.has(name)),
    nameRarity,
  );
  const further = sum(
    [...way.names].filter((name) => !names.has(name)),
    nameRarity,
  );
  let [found, theirs, met] = [0, 0, 0];
  for (const { terms, rarity } of words) found += rarity * nearest(terms, way.terms);
  for (const term of way.terms) {
    const rarity = rarities[term] ?? 1;
    theirs += rarity;
    met += rarity * (near.get(term) ?? 0);
  }
  const all = sum([...names], nameRarity) + further;
  return {
    shared: (found + met + 2 * common) / (weight + theirs + common + further || 1),
    sameNames: all === 0 ? 1 : common / all,
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
  if (sought.unheard !== undefined && !areOfOne(sought.unheard, way.unheard)) return false;
  // Nothing but a name in common is in common with every question that has the name.
  if (sought.words.length > 0 && way.terms.size === 0) return false;
  // What is done, and how, is not whether it is done.
  if (sought.kind === 'yes-no') return way.kind === 'yes-no';
  if (phraseKind(way) === phraseKind(sought)) return measuresAgree(way, sought);
  return sought.kind === 'thing' && !neverThings.has(way.kind) && !way.ofSaying;
}

/** Whether both ask for the words of the same. */
function areOfOne(one: ReadonlySet<string>, other: ReadonlySet<string> | undefined): boolean {
  return [...one].some((calling) => other?.has(calling));
}

/** “What” asks for no time and no reason. */
const neverThings: ReadonlySet<Question['kind']> = new Set(['reason', 'date']);

/** How long something takes tells nothing of what it costs; how big a debt is may be told in money. */
function measuresAgree({ measure: one }: Way, { measure: other }: Sought): boolean {
  if (one === undefined || other === undefined || one === other) return true;
  return (one === 'size' || other === 'size') && one !== 'duration' && other !== 'duration';
}

/**
 * The short phrase that is sought, if any. “Who” asks for people and for bodies, and not whose; who said or thinks
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

/** How near the nearest of some terms is that is held. */
function nearest(terms: Likeness, held: ReadonlySet<number>): number {
  let best = 0;
  for (const [term, likeness] of terms) if (likeness > best && held.has(term)) best = likeness;
  return best;
}
