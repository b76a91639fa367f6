import { hashOf, type WeightsFile } from '../src/draft/weights.ts';
import { randomFrom } from './seeded.ts';

/** What was seen, as hashes of its features, and whether it was so. */
export interface Example {
  readonly features: Int32Array;
  readonly is: boolean;
}

export function example(features: readonly string[], is: boolean): Example {
  return { features: Int32Array.from(features, hashOf), is };
}

export interface Fit {
  /** There are two to the power of this many buckets. */
  readonly bits: number;
  readonly rounds: number;
  /** How far one example moves a weight at first. */
  readonly rate: number;
  /** How strongly weights are drawn to 0. */
  readonly penalty: number;
}

/**
 * Fits a logistic regression by stochastic gradient descent (Adagrad, a quadratic penalty). The
 * weights are the mean of those after each half round from the second on, which forgets the order
 * in which the examples came.
 */
export function fitted(
  examples: readonly Example[],
  { bits, rounds, rate, penalty }: Fit,
): WeightsFile {
  const mask = 2 ** bits - 1;
  const weights = new Float64Array(mask + 1);
  const squares = new Float64Array(mask + 1).fill(0.01);
  const sum = new Float64Array(mask + 1);
  const order = Int32Array.from(examples.keys());
  const random = randomFrom('logistic');
  let summed = 0;
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random);
    order.forEach((index, count) => {
      const { features, is } = examples[index] ?? { features: [], is: false };
      let total = 0;
      for (const feature of features) total += weights[feature & mask] ?? 0;
      const error = 1 / (1 + Math.exp(-total)) - (is ? 1 : 0);
      for (const feature of features) {
        const at = feature & mask;
        const weight = weights[at] ?? 0;
        const slope = error + penalty * weight;
        const square = (squares[at] ?? 0) + slope * slope;
        squares[at] = square;
        weights[at] = weight - (rate * slope) / Math.sqrt(square);
      }
      const halfway = count === order.length >> 1 || count === order.length - 1;
      if (!halfway || round === 0) return;
      summed += 1;
      weights.forEach((weight, at) => {
        sum[at] = (sum[at] ?? 0) + weight;
      });
    });
  }
  return asFile(sum.map((total) => total / Math.max(1, summed)));
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
}

function asFile(weights: Float64Array): WeightsFile {
  const greatest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const step = Number((greatest / 127).toPrecision(3)) || 1;
  const buckets = Int8Array.from(weights, (weight) =>
    Math.max(-127, Math.min(127, Math.round(weight / step))),
  );
  return { step, buckets: Buffer.from(buckets.buffer).toString('base64') };
}
