import { type Evidence, evidenceNames } from './sentence-evidence.ts';

/** How much each piece of evidence counts. */
export type EvidenceWeights = Evidence & { readonly bias: number };

/**
 * By a logistic regression over the development questions of bench/questions, printed by
 *
 *     npx tsx bench/ask.ts --fit
 */
export const evidenceWeights: EvidenceWeights = {
  bias: -7.95,
  cover: 3.3,
  whole: 0.93,
  carried: 1.09,
  absent: -0.39,
  anyAbsent: -0.75,
  named: 2.36,
  unnamed: -2.21,
  clause: 1.8,
  fit: 0.07,
  near: 1.99,
  lacks: 0,
  open: 0.32,
  yesNo: 0.34,
  defines: 0,
  vague: -0.85,
};

/** A sentence with a lower chance is not shown as an answer. */
export const answersAt = 0.3;

/** The same where only the sentences of one speaker compete, and the speaker is right already. */
export const answersAtOfTheirs = 0.2;

/** The chance that a sentence with such evidence answers, by the logistic function. */
export function chanceOf(evidence: Evidence, weights: EvidenceWeights = evidenceWeights): number {
  let sum = weights.bias;
  for (const name of evidenceNames) sum += weights[name] * evidence[name];
  return 1 / (1 + Math.exp(-sum));
}
