import { slipsAllowed, slipsBetween } from './spelling.ts';
import type { Word } from './words.ts';

/** How alike two words are, from 0 to 1. A slip costs more the shorter the word. */
export const likeness = { same: 1, sameStem: 0.92, perSlip: 0.1 } as const;

/**
 * The different words of a library, found again by form, by stem and through slips of the pen.
 *
 * Candidates for a misspelt word come from the pairs of letters it shares with known words, so that
 * the whole vocabulary is never walked.
 */
export class Vocabulary {
  readonly #byStem = new Map<string, Set<string>>();
  readonly #byBigram = new Map<string, string[]>();
  readonly #forms = new Set<string>();

  add(word: Word): void {
    if (this.#forms.has(word.form)) return;
    this.#forms.add(word.form);
    const stems = this.#byStem.get(word.stem);
    if (stems === undefined) this.#byStem.set(word.stem, new Set([word.form]));
    else stems.add(word.form);
    for (const bigram of bigramsOf(word.form)) {
      const forms = this.#byBigram.get(bigram);
      if (forms === undefined) this.#byBigram.set(bigram, [word.form]);
      else forms.push(word.form);
    }
  }

  has(form: string): boolean {
    return this.#forms.has(form);
  }

  /** The known words that may be meant by `word`, each with its likeness. */
  meantBy(word: Word): ReadonlyMap<string, number> {
    const meant = new Map<string, number>();
    for (const form of this.#byStem.get(word.stem) ?? []) meant.set(form, likeness.sameStem);
    if (this.#forms.has(word.form)) meant.set(word.form, likeness.same);
    if (meant.size === 0) this.#addMisspelt(word.form, meant);
    return meant;
  }

  #addMisspelt(form: string, meant: Map<string, number>): void {
    const limit = slipsAllowed(form.length);
    if (limit === 0) return;
    const bigrams = bigramsOf(form);
    const shared = new Map<string, number>();
    for (const bigram of bigrams) {
      for (const candidate of this.#byBigram.get(bigram) ?? []) {
        shared.set(candidate, (shared.get(candidate) ?? 0) + 1);
      }
    }
    // A slip spoils at most three pairs of letters (a swap in the middle of the word).
    const needed = Math.max(1, bigrams.size - 3 * limit);
    for (const [candidate, count] of shared) {
      if (count < needed || slipsAllowed(candidate.length) === 0) continue;
      const slips = slipsBetween(form, candidate, limit);
      if (slips <= limit) meant.set(candidate, likeness.same - likeness.perSlip * slips);
    }
  }
}

function bigramsOf(form: string): ReadonlySet<string> {
  const marked = `^${form}$`;
  return new Set(Array.from({ length: marked.length - 1 }, (_, at) => marked.slice(at, at + 2)));
}
