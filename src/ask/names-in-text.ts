import type { Word } from '../search/words.ts';
import type { EntityIndex } from './entity-index.ts';

/** A name in a sentence: words `first` to `last`, both included. */
export interface Name {
  readonly first: number;
  readonly last: number;
  /** The known entity it names, and its type; undefined for a row of capitals nobody has listed. */
  readonly entity: number | undefined;
  readonly type: string | undefined;
}

/**
 * The names in a sentence: known ones wherever they stand, the longest first, and rows of words
 * with capitals between them (“the Free Soil Party”, “Ludwig van Beethoven”).
 *
 * @param capitals forms the document prints with a capital inside a sentence; another one that
 *   stands alone at the start of a sentence is no name
 */
export function namesIn(
  text: string,
  words: readonly Word[],
  capitals: ReadonlySet<string>,
  entities: EntityIndex,
): readonly Name[] {
  const names: Name[] = [];
  let place = 0;
  while (place < words.length) {
    const known = knownNameAt(words, place, entities);
    const name = known ?? rowOfCapitals(text, words, place, capitals, entities);
    if (name === undefined) {
      place += 1;
    } else {
      names.push(name);
      place = name.last + 1;
    }
  }
  return names;
}

function knownNameAt(
  words: readonly Word[],
  place: number,
  entities: EntityIndex,
): Name | undefined {
  const form = words[place]?.form ?? '';
  const candidates = [...(entities.get(form) ?? []), ...(entities.get(withoutS(form)) ?? [])];
  const known = candidates.find(({ forms }) =>
    forms.every((part, at) => {
      const there = words[place + at]?.form ?? '';
      return there === part || (at === forms.length - 1 && withoutS(there) === part);
    }),
  );
  return known === undefined
    ? undefined
    : {
        first: place,
        last: place + known.forms.length - 1,
        entity: known.entity,
        type: known.type,
      };
}

/** A form that ends in the ’s of “Ann’s”, whose apostrophe forms do not keep. */
function withoutS(form: string): string {
  return form.endsWith('s') ? form.slice(0, -1) : '';
}

function rowOfCapitals(
  text: string,
  words: readonly Word[],
  first: number,
  capitals: ReadonlySet<string>,
  entities: EntityIndex,
): Name | undefined {
  if (!canBegin(text, words, first, capitals)) return undefined;
  let last = first;
  for (let next = first + 1; next < words.length; next += 1) {
    if (!touches(text, words[next - 1], words[next])) break;
    if (hasCapital(text, words[next])) {
      if (knownNameAt(words, next, entities) !== undefined) break;
      if (!calendar.has(words[next]?.form ?? '')) last = next;
      else break;
    } else if (!joining.has(words[next]?.form ?? '') || next - last > 2) break;
  }
  return { first, last, entity: undefined, type: undefined };
}

function canBegin(
  text: string,
  words: readonly Word[],
  place: number,
  capitals: ReadonlySet<string>,
): boolean {
  const word = words[place];
  if (word === undefined || !hasCapital(text, word) || calendar.has(word.form)) return false;
  if (word.weight < 1) return word.form === 'us' && text.slice(word.start, word.end) !== 'Us';
  const opens =
    place === 0 || /[“"(:.]\s*$/.test(text.slice(Math.max(0, word.start - 2), word.start));
  if (!opens || hasCapital(text, words[place + 1])) return true;
  return capitals.has(word.form);
}

function hasCapital(text: string, word: Word | undefined): boolean {
  return word !== undefined && /\p{Lu}/u.test(text.charAt(word.start));
}

/** Whether nothing but a space, a hyphen or the dot of an initial stands between two words. */
function touches(text: string, before: Word | undefined, after: Word | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  return /^(?:\s|-|\.\s?|\s?&\s?|['’]\s?)?$/.test(text.slice(before.end, after.start));
}

const joining = new Set('of the de la du von van der bin for'.split(' '));

/** Months and weekdays have capitals, but are no names. */
export const calendar: ReadonlySet<string> = new Set(
  `january february march april may june july august september october november december
   jan feb mar apr jun jul aug sept sep oct nov dec
   monday tuesday wednesday thursday friday saturday sunday`.split(/\s+/),
);
