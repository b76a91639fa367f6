import type { Weights } from '../src/draft/weights.ts';
import { randomFrom, shuffled } from './seeded.ts';

/** What was seen, and whether it was so. */
export interface Example {
  readonly features: readonly string[];
  readonly is: boolean;
}

export interface Fit {
  /** How many features may have a weight. */
  readonly keep: number;
  /** A feature that is seen less often gets none. */
  readonly least: number;
  readonly rounds: number;
}

/**
 * Fits a logistic regression by stochastic gradient descent (Adagrad, a small quadratic penalty):
 * once over all features, then over the strongest again, so that those carry what the others did.
 */
export function fitted(examples: readonly Example[], { keep, least, rounds }: Fit): Weights {
  const counts = new Map<string, number>();
  for (const { features } of examples) {
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const common = [...counts].filter(([, count]) => count >= least).map(([feature]) => feature);
  const strength = ([feature, weight]: readonly [string, number]) =>
    Math.abs(weight) * Math.sqrt(counts.get(feature) ?? 0);
  const strongest = descend(examples, common, rounds)
    .toSorted((a, b) => strength(b) - strength(a))
    .slice(0, keep)
    .map(([feature]) => feature);
  const weights = descend(examples, strongest, rounds + 4)
    .map(([feature, weight]) => [feature, Math.round(weight * 10) / 10] as const)
    .filter(([, weight]) => weight !== 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(weights);
}

const rate = 0.2;
const penalty = 0.0002;

function descend(
  examples: readonly Example[],
  features: readonly string[],
  rounds: number,
): readonly (readonly [string, number])[] {
  const places = new Map(features.map((feature, place) => [feature, place]));
  const rows = examples.map(({ features: own, is }) => ({
    at: own.flatMap((feature) => places.get(feature) ?? []),
    is: is ? 1 : 0,
  }));
  const weights = new Float64Array(features.length);
  const squares = new Float64Array(features.length).fill(0.01);
  const random = randomFrom('logistic');
  for (let round = 0; round < rounds; round += 1) {
    for (const { at, is } of shuffled(rows, random)) {
      const sum = at.reduce((total, place) => total + (weights[place] ?? 0), 0);
      const error = 1 / (1 + Math.exp(-sum)) - is;
      for (const place of at) {
        const weight = weights[place] ?? 0;
        const slope = error + penalty * weight;
        const square = (squares[place] ?? 0) + slope * slope;
        squares[place] = square;
        weights[place] = weight - (rate * slope) / Math.sqrt(square);
      }
    }
  }
  return features.map((feature, place) => [feature, weights[place] ?? 0]);
}
