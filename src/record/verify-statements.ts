import { isRefusal, withItsRefusal } from './refusals.ts';
import { contains, occurrences, overlap, textOf } from './span.ts';
import type { Sentence, Story } from './story.ts';
import type { Note, StoryDocument } from './story-document.ts';
import type { SourceInFile } from './story-file.ts';

export function everyQuotationHasItsSource(
  story: Story,
  document: StoryDocument,
  fault: Note,
): void {
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

export function cuesStandOutsideContent(story: Story, document: StoryDocument, fault: Note): void {
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
export function stretchesAreWhole(document: StoryDocument, story: Story, fault: Note): void {
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

export function nothingIsSaidTwice(document: StoryDocument, fault: Note): void {
  const seen = new Set<string>();
  document.content.statements.forEach(({ sentence, source, content }, index) => {
    const statement = JSON.stringify([sentence, source, content]);
    if (seen.has(statement)) {
      fault(['statements', index], 'this statement is there already', 'remove one of the two');
    }
    seen.add(statement);
  });
}

export function denialsAreMarked(document: StoryDocument, fault: Note): void {
  document.content.statements.forEach(({ cue, denies }, index) => {
    if (denies || isRefusal(cue) || !/\bden(?:y|ies|ied|ying)\b/i.test(cue)) return;
    fault(
      ['statements', index, 'cue'],
      `“${cue}” may be a denial`,
      'add denies: true if it is; else name the cue otherwise',
    );
  });
}

/** Who “declined to say” or “did not say” has said nothing, also where “say” alone is the cue. */
export function refusalsAreAttitudes(story: Story, document: StoryDocument, fault: Note): void {
  document.content.statements.forEach(({ sentence: id, cue, attitude, content }, index) => {
    const text = story.sentences.find((sentence) => sentence.id === id)?.text ?? '';
    const parts = content
      .filter((part) => typeof part === 'string')
      .flatMap((part) => occurrences(text, part));
    const told = withItsRefusal(cue, text, parts);
    if (attitude || !isRefusal(told)) return;
    fault(
      ['statements', index, 'cue'],
      `“${told}” tells that nothing was said`,
      'add attitude: true',
    );
  });
}

/** Who tells of words of their own is named apart in them: “Ann said that she had told …”. */
export function nobodyPassesOnTheirOwnWords(document: StoryDocument, fault: Note): void {
  document.content.statements.forEach(({ source, cue, via }, index) => {
    via.forEach((voice, place) => {
      const same =
        JSON.stringify(voice.source) === JSON.stringify(source) ||
        (voice.cue === cue && idsOf(voice.source).some((id) => idsOf(source).includes(id)));
      if (!same) return;
      fault(
        ['statements', index, 'via', place],
        'the source of a statement does not pass it on as well',
        'remove it from via, or correct the source: in “Ann said she told” the inner one is {words: she, is: [ann]}',
      );
    });
  });
}

function idsOf(source: SourceInFile): readonly string[] {
  if (typeof source === 'string') return [source];
  return 'words' in source ? source.is : source;
}
