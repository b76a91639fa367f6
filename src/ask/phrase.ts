import type { Span } from '../record/span.ts';
import type { Word } from '../search/words.ts';
import type { ReadSentence } from './document.ts';

/** Words of a sentence, `first` to `last`, both included. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** A stretch of a sentence that might be the answer. */
export interface Phrase extends Span, Run {
  /** From 0 to 1: how well it is the kind of thing that was asked for. */
  readonly fit: number;
}

/** What a sentence holds of a question. */
export interface Asked {
  /** The places of the sentence where words of the question stand. */
  readonly places: ReadonlySet<number>;
  /** The known entities the question names. */
  readonly entities: ReadonlySet<number>;
  /** How near each term of the document is to the noun that names the answer, if it is near. */
  readonly noun: ReadonlyMap<number, number>;
}

/** The phrase from one word of a sentence to another. */
export function phraseOf(words: readonly Word[], first: number, last: number, fit: number): Phrase {
  return { first, last, fit, start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 };
}

/** The phrase of the words that a stretch of a sentence touches. */
export function phraseAt({ words }: ReadSentence, span: Span, fit: number): Phrase {
  let first = words.findIndex(({ end }) => end > span.start);
  if (first < 0) first = Math.max(0, words.length - 1);
  let last = first;
  while ((words[last + 1]?.start ?? span.end) < span.end) last += 1;
  return { ...span, first, last, fit };
}
