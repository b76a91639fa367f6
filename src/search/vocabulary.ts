import { SlipIndex } from './slip-index.ts';
import { slipsBetween } from './spelling.ts';
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
  readonly #slips: SlipIndex;
  readonly #alphabetical: Uint32Array;
  /** What each term stands for with its own stem, of those that were asked for. */
  readonly #meant = new Map<number, Meant>();

  /** @param forms the terms in the order of their numbers, and their stems */
  constructor(
    private readonly forms: readonly string[],
    private readonly stems: readonly string[],
  ) {
    this.#numbers = new Map(forms.map((form, term) => [form, term]));
    const byStem = new Map<string, number[]>();
    stems.forEach((stem, term) => {
      const terms = byStem.get(stem);
      if (terms === undefined) byStem.set(stem, [term]);
      else terms.push(term);
    });
    this.#byStem = byStem;
    this.#slips = new SlipIndex(forms);
    this.#alphabetical = Uint32Array.from(forms.keys()).sort((a, b) =>
      compare(forms[a] ?? '', forms[b] ?? ''),
    );
  }

  formOf(term: number): string {
    return this.forms[term] ?? '';
  }

  numberOf(form: string): number | undefined {
    return this.#numbers.get(form);
  }

  /** The known terms that a word stands for: itself and its inflections. */
  inflectionsOf({ form, stem }: Pick<Word, 'form' | 'stem'>): Meant {
    const same = this.#numbers.get(form);
    // Two words that were joined have another stem than the same word as it is printed.
    if (same === undefined || this.stems[same] !== stem) return this.#inflections(same, stem);
    const meant = this.#meant.get(same) ?? this.#inflections(same, stem);
    this.#meant.set(same, meant);
    return meant;
  }

  #inflections(same: number | undefined, stem: string): Meant {
    const meant = new Map<number, number>();
    for (const term of this.#byStem.get(stem) ?? []) meant.set(term, likeness.sameStem);
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
    for (const known of shortWordsNear(form)) {
      const term = this.#numbers.get(known);
      if (term !== undefined) meant.set(term, likeness.shortSlip);
    }
    for (const [term, slips] of this.#slips.near(form)) {
      meant.set(term, likeness.same - likeness.perSlip * slips);
    }
    return meant;
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

/** Words of three letters that begin alike, and of which a letter is lost, doubled or swapped. */
function shortWordsNear(form: string): readonly string[] {
  if (Math.abs(form.length - shortWord) > 1) return [];
  const letters = [...new Set(form)];
  const places = [...form].map((_, at) => at + 1);
  const spliced = (at: number, lost: number, put: string) =>
    form.slice(0, at) + put + form.slice(at + lost);
  const near = places.flatMap((at) => [
    spliced(at, 1, ''),
    spliced(at, 2, `${form[at + 1] ?? ''}${form[at] ?? ''}`),
    ...letters.flatMap((letter) => [spliced(at, 0, letter), spliced(at, 1, letter)]),
  ]);
  const likely = near.filter(
    (known) =>
      known.length === shortWord &&
      new Set(known).size === letters.length &&
      slipsBetween(form, known, 1) === 1,
  );
  return [...new Set(likely)];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
