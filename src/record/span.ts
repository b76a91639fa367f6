/** A stretch of a text in UTF-16 code units: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function textOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

export function areSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

export function lengthOf({ start, end }: Span): number {
  return end - start;
}

/** From where the first of some spans begins to where the last ends; of none, what holds nothing. */
export function spanning(spans: readonly Span[]): Span {
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** How many code units two spans share; 0 when they do not touch. */
export function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** Where `part` stands in `text` as words of its own: not `Tom` in `Tomas`. */
export function wholeWords(text: string, part: string): readonly Span[] {
  return occurrences(text, part).filter(
    ({ start, end }) =>
      !(inWord.test(text.charAt(start - 1)) && inWord.test(text.charAt(start))) &&
      !(inWord.test(text.charAt(end - 1)) && inWord.test(text.charAt(end))),
  );
}

/** Han and its like are written without spaces, so any of their characters may begin a word. */
const inWord = /[^\P{L}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|\p{N}/u;

/** Where `part` stands in `text`, every time. */
export function occurrences(text: string, part: string): readonly Span[] {
  const found: Span[] = [];
  if (part === '') return found;
  for (let start = text.indexOf(part); start >= 0; start = text.indexOf(part, start + 1)) {
    found.push({ start, end: start + part.length });
  }
  return found;
}
