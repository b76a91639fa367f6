import { inverted, type Lists, listOf, listsOf } from './lists.ts';
import { slipsAllowed, slipsBetween, slipsFrom } from './spelling.ts';
import type { Word } from './words.ts';

/** How alike two words are, from 0 to 1. */
export const likeness = { same: 1, sameStem: 0.92, perSlip: 0.1, shortSlip: 0.65 } as const;

/** A known word too short to forgive a slip, but for one that is plain beside other words: “ap”, “teh”. */
const shortWord = 3;

/** The terms that may be meant by a word, each with its likeness. */
export type Meant = ReadonlyMap<number, number>;

/**
 * The different words of a library, numbered, and found again by form, by stem, by their first
 * letters and through slips of the pen. Nothing here walks the whole vocabulary.
 */
export class Vocabulary {
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #byStem: ReadonlyMap<string, readonly number[]>;
  readonly #pairKeys: number;
  readonly #pairs: Lists;
  /** Which letters each term has, as bits. */
  readonly #letters: Uint32Array;
  readonly #alphabetical: Uint32Array;
  /** 1 for a term that the look-up under way has come across; all 0 in between. */
  readonly #seen: Uint8Array;

  /** @param forms the terms in the order of their numbers, and their stems */
  constructor(
    private readonly forms: readonly string[],
    stems: readonly string[],
  ) {
    this.#numbers = new Map(forms.map((form, term) => [form, term]));
    const byStem = new Map<string, number[]>();
    stems.forEach((stem, term) => {
      const terms = byStem.get(stem);
      if (terms === undefined) byStem.set(stem, [term]);
      else terms.push(term);
    });
    this.#byStem = byStem;
    this.#pairKeys = Math.max(64, 4 * forms.length);
    this.#pairs = inverted(
      listsOf(forms.map((form) => this.#letterPairs(form, form.length))),
      this.#pairKeys,
    );
    this.#alphabetical = Uint32Array.from(forms.keys()).sort((a, b) =>
      compare(forms[a] ?? '', forms[b] ?? ''),
    );
    this.#letters = Uint32Array.from(forms, lettersOf);
    this.#seen = new Uint8Array(forms.length);
  }

  formOf(term: number): string {
    return this.forms[term] ?? '';
  }

  numberOf(form: string): number | undefined {
    return this.#numbers.get(form);
  }

  /** The known terms that a word stands for: itself and its inflections. */
  inflectionsOf({ form, stem }: Pick<Word, 'form' | 'stem'>): Meant {
    const meant = new Map<number, number>();
    for (const term of this.#byStem.get(stem) ?? []) meant.set(term, likeness.sameStem);
    const same = this.#numbers.get(form);
    if (same !== undefined) meant.set(same, likeness.same);
    return meant;
  }

  /** The terms a half-typed word may become. */
  beginningWith(letters: string, most: number): Meant {
    const meant = new Map<number, number>();
    for (let at = this.#firstNotBefore(letters); meant.size < most; at += 1) {
      const term = this.#alphabetical[at];
      const form = term === undefined ? undefined : this.forms[term];
      if (term === undefined || form === undefined || !form.startsWith(letters)) break;
      meant.set(term, form === letters ? likeness.same : likeness.sameStem);
    }
    return meant;
  }

  /** The known terms that an unknown word may be a slip of. */
  misspelt(form: string): Meant {
    const meant = new Map<number, number>();
    // A slip may have lost a letter, so it is the word that is meant whose length counts.
    const limit = slipsAllowed(form.length + 1);
    for (const term of this.#shortMisspelt(form)) meant.set(term, likeness.shortSlip);
    const slipsTo = slipsFrom(form);
    const letters = lettersOf(form);
    for (let length = form.length - limit; length <= form.length + limit; length += 1) {
      const most = Math.min(limit, slipsAllowed(length));
      if (Math.abs(length - form.length) > most) continue;
      for (const term of this.#sharingPairs(form, letters, length, most)) {
        const slips = slipsTo(this.formOf(term), most);
        if (slips <= most) meant.set(term, likeness.same - likeness.perSlip * slips);
      }
    }
    return meant;
  }

  /** Words of three letters that begin alike, and of which a letter is lost, doubled or swapped. */
  #shortMisspelt(form: string): readonly number[] {
    if (Math.abs(form.length - shortWord) > 1) return [];
    const letters = lettersOf(form);
    return this.#sharingPairs(form, letters, shortWord, 1).filter((term) => {
      const known = this.formOf(term);
      const sameLetters = this.#letters[term] === letters;
      return known[0] === form[0] && sameLetters && slipsBetween(form, known, 1) === 1;
    });
  }

  /**
   * Terms of a length that may be `most` slips away. A slip spoils at most three pairs of letters:
   * that many does a swap inside the word. Of any more pairs a term in reach shares one, so that the
   * rarest are enough to look at.
   */
  #sharingPairs(form: string, letters: number, length: number, most: number): readonly number[] {
    if (most === 0) return [];
    const holders = this.#letterPairs(form, length).map((pair) => listOf(this.#pairs, pair));
    const rarest = holders.sort((a, b) => a.length - b.length).slice(0, 3 * most + 1);
    const terms: number[] = [];
    for (const list of rarest) {
      for (const term of list) {
        if (this.#seen[term] === 1) continue;
        if (lettersApart(letters, this.#letters[term] ?? 0) > most) continue;
        this.#seen[term] = 1;
        terms.push(term);
      }
    }
    for (const term of terms) this.#seen[term] = 0;
    return terms;
  }

  /** A number for each pair of neighbouring letters in a word of a given length; some may collide. */
  #letterPairs(form: string, length: number): readonly number[] {
    const keys = new Set<number>();
    let before = 94;
    for (let at = 0; at <= form.length; at += 1) {
      const letter = at < form.length ? form.charCodeAt(at) : 36;
      keys.add(((before * 613 + letter * 7) * 31 + Math.min(length, 31)) % this.#pairKeys);
      before = letter;
    }
    return [...keys];
  }

  #firstNotBefore(letters: string): number {
    let low = 0;
    let high = this.#alphabetical.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const form = this.forms[this.#alphabetical[middle] ?? 0] ?? '';
      if (form < letters) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function lettersOf(form: string): number {
  let letters = 0;
  for (let at = 0; at < form.length; at += 1) letters |= 1 << (form.charCodeAt(at) & 31);
  return letters >>> 0;
}

/** How many letters one word has and the other has not, whichever lacks more: never above the slips. */
function lettersApart(a: number, b: number): number {
  return Math.max(bitsIn(a & ~b), bitsIn(b & ~a));
}

/** Adds the bits up in pairs, fours and bytes, all at once. */
function bitsIn(number: number): number {
  const pairs = number - ((number >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
