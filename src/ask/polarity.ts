import { contains, type Span } from '../record/span.ts';
import { partsIn, type Statement } from '../record/story.ts';
import { negates } from '../search/decisive-words.ts';
import { type Word, wordsIn } from '../search/words.ts';
import type { Weighed } from './sentence-evidence.ts';
import type { StoryReading } from './story-reading.ts';

/**
 * Whether somebody says in a sentence what a question has somebody say, and not the opposite: who said
 * that it is real has not denied it, nor said that it is not real.
 */
export function isSaidSo(
  question: readonly Word[],
  { sentence, places }: Weighed,
  reading: StoryReading,
): boolean {
  const negative =
    question.filter(({ form }) => negates(form) || denial.test(form)).length % 2 === 1;
  const saying = reading.statementsIn(sentence).flatMap((statement) => {
    const parts = partsIn(statement, sentence);
    const held = places.filter((place) => parts.some((part) => contains(part, place)));
    return held.length === 0 ? [] : [{ statement, held, parts }];
  });
  const most = Math.max(0, ...saying.map(({ held }) => held.length));
  return (
    saying.length === 0 ||
    saying.some(
      ({ statement, held, parts }) =>
        held.length === most && isNegative(statement, held, parts, sentence.text) === negative,
    )
  );
}

const denial = /^den(?:y|ies|ied|ying)$/;

function isNegative(
  { denies, attitude, source }: Statement,
  held: readonly Span[],
  parts: readonly Span[],
  text: string,
): boolean {
  const words = wordsIn(text).filter((word) => parts.some((part) => contains(part, word)));
  const negated = held.some((place) => {
    const at = words.findIndex(({ start }) => start >= place.start);
    return words.slice(0, at).some((word, n) => negates(word.form) && governs(words, n, at));
  });
  const opposes = attitude && opposition.test(source.cue);
  return (denies ? 1 : 0) + (opposes ? 1 : 0) + (negated ? 1 : 0) === 1;
}

/** Stands that are taken against something. */
const opposition = /\b(?:oppos|reject|dispute|doubt|refus|against|reluctant|unwilling)/i;

/** Whether a negation reaches so far, with no new clause between. */
function governs(words: readonly Word[], from: number, to: number): boolean {
  return to - from <= reach && !words.slice(from + 1, to).some(({ form }) => newClause.test(form));
}

const reach = 4;
const newClause = /^(?:and|but|or|that|whether|if|because|while|when|as|than)$/;
