import type { Weighed } from './sentence-evidence.ts';

/**
 * Whether a sentence tells that somebody refused to speak of what is asked about: who “declined to discuss
 * the price but said” something has said nothing of the price.
 */
export function isRefused({ sentence: { text }, places }: Weighed): boolean {
  return (
    places.length > 0 &&
    places.every(({ start }) => refusal.test(text.slice(0, start).split(newClause).at(-1) ?? ''))
  );
}

const refusal =
  /\b(?:declined?|declines|declining|refus(?:e|es|ed|ing)) to (?:say|speak|talk|discuss|comment)\b/i;
const newClause = /\b(?:but|and)\b|[.;]/i;
