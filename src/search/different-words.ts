import { wordForms } from './words.ts';

/** Of items whose texts have the same words only the first, and none whose text has no words. */
export function differentWords<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
): readonly Item[] {
  const seen = new Set(['']);
  return items.filter((item) => {
    const words = wordForms(textOf(item));
    if (seen.has(words)) return false;
    seen.add(words);
    return true;
  });
}
