import { contains, lengthOf, type Span, wholeWords } from '../record/span.ts';
import type { Entity, Passage } from '../record/story.ts';

/** Where a passage names an entity, by the longest of its names; undefined if it doesn't. */
export function printedName(
  { name, aliases }: Pick<Entity, 'name' | 'aliases'>,
  { sentence, span }: Passage,
): Span | undefined {
  return [name, ...aliases]
    .flatMap((each) => wholeWords(sentence.text, each))
    .filter((found) => contains(span, found))
    .sort((a, b) => lengthOf(b) - lengthOf(a))[0];
}
