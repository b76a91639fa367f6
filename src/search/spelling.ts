/** A bit for each letter of a word; a longer one forgives no slip. */
const longestWord = 32;

/** How many slips a word of this length may hold and still be read: one for every four letters. */
export function slipsAllowed(length: number): number {
  return length > longestWord ? 0 : Math.min(3, Math.floor(length / 4));
}

/** How many slips lie between a word and another, or `limit + 1` if they are more than `limit`. */
export type Slips = (other: string, limit: number) => number;

/** See `slipsFrom`. */
export function slipsBetween(a: string, b: string, limit: number): number {
  return Math.abs(a.length - b.length) > limit ? limit + 1 : slipsFrom(a)(b, limit);
}

/**
 * Makes a word ready to be compared with many: how many letters must be added, dropped, changed or
 * swapped with their neighbour to turn it into the other (the optimal string alignment distance).
 * A whole column of the table of distances is kept as the bits of a few numbers (Hyyrö 2003, “A
 * bit-vector algorithm for computing Levenshtein and Damerau edit distances”).
 */
export function slipsFrom(word: string): Slips {
  const length = word.length;
  if (length === 0 || length > longestWord) {
    return (other, limit) =>
      other === word ? 0 : Math.min(limit + 1, Math.max(length, other.length));
  }
  const places = placesOf(word);
  const last = 1 << (length - 1);
  return (other, limit) => {
    if (Math.abs(other.length - length) > limit) return limit + 1;
    let slips = length;
    // Where a column rises and falls downwards, where it stays the same diagonally, and the letter before.
    let rises = -1;
    let falls = 0;
    let same = 0;
    let before = 0;
    for (let at = 0; at < other.length; at += 1) {
      const code = other.charCodeAt(at);
      const here = (code < plainLetters ? places[code] : placesOfLetter(word, code)) ?? 0;
      const swapped = ((~same & here) << 1) & before;
      same = (((here & rises) + rises) ^ rises) | here | falls | swapped;
      const risesAcross = falls | ~(same | rises);
      const fallsAcross = same & rises;
      if ((risesAcross & last) !== 0) slips += 1;
      if ((fallsAcross & last) !== 0) slips -= 1;
      const shifted = (risesAcross << 1) | 1;
      rises = (fallsAcross << 1) | ~(same | shifted);
      falls = shifted & same;
      before = here;
    }
    return Math.min(slips, limit + 1);
  };
}

/** Codes up to here are looked up in a table; few words have others. */
const plainLetters = 128;

/** Where each plain letter stands in a word, as bits. */
function placesOf(word: string): Int32Array {
  const places = new Int32Array(plainLetters);
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    if (code < plainLetters) places[code] = (places[code] ?? 0) | (1 << at);
  }
  return places;
}

function placesOfLetter(word: string, code: number): number {
  let places = 0;
  for (let at = 0; at < word.length; at += 1) {
    if (word.charCodeAt(at) === code) places |= 1 << at;
  }
  return places;
}
