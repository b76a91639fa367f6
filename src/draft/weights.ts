/** What a logistic regression learned: a weight for each feature. Features that it left out weigh nothing. */
export type Weights = Readonly<Record<string, number>>;

/** How probable the regression holds it, 0 to 1. */
export function probability(features: readonly string[], weights: Weights): number {
  const sum = features.reduce((total, feature) => total + (weights[feature] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}
