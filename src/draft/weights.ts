/**
 * What a logistic regression learned: a weight for each bucket of features. A feature's bucket is its
 * hash (Weinberger et al., “Feature Hashing for Large Scale Multitask Learning”, 2009), so that a
 * hundred thousand features take one byte each at most, and none needs to be listed.
 */
export interface Weights {
  /** The weight that one unit in a bucket stands for. */
  readonly step: number;
  readonly buckets: Int8Array;
}

/** The same in a JSON file: the buckets, as many as a power of two, in base64. */
export interface WeightsFile {
  readonly step: number;
  readonly buckets: string;
}

export function weightsFrom({ step, buckets }: WeightsFile): Weights {
  return { step, buckets: Int8Array.from(Buffer.from(buckets, 'base64')) };
}

/** How probable the regression holds it, 0 to 1. */
export function probability(features: readonly string[], { step, buckets }: Weights): number {
  const last = buckets.length - 1;
  let sum = 0;
  for (const feature of features) sum += buckets[hashOf(feature) & last] ?? 0;
  return 1 / (1 + Math.exp(-sum * step));
}

/** A 32-bit hash (FNV-1a over UTF-16 code units, its bits mixed once more). */
export function hashOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at += 1) {
    hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
