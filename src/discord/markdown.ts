import type { Span } from '../record/span.ts';
import { excerpt, shortened } from '../reply/shortened.ts';

/** Text from outside as Discord shows it letter for letter: no formatting, mention or link. */
export function escapeMarkdown(text: string): string {
  if (!marked.test(text)) return text;
  return text
    .replace(/[\\*_~`|<>@#[\]()]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/^(\s*)([-+])/gm, '$1\\$2')
    .replace(/^(\s*\d+)\./gm, '$1\\.')
    .replace(/\r?\n/g, ' ');
}

/** Whether there may be anything to escape, found in a single pass: mostly there is not. */
const marked = /[\\*_~`|<>@#[\]()\n]|:\/\/|^\s*(?:[-+]|\d+\.)/m;

/** The same, cut so that it holds at most `most` characters once it is escaped. */
export function escaped(text: string, most: number): string {
  return fitting(most, (room) => escapeMarkdown(shortened(text, room)));
}

/** A text with a span in bold, at most `most` characters of it around the span, escaped. */
export function emphasised(text: string, span: Span, most: number): string {
  return fitting(most, (room) => {
    const { text: part, span: place } = excerpt(text, span, room);
    const parts = [
      part.slice(0, place.start),
      part.slice(place.start, place.end),
      part.slice(place.end),
    ].map(escapeMarkdown);
    return `${parts[0]}${bold(parts[1] ?? '')}${parts[2]}`;
  });
}

export function bold(escapedText: string): string {
  return escapedText === '' ? '' : `**${escapedText}**`;
}

export function quoteBlock(escapedText: string): string {
  return `> ${escapedText}`;
}

/** Small grey text. */
export function subtext(escapedText: string): string {
  return `-# ${escapedText}`;
}

/** Escaping lengthens a text by what only the text can tell; so less and less of it is tried. */
function fitting(most: number, draw: (room: number) => string): string {
  let room = most;
  let drawn = draw(room);
  while (drawn.length > most && room > 8) {
    room = Math.floor(room * Math.min(0.9, most / drawn.length));
    drawn = draw(room);
  }
  return drawn;
}
