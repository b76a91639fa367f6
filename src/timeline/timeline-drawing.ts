import type { StoryEvent } from '../record/story.ts';
import { quoteOf } from '../reply/caption.ts';
import type { Language } from '../reply/language.ts';
import { notice } from '../reply/words.ts';
import { wrappedLines } from './wrapped-lines.ts';

/** How wide a drawing is; a phone shows it at half of that. */
const width = 720;
const margin = 36;
/** Eight lines hold nearly every sentence; what is cut is marked. */
const lineKinds = {
  date: { size: 27, step: 1.35, most: 2 },
  text: { size: 26, step: 1.4, most: 8 },
  small: { size: 22, step: 1.5, most: 2 },
} as const;
type LineKind = keyof typeof lineKinds;
const axisHeight = 104;
const mostStacked = 4;

/**
 * Draws events as SVG: on top an axis with a dot for each, many of one day as a number, and below it
 * what happened under each date. The text is the article's, escaped.
 *
 * @param events in the order they happened, as many as one picture may hold
 * @param look colours for a picture on its own, or those of the reader's page
 */
export function drawTimeline(
  events: readonly StoryEvent[],
  language: Language,
  look: 'dark' | 'reader' = 'dark',
): string {
  const drawn: string[] = [axis(events, language)];
  let y = axisHeight + 24;
  const write = (words: string, kind: LineKind) => {
    const { size, step, most } = lineKinds[kind];
    for (const line of wrappedLines(words, size, textWidth, most)) {
      y += size * step;
      drawn.push(text(line, textLeft, y, kind));
    }
  };
  for (const [date, group] of groupedByDate(events, language)) {
    const top = y;
    write(date, 'date');
    for (const { happening, dateText, resolved } of group) {
      write(quoteOf(happening, language), 'text');
      const note = resolved === undefined ? [] : [language.say(notice('label-curator'))];
      write([quoteOf(dateText, language), ...note, happening.sentence.id].join(' · '), 'small');
      y += 12;
    }
    drawn.push(
      `<path class="rail" d="M${margin} ${top + 22}V${y + 14}"/>`,
      `<circle class="dot" cx="${margin}" cy="${top + 27}" r="9"/>`,
    );
    y += 20;
  }
  const height = Math.ceil(y + 10);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><style>${styles(look)}</style><rect class="paper" width="${width}" height="${height}"/>${drawn.join('')}</svg>`;
}

/** What a timeline shows, for those who do not see it; at most `most` characters. */
export function timelineInWords(
  events: readonly StoryEvent[],
  language: Language,
  most: number,
): string {
  const words = [...groupedByDate(events, language)].map(
    ([date, group]) =>
      `${date}: ${group.map(({ happening }) => quoteOf(happening, language)).join(' ')}`,
  );
  const whole = words.join('\n');
  return whole.length <= most ? whole : `${whole.slice(0, most - 1).toWellFormed()}…`;
}

const textLeft = margin + 34;
const textWidth = width - textLeft - 28;

function groupedByDate(
  events: readonly StoryEvent[],
  language: Language,
): ReadonlyMap<string, readonly StoryEvent[]> {
  const groups = new Map<string, StoryEvent[]>();
  for (const event of events) {
    const date = language.date(event.date);
    const known = groups.get(date);
    if (known === undefined) groups.set(date, [event]);
    else known.push(event);
  }
  return groups;
}

/** Where in time the events lie, to scale. */
function axis(events: readonly StoryEvent[], language: Language): string {
  const days = events.map(({ date }) => dayNumber(date.first));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const right = width - margin;
  const xOf = (day: number) =>
    first === last
      ? width / 2
      : margin + 14 + ((day - first) / (last - first)) * (right - margin - 28);
  const stacks = new Map<number, number>();
  for (const day of days) {
    const x = Math.round(xOf(day) / dotWidth) * dotWidth;
    stacks.set(x, (stacks.get(x) ?? 0) + 1);
  }
  const dots = [...stacks].flatMap(([x, count]) =>
    count <= mostStacked
      ? Array.from(
          { length: count },
          (_, at) => `<circle class="dot" cx="${x}" cy="${axisY - 12 - at * 15}" r="6"/>`,
        )
      : [
          `<circle class="dot" cx="${x}" cy="${axisY - 22}" r="15"/>`,
          text(String(count), x, axisY - 15, 'count', 'middle'),
        ],
  );
  const ends = [...new Set([first, last])].map((day) => labelOf(day, language));
  const [start = '', end] = ends;
  return [
    `<path class="rail" d="M${margin} ${axisY}H${right}"/>`,
    ...dots,
    ...(end === undefined
      ? [text(start, width / 2, axisY + 28, 'small', 'middle')]
      : [text(start, margin, axisY + 28, 'small'), text(end, right, axisY + 28, 'small', 'end')]),
  ].join('');
}

const axisY = 76;
/** Dots nearer to one another than this are stacked. */
const dotWidth = 20;
const dayInMs = 86_400_000;

function dayNumber(day: string): number {
  return Date.parse(`${day}T12:00:00Z`) / dayInMs;
}

function labelOf(day: number, { tag }: Language): string {
  const format = { timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric' } as const;
  return new Intl.DateTimeFormat(tag, format).format(new Date(day * dayInMs));
}

function text(
  words: string,
  x: number,
  y: number,
  kind: LineKind | 'count',
  anchor = 'start',
): string {
  return `<text class="${kind}" x="${x}" y="${Math.round(y)}" text-anchor="${anchor}">${escapeXml(words)}</text>`;
}

function escapeXml(words: string): string {
  return words
    .toWellFormed()
    .replace(/\p{Cc}/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** Those of a message on Discord at night, where most read it, and those of the page. */
function styles(look: 'dark' | 'reader'): string {
  const dark = coloured('#2b2d31', '#f2f3f5', '#b5bac1', '#4e5058', '#f19db3');
  const light = coloured('#f5f2ea', '#1d1c1a', '#5c5850', '#c9c2b4', '#8a1f3d');
  const fonts = `text{font-family:"Noto Sans","Noto Sans SC",sans-serif}.date{font-size:${lineKinds.date.size}px;font-weight:700}.text{font-size:${lineKinds.text.size}px}.small{font-size:${lineKinds.small.size}px}.count{font-size:18px;font-weight:700}.rail{fill:none;stroke-width:3}`;
  if (look === 'dark') return fonts + dark;
  return `${fonts}${light}@media (prefers-color-scheme:dark){${dark}}`;
}

function coloured(paper: string, ink: string, faint: string, rail: string, dot: string): string {
  return `.paper{fill:${paper}}.date,.text{fill:${ink}}.small{fill:${faint}}.rail{stroke:${rail}}.dot{fill:${dot}}.count{fill:${paper}}`;
}
