import { weekdayOf } from './calendar-date.ts';
import { type Story, type StoryEvent, wordsOf } from './story.ts';
import type { Note, StoryDocument } from './story-document.ts';

/** Notes dates that say another weekday, year or month than the article's words, or more than they. */
export function datesAgreeWithTheirWords(story: Story, document: StoryDocument, fault: Note): void {
  const events = new Map(story.events.map((event) => [event.id, event]));
  document.content.events.forEach(({ id }, index) => {
    const event = events.get(id);
    if (event === undefined) return;
    const path = ['events', index, 'date'];
    const words = wordsOf(event.dateText).toLowerCase();
    const named = weekdays.findIndex((day) => words.includes(day));
    if (event.date.precision === 'day' && named >= 0 && weekdayOf(event.date.first) !== named) {
      fault(
        path,
        `${event.date.text} is a ${titleCase(weekdays[weekdayOf(event.date.first)] ?? '')}, but the article says “${wordsOf(event.dateText)}”`,
        'correct the date or its words',
      );
    }
    const year = /\b(?:1[5-9]|20)\d\d\b/.exec(words)?.[0];
    if (year !== undefined && !event.date.text.includes(year)) {
      fault(path, `the article says ${year}, the date ${event.date.text}`, 'correct the date');
    }
    const month = months.findIndex((name) => namesMonth(words, name));
    if (month >= 0 && !spansMonth(event, month)) {
      fault(
        path,
        `the article says “${wordsOf(event.dateText)}”, the date is ${event.date.text}`,
        'correct the month',
      );
    }
    if (event.resolved === undefined && !givesWholeDate(words, event)) {
      fault(
        path,
        `“${wordsOf(event.dateText)}” is not the whole date ${event.date.text}`,
        'add resolved: with how you found it',
      );
    }
  });
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const months =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/** “may” is also a verb; as a month it stands beside a number or after “in”. */
function namesMonth(words: string, name: string): boolean {
  if (name === 'may')
    return /\b(?:\d{1,2}(?:st|nd|rd|th)? may|may \d|(?:in|since|last|next|this) may)\b/.test(words);
  return new RegExp(`\\b(?:${name}|${name.slice(0, name === 'september' ? 4 : 3)})\\b`).test(words);
}

function spansMonth({ date }: StoryEvent, month: number): boolean {
  const number = String(month + 1).padStart(2, '0');
  const [first, last] = [date.first.slice(0, 7), date.last.slice(0, 7)];
  return [first.slice(0, 4), last.slice(0, 4)].some((year) => {
    const named = `${year}-${number}`;
    return first <= named && named <= last;
  });
}

/** Whether the article's own words hold every number of the date. */
function givesWholeDate(words: string, { date }: StoryEvent): boolean {
  const numbers: readonly string[] = words.match(/\d+/g) ?? [];
  if (date.precision === 'range') return false;
  if (!numbers.includes(date.text.slice(0, 4))) return false;
  if (date.precision === 'year') return true;
  const month = months[Number(date.text.slice(5, 7)) - 1] ?? '';
  if (!namesMonth(words, month) && !numbers.includes(String(Number(date.text.slice(5, 7)))))
    return false;
  return date.precision !== 'day' || numbers.includes(String(Number(date.text.slice(8))));
}

function titleCase(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
