/** The score of an answer that the fact base gives: the curator has verified it. */
export const certain = 0.95;
