import { type Span, textOf } from '../record/span.ts';

/** At most `most` characters of a text, cut between words where there is room, and then marked … */
export function shortened(text: string, most: number): string {
  const { lead, part, tail } = excerpt(text, { start: 0, end: 0 }, most);
  return lead + textOf(text, part) + tail;
}

/** The part of a text that is shown, and the … where something is left out. */
export interface Excerpt {
  readonly lead: '' | '…';
  readonly part: Span;
  readonly tail: '' | '…';
}

/**
 * At most `most` characters of a text around a span, cut between words and marked with … where
 * something is left out. A span that does not fit is cut itself.
 */
export function excerpt(text: string, span: Span, most: number): Excerpt {
  if (text.length <= most) return { lead: '', part: { start: 0, end: text.length }, tail: '' };
  const room = Math.max(0, most - 2);
  const before = Math.max(0, Math.floor((room - (span.end - span.start)) / 2));
  const earliest = Math.max(0, Math.min(span.start - before, text.length - room));
  const start = earliest === 0 ? 0 : wordStart(text, earliest, span.start);
  const latest = Math.min(text.length, start + room);
  const end = latest === text.length ? latest : wordEnd(text, latest, Math.min(span.end, latest));
  return {
    lead: start > 0 ? '…' : '',
    part: { start, end },
    tail: end < text.length ? '…' : '',
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
