import { type Evidence, evidenceNames } from './sentence-evidence.ts';

/** How much each piece of evidence counts. */
export type EvidenceWeights = Evidence & { readonly bias: number };

/**
 * By a logistic regression over the development questions of bench/questions, printed by
 *
 *     npx tsx bench/ask.ts --fit
 */
export const evidenceWeights: EvidenceWeights = {
  bias: -7.01,
  cover: 2.14,
  whole: 0.55,
  carried: 1.04,
  keyed: 3.74,
  leads: 1.51,
  named: 1.67,
  unnamed: -1.87,
  near: 0.85,
  open: -0.07,
};

/**
 * A sentence with a lower chance is not shown as an answer. With the weights learned from the other
 * stories, it is where about one in twenty unanswerable questions is answered (11 of 202); `npm run
 * bench:questions` prints the curve.
 */
export const answersAt = 0.41;

/** The same where only the sentences of one speaker compete, and the speaker is right already. */
export const answersAtOfTheirs = 0.28;

/** The chance that a sentence with such evidence answers, by the logistic function. */
export function chanceOf(evidence: Evidence, weights: EvidenceWeights = evidenceWeights): number {
  let sum = weights.bias;
  for (const name of evidenceNames) sum += weights[name] * evidence[name];
  return 1 / (1 + Math.exp(-sum));
}
