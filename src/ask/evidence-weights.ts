import { type Evidence, evidenceNames } from './sentence-evidence.ts';

/** How much each piece of evidence counts. */
export type EvidenceWeights = Evidence & { readonly bias: number };

/**
 * By a logistic regression over the development questions of bench/questions, printed by
 *
 *     npx tsx bench/ask.ts --fit
 */
export const evidenceWeights: EvidenceWeights = {
  bias: -7.93,
  cover: 3.24,
  whole: 1.27,
  carried: 0.86,
  absent: -0.34,
  anyAbsent: -0.68,
  named: 2.16,
  unnamed: -2.28,
  clause: 1.89,
  fit: 0.13,
  near: 1.74,
  lacks: 0,
  open: 0.4,
  yesNo: 0.19,
  defines: 0,
  vague: -0.9,
};

/**
 * A sentence with a lower chance is not shown as an answer. With the weights learned from the other
 * stories, it is where fewer than one in twenty unanswerable questions is answered; `npm run
 * bench:questions` prints the curve.
 */
export const answersAt = 0.375;

/** The same where only the sentences of one speaker compete, and the speaker is right already. */
export const answersAtOfTheirs = 0.25;

/** The chance that a sentence with such evidence answers, by the logistic function. */
export function chanceOf(evidence: Evidence, weights: EvidenceWeights = evidenceWeights): number {
  let sum = weights.bias;
  for (const name of evidenceNames) sum += weights[name] * evidence[name];
  return 1 / (1 + Math.exp(-sum));
}
