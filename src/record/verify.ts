import { weekdayOf } from './calendar-date.ts';
import type { Fault } from './fault.ts';
import { contains, occurrences, overlap, textOf, wholeWords } from './span.ts';
import { type Sentence, type Story, type StoryEvent, wordsOf } from './story.ts';
import type { Path, StoryDocument } from './story-document.ts';

/** Checks that reach across a story: what each part may be is checked while it is built. */
export function verifyStory(
  story: Story,
  document: StoryDocument,
  report: (fault: Fault) => void,
): void {
  const fault = (path: Path, wrong: string, mend: string) =>
    report({ ...document.placeOf(path), wrong, mend });
  everyQuotationHasItsSource(story, document, fault);
  namesAreToldApart(story, document, fault);
  aliasesArePrinted(story, document, fault);
  cuesStandOutsideContent(story, document, fault);
  datesAgreeWithTheirWords(story, document, fault);
  stretchesAreWhole(document, story, fault);
  nothingIsSaidTwice(document, fault);
  denialsAreMarked(document, fault);
  rolesNameTheirOwner(story, document, fault);
}

type Note = (path: Path, wrong: string, mend: string) => void;

function everyQuotationHasItsSource(story: Story, document: StoryDocument, fault: Note): void {
  const excused = document.content.notAttributions.flatMap(({ sentence, text }, index) => {
    const home = story.sentences.find(({ id }) => id === sentence);
    const spans = home === undefined ? [] : occurrences(home.text, text);
    if (home === undefined) {
      const path = ['notAttributions', index, 'sentence'];
      fault(
        path,
        `there is no sentence ${sentence}`,
        `the story has s1 to s${story.sentences.length}`,
      );
    } else if (spans.length === 0) {
      const path = ['notAttributions', index, 'text'];
      fault(path, `“${text}” is not in ${sentence}`, 'copy it as printed');
    }
    return spans.map((span) => ({ sentence, span }));
  });
  const content = story.statements
    .filter(({ attitude }) => !attitude)
    .flatMap((statement) => statement.content);
  for (const sentence of story.sentences) {
    for (const quote of sentence.quoted) {
      const covered =
        content.some(
          (part) => part.sentence.id === sentence.id && holdsWords(part.span, quote, sentence),
        ) || excused.some((part) => part.sentence === sentence.id && overlap(part.span, quote) > 0);
      if (!covered) {
        fault(
          ['statements'],
          `the quotation ${textOf(sentence.text, quote)} of ${sentence.id} belongs to no statement`,
          'add the statement of who spoke it, or list it under notAttributions',
        );
      }
    }
  }
}

/** A statement may leave out the quotation marks themselves and the comma before the closing one. */
function holdsWords(
  content: { start: number; end: number },
  quote: typeof content,
  home: Sentence,
) {
  const inner = textOf(home.text, quote).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  const start = home.text.indexOf(inner, quote.start);
  return contains(content, { start, end: start + inner.length });
}

function namesAreToldApart(story: Story, document: StoryDocument, fault: Note): void {
  const shared = new Set(document.content.ambiguous.map((name) => name.toLowerCase()));
  const owners = new Map<string, string>();
  story.entities.forEach((entity, index) => {
    const names = [entity.name, ...entity.aliases, ...entity.nicknames];
    for (const name of new Set(names.map((each) => each.toLowerCase()))) {
      const owner = owners.get(name);
      if (owner !== undefined && !shared.has(name)) {
        fault(
          ['entities', index],
          `${entity.name} and ${owner} are both called “${name}”`,
          'take the name from one of them, or list it under ambiguous',
        );
      }
      owners.set(name, entity.name);
    }
  });
}

function aliasesArePrinted(story: Story, document: StoryDocument, fault: Note): void {
  document.content.entities.forEach((entity, index) => {
    entity.aliases.forEach((alias, place) => {
      if (story.sentences.some(({ text }) => wholeWords(text, alias).length > 0)) return;
      fault(
        ['entities', index, 'aliases', place],
        `no sentence prints “${alias}”`,
        'move it to nicknames, which are searched but never shown',
      );
    });
  });
}

function cuesStandOutsideContent(story: Story, document: StoryDocument, fault: Note): void {
  document.content.statements.forEach(({ sentence: id, cue, content }, index) => {
    const sentence = story.sentences.find((candidate) => candidate.id === id);
    if (sentence === undefined) return;
    const parts = content
      .filter((part) => typeof part === 'string')
      .flatMap((part) => occurrences(sentence.text, part));
    const cues = occurrences(sentence.text, cue);
    if (cues.length > 0 && cues.every((span) => parts.some((part) => contains(part, span)))) {
      fault(
        ['statements', index, 'cue'],
        `the cue “${cue}” stands only inside the content`,
        'name the word outside it that reports it',
      );
    }
  });
}

/** YAML splits `[one, two]` at the comma, also within curly quotation marks. */
function stretchesAreWhole(document: StoryDocument, story: Story, fault: Note): void {
  document.content.statements.forEach(({ sentence: id, content }, index) => {
    const text = story.sentences.find((sentence) => sentence.id === id)?.text ?? '';
    let end = -1;
    content.forEach((part, place) => {
      const words = typeof part === 'string' ? part : part.text;
      const path = ['statements', index, 'content', place];
      const start = typeof part === 'string' ? text.indexOf(part) : -1;
      const torn = end >= 0 && start >= end && /^[,\s]*$/.test(text.slice(end, start));
      if (torn || !/[\p{L}\p{N}]/u.test(words)) {
        fault(
          path,
          `“${words}” is torn off at a comma`,
          'write each stretch on a line of its own, after “- ”',
        );
      }
      end = start < 0 ? -1 : start + words.length;
    });
  });
}

function nothingIsSaidTwice(document: StoryDocument, fault: Note): void {
  const seen = new Set<string>();
  document.content.statements.forEach(({ sentence, source, content }, index) => {
    const statement = JSON.stringify([sentence, source, content]);
    if (seen.has(statement)) {
      fault(['statements', index], 'this statement is there already', 'remove one of the two');
    }
    seen.add(statement);
  });
}

function denialsAreMarked(document: StoryDocument, fault: Note): void {
  document.content.statements.forEach(({ cue, denies }, index) => {
    if (denies || !/\bden(?:y|ies|ied|ying)\b/i.test(cue)) return;
    fault(
      ['statements', index, 'cue'],
      `“${cue}” may be a denial`,
      'add denies: true if it is; else name the cue otherwise',
    );
  });
}

/** What a sentence says of somebody it does not name is easily somebody else's. */
function rolesNameTheirOwner(story: Story, document: StoryDocument, fault: Note): void {
  document.content.entities.forEach((entity, index) => {
    const printed = (text: string) =>
      [entity.name, ...entity.aliases].some((name) => wholeWords(text, name).length > 0);
    const textOfSentence = (id: string) =>
      story.sentences.find((each) => each.id === id)?.text ?? '';
    if (!story.sentences.some(({ text }) => printed(text))) {
      fault(
        ['entities', index, 'name'],
        `the articles nowhere print ${entity.name}`,
        'add an alias that they do print',
      );
    }
    entity.roles.forEach(({ sentence, text }, place) => {
      const home = textOfSentence(sentence);
      if (printed(home) || !home.includes(text)) return;
      const path = ['entities', index, 'roles', place];
      fault(
        path,
        `${sentence} does not name ${entity.name}`,
        'cite the sentence that says this of them by name',
      );
    });
  });
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

function datesAgreeWithTheirWords(story: Story, document: StoryDocument, fault: Note): void {
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
