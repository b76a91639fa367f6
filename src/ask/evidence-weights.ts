import type { Foreseen } from './foreseen-questions.ts';
import { type Resemblance, resemblanceNames } from './resemblance.ts';
import { type Evidence, evidenceNames } from './sentence-evidence.ts';
import { sum } from './sum.ts';

/** How much each piece of evidence counts. */
export interface Weights {
  /** For a sentence that no foreseen question leads to. */
  readonly plain: Evidence & { readonly bias: number };
  /** For one that some do, by how the nearest of them resembles the question asked. */
  readonly foreseen: Evidence & Resemblance & { readonly bias: number };
}

/**
 * By logistic regressions over the development questions of bench/questions, printed by
 *
 *     npm run bench:questions -- --fit
 */
export const weightsInForce: Weights = {
  plain: {
    bias: -9.09,
    cover: 3.81,
    carried: 2.35,
    keyed: 3.05,
    leads: 1.66,
    named: 3.8,
    rarest: 1.82,
    lacking: -3.14,
  },
  foreseen: {
    bias: -11.04,
    cover: 0.66,
    carried: 2.01,
    keyed: 1.83,
    leads: 0.44,
    named: 1.33,
    rarest: 1.9,
    lacking: -1.29,
    shared: 0.66,
    held: 3.03,
    sameNames: 0.6,
    sharedOfKind: 3.08,
    noneOfKind: -1.22,
    heldByAny: 3.05,
  },
};

/**
 * A sentence with a lower chance is not shown as an answer. `npm run bench:questions` prints the curve: with
 * every story left out in turn, 5 % of the unanswerable questions are answered here.
 */
export const answersAt = 0.52;

/** The same where only the sentences of one speaker compete, and the speaker is right already. */
export const answersAtOfTheirs = 0.14;

/** What was foreseen of a sentence, beside a question. */
export type ForeseenEvidence = Pick<Foreseen, 'resemblance' | 'density'>;

/** The chance that a sentence with such evidence answers, by the logistic function. */
export function chanceOf(
  evidence: Evidence,
  foreseen: ForeseenEvidence | undefined,
  weights: Weights = weightsInForce,
): number {
  const { plain } = weights;
  const own = chance(weightOf(evidenceNames, evidence, plain) + plain.bias);
  if (foreseen === undefined) return own;
  const told = chance(
    weightOf(evidenceNames, evidence, weights.foreseen) +
      weightOf(resemblanceNames, foreseen.resemblance, weights.foreseen) +
      weights.foreseen.bias,
  );
  return Math.max(told, own * Math.min(1, Math.max(0, 2 - (2 * foreseen.density) / thorough)));
}

/**
 * Where so many ways to ask were foreseen for each word of weight, a question unlike them all is not
 * answered; where a curator foresaw but a few, it may be. By `npm run bench:questions -- --asks 1 --ways 3`.
 */
const thorough = 4;

function chance(evident: number): number {
  return 1 / (1 + Math.exp(-evident));
}

function weightOf<Name extends string>(
  names: readonly Name[],
  values: Readonly<Record<Name, number>>,
  weights: Readonly<Record<Name, number>>,
): number {
  return sum(names, (name) => weights[name] * values[name]);
}
