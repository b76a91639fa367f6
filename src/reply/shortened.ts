import type { Span } from '../record/span.ts';

/** At most `most` characters of a text, cut between words where there is room, and then marked … */
export function shortened(text: string, most: number): string {
  return excerpt(text, { start: 0, end: 0 }, most).text;
}

/** A part of a text, and where a span of the text stands in it. */
export interface Excerpt {
  readonly text: string;
  readonly span: Span;
}

/**
 * At most `most` characters of a text around a span, cut between words and marked with … where
 * something is left out. A span that does not fit is cut itself.
 */
export function excerpt(text: string, span: Span, most: number): Excerpt {
  if (text.length <= most) return { text, span };
  const room = Math.max(0, most - 2);
  const before = Math.max(0, Math.floor((room - (span.end - span.start)) / 2));
  const earliest = Math.max(0, Math.min(span.start - before, text.length - room));
  const start = earliest === 0 ? 0 : wordStart(text, earliest, span.start);
  const latest = Math.min(text.length, start + room);
  const end = latest === text.length ? latest : wordEnd(text, latest, Math.min(span.end, latest));
  const lead = start > 0 ? '…' : '';
  const tail = end < text.length ? '…' : '';
  const shift = lead.length - start;
  return {
    text: `${lead}${text.slice(start, end)}${tail}`,
    span: { start: span.start + shift, end: Math.min(span.end, end) + shift },
  };
}

function wordStart(text: string, from: number, latest: number): number {
  const space = text.indexOf(' ', from);
  return wholeCharacter(text, space < 0 || space >= latest ? Math.min(from, latest) : space + 1, 1);
}

function wordEnd(text: string, until: number, earliest: number): number {
  const space = text.lastIndexOf(' ', until);
  return wholeCharacter(text, space > earliest ? space : until, -1);
}

/** Moves a place that would cut a character of two code units in half. */
function wholeCharacter(text: string, at: number, step: 1 | -1): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + step : at;
}
