/** A system of the comparison, without its code: that needs packages only `bench/peers` has. */
export interface Competitor {
  readonly name: string;
  /** The settings it did best with, of those tried. */
  readonly settings: string;
  /** Only one query in so many is put to a system that is slow. */
  readonly every: number;
}

/** Ours first, then its peers. */
export const competitors: readonly Competitor[] = [
  {
    name: 'ours',
    settings: 'as the bot uses it',
    every: 1,
  },
  {
    name: 'Fuse.js',
    settings:
      'ignoreLocation, useExtendedSearch: every word of the question, fuzzily, in any order',
    every: 10,
  },
  {
    name: 'Fuse.js tokens',
    settings: 'ignoreLocation, useTokenSearch, ignoreFieldNorm, threshold 0.3: any word, by TF-IDF',
    every: 10,
  },
  {
    name: 'Fuse.js whole',
    settings: 'ignoreLocation, ignoreFieldNorm, threshold 0.6: the question as one pattern',
    every: 30,
  },
  {
    name: 'MiniSearch',
    settings:
      'Porter stems, OR, one slip in four letters (fuzzy), prefixes from four letters on, BM25 with b 0.3',
    every: 1,
  },
  {
    name: 'uFuzzy',
    settings: 'intraMode 1 with every kind of slip, up to five terms out of order',
    every: 1,
  },
  {
    name: 'Orama',
    settings:
      'lower case; exact over any word, and if that finds nothing tolerance 1, threshold 0.5',
    every: 3,
  },
  {
    name: 'FlexSearch',
    settings: 'tokenize tolerant, LatinBalance, resolution 9, suggest',
    every: 1,
  },
  {
    name: 'lunr',
    settings:
      'no stop word filter, b 0.3; every word as it is (boost 3) and from four letters on with one slip',
    every: 1,
  },
  {
    name: 'wink-bm25',
    settings: 'lower case, tokenize0, stem; b 0.3',
    every: 1,
  },
];
