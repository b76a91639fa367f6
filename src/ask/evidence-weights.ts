import { type Evidence, evidenceNames } from './sentence-evidence.ts';

/** How much each piece of evidence counts. */
export type EvidenceWeights = Evidence & { readonly bias: number };

/**
 * By a logistic regression over the development questions of bench/questions, printed by
 *
 *     npx tsx bench/ask.ts --fit
 */
export const evidenceWeights: EvidenceWeights = {
  bias: -5,
  cover: 3,
  whole: 2,
  carried: 1.5,
  absent: -3,
  anyAbsent: -1,
  named: 2,
  unnamed: -3,
  clause: 0.5,
  fit: 1,
  near: 2,
  lacks: -2,
  open: 0,
  yesNo: 0,
  defines: 1,
  vague: -2,
};

/** A sentence with a lower chance is not shown as an answer. */
export const answersAt = 0.5;

/** The chance that a sentence with such evidence answers, by the logistic function. */
export function chanceOf(evidence: Evidence, weights: EvidenceWeights = evidenceWeights): number {
  let sum = weights.bias;
  for (const name of evidenceNames) sum += weights[name] * evidence[name];
  return 1 / (1 + Math.exp(-sum));
}
