import { contains, type Span, wholeWords } from '../record/span.ts';
import { partsIn, type Statement } from '../record/story.ts';
import type { Question } from './question.ts';
import type { Weighed } from './sentence-evidence.ts';

/**
 * The words of a sentence for when or where something in it was said: those that the curator recorded
 * with the statement, or a date beside it. A place beside it may be one that is spoken of.
 */
export function settingIn(
  { sentence, likeliest }: Weighed,
  statements: readonly Statement[],
  { kind }: Question,
): Span | undefined {
  const own = statements.filter((statement) => statement.sentence === sentence);
  const [recorded] = own.flatMap(({ venue, when }) => {
    if (kind === 'place') return wholeWords(sentence.text, venue ?? '');
    return when?.dateText.sentence === sentence ? [when.dateText.span] : [];
  });
  if (recorded !== undefined || kind === 'place' || likeliest === undefined) return recorded;
  const isSaid = own.some((statement) =>
    partsIn(statement, sentence).some((part) => contains(part, likeliest)),
  );
  return own.length === 0 || isSaid ? undefined : likeliest;
}
