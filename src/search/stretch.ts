import { contains, type Span } from '../record/span.ts';
import type { Passage } from '../record/story.ts';
import type { Comparison } from './comparison.ts';
import { negates } from './decisive-words.ts';
import { governs } from './negation.ts';
import { type Word, wordsIn } from './words.ts';

/** A stretch is widened by no more words than this at either end. */
const mostAtAnEnd = 3;

/**
 * The stretch that answers, with the words that stand in place of what was asked at its ends: of
 * “not going somewhere” the match is “not going”, and what was printed is “not going anywhere”. It
 * is not widened over a quotation mark or into other punctuation.
 */
export function widened({ sentence, span }: Passage, { changes }: Comparison): Span {
  if (changes[0]?.kind !== 'asked' && changes.at(-1)?.kind !== 'asked') return span;
  const [start, next] = changes;
  const asked = start?.kind === 'asked' ? wordsIn(start.text).length : 0;
  // As many words stand in place of the first ones already, such as the word that they misspell.
  const before = next?.kind === 'printed' && wordsIn(next.text).length >= asked ? 0 : asked;
  const last = changes.at(-1);
  const after = last?.kind === 'asked' ? wordsIn(last.text).length : 0;
  const words = wordsIn(sentence.text);
  const first = words.findIndex(({ start }) => start >= span.start);
  const end = words.findLastIndex((word) => word.end <= span.end);
  const room = (from: number, step: 1 | -1, most: number) => {
    let at = from;
    while (Math.abs(at - from) < most && joinedBySpace(sentence.text, words, at, at + step))
      at += step;
    return at;
  };
  const from = room(first, -1, before > mostAtAnEnd ? 0 : before);
  const to = room(end, 1, after > mostAtAnEnd ? 0 : after);
  const wide = { start: words[from]?.start ?? span.start, end: words[to]?.end ?? span.end };
  const home = sentence.quoted.find((quote) => contains(quote, span));
  return home === undefined || contains(home, wide) ? wide : span;
}

/**
 * A stretch with the negation that governs it: “act of God” was printed as “not an act of God”, and
 * without its “not” would say the opposite.
 */
export function withItsNegation({ sentence, span }: Passage): Span {
  const words = wordsIn(sentence.text);
  const first = words.findIndex(({ start }) => start >= span.start);
  const farthest = Math.max(0, first - mostAtAnEnd);
  for (let at = first - 1; at >= farthest && governs(words, at, first); at -= 1) {
    const word = words[at];
    if (word === undefined || !joinedBySpace(sentence.text, words, at, at + 1)) return span;
    if (!negates(word.form)) continue;
    const wide = { start: word.start, end: span.end };
    const home = sentence.quoted.find((quote) => contains(quote, span));
    return home === undefined || contains(home, wide) ? wide : span;
  }
  return span;
}

/** A stretch with the closing mark of a quotation it opens, or the opening mark of one it closes. */
export function withItsMarks({ sentence, span }: Passage): Span {
  const bare = (start: number, end: number) =>
    !/[\p{L}\p{N}]/u.test(sentence.text.slice(start, end));
  const { start, end } = sentence.quoted.reduce(
    (wide, quote) => ({
      start:
        quote.start < wide.start && quote.end < wide.end && bare(quote.start, wide.start)
          ? quote.start
          : wide.start,
      end:
        quote.end > wide.end && quote.start > wide.start && bare(wide.end, quote.end)
          ? quote.end
          : wide.end,
    }),
    span,
  );
  return { start, end };
}

function joinedBySpace(text: string, words: readonly Word[], a: number, b: number): boolean {
  const [left, right] = a < b ? [words[a], words[b]] : [words[b], words[a]];
  if (left === undefined || right === undefined) return false;
  return /^\s*$/.test(text.slice(left.end, right.start));
}
