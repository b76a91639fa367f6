import type { Sentence, Story } from './record/story.ts';
import { type Names, namesOf } from './search/names.ts';
import { type Quotes, quotesOf } from './search/quotes.ts';
import { type Search, searchOver } from './search/search.ts';

/** Everything that can be asked about: the stories and what finds things in them. */
export interface Library {
  readonly stories: readonly Story[];
  readonly search: Search;
  readonly names: Names;
  readonly quotes: Quotes;
  story(id: string): Story | undefined;
  sentence(story: string, id: string): Sentence | undefined;
}

export function openLibrary(stories: readonly Story[]): Library {
  const byId = new Map(stories.map((story) => [story.id, story]));
  return {
    stories,
    search: searchOver(stories.flatMap(({ sentences }) => sentences)),
    names: namesOf(stories.flatMap(({ entities }) => entities)),
    quotes: quotesOf(stories),
    story: (id) => byId.get(id),
    sentence: (story, id) => byId.get(story)?.sentences.find((sentence) => sentence.id === id),
  };
}
