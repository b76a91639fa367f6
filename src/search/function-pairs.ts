import { functionWords } from './function-words.ts';
import { inverted, type Lists, listOf, listsOf, type Stretch, stretchOf } from './lists.ts';

/**
 * Which texts hold which two function words side by side. Each stands in thousands of texts, but a
 * quote that has no other words is known by which of them are neighbours.
 */
export class FunctionPairs {
  /** The function words among the terms, numbered. */
  readonly #numbers: ReadonlyMap<number, number>;
  readonly #holders: Lists;

  /** @param forms the terms in the order of their numbers
   *  @param texts the terms of each text */
  constructor(forms: readonly string[], texts: Lists) {
    const terms = [...forms.keys()].filter((term) => functionWords.has(forms[term] ?? ''));
    this.#numbers = new Map(terms.map((term, number) => [term, number]));
    const pairs = Array.from(texts.ends, (_, text) => this.#pairsIn(listOf(texts, text)));
    this.#holders = inverted(listsOf(pairs), this.#numbers.size ** 2);
  }

  /** The texts with these two neighbours; undefined unless both are function words. */
  holding(left: number | undefined, right: number | undefined): Stretch | undefined {
    const pair = this.#pairOf(left, right);
    return pair === undefined ? undefined : stretchOf(this.#holders, pair);
  }

  #pairsIn(terms: Uint32Array): readonly number[] {
    const pairs: number[] = [];
    for (let at = 1; at < terms.length; at += 1) {
      const pair = this.#pairOf(terms[at - 1], terms[at]);
      if (pair !== undefined) pairs.push(pair);
    }
    return pairs;
  }

  #pairOf(left: number | undefined, right: number | undefined): number | undefined {
    const a = this.#numbers.get(left ?? -1);
    const b = a === undefined ? undefined : this.#numbers.get(right ?? -1);
    return a === undefined || b === undefined ? undefined : a * this.#numbers.size + b;
  }
}
