import { contains, type Span } from '../record/span.ts';
import { partsIn, type Statement } from '../record/story.ts';
import { negates } from '../search/decisive-words.ts';
import { isNegated } from '../search/negation.ts';
import { type Word, wordsIn } from '../search/words.ts';
import type { Weighed } from './sentence-evidence.ts';
import { saying, thinking } from './speech-words.ts';
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
  const denying = question.some(({ form }) => denial.test(form));
  const negative = denying !== isOfWhatIsNot(question);
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
  const opposes = attitude && opposition.test(source.cue);
  return (denies ? 1 : 0) + (opposes ? 1 : 0) + (isAnyNegated(words, held) ? 1 : 0) === 1;
}

/** Stands that are taken against something. */
const opposition = /\b(?:oppos|reject|dispute|doubt|refus|against|reluctant|unwilling)/i;

/**
 * Whether a sentence, whoever says it, has what is asked about as the question has it, done or not done:
 * who “does not dispute” something is not who disputes it.
 */
export function agreesInNegation(
  question: readonly Word[],
  { sentence, places }: Weighed,
): boolean {
  return (
    places.length === 0 || isOfWhatIsNot(question) === isAnyNegated(wordsIn(sentence.text), places)
  );
}

/** Whether a question asks of what is not so: “who doesn't own ships”. */
export function isOfWhatIsNot(question: readonly Word[]): boolean {
  const asked = question.filter(({ weight, form }) => weight === 1 || negates(form));
  return isAnyNegated(question, asked);
}

function isAnyNegated(words: readonly Word[], places: readonly Span[]): boolean {
  return places.some((place) => {
    const at = words.findIndex(({ start }) => start >= place.start);
    return isNegated(words, at) || isSaidNotToBe(words, at);
  });
}

/** “I would not say that it is about to fall”: who does not say or think that it is, says that it is not. */
function isSaidNotToBe(words: readonly Word[], at: number): boolean {
  const verb = words.findLastIndex(
    ({ form }, place) => place < at && (saying.has(form) || thinking.has(form)),
  );
  return verb > 0 && words[verb + 1]?.form === 'that' && isNegated(words, verb);
}
