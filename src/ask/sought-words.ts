import { slipsAllowed, slipsBetween } from '../search/spelling.ts';
import type { Word } from '../search/words.ts';
import type { Document } from './document.ts';
import { relatednessTo } from './related-words.ts';

/** How near terms of a document, by their numbers, are to a word; others are not near at all. */
export type Likeness = ReadonlyMap<number, number>;

/** The inverse document frequency (Spärck Jones, 1972) of a word, as a share of the highest. */
export function rarityOf(holders: number, sentences: number): number {
  return Math.log((sentences + 1) / (holders + 0.5)) / Math.log((sentences + 1) / 0.5);
}

/** The terms near a word in meaning; if none is very near, those it may be a misspelling of. */
export function termsMeant(word: Word, { terms }: Pick<Document, 'terms'>): Likeness {
  const meant = new Map<number, number>();
  const relatedness = relatednessTo(word);
  terms.forEach((term, number) => {
    const likeness = relatedness(term);
    if (likeness > 0) meant.set(number, likeness);
  });
  const limit = slipsAllowed(word.form.length);
  if (limit === 0 || [...meant.values()].some((likeness) => likeness > misspelt)) return meant;
  terms.forEach(({ form }, number) => {
    const most = Math.min(limit, slipsAllowed(form.length));
    if (most > 0 && slipsBetween(word.form, form, most) <= most) meant.set(number, misspelt);
  });
  return meant;
}

const misspelt = 0.6;
