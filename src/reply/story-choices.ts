import type { Library } from '../library.ts';
import { everyStory } from '../stories-in-force.ts';
import type { Choice } from './choice.ts';
import type { Language } from './language.ts';
import { notice } from './words.ts';

/** Stories to choose from while a title is typed. */
export function storyChoices(
  typed: string,
  library: Library,
  language: Language,
): readonly Choice[] {
  const every = { name: language.say(notice('every-story')), value: everyStory };
  const stories = library.titles
    .complete(typed, 25)
    // An id that had to be cut would be no id.
    .filter(({ id }) => id.length <= 100)
    .map(({ id, title }) => ({ name: title, value: id }));
  return typed.trim() === '' && stories.length > 1 ? [every, ...stories] : stories;
}
