import * as z from 'zod';

/**
 * A date as exactly as it is known: a year, a month, a day, or a range of any of these.
 *
 * The notation is that of the Extended Date/Time Format, level 0 (ISO 8601-2).
 */
export interface CalendarDate {
  readonly text: string;
  readonly precision: Precision;
  /** First and last day as `YYYY-MM-DD`, so that they compare as strings. */
  readonly first: string;
  readonly last: string;
}

export type Precision = 'year' | 'month' | 'day' | 'range';

/** Reads `2020`, `2020-08`, `2020-08-02` or `2020-07-27/2020-08-02`; undefined for no real date. */
export function readDate(text: string): CalendarDate | undefined {
  const [from, to, more] = text.trim().split('/');
  const start = readPoint(from ?? '');
  if (more !== undefined) return undefined;
  if (start === undefined || to === undefined) return start;
  const end = readPoint(to);
  if (end === undefined || end.last < start.first) return undefined;
  return { text: text.trim(), precision: 'range', first: start.first, last: end.last };
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

const isoDay = z.iso.date();

function readPoint(text: string): CalendarDate | undefined {
  if (/^\d{4}$/.test(text)) {
    return { text, precision: 'year', first: `${text}-01-01`, last: `${text}-12-31` };
  }
  if (/^\d{4}-\d{2}$/.test(text) && isoDay.safeParse(`${text}-01`).success) {
    return { text, precision: 'month', first: `${text}-01`, last: lastDayOf(text) };
  }
  if (isoDay.safeParse(text).success) return { text, precision: 'day', first: text, last: text };
  return undefined;
}

function lastDayOf(month: string): string {
  const days = [31, 30, 29, 28].find((day) => isoDay.safeParse(`${month}-${day}`).success) ?? 28;
  return `${month}-${days}`;
}
