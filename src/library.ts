import { setImmediate } from 'node:timers/promises';
import { type AskableStory, askable } from './ask/story-answers.ts';
import { once } from './once.ts';
import type { Sentence, Story } from './record/story.ts';
import { type Names, namesOf } from './search/names.ts';
import { type Quotable, type Quotes, quotableOf, quotesOf } from './search/quotes.ts';
import { type Search, searchOver } from './search/search.ts';
import { type Titles, titlesOf } from './search/titles.ts';
import { type Tokens, tokensOf } from './search/tokens.ts';

/** Everything that can be asked about: the stories and what finds things in them. */
export interface Library {
  readonly stories: readonly Story[];
  readonly search: Search;
  readonly names: Names;
  readonly quotes: Quotes;
  /** Finds stories by what they are called. */
  readonly titles: Titles;
  /** A story, read for questions. */
  questions(story: Story): AskableStory;
  story(id: string): Story | undefined;
  /** A library of some of the stories; ids of others are passed over. */
  only(ids: readonly string[]): Library;
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
  return libraryOver(stories, new Map(), prepared);
}

/**
 * Builds what finds things in a library ahead of its first question, which of thousands of stories
 * would wait for it for seconds. Between two parts of it the process does what else it has to do.
 */
export async function warm(library: Library): Promise<void> {
  const parts = [
    () => library.search.find(anyWord, 1),
    () => library.quotes.complete(anyWord, 1),
    () => library.names.find(anyWord),
    () => library.titles.find(anyWord, 1),
  ];
  for (const build of parts) {
    build();
    await setImmediate();
  }
}

/** Most likely nobody's name, so that it is also looked for among the names that are like it. */
const anyWord = 'zzz';

/** More selections than are in use at a time; one that was dropped is built anew. */
const mostSelections = 200;

function libraryOver(
  stories: readonly Story[],
  read: Map<Story, AskableStory>,
  prepared?: Prepared,
): Library {
  const byId = new Map(stories.map((story) => [story.id, story]));
  const search = once(() => searchOver(sentencesOf(stories), prepared?.sentences));
  const names = once(() => namesOf(stories.flatMap(({ entities }) => entities)));
  const quotes = once(() => quotesOf(prepared?.quotable ?? quotableOf(stories)));
  const titles = once(() => titlesOf(stories));
  const selections = new Map<string, Library>();
  const library: Library = {
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
    get titles() {
      return titles();
    },
    questions(story) {
      const known = read.get(story) ?? askable(story);
      read.set(story, known);
      return known;
    },
    story: (id) => byId.get(id),
    only(ids) {
      const chosen = new Set(ids);
      const some = stories.filter(({ id }) => chosen.has(id));
      if (some.length === stories.length) return library;
      const key = some.map(({ id }) => id).join(' ');
      const selection = selections.get(key) ?? libraryOver(some, read);
      selections.delete(key);
      selections.set(key, selection);
      const [oldest] = selections.keys();
      if (oldest !== undefined && selections.size > mostSelections) selections.delete(oldest);
      return selection;
    },
    sentence: (story, id) => byId.get(story)?.sentences.find((sentence) => sentence.id === id),
  };
  return library;
}

function sentencesOf(stories: readonly Story[]): readonly Sentence[] {
  return stories.flatMap(({ sentences }) => sentences);
}
