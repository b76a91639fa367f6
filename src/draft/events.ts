import * as chrono from 'chrono-node';
import type { FoundAttribution, Mention } from './found-attribution.ts';
import { looksAhead } from './looking-ahead.ts';
import type { Reading, ReadSentence } from './reading.ts';

/** Something that the article dates. */
export interface FoundEvent {
  readonly sentence: number;
  readonly text: Mention;
  readonly when: Mention;
  /** As story.yaml writes it: `2020`, `2020-08`, `2020-08-02`, or a range. */
  readonly date: string;
  /** The article's words are the whole date. */
  readonly whole: boolean;
  readonly confidence: number;
}

/** @param published the day the article came out, `YYYY-MM-DD`; without it only whole dates are found */
export function findEvents(reading: Reading, published: string | undefined): readonly FoundEvent[] {
  return reading.sentences.flatMap((sentence) => {
    if (sentence.tokens.length === 0) return [];
    return datesIn(sentence, published).map(({ start, end, ...dated }) => ({
      sentence: sentence.index,
      text: { sentence: sentence.index, start: 0, end: withoutStop(sentence) },
      when: { sentence: sentence.index, ...withPreposition(sentence.text, start, end) },
      ...dated,
    }));
  });
}

interface DatedWords {
  readonly start: number;
  readonly end: number;
  readonly date: string;
  readonly whole: boolean;
  readonly confidence: number;
}

function datesIn(sentence: ReadSentence, published: string | undefined): readonly DatedWords[] {
  const { text } = sentence;
  if (
    !/\d{4}|day|week|month|year|tonight|morrow|\b(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec)/i.test(
      text,
    )
  )
    return [];
  const reference = new Date(`${published ?? '2000-01-01'}T12:00:00`);
  const found = chrono.en.casual.parse(text, reference).flatMap((result) => {
    const dated = countsFromElsewhere.test(result.text)
      ? undefined
      : dateOf(result, sentence, published);
    return dated === undefined
      ? []
      : [{ start: result.index, end: result.index + result.text.length, ...dated }];
  });
  const years = yearsIn(text).filter(
    (year) => !found.some(({ start, end }) => start < year.end && year.start < end),
  );
  return [...found, ...years];
}

function yearsIn(text: string): readonly DatedWords[] {
  return Array.from(
    text.matchAll(/\b(?:in|since|until|during|by) ((?:1[89]|20)\d\d)\b(?! \p{Ll}+s\b)/gu),
    (match) => ({
      start: match.index + match[0].length - 4,
      end: match.index + match[0].length,
      date: match[1] ?? '',
      whole: true,
      confidence: 0.7,
    }),
  );
}

/** “Eleven days after” something else, “the next day”, or a time that something takes. */
const countsFromElsewhere =
  /\b(?:after|before|later|earlier|the day|next (?:day|morning|night))$|^(?:for|within)\b|^after\b.*\b(?:hour|day|week|month|year)s?$/i;

function dateOf(
  result: chrono.ParsedResult,
  sentence: ReadSentence,
  published: string | undefined,
) {
  const { start, end } = result;
  const words = result.text.toLowerCase();
  const certain = (part: chrono.Component) => start.isCertain(part);
  if (certain('year') && certain('month')) {
    const date = certain('day') ? dayOf(start) : dayOf(start).slice(0, 7);
    if (/\d{4}/.test(words) && !end) return { date, whole: true, confidence: 0.9 };
  }
  if (published === undefined) return undefined;
  if (end) return ranged(dayOf(start), dayOf(end));
  if (/\b(?:last|past|this|next) (?:week|month|year)\b/.test(words))
    return calendarUnit(words, published);
  const ahead = looksAhead(sentence, result.index);
  if (certain('weekday') && !certain('day'))
    return { date: weekday(start, published, ahead), whole: false, confidence: 0.8 };
  if (certain('month') && !certain('year'))
    return { date: monthOfYear(start, published, ahead), whole: false, confidence: 0.7 };
  if (certain('month'))
    return {
      date: certain('day') ? dayOf(start) : dayOf(start).slice(0, 7),
      whole: false,
      confidence: 0.7,
    };
  if (certain('day')) return { date: dayOf(start), whole: false, confidence: 0.7 };
  return undefined;
}

function ranged(first: string, last: string) {
  return first < last ? { date: `${first}/${last}`, whole: false, confidence: 0.6 } : undefined;
}

/** A bare weekday or month is the last one up to the day of the article, unless it is still to come. */
function weekday(start: chrono.ParsedComponents, published: string, ahead: boolean): string {
  const wanted = start.get('weekday') ?? 0;
  const today = new Date(`${published}T00:00:00Z`).getUTCDay();
  const back = (today - wanted + 7) % 7;
  return shifted(published, ahead ? (7 - back) % 7 || 7 : -back);
}

function monthOfYear(start: chrono.ParsedComponents, published: string, ahead: boolean): string {
  const exact = start.isCertain('day');
  const rest = dayOf(start).slice(4, exact ? undefined : 7);
  const today = published.slice(0, exact ? undefined : 7);
  const year = Number(published.slice(0, 4));
  const dates = [year - 1, year, year + 1].map((each) => `${each}${rest}`);
  const date = ahead
    ? dates.find((each) => each >= today)
    : dates.findLast((each) => each <= today);
  return date ?? `${year}${rest}`;
}

function calendarUnit(words: string, published: string) {
  const step = /next/.test(words) ? 1 : /this/.test(words) ? 0 : -1;
  if (words.includes('year'))
    return { date: String(Number(published.slice(0, 4)) + step), whole: false, confidence: 0.7 };
  if (words.includes('month')) {
    const month = new Date(
      Date.UTC(Number(published.slice(0, 4)), Number(published.slice(5, 7)) - 1 + step, 1),
    );
    return { date: month.toISOString().slice(0, 7), whole: false, confidence: 0.7 };
  }
  if (words.includes('past')) return ranged(shifted(published, -6), published);
  const monday = shifted(
    published,
    -((new Date(`${published}T00:00:00Z`).getUTCDay() + 6) % 7) + 7 * step,
  );
  return ranged(monday, shifted(monday, 6));
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function dayOf(parts: chrono.ParsedComponents): string {
  const pad = (value: number | null, width: number) => String(value ?? 1).padStart(width, '0');
  return `${pad(parts.get('year'), 4)}-${pad(parts.get('month'), 2)}-${pad(parts.get('day'), 2)}`;
}

function withPreposition(text: string, start: number, end: number) {
  const before = /\b(?:on|in|since|until|by|during|over|at|early|late)\s(?:the\s)?$/i.exec(
    text.slice(Math.max(0, start - 12), start),
  );
  const words = text.slice(start, end).replace(/[\s,;:.]+$/, '');
  return { start: start - (before?.[0].length ?? 0), end: start + words.length };
}

function withoutStop({ text }: ReadSentence): number {
  return text.replace(/(?<!\.)\s*\.$/, '').trimEnd().length;
}

/** The event that dates a saying: the one whose date stands outside what was said. */
export function datesTheSaying(event: FoundEvent, { cue, content }: FoundAttribution): boolean {
  if (event.sentence !== cue.sentence) return false;
  const { start, end } = event.when;
  const inContent = content.some(
    (part) => part.sentence === cue.sentence && part.start < end && start < part.end,
  );
  return !inContent && Math.abs(start - cue.end) < 80;
}
