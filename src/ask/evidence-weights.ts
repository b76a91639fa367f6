import { type Resemblance, resemblanceNames } from './resemblance.ts';
import { type Evidence, evidenceNames } from './sentence-evidence.ts';

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
    bias: -11.02,
    cover: 4.86,
    carried: 2.42,
    keyed: 3.01,
    leads: 1.86,
    named: 4.82,
    rarest: 2.5,
    lacking: -2.56,
  },
  foreseen: {
    bias: -12.33,
    cover: 1.76,
    carried: 2.63,
    keyed: 2.91,
    leads: 1.15,
    named: 3.15,
    rarest: 3.13,
    lacking: -1.26,
    shared: 0.86,
    held: 3.2,
    sameNames: 0.65,
    sharedOfKind: 3.39,
    noneOfKind: -1.19,
  },
};

/**
 * A sentence with a lower chance is not shown as an answer. `npm run bench:questions` prints the curve: with
 * every story left out in turn, 5 % of the unanswerable questions are answered here.
 */
export const answersAt = 0.55;

/** The same where only the sentences of one speaker compete, and the speaker is right already. */
export const answersAtOfTheirs = 0.14;

/** The chance that a sentence with such evidence answers, by the logistic function. */
export function chanceOf(
  evidence: Evidence,
  resemblance: Resemblance | undefined,
  { plain, foreseen }: Weights = weightsInForce,
): number {
  const sum =
    resemblance === undefined
      ? weightOf(evidenceNames, evidence, plain) + plain.bias
      : weightOf(evidenceNames, evidence, foreseen) +
        weightOf(resemblanceNames, resemblance, foreseen) +
        foreseen.bias;
  return 1 / (1 + Math.exp(-sum));
}

function weightOf<Name extends string>(
  names: readonly Name[],
  values: Readonly<Record<Name, number>>,
  weights: Readonly<Record<Name, number>>,
): number {
  return names.reduce((sum, name) => sum + weights[name] * values[name], 0);
}
