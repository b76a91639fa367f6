import { FunctionPairs } from './function-pairs.ts';
import { inverted, type Lists, listOf, type Stretch, stretchOf } from './lists.ts';
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

  /** The same without a view of them. */
  stretchOf(text: number): Stretch {
    return stretchOf(this.#terms, text);
  }

  /** A question's words, looked up. Two that are only known as one are joined: “tik tok”. */
  sought(question: readonly Word[]): readonly SoughtWord[] {
    const words = this.#joined(question);
    const unknown = new Set<string>();
    const known = words.map((word) => {
      const meant = this.vocabulary.inflectionsOf(word);
      if (meant.size === 0) unknown.add(word.form);
      return meant;
    });
    const guessed = this.#guessed(unknown);
    return words.map(({ form, weight, start, end }, at) => {
      return { weight, meant: guessed.get(form) ?? known[at] ?? nothing, start, end };
    });
  }

  /** What unknown words may be slips of; of too many only the longest, which tell most. */
  #guessed(unknown: ReadonlySet<string>): ReadonlyMap<string, Meant> {
    if (unknown.size === 0) return noGuesses;
    const longest = [...unknown].sort((a, b) => b.length - a.length);
    const most = unknown.size > mostUnknown ? guessesOfStrange : mostUnknown;
    return new Map(longest.slice(0, most).map((form) => [form, this.vocabulary.misspelt(form)]));
  }

  /** The texts that hold most of what is sought, rare words counting for more; the best first. */
  shortlist(sought: readonly SoughtWord[], most: number, range?: Range): readonly number[] {
    const touched: number[] = [];
    let budget = mostPostings;
    const clues = this.#wordClues(sought, range).concat(this.#pairClues(sought, range));
    for (const { holders, count } of clues.sort((a, b) => a.count - b.count)) {
      if (count > budget && touched.length > 0) break;
      for (const holder of holders) this.#addUp(holder, touched);
      budget -= count;
    }
    const best = highest(touched, this.#sums, most);
    for (const text of touched) this.#sums[text] = 0;
    return best;
  }

  /** Adds to the sums of the texts that hold something, and to `touched` those that had none. */
  #addUp({ texts: { items, from, to }, worth }: Holder, touched: number[]): void {
    const end = Math.min(to, from + mostPostings);
    const gain = worth * Math.log(1 + this.size / (end - from));
    for (let at = from; at < end; at += 1) {
      const text = items[at] ?? 0;
      const sum = this.#sums[text] ?? 0;
      if (sum === 0) touched.push(text);
      this.#sums[text] = sum + gain;
    }
  }

  #wordClues(sought: readonly SoughtWord[], range: Range | undefined): Clue[] {
    return sought.map(({ weight, meant }) => {
      const holders: Holder[] = [];
      let count = 0;
      for (const [term, alike] of meant) {
        const texts = within(stretchOf(this.#holders, term), range);
        holders.push({ texts, worth: weight * alike });
        count += texts.to - texts.from;
      }
      return { holders, count };
    });
  }

  #pairClues(sought: readonly SoughtWord[], range: Range | undefined): Clue[] {
    const clues: Clue[] = [];
    let before: number | undefined;
    for (const { meant } of sought) {
      const term = sameTerm(meant);
      const pair = this.#pairs.holding(before, term);
      before = term;
      if (pair === undefined) continue;
      const texts = within(pair, range);
      clues.push({ holders: [{ texts, worth: pairWorth }], count: texts.to - texts.from });
    }
    return clues;
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
  readonly holders: readonly Holder[];
  /** How many texts these are together. */
  readonly count: number;
}

interface Holder {
  readonly texts: Stretch;
  readonly worth: number;
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

const nothing: Meant = new Map();
const noGuesses: ReadonlyMap<string, Meant> = new Map();

/** How many postings a look-up reads at most, give or take a word. */
const mostPostings = 12_000;

/** What of some texts lies in a range, where there is one. */
function within(texts: Stretch, range: Range | undefined): Stretch {
  if (range === undefined) return texts;
  const { items } = texts;
  return { items, from: firstNotBelow(texts, range.from), to: firstNotBelow(texts, range.to) };
}

function firstNotBelow({ items, from, to }: Stretch, value: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle] ?? 0) < value) low = middle + 1;
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
