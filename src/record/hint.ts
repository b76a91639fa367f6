import type { Sentence } from './story.ts';

/** Something about a sentence that only its editor can judge: a hint, and no fault. */
export interface Hint {
  readonly sentence: Sentence;
  /** What there is, and what to ask oneself, to be read after the sentence's number. */
  readonly doubt: string;
}
