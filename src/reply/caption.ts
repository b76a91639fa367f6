import type { CalendarDate } from '../record/calendar-date.ts';
import {
  type Article,
  type Passage,
  type Relation,
  type Sentence,
  type Voice,
  wordsOf,
} from '../record/story.ts';
import type { EventFinding, Finding } from './reply.ts';
import { shortened } from './shortened.ts';
import { notice, say } from './words.ts';

/** “The Harbour Times, 2 March 2026, paragraph 6, sentence 1 (s7)” */
export function citationOf(sentence: Sentence): string {
  const { paragraph, place, id } = sentence;
  const where = say(
    notice('citation-place', { paragraph: String(paragraph), place: String(place), id }),
  );
  return `${articleName(sentence.article)}, ${where}`;
}

/** Outlet, headline, authors and day, as far as they are known. */
export function articleName({ outlet, title, authors, published, resolved }: Article): string {
  const day = published === undefined ? undefined : dateLine(published);
  const headline = title === undefined ? undefined : `“${shortened(title, 120)}”`;
  const by = authors.length === 0 ? undefined : shortened(authors.join(', '), 80);
  const name = [shortened(outlet, 60), headline, by, day].filter(isPresent).join(', ');
  return resolved === undefined ? name : `${name} (${say(notice('label-curator'))})`;
}

/** ““told”, to “users”, “on Saturday” (Saturday, 1 August 2020), direct quote” */
export function mannerOf({ attribution: { statement, kind } }: Finding): string {
  const spoken = say(notice(`kind-${kind}`));
  if (statement === undefined) return spoken;
  const { source, to, venue, when } = statement;
  const date = when && `“${wordsOf(when.dateText)}” (${datedBy(when.date, when.resolved)})`;
  const addressee = to && say(notice('addressee', { words: to }));
  const place = venue && `“${venue}”`;
  return [`“${source.cue}”`, addressee, place, date, spoken].filter(isPresent).join(', ');
}

/** What the verdict says; of a denial, that the speaker says it is not so. */
export function verdictLine({ verdict, attribution }: Finding): string {
  const denied = attribution.statement?.denies === true && verdict !== 'not_on_record';
  const mixed = verdict === 'reported' && attribution.kind === 'mixed';
  if (denied) return say(notice('verdict-denied'));
  return say(notice(mixed ? 'verdict-mixed' : `verdict-${verdict}`));
}

export function speakerName({ attribution }: Finding): string {
  return attribution.voices.at(-1)?.name ?? say(notice('nobody'));
}

/** The words of a passage in quotation marks, unless they bring their own. */
export function quoteOf(passage: Passage): string {
  const words = wordsOf(passage);
  return /^[“"«「‘]/.test(words) && /[”"»」’]$/.test(words) ? words : `“${words}”`;
}

/** The voices the speaker is heard through, outermost first; none if it is heard directly. */
export function heardThrough({ attribution }: Finding): readonly Voice[] {
  return attribution.voices.slice(0, -1);
}

/** “The Harbour Times → Ann Lee: “said”, reported speech” */
export function attributionLine(finding: Finding): string {
  const { statement } = finding.attribution;
  if (statement === undefined) return mannerOf(finding);
  return `${finding.attribution.voices.map(({ name }) => name).join(' → ')}: ${mannerOf(finding)}`;
}

/** “Committee members (“agree”)”, with those meant by “they” or “he”. */
export function toldOfLine({ name, cue, entities }: Voice): string {
  const names = entities.map((entity) => entity.name).filter((each) => each !== name);
  const meant = names.length === 0 ? '' : `: ${names.join(', ')}`;
  return `${name}${meant} (“${cue}”)`;
}

/** “backed by one bank, another bank and a fund”; each kind of relation once. */
export function relationLine(relations: readonly Relation[]): string {
  const others = new Map<string, { relation: Relation; names: string[] }>();
  for (const relation of relations) {
    const key = `${relation.type} ${relation.inverse}`;
    const same = others.get(key);
    if (same === undefined) others.set(key, { relation, names: [relation.other.name] });
    else same.names.push(relation.other.name);
  }
  return [...others.values()]
    .map(({ relation: { type, inverse }, names }) => {
      const key = inverse ? (`relation-${type}-inverse` as const) : (`relation-${type}` as const);
      return say(notice(key, { other: new Intl.ListFormat('en-GB').format(names) }));
    })
    .join('; ');
}

/** “Sunday 2 August 2020, worked out by the curator” */
export function eventDate({ event }: EventFinding): string {
  return datedBy(event.date, event.resolved);
}

function datedBy(date: CalendarDate, resolved: string | undefined): string {
  return resolved === undefined
    ? dateLine(date)
    : `${dateLine(date)}, ${say(notice('label-curator'))}`;
}

/** A date as precisely as it is known: “2020”, “August 2020”, “Sunday 2 August 2020”, a range. */
export function dateLine({ precision, first, last }: CalendarDate): string {
  if (precision === 'range') return formats.day.formatRange(atNoon(first), atNoon(last));
  return formats[precision].format(atNoon(first));
}

const formats = {
  year: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', year: 'numeric' }),
  month: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', year: 'numeric', month: 'long' }),
  day: new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }),
};

function atNoon(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

function isPresent(text: string | undefined): text is string {
  return text !== undefined;
}
