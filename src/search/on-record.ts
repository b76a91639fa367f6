/**
 * The least score that counts as an answer. Chosen by `npm run bench:abstention`, which prints the
 * wrong answers against the missed ones for every threshold; see docs/search.md.
 */
export const onRecord = 0.7;
