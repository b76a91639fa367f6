import { contains, overlap, wholeWords } from './span.ts';
import { type Passage, type Sentence, type Story, voicesOf, wordsOf } from './story.ts';

/** A sentence that reads as if somebody were reported in it, though no statement says who. */
export interface Unattributed {
  readonly sentence: Sentence;
  readonly verb: string;
}

/**
 * Speech without quotation marks escapes the verifier; a verb that reports gives it away. It is a
 * hint and no fault: “said” may stand in what somebody else says.
 */
export function unattributedSentences(story: Story): readonly Unattributed[] {
  const attributed = new Set(
    story.statements.flatMap(({ sentence, content }) => [
      sentence,
      ...content.map((part) => part.sentence),
    ]),
  );
  return story.sentences.flatMap((sentence) => {
    const verb = attributed.has(sentence) ? undefined : reporting.exec(sentence.text)?.[0];
    return verb === undefined ? [] : [{ sentence, verb }];
  });
}

/**
 * Quotations in what somebody says that another verb there reports, and no statement has it as its cue:
 * “Ann said that Bob had told her it was “over””, of Ann alone. As it stands, Ann is quoted with it.
 */
export function unattributedReports(story: Story): readonly Unattributed[] {
  const contents = story.statements.flatMap(({ content }) => content);
  const reports = contents
    .flatMap((part) => verbsBeforeQuotes(part))
    .filter((verb) => !isCue(verb, story));
  const each = new Map(
    reports.map((report) => [`${report.sentence.id}:${report.span.start}`, report]),
  );
  return [...each.values()].map((report) => ({ sentence: report.sentence, verb: wordsOf(report) }));
}

/** Of each quotation the last verb that reports before it, where the passage has it outside quotations. */
function verbsBeforeQuotes({ sentence, span }: Passage): readonly Passage[] {
  const quotes = sentence.quoted.filter((quote) => overlap(quote, span) > 0);
  return quotes.flatMap((quote, at) => {
    const start = Math.max(span.start, quotes[at - 1]?.end ?? 0);
    const last = [...sentence.text.slice(start, quote.start).matchAll(beforeQuotes)].at(-1);
    if (last === undefined) return [];
    const from = start + last.index;
    return [{ sentence, span: { start: from, end: from + last[0].length } }];
  });
}

/** Whether a statement has the verb as its cue, or as that of one who passes it on; the same word within is none. */
function isCue({ sentence, span }: Passage, { statements }: Story): boolean {
  return statements.some((statement) => {
    if (statement.sentence !== sentence) return false;
    const within = statement.content.some(
      (part) => part.sentence === sentence && contains(part.span, span),
    );
    return (
      !within &&
      voicesOf(statement).some(({ cue }) =>
        wholeWords(sentence.text, cue).some((each) => contains(each, span)),
      )
    );
  });
}

/** What reports somebody's words, as alternatives of a pattern. */
export const reportingVerbs =
  'said|says|told|tells|added|adds|claimed|claims|denied|denies|admitted|warned|warns|argued|argues|announced|insisted|insists|suggested|reported|confirmed|according to|accused|promised|vowed|wrote|tweeted|replied|complained|acknowledged|estimated|predicted';

const reporting = new RegExp(`\\b(?:${reportingVerbs})\\b`, 'u');
/** Before a quotation also verbs that elsewhere seldom report. */
const beforeQuotes = new RegExp(`\\b(?:${reportingVerbs}|written|calls?|called|asked)\\b`, 'gu');
