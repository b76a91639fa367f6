import { once } from '../once.ts';
import { type CalendarDate, readDate, weekdayOf } from '../record/calendar-date.ts';
import type { Story } from '../record/story.ts';
import { plain } from '../search/words.ts';
import { languages } from './languages/index.ts';

/** Whether a text is a date: `2020-08`, “1 August”, “Aug 1st, 2020”, “samedi”, “8月1日”. */
export function isTypedDate(text: string): boolean {
  return readDate(text) !== undefined || readWords(text) !== undefined;
}

/**
 * The dates that somebody may mean. One without its year is that on which something happened, or else
 * the one nearest to when the stories came out; a weekday is one on which something happened.
 *
 * @returns several where it may be each of them, none where it is no date of these stories
 */
export function datesMeant(text: string, stories: readonly Story[]): readonly CalendarDate[] {
  const written = readDate(text);
  if (written !== undefined) return [written];
  const typed = readWords(text);
  if (typed === undefined) return [];
  const events = stories.flatMap((story) => story.events.map(({ date }) => date));
  const { year, month, weekday } = typed;
  if (month === undefined) {
    const days = events.filter(({ precision }) => precision === 'day');
    return different(days.filter(({ first }) => weekdayOf(first) === weekday));
  }
  const cameOut = stories.flatMap(({ articles }) =>
    articles.flatMap((each) => each.published ?? []),
  );
  const years = year === undefined ? yearsAround([...cameOut, ...events]) : [year];
  const dates = years.flatMap((each) => inYear(each, typed) ?? []);
  const happened = dates.filter(({ first, last }) =>
    events.some((date) => first <= date.first && date.last <= last),
  );
  return happened.length > 0 ? happened : nearest(dates, latest(cameOut) ?? latest(events));
}

/** A date as far as it was typed; the rest is the stories' to say. */
interface TypedDate {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** 0 for Sunday to 6 for Saturday. */
  readonly weekday?: number;
}

/** Longer than any date. */
const longestDate = 60;

/** Figures alone leave open which of them is the day, unless they are written as `readDate` has them. */
const figuresAlone = /\d\s*[-/.:]\s*\d/;

function readWords(text: string): TypedDate | undefined {
  if (text.length > longestDate || figuresAlone.test(text)) return undefined;
  let date: TypedDate = {};
  for (const word of wordsOf(text)) {
    const part = partOf(word);
    const [name] = Object.keys(part ?? {});
    if (part === undefined || (name !== undefined && name in date)) return undefined;
    date = { ...date, ...part };
  }
  return isEnough(date) ? date : undefined;
}

/** With a space for the characters that follow figures in Chinese and Japanese. */
function wordsOf(text: string): readonly string[] {
  const spaced = plain(text)
    .replace(/(\d)月/g, '$1月 ')
    .replace(/(\d)[年日号號]/g, '$1 ');
  return spaced.match(/\d+月|\d+|\p{L}+/gu) ?? [];
}

/** What a word tells of a date, which for “of” is nothing; undefined for one that belongs to none. */
function partOf(word: string): TypedDate | undefined {
  const number = Number.parseInt(word, 10);
  if (/^\d{1,2}月$/.test(word)) return { month: number };
  if (/^\d{4}$/.test(word)) return { year: number };
  if (/^\d{1,2}$/.test(word)) return { day: number };
  return fillers.has(word) ? {} : names().get(word);
}

const fillers = new Set('st nd rd th er the of on in de del el le du am den der im'.split(' '));

/** Months and weekdays as every language of the bot writes them, and as English shortens them. */
const names = once((): ReadonlyMap<string, TypedDate> => {
  const styles = [
    ...languages.map(({ tag }) => [tag, 'long'] as const),
    ...['en-GB', 'en-US'].map((tag) => [tag, 'short'] as const),
  ];
  const named = new Map<string, TypedDate>();
  for (const [tag, style] of styles) {
    const months = new Intl.DateTimeFormat(tag, { month: style, timeZone: 'UTC' });
    const weekdays = new Intl.DateTimeFormat(tag, { weekday: style, timeZone: 'UTC' });
    for (let at = 0; at < 12; at += 1) {
      named.set(plain(months.format(Date.UTC(2023, at))), { month: at + 1 });
    }
    // The year 2023 began on a Sunday.
    for (let at = 0; at < 7; at += 1) {
      named.set(plain(weekdays.format(Date.UTC(2023, 0, 1 + at))), { weekday: at });
    }
  }
  return named;
});

/** A month, with or without a day that it has, or nothing but a weekday. */
function isEnough({ year, month, day, weekday }: TypedDate): boolean {
  if (month === undefined) return weekday !== undefined && year === undefined && day === undefined;
  return inYear(year ?? leapYear, { month, ...(day === undefined ? {} : { day }) }) !== undefined;
}

const leapYear = 2000;

/** Undefined where that year has no such day, or has it on another weekday. */
function inYear(year: number, { month = 1, day, weekday }: TypedDate): CalendarDate | undefined {
  const parts = [month, ...(day === undefined ? [] : [day])];
  const date = readDate([year, ...parts].map((part) => String(part).padStart(2, '0')).join('-'));
  const isOnAnother = day !== undefined && weekday !== undefined;
  return isOnAnother && date !== undefined && weekdayOf(date.first) !== weekday ? undefined : date;
}

/** The years of some dates, and those beside them: in January “December” is that of the year before. */
function yearsAround(dates: readonly CalendarDate[]): readonly number[] {
  const years = dates.flatMap(({ first, last }) =>
    [first, last].map((day) => Number(day.slice(0, 4))),
  );
  const around = years.flatMap((year) => [year - 1, year, year + 1]);
  return [...new Set(around)].sort((a, b) => a - b);
}

function latest(dates: readonly CalendarDate[]): string | undefined {
  return dates
    .map(({ last }) => last)
    .toSorted()
    .at(-1);
}

function nearest(dates: readonly CalendarDate[], day: string | undefined): readonly CalendarDate[] {
  const off = ({ first }: CalendarDate) => Math.abs(Date.parse(first) - Date.parse(day ?? first));
  return dates.toSorted((a, b) => off(a) - off(b)).slice(0, 1);
}

function different(dates: readonly CalendarDate[]): readonly CalendarDate[] {
  return [...new Map(dates.map((date) => [date.first, date])).values()].toSorted((a, b) =>
    a.first.localeCompare(b.first),
  );
}
