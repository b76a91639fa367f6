import type { Statement } from '../record/story.ts';
import { type Word, wordsIn } from '../search/words.ts';
import { relatednessTo } from './related-words.ts';
import { acts, media } from './speech-words.ts';

/**
 * Words that were spoken, or a stand that is taken by speaking: to agree or to welcome something is
 * to say so, while to be reluctant or to believe something is not. Beside a stand that the article
 * tells, what its taker says in the same sentence is what they said.
 */
export function isSpoken(
  { attitude, source, sentence }: Statement,
  all: readonly Statement[],
): boolean {
  if (!attitude) return true;
  const saysToo = all.some((each) => !each.attitude && each.sentence === sentence);
  return takesAStand.test(source.cue) && !saysToo;
}

const takesAStand =
  /\b(?:agree[sd]?|welcome[sd]?|support(?:s|ed)?|back(?:s|ed)?|endorse[sd]?|condemn(?:s|ed)?|demand(?:s|ed)?|reject(?:s|ed)?)$/i;

/** Whether something was said by the medium that a verb names, if it names one. */
export function isByMedium({ source, via, venue = '' }: Statement, verb: Word): boolean {
  if (!media.has(verb.form)) return true;
  const told = [source.cue, ...via.map(({ cue }) => cue), venue].join(' ');
  return holdsRelated(told, verb);
}

/** Whether saying something was to do what a verb tells, if it tells more than that it was said. */
export function isAct({ source, denies }: Statement, verb: Word): boolean {
  return (
    !acts.has(verb.form) || (denies && /^den/.test(verb.form)) || holdsRelated(source.cue, verb)
  );
}

function holdsRelated(text: string, verb: Word): boolean {
  const related = relatednessTo(verb);
  return wordsIn(text).some((word) => related(word) > leastRelated);
}

const leastRelated = 0.5;
