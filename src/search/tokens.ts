import { type Lists, listsOf } from './lists.ts';
import { wordsIn } from './words.ts';

/** Texts cut into numbered terms: what takes longest of building an index, and all it is built of. */
export interface Tokens {
  /** The different words, in the order of their numbers, and their stems. */
  readonly forms: readonly string[];
  readonly stems: readonly string[];
  /** The terms of each text, in its order. */
  readonly terms: Lists;
}

export function tokensOf(texts: readonly string[]): Tokens {
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
  return { forms: [...numbers.keys()], stems, terms: listsOf(terms) };
}
