import type { Asked } from './asked.ts';
import type { Term } from './document.ts';
import { phraseKinds, type Question } from './question.ts';
import { type Likeness, termsMeant } from './sought-words.ts';
import { sum } from './sum.ts';

/** How a question is like one that the curator foresees for a sentence, each from 0 to 1. */
export interface Resemblance {
  /** The share of both questions' words and names that they have in common; rare ones count more. */
  readonly shared: number;
  /** The share of the asked one's words that its ways of asking or the sentence hold. */
  readonly held: number;
  /** The share of the names in either that both name. */
  readonly sameNames: number;
  /** As much as `shared`, if both ask for the same kind of answer. */
  readonly alike: number;
  /** As much as `shared`, if a short phrase is sought that no way of asking asks for. */
  readonly unlike: number;
}

export const resemblanceNames = [
  'shared',
  'held',
  'sameNames',
  'alike',
  'unlike',
] as const satisfies readonly (keyof Resemblance)[];

/** One way to ask something: its words by number, whom it names, and what would answer it. */
export interface Way {
  readonly terms: readonly number[];
  readonly names: ReadonlySet<string>;
  readonly kind: Question['kind'];
}

/** The numbered words of the questions that are known, and how much each tells one from others. */
export interface Vocabulary {
  readonly terms: readonly Term[];
  readonly rarities: readonly number[];
  readonly nameRarity: (name: string) => number;
}

/** A question that was asked, in the terms of those that are known. */
export interface Sought extends Pick<Way, 'names' | 'kind'> {
  readonly words: readonly SoughtWord[];
  readonly vocabulary: Vocabulary;
}

interface SoughtWord {
  readonly terms: Likeness;
  readonly rarity: number;
}

export function soughtIn(
  { content, question }: Asked,
  names: ReadonlySet<string>,
  vocabulary: Vocabulary,
): Sought {
  const words = content.map((word) => {
    const terms = termsMeant(word, vocabulary);
    const rarity = Math.min(1, ...[...terms.keys()].map((term) => vocabulary.rarities[term] ?? 1));
    return { terms, rarity };
  });
  return { words, names, kind: question.kind, vocabulary };
}

/** @param held what the ways to ask and the sentence that answers hold */
export function resemblanceTo(
  sought: Sought,
  ways: readonly Way[],
  held: ReadonlySet<number>,
): Resemblance {
  const likest = ways
    .map((way) => ({ ...sharing(sought, way), alike: isAlike(sought, way) }))
    .reduce((best, each) => (better(each, best) ? each : best), nothingShared);
  const all = sum(sought.words, ({ rarity }) => rarity);
  const found = sum(sought.words, ({ terms, rarity }) => rarity * nearest(terms, held));
  const { shared, sameNames, alike } = likest;
  return {
    shared,
    held: all === 0 ? 1 : found / all,
    sameNames,
    alike: alike ? shared : 0,
    unlike: kindOf(sought) !== undefined && !ways.some((way) => isAlike(sought, way)) ? shared : 0,
  };
}

interface Sharing {
  readonly shared: number;
  readonly sameNames: number;
  readonly alike: boolean;
}

const nothingShared: Sharing = { shared: 0, sameNames: 0, alike: false };

/** A way that asks for the same kind of answer is nearer than one that shares a little more. */
function better(one: Sharing, other: Sharing): boolean {
  return one.shared + Number(one.alike) / 10 > other.shared + Number(other.alike) / 10;
}

/** Dice's coefficient of words and names, each by its rarity. */
function sharing({ words, names, vocabulary }: Sought, way: Way) {
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

function isAlike(sought: Pick<Way, 'kind'>, way: Way): boolean {
  const kind = kindOf(sought);
  return sought.kind === way.kind || (kind !== undefined && kind === kindOf(way));
}

/** The short phrase that is sought, if any; “who” asks for people and for bodies. */
function kindOf({ kind }: Pick<Way, 'kind'>): Question['kind'] | undefined {
  if (!phraseKinds.has(kind)) return undefined;
  return kind === 'organisation' ? 'person' : kind;
}

function nearest(terms: Likeness, among: Iterable<number>): number {
  let best = 0;
  for (const term of among) best = Math.max(best, terms.get(term) ?? 0);
  return best;
}
