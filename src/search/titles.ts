import type { Story } from '../record/story.ts';
import { completionOver } from './completion.ts';
import { wordForms } from './words.ts';

/** Finds stories by their titles. */
export interface Titles {
  /**
   * The stories that a typed title may mean: one that is called just so, or all whose title it could
   * become; none for a title that is too far from any.
   *
   * @param asked a title, misspelt or in part; or a story's id
   */
  find(asked: string, limit: number): readonly Story[];
  /** Stories for a half-typed title, the likeliest first; all of them for no text. */
  complete(typed: string, limit: number): readonly Story[];
}

export function titlesOf(stories: readonly Story[]): Titles {
  const byId = new Map(stories.map((story) => [story.id, story]));
  const completion = completionOver(stories.map(({ title, id }) => `${title} ${id}`));
  const complete = (typed: string, limit: number) =>
    completion.complete(typed, limit).flatMap((number) => stories[number] ?? []);
  return {
    complete,
    find(asked, limit) {
      const own = byId.get(asked.trim());
      if (own !== undefined) return [own];
      const words = wordForms(asked);
      if (words === '') return [];
      const exact = stories.filter(({ title }) => wordForms(title) === words);
      return exact.length > 0 ? exact.slice(0, limit) : complete(asked, limit);
    },
  };
}
