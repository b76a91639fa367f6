import type { Span } from '../record/span.ts';

/**
 * At most `most` characters of a text, with the span in them, cut between words and marked with …
 * where something is left out. A span that does not fit is cut itself.
 */
export function excerpt(text: string, span: Span, most: number): string {
  if (text.length <= most) return text;
  const room = Math.max(0, most - (span.end - span.start) - 2);
  const from = Math.max(0, Math.min(span.start - Math.floor(room / 2), text.length - most));
  const start = from === 0 ? 0 : wordStart(text, from, span.start);
  const end = wordEnd(
    text,
    Math.min(text.length, start + most - 2),
    Math.min(span.end, start + most - 2),
  );
  return `${start > 0 ? '…' : ''}${text.slice(start, end).trim()}${end < text.length ? '…' : ''}`;
}

function wordStart(text: string, from: number, latest: number): number {
  const space = text.indexOf(' ', from);
  return space < 0 || space >= latest ? Math.min(from, latest) : space + 1;
}

function wordEnd(text: string, until: number, earliest: number): number {
  if (until >= text.length) return text.length;
  const space = text.lastIndexOf(' ', until);
  return space > earliest ? space : until;
}
