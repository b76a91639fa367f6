import { type Evidence, evidenceNames } from './sentence-evidence.ts';

/** How much each piece of evidence counts. */
export type EvidenceWeights = Evidence & { readonly bias: number };

/**
 * By a logistic regression over the development questions of bench/questions, printed by
 *
 *     npx tsx bench/ask.ts --fit
 */
export const evidenceWeights: EvidenceWeights = {
  bias: -11.02,
  cover: 4.86,
  carried: 2.42,
  keyed: 3.01,
  leads: 1.86,
  named: 4.82,
  rarest: 2.5,
  lacking: -2.56,
};

/**
 * A sentence with a lower chance is not shown as an answer. `npm run bench:questions` prints the curve: with
 * every story left out in turn, 5 % of the unanswerable questions are answered here.
 */
export const answersAt = 0.5;

/** The same where only the sentences of one speaker compete, and the speaker is right already. */
export const answersAtOfTheirs = 0.125;

/** The chance that a sentence with such evidence answers, by the logistic function. */
export function chanceOf(evidence: Evidence, weights: EvidenceWeights = evidenceWeights): number {
  let sum = weights.bias;
  for (const name of evidenceNames) sum += weights[name] * evidence[name];
  return 1 / (1 + Math.exp(-sum));
}
