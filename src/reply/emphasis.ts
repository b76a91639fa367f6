import { contains, type Span, textOf } from '../record/span.ts';
import type { Finding } from './reply.ts';

/**
 * What is set off in a sentence that is shown whole: the plain answer, and the stretch that is credited
 * to whoever is named below. Each is absent where it is all there is.
 */
export interface Emphasis {
  readonly plain: Span | undefined;
  readonly stretch: Span | undefined;
}

export const unemphasised: Emphasis = { plain: undefined, stretch: undefined };

/** What only comes nearest answers nothing: there the plain answer is none. */
export function emphasisOf({ sentence: { text }, span, plain, verdict }: Finding): Emphasis {
  const all = { start: 0, end: text.length };
  const answers = plain !== undefined && verdict !== 'not_on_record';
  return {
    plain: answers && isLess(plain, span, text) ? plain : undefined,
    stretch: isLess(span, all, text) ? span : undefined,
  };
}

/** Whether one span lies in another that holds words beside it; a full stop is not worth setting off. */
function isLess(part: Span, whole: Span, text: string): boolean {
  const before = textOf(text, { start: whole.start, end: part.start });
  const after = textOf(text, { start: part.end, end: whole.end });
  return contains(whole, part) && /[\p{L}\p{N}]/u.test(before + after);
}

/** The same in a part of the text, with what lies outside of it cut off. */
export function emphasisWithin({ plain, stretch }: Emphasis, part: Span): Emphasis {
  const placeOf = (at: number) => Math.min(Math.max(at, part.start), part.end) - part.start;
  const within = (span: Span | undefined) =>
    span && { start: placeOf(span.start), end: placeOf(span.end) };
  return { plain: within(plain), stretch: within(stretch) };
}

/** How a surface writes words, and sets off what it has written. */
export interface Lettering {
  readonly regular: (words: string) => string;
  readonly strong: (written: string) => string;
  readonly underlined: (written: string) => string;
}

/**
 * A text with its plain answer strong, and the stretch around that underlined. Where no words answer
 * plainly, the stretch does, and is strong.
 */
export function lettered(
  text: string,
  { plain, stretch }: Emphasis,
  { regular, strong, underlined }: Lettering,
): string {
  const { start, end } = stretch ?? { start: 0, end: text.length };
  const written = (from: number, to: number) => regular(text.slice(from, to));
  const answered =
    plain === undefined
      ? written(start, end)
      : written(start, plain.start) +
        setOff(written(plain.start, plain.end), strong) +
        written(plain.end, end);
  if (stretch === undefined) return answered;
  const credited = setOff(answered, plain === undefined ? strong : underlined);
  return written(0, start) + credited + written(end, text.length);
}

/** A line of a text may hold nothing of what is set off in it. */
function setOff(written: string, how: (written: string) => string): string {
  return written === '' ? '' : how(written);
}
