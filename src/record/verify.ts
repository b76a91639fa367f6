import { weekdayOf } from './calendar-date.ts';
import type { Fault } from './fault.ts';
import { contains, occurrences, overlap, textOf } from './span.ts';
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
}

type Note = (path: Path, wrong: string, mend: string) => void;

function everyQuotationHasItsSource(story: Story, document: StoryDocument, fault: Note): void {
  const excused = document.content.notAttributions.flatMap(({ sentence, text }, index) => {
    const home = story.sentences.find(({ id }) => id === sentence);
    const spans = home === undefined ? [] : occurrences(home.text, text);
    if (spans.length === 0) {
      fault(['notAttributions', index], `“${text}” is not in ${sentence}`, 'copy it as printed');
    }
    return spans.map((span) => ({ sentence, span }));
  });
  const content = story.statements.flatMap((statement) => statement.content);
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
          'add the statement, or list it under notAttributions',
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
      if (story.sentences.some(({ text }) => text.includes(alias))) return;
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
    if (event.resolved === undefined && !givesWholeDate(words, event)) {
      fault(
        path,
        `“${wordsOf(event.dateText)}” is not the whole date ${event.date.text}`,
        'add resolved: with how you found it',
      );
    }
  });
}

/** Whether the article's own words hold every number of the date. */
function givesWholeDate(words: string, { date }: StoryEvent): boolean {
  const numbers: readonly string[] = words.match(/\d+/g) ?? [];
  if (date.precision === 'range') return false;
  if (!numbers.includes(date.text.slice(0, 4))) return false;
  return date.precision !== 'day' || numbers.includes(String(Number(date.text.slice(8))));
}

function titleCase(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
