import Fuse from 'fuse.js';

/** Of the names that there are the one that was probably meant. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  return new Fuse(known, { threshold: 0.4 }).search(written, { limit: 1 })[0]?.item;
}
