import type { Entity, Story } from '../record/story.ts';
import type { WrittenWord } from './decisive-words.ts';
import { wordsIn } from './words.ts';

/** Tells the words that are a story's names. */
export interface NameWords {
  has(word: WrittenWord): boolean;
}

const known = new WeakMap<Story, NameWords>();

/** The words by which a story's entities are called, be they written small where they are a name alone. */
export function nameWordsOf(story: Story): NameWords {
  const names = known.get(story) ?? nameWordsAmong(story.entities);
  known.set(story, names);
  return names;
}

function nameWordsAmong(entities: readonly Entity[]): NameWords {
  const alone = new Set<string>();
  const within = new Set<string>();
  for (const name of entities.flatMap((entity) => [entity.name, ...entity.aliases])) {
    const words = wordsIn(name).filter(({ start }) => /^\p{Lu}/u.test(name.slice(start)));
    for (const { form, weight } of words) if (weight === 1) within.add(form);
    const [word] = wordsIn(name).length === 1 ? words : [];
    if (word !== undefined) alone.add(word.form);
  }
  return {
    // “US” is a name, “us” is none.
    has: ({ form, weight, written }) =>
      (alone.has(form) && (weight === 1 || /^\p{Lu}{2,}$/u.test(written))) ||
      (within.has(form) && /^\p{Lu}\p{Ll}/u.test(written)),
  };
}
