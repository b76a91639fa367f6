import { inverted, type Lists, listOf, listsOf } from './lists.ts';
import { slipsAllowed, slipsFrom } from './spelling.ts';

/**
 * Known words, found again through slips of the pen, by a partition of each (Li, Deng, Wang and Feng
 * 2011, “Pass-Join: a partition-based method for similarity joins”). A word that may hold k slips is
 * cut into k + 1 segments: with k slips in it, one segment is still as it was.
 */
export class SlipIndex {
  /** The terms that have a segment, by a hash of its letters, its number and the word's length. */
  readonly #holders: Lists;
  readonly #hashes: number;
  /** Which letters each term has, as bits. */
  readonly #letters: Uint32Array;
  /** 1 for a term that the look-up under way has come across; all 0 in between. */
  readonly #seen: Uint8Array;

  /** @param forms the known words in the order of their numbers */
  constructor(private readonly forms: readonly string[]) {
    this.#hashes = 2 ** Math.ceil(Math.log2(4 * forms.length + 1));
    const hashes = forms.map((form) =>
      segmentsOf(form.length).map((segment) => this.#hashOf(form, segment, form.length)),
    );
    this.#holders = inverted(listsOf(hashes), this.#hashes);
    this.#letters = Uint32Array.from(forms, lettersOf);
    this.#seen = new Uint8Array(forms.length);
  }

  /** The known terms that an unknown word may be a slip of, each with how many slips lie between. */
  near(form: string): readonly (readonly [term: number, slips: number])[] {
    const slipsTo = slipsFrom(form);
    // A slip may have lost a letter, so it is the word that is meant whose length counts.
    const limit = slipsAllowed(form.length + 1);
    const near: (readonly [number, number])[] = [];
    for (let length = form.length - limit; length <= form.length + limit; length += 1) {
      const most = Math.min(limit, slipsAllowed(length));
      for (const term of this.#sharingSegment(form, length, most)) {
        const known = this.forms[term] ?? '';
        const slips = slipsTo(known, most);
        // Hashes of different lengths may be equal.
        if (slips <= most && known.length === length) near.push([term, slips]);
      }
    }
    return near;
  }

  /** Among these are all terms of a length that lie at most so many slips away. */
  #sharingSegment(form: string, length: number, most: number): readonly number[] {
    const terms: number[] = [];
    const letters = lettersOf(form);
    for (const segment of knownPlacesOf(form.length, length, most)) {
      for (const term of listOf(this.#holders, this.#hashOf(form, segment, length))) {
        if (this.#seen[term] === 1) continue;
        if (lettersApart(letters, this.#letters[term] ?? 0) > most) continue;
        this.#seen[term] = 1;
        terms.push(term);
      }
    }
    for (const term of terms) this.#seen[term] = 0;
    return terms;
  }

  #hashOf(form: string, { number, from, to, first, last }: Segment, length: number): number {
    let hash = Math.imul(length * 4 + number + 1, 0x9e3779b1);
    for (let at = from; at < to; at += 1) {
      const letter = form.charCodeAt(at === from ? first : at === to - 1 ? last : at);
      hash = Math.imul(hash ^ letter, 0x01000193);
    }
    return ((hash ^ (hash >>> 15)) >>> 0) % this.#hashes;
  }
}

/** A segment of a known word, as it is found in a word: the letters `from` up to, not including, `to`. */
interface Segment {
  readonly number: number;
  readonly from: number;
  readonly to: number;
  /** Where its first and its last letter stand: elsewhere, if they are swapped with a neighbour's. */
  readonly first: number;
  readonly last: number;
}

/** The segments of a known word, two letters or more each; none of a word that forgives no slip. */
function segmentsOf(length: number): readonly Segment[] {
  const slips = slipsAllowed(length);
  const border = (number: number) => Math.floor((number * length) / (slips + 1));
  return Array.from({ length: slips === 0 ? 0 : slips + 1 }, (_, number) => {
    const [from, to] = [border(number), border(number + 1)];
    return { number, from, to, first: from, last: to - 1 };
  });
}

/**
 * Where the segments of a known word may stand in a word with at most so many slips, one of them at
 * least. Of the segments without a slip one has exactly as many slips before it as segments, so it
 * has moved by no more than those, and the slips left after it account for the rest of the difference
 * in length. A swap across the border of two segments is a slip in neither; it is swapped back.
 */
function placesOf(length: number, knownLength: number, slips: number): readonly Segment[] {
  const longer = length - knownLength;
  return segmentsOf(knownLength).flatMap(({ number, from, to }) =>
    swapsAtBorders.flatMap(([left, right]) => {
      const after = slips - number - left - right;
      const least = Math.max(-number, longer - after);
      const most = Math.min(number, longer + after);
      if (after < 0 || most < least) return [];
      return Array.from({ length: most - least + 1 }, (_, step) => least + step)
        .map((moved) => ({
          number,
          from: from + moved,
          to: to + moved,
          first: from + moved - left,
          last: to + moved - 1 + right,
        }))
        .filter(({ first, last }) => first >= 0 && last < length);
    }),
  );
}

const swapsAtBorders = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
] as const;

/** Places are those of every word of a length, and there are few lengths. */
const places = new Map<string, readonly Segment[]>();

function knownPlacesOf(length: number, knownLength: number, slips: number): readonly Segment[] {
  const lengths = `${length} ${knownLength} ${slips}`;
  const known = places.get(lengths) ?? placesOf(length, knownLength, slips);
  places.set(lengths, known);
  return known;
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
