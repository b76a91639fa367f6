import { FunctionPairs } from './function-pairs.ts';
import { inverted, type Lists, listOf } from './lists.ts';
import type { Tokens } from './tokens.ts';
import { likeness, type Meant, Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

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
  readonly #pairs: FunctionPairs;
  /** Sums of the look-up under way; all 0 in between. */
  readonly #sums: Float32Array;

  constructor({ forms, stems, terms }: Tokens) {
    this.vocabulary = new Vocabulary(forms, stems);
    this.#terms = terms;
    this.#holders = inverted(terms, forms.length);
    this.#pairs = new FunctionPairs(forms, terms);
    this.#sums = new Float32Array(terms.ends.length);
  }

  get size(): number {
    return this.#sums.length;
  }

  termsOf(text: number): Uint32Array {
    return listOf(this.#terms, text);
  }

  /** A question's words, looked up. Two that are only known as one are joined: “tik tok”. */
  sought(question: readonly Word[]): readonly SoughtWord[] {
    const words = this.#joined(question).map((word) => ({
      word,
      known: this.vocabulary.inflectionsOf(word),
    }));
    const unknown = words.filter(({ known }) => known.size === 0).map(({ word }) => word.form);
    const guessed = this.#guessed(new Set(unknown));
    return words.map(({ word: { form, weight, start, end }, known }) => {
      return { weight, meant: guessed.get(form) ?? known, start, end };
    });
  }

  /** What unknown words may be slips of; of too many only the longest, which tell most. */
  #guessed(unknown: ReadonlySet<string>): ReadonlyMap<string, Meant> {
    const longest = [...unknown].sort((a, b) => b.length - a.length);
    const most = unknown.size > mostUnknown ? guessesOfStrange : mostUnknown;
    return new Map(longest.slice(0, most).map((form) => [form, this.vocabulary.misspelt(form)]));
  }

  /** The texts that hold most of what is sought, rare words counting for more; the best first. */
  shortlist(
    sought: readonly SoughtWord[],
    most: number,
    range: Range = this.#all(),
  ): readonly number[] {
    const touched: number[] = [];
    let budget = mostPostings;
    const clues = [...this.#wordClues(sought, range), ...this.#pairClues(sought, range)];
    for (const { holders, count } of clues.sort((a, b) => a.count - b.count)) {
      if (count > budget && touched.length > 0) break;
      for (const { texts, worth } of holders) {
        const read = texts.subarray(0, mostPostings);
        const gain = worth * Math.log(1 + this.size / read.length);
        for (const text of read) {
          const sum = this.#sums[text] ?? 0;
          if (sum === 0) touched.push(text);
          this.#sums[text] = sum + gain;
        }
      }
      budget -= count;
    }
    const best = highest(touched, this.#sums, most);
    for (const text of touched) this.#sums[text] = 0;
    return best;
  }

  #all(): Range {
    return { from: 0, to: this.size };
  }

  #wordClues(sought: readonly SoughtWord[], range: Range): readonly Clue[] {
    return sought.map(({ weight, meant }) => {
      const holders = [...meant].map(([term, alike]) => ({
        texts: within(listOf(this.#holders, term), range),
        worth: weight * alike,
      }));
      return { holders, count: holders.reduce((sum, { texts }) => sum + texts.length, 0) };
    });
  }

  #pairClues(sought: readonly SoughtWord[], range: Range): readonly Clue[] {
    return sought.slice(1).flatMap(({ meant }, at) => {
      const pair = this.#pairs.holding(sameTerm(sought[at]?.meant), sameTerm(meant));
      if (pair === undefined) return [];
      const texts = within(pair, range);
      return [{ holders: [{ texts, worth: pairWorth }], count: texts.length }];
    });
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

/** A word or a pair of words of a question, and the texts that hold it. */
interface Clue {
  readonly holders: readonly { readonly texts: Uint32Array; readonly worth: number }[];
  /** How many texts these are together. */
  readonly count: number;
}

/** A question with more unknown words is on record in no case; a few tell what comes nearest. */
const mostUnknown = 40;
const guessesOfStrange = 6;
const pairWorth = 0.3;

/** The term that is the word itself. */
function sameTerm(meant: Meant | undefined): number | undefined {
  for (const [term, alike] of meant ?? []) if (alike === likeness.same) return term;
  return undefined;
}

/** How many postings a look-up reads at most, give or take a word. */
const mostPostings = 12_000;

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
