import { type AskableStory, askable } from './ask/story-answers.ts';
import { once } from './once.ts';
import type { Sentence, Story } from './record/story.ts';
import { type Names, namesOf } from './search/names.ts';
import { type Quotable, type Quotes, quotableOf, quotesOf } from './search/quotes.ts';
import { type Search, searchOver } from './search/search.ts';
import { type Tokens, tokensOf } from './search/tokens.ts';

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

/** What takes longest of making stories searchable; plain data, so that it can be kept. */
export interface Prepared {
  readonly sentences: Tokens;
  readonly quotable: Quotable;
}

export function prepare(stories: readonly Story[]): Prepared {
  return {
    sentences: tokensOf(sentencesOf(stories).map(({ text }) => text)),
    quotable: quotableOf(stories),
  };
}

/**
 * Opens a library over verified stories. What finds things in it is built at its first use.
 *
 * @param prepared what `prepare` made of the same stories, where it is at hand
 */
export function openLibrary(stories: readonly Story[], prepared?: Prepared): Library {
  const byId = new Map(stories.map((story) => [story.id, story]));
  const search = once(() => searchOver(sentencesOf(stories), prepared?.sentences));
  const names = once(() => namesOf(stories.flatMap(({ entities }) => entities)));
  const quotes = once(() => quotesOf(prepared?.quotable ?? quotableOf(stories)));
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

function sentencesOf(stories: readonly Story[]): readonly Sentence[] {
  return stories.flatMap(({ sentences }) => sentences);
}
