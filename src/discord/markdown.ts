import { lengthOf, type Span, textOf } from '../record/span.ts';
import { type Emphasis, emphasisWithin, type Lettering, lettered } from '../reply/emphasis.ts';
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

/** A text with what is set off in it, at most `most` characters around that, escaped. */
export function emphasised(text: string, emphasis: Emphasis, most: number): string {
  return fitting(most, (room) => {
    const { lead, part, tail } = excerpt(text, focusOf(emphasis, room), room);
    const drawn = lettered(textOf(text, part), emphasisWithin(emphasis, part), lettering);
    return lead + drawn + tail;
  });
}

/** The stretch, or as much of it around the plain answer as there is room for. */
function focusOf({ plain, stretch }: Emphasis, room: number): Span {
  const focus = stretch ?? plain ?? { start: 0, end: 0 };
  return plain === undefined || lengthOf(focus) <= room - 2 ? focus : plain;
}

export function bold(escapedText: string): string {
  return escapedText === '' ? '' : `**${escapedText}**`;
}

const lettering: Lettering = {
  regular: escapeMarkdown,
  strong: bold,
  underlined: (escapedText) => `__${escapedText}__`,
};

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
