import { inverted, type Lists, listOf, listsOf } from './lists.ts';
import { type Meant, Vocabulary } from './vocabulary.ts';
import { type Word, wordsIn } from './words.ts';

/** A word of a question, with the terms that may be meant by it. */
export interface SoughtWord {
  readonly weight: number;
  readonly meant: Meant;
  /** Where the word stands in the question. */
  readonly start: number;
  readonly end: number;
}

/** A part of an index: texts `from` up to, not including, `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * An inverted index over numbered texts. It makes the shortlist: which few texts of many are worth
 * a closer look. A look-up costs the same in a large library as in a small one, because it reads a
 * bounded number of postings, the rarest words' first.
 */
export class TextIndex {
  readonly vocabulary: Vocabulary;
  /** The terms of each text, in its order. */
  readonly #terms: Lists;
  /** The texts that hold each term. */
  readonly #holders: Lists;
  /** Sums of the look-up under way; all 0 in between. */
  readonly #sums: Float32Array;

  constructor(texts: readonly string[]) {
    const numbers = new Map<string, number>();
    const stems: string[] = [];
    const terms = texts.map((text) =>
      wordsIn(text).map(({ form, stem }) => {
        const known = numbers.get(form);
        if (known !== undefined) return known;
        numbers.set(form, stems.length);
        stems.push(stem);
        return stems.length - 1;
      }),
    );
    this.vocabulary = new Vocabulary([...numbers.keys()], stems);
    this.#terms = listsOf(terms);
    this.#holders = inverted(this.#terms, stems.length);
    this.#sums = new Float32Array(texts.length);
  }

  get size(): number {
    return this.#sums.length;
  }

  termsOf(text: number): Uint32Array {
    return listOf(this.#terms, text);
  }

  /** A question's words, looked up. Two that are only known as one are joined: “tik tok”. */
  sought(question: readonly Word[]): readonly SoughtWord[] {
    return this.#joined(question).map((word) => ({
      weight: word.weight,
      meant: this.vocabulary.meantBy(word),
      start: word.start,
      end: word.end,
    }));
  }

  /** The texts that hold most of what is sought, rare words counting for more; the best first. */
  shortlist(
    sought: readonly SoughtWord[],
    most: number,
    range: Range = this.#all(),
  ): readonly number[] {
    const touched: number[] = [];
    let budget = mostPostings;
    for (const { word, count } of this.#rarestFirst(sought, range)) {
      if (count > budget && touched.length > 0) break;
      for (const [term, likeness] of word.meant) {
        const holders = this.#holdersIn(range, term).subarray(0, mostPostings);
        const gain = word.weight * likeness * Math.log(1 + this.size / holders.length);
        for (const text of holders) {
          const sum = this.#sums[text] ?? 0;
          if (sum === 0) touched.push(text);
          this.#sums[text] = sum + gain;
        }
        budget -= holders.length;
      }
    }
    const best = highest(touched, this.#sums, most);
    for (const text of touched) this.#sums[text] = 0;
    return best;
  }

  #all(): Range {
    return { from: 0, to: this.size };
  }

  #rarestFirst(sought: readonly SoughtWord[], range: Range) {
    const holders = ({ meant }: SoughtWord) =>
      [...meant.keys()].reduce((sum, term) => sum + this.#holdersIn(range, term).length, 0);
    return sought.map((word) => ({ word, count: holders(word) })).sort((a, b) => a.count - b.count);
  }

  #holdersIn(range: Range, term: number): Uint32Array {
    return within(listOf(this.#holders, term), range);
  }

  #joined(words: readonly Word[]): readonly Word[] {
    const joined: Word[] = [];
    const known = (form: string) => this.vocabulary.numberOf(form) !== undefined;
    for (const word of words) {
      const last = joined.at(-1);
      const pair = last === undefined ? '' : last.form + word.form;
      if (last !== undefined && !(known(word.form) && known(last.form)) && known(pair)) {
        joined[joined.length - 1] = {
          ...word,
          form: pair,
          stem: pair,
          weight: 1,
          start: last.start,
        };
      } else {
        joined.push(word);
      }
    }
    return joined;
  }
}

/** How many postings a look-up reads at most, give or take a word. */
const mostPostings = 30_000;

function within(holders: Uint32Array, { from, to }: Range): Uint32Array {
  return holders.subarray(firstNotBelow(holders, from), firstNotBelow(holders, to));
}

function firstNotBelow(ascending: Uint32Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The `most` texts with the highest sums, best first, without sorting all of them. */
function highest(texts: readonly number[], sums: Float32Array, most: number): readonly number[] {
  const sumOf = (text: number) => sums[text] ?? 0;
  const bar = texts.length > 2 * most ? barFor(texts, sums, most) : 0;
  return texts
    .filter((text) => sumOf(text) >= bar)
    .sort((a, b) => sumOf(b) - sumOf(a) || a - b)
    .slice(0, most);
}

const bins = 512;

/** A sum that at least `most` texts reach, and few more: read off a histogram. */
function barFor(texts: readonly number[], sums: Float32Array, most: number): number {
  let top = 0;
  for (const text of texts) top = Math.max(top, sums[text] ?? 0);
  const counts = new Uint32Array(bins + 1);
  for (const text of texts) {
    const bin = Math.floor(((sums[text] ?? 0) / top) * bins);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  let reached = 0;
  for (let bin = bins; bin > 0; bin -= 1) {
    reached += counts[bin] ?? 0;
    if (reached >= most) return (bin / bins) * top;
  }
  return 0;
}
