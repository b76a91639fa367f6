import type { Span } from '../record/span.ts';

/** A stretch of one of the reading's sentences, counted in the sentence's text. */
export interface Mention extends Span {
  readonly sentence: number;
}

/** Somebody is reported: who, by which word, and what. */
export interface FoundAttribution {
  readonly source: Mention | undefined;
  readonly cue: Mention;
  readonly content: readonly Mention[];
  /** Indirect speech, speech in quotation marks, or both. */
  readonly kind: 'direct' | 'indirect' | 'mixed';
  /** 0 to 1: how probable it is that the cue reports somebody. */
  readonly confidence: number;
  /** 0 to 1: how probable it is that, if it does, the source is this one, or none. */
  readonly sourceConfidence: number;
  readonly verb: string;
}
