import { negates } from './decisive-words.ts';
import type { Word } from './words.ts';

/** Whether a negation among some words governs the one at a place, or is it. */
export function isNegated(words: readonly Word[], at: number): boolean {
  return words
    .slice(0, at + 1)
    .some(({ form }, from) => negates(form) && (from === at || governs(words, from, at)));
}

/** Whether a negation reaches from one place to another: it is near, and no clause begins between. */
export function governs(words: readonly Word[], from: number, to: number): boolean {
  return to - from <= reach && !words.slice(from + 1, to).some(({ form }) => newClause.has(form));
}

/** How many words on a negation may still govern: “never even once asked for …”. */
const reach = 4;

/** After these words another clause begins, which a negation before them leaves alone. */
const newClause: ReadonlySet<string> = new Set(
  'and but or that whether if because while when who which what where how as than'.split(' '),
);
