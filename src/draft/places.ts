import type { Span } from '../record/span.ts';

/** Says where in an article's file a stretch of one of its sentences stands. */
export type PlaceOf = (mention: Span & { readonly sentence: number }) => Span;

/**
 * Sentences are cut with white space tidied, and a repeated paragraph is left out. So places are
 * counted in characters that are not white space, which no cut changes.
 */
export function placesIn(source: string, sentences: readonly { readonly text: string }[]): PlaceOf {
  const ink = source.replace(/\s+/g, '');
  const inkAt = placesOfInk(source);
  let from = 0;
  const starts = sentences.map(({ text }) => {
    const own = text.replace(/\s+/g, '');
    const start = ink.indexOf(own, from);
    from = start + own.length;
    return start;
  });
  return ({ sentence, start, end }) => {
    const text = sentences[sentence]?.text ?? '';
    const first = (starts[sentence] ?? 0) + inkBefore(text, start);
    const last = (starts[sentence] ?? 0) + inkBefore(text, end) - 1;
    return { start: inkAt[first] ?? 0, end: (inkAt[last] ?? -1) + 1 };
  };
}

function placesOfInk(source: string): readonly number[] {
  const places: number[] = [];
  for (const { index } of source.matchAll(/\S/g)) places.push(index);
  return places;
}

function inkBefore(text: string, end: number): number {
  return text.slice(0, end).replace(/\s+/g, '').length;
}
