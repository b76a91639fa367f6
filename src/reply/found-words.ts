import type { Library } from '../library.ts';
import { wordsOf } from '../record/story.ts';
import { onRecord } from '../search/on-record.ts';
import type { Match, Search } from '../search/search.ts';
import { wordForms, wordsIn } from '../search/words.ts';
import { findingForWords } from './finding.ts';
import { type Finding, type Reply, reply, type Suggestion, withoutRepeats } from './reply.ts';
import { notice } from './words.ts';

/** What a library has on some words. */
export interface FoundWords {
  /** Best first; none when the words are not on record. */
  readonly answers: readonly Finding[];
  /** Where there is no answer, what comes nearest; at most one. */
  readonly nearest: readonly Finding[];
}

export function findWords(text: string, library: Library): FoundWords {
  const weighty = hasWeight(text);
  const matches = matchesOf(text, library.search);
  const found = (match: Match) => findingForWords(text, match, library);
  const close = withoutRepeats(matches.filter(({ score }) => score >= onRecord).map(found));
  const answers = close.filter((finding) => {
    if (weighty) return isThatClaim(finding);
    // Words that stand everywhere prove nothing, unless it is all of them in their order; a single
    // one only where it is all that somebody said.
    const { comparison } = finding;
    const isSame = comparison !== undefined && comparison.differs === undefined;
    return isSame && (!standsAnywhere(text) || isAllSaid(finding, text));
  });
  if (answers.length > 0) return { answers, nearest: [] };
  const near = matches.find(({ score }) => score >= leastNear && score < onRecord);
  const [nearest] = [...(weighty ? close : []), ...(near === undefined ? [] : [found(near)])];
  return {
    answers,
    nearest: nearest === undefined ? [] : [{ ...nearest, verdict: 'not_on_record' }],
  };
}

/** What looks like some words, as far as it can be of use to an answer; see `Search.find`. */
export function matchesOf(text: string, search: Search, story?: string): readonly Match[] {
  return search.find(text, mostMatches, story, hasWeight(text) ? mostBehind : 1);
}

function hasWeight(text: string): boolean {
  return wordsIn(text).some(({ weight }) => weight === 1);
}

/** A single word such as “the”, which stands in nearly every sentence; “US” and “WHO” are names. */
export function standsAnywhere(text: string): boolean {
  const [word, ...more] = wordsIn(text);
  if (word === undefined || more.length > 0 || word.weight === 1) return false;
  return !/^\p{Lu}{2,}$/u.test(text.slice(word.start, word.end));
}

function isAllSaid({ attribution, sentence }: Finding, text: string): boolean {
  const said = attribution.statement?.content ?? [];
  return said.some(
    (part) => part.sentence === sentence && wordForms(wordsOf(part)) === wordForms(text),
  );
}

const mostMatches = 20;
/** Whatever is an answer is that near to the best there can be. */
const mostBehind = 1 - onRecord;
/** With the words altogether absent, the nearest sentence is only noise. */
const leastNear = 0.4;

/**
 * Whether words that were altered are still known by what they share with what is printed. A quote has
 * its own wording; outside quotation marks a single word in common belongs to many claims: “he opposed
 * the deal” is not “she is understood to oppose the deal”.
 */
function isThatClaim({ verdict, attribution: { kind }, comparison }: Finding): boolean {
  if (verdict !== 'altered' || kind === 'direct' || comparison === undefined) return true;
  return comparison.shared >= fewestShared;
}

const fewestShared = 2;

/**
 * Answers nearly as good as the best, so that an exact quote does not come with vague ones; of
 * equal ones those that somebody says first. Sentences that answer a part of the question each
 * belong together, and all are kept.
 */
export function bestOf(answers: readonly Finding[]): readonly Finding[] {
  const [first] = answers;
  const parts = answers.filter((finding) => isPart(finding) && finding.score === first?.score);
  if (first !== undefined && isPart(first)) return parts;
  const spoken = ({ attribution }: Finding) => (attribution.statement === undefined ? 0 : 1);
  const equal = answers
    .filter(({ score }) => score === first?.score)
    .toSorted((a, b) => spoken(b) - spoken(a));
  const nearly = answers.filter(
    ({ score }) => score !== first?.score && score >= (first?.score ?? 0) - 0.1,
  );
  return [...equal, ...nearly].slice(0, mostAnswers);
}

const mostAnswers = 3;

function isPart({ asked }: Finding): boolean {
  return asked !== undefined && !asked.whole;
}

/** The honest reply when words are not on record. */
export function notOnRecord(
  nearest: readonly Finding[],
  suggestions: readonly Suggestion[] = [],
): Reply {
  const near = nearest.length === 0 ? [] : [notice('nearest-only')];
  const notices = [notice('not-on-record'), ...near];
  return reply('not_on_record', { notices, nearest, suggestions });
}
