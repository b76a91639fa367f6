import { type AskableStory, askable } from './ask/story-answers.ts';
import { once } from './once.ts';
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
  /** A story, read for questions. */
  questions(story: Story): AskableStory;
  story(id: string): Story | undefined;
  sentence(story: string, id: string): Sentence | undefined;
}

/** Opens a library over verified stories. What finds things in it is built at its first use. */
export function openLibrary(stories: readonly Story[]): Library {
  const byId = new Map(stories.map((story) => [story.id, story]));
  const search = once(() => searchOver(stories.flatMap(({ sentences }) => sentences)));
  const names = once(() => namesOf(stories.flatMap(({ entities }) => entities)));
  const quotes = once(() => quotesOf(stories));
  const read = new Map<Story, AskableStory>();
  return {
    stories,
    get search() {
      return search();
    },
    get names() {
      return names();
    },
    get quotes() {
      return quotes();
    },
    questions(story) {
      const known = read.get(story) ?? askable(story);
      read.set(story, known);
      return known;
    },
    story: (id) => byId.get(id),
    sentence: (story, id) => byId.get(story)?.sentences.find((sentence) => sentence.id === id),
  };
}
