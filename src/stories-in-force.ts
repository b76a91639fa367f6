import type { Library } from './library.ts';
import type { Story } from './record/story.ts';
import { type Reply, reply, type Suggestion } from './reply/reply.ts';
import { shortened } from './reply/shortened.ts';
import { notice } from './reply/words.ts';
import type { Request } from './request.ts';

/** The option that says which story a question is about. */
export const storyOption = 'story';

/** What that option says where all stories are meant, though the server asks about one. */
export const everyStory = '*';

/** The stories that may be asked about where the question comes from. */
export function allowedStories({ server }: Pick<Request, 'server'>, library: Library): Library {
  const allowed = server?.settings.stories;
  return allowed === undefined ? library : library.only(allowed);
}

/**
 * The stories that a question is about: the one it names, or else the one in force, or all that are
 * allowed. Where it names none of them, or several, the reply that says so.
 */
export function storiesInForce(
  request: Request,
  library: Library,
): { readonly library: Library } | { readonly reply: Reply } {
  const allowed = allowedStories(request, library);
  const named = request.options[storyOption];
  if (named === undefined) return { library: withDefault(request.story, allowed) };
  if (named.trim() === everyStory) return { library: allowed };
  const found = allowed.titles.find(named, mostOffered);
  const [story, ...others] = found;
  if (story !== undefined && others.length === 0) return { library: allowed.only([story.id]) };
  if (story !== undefined) return { reply: whichStory(named, found, request) };
  return {
    reply: reply('not_on_record', {
      notices: [notice('unknown-story', { title: named })],
      suggestions: askingAbout(allowed.stories.slice(0, mostOffered), request),
    }),
  };
}

const mostOffered = 5;

/** A default story that is gone is none. */
function withDefault(id: string | undefined, library: Library): Library {
  return id === undefined || library.story(id) === undefined ? library : library.only([id]);
}

function whichStory(title: string, stories: readonly Story[], request: Request): Reply {
  return reply('ambiguous', {
    notices: [notice('which-story', { title })],
    suggestions: askingAbout(stories, request),
  });
}

/** Asks which story is meant, where a question is about many at once. */
export function whichOf(
  stories: readonly Story[],
  question: Pick<Request, 'command' | 'options'>,
): Reply {
  const list = { command: 'story list', options: {}, label: '/story list' };
  return reply('ambiguous', {
    notices: [notice('which-of-stories', { count: stories.length })],
    suggestions: [
      ...askingAbout(stories.slice(0, mostBesideList), question),
      ...(stories.length <= mostBesideList ? [] : [list]),
    ],
  });
}

/** With the list beside them, as many as there is room for buttons in a row. */
const mostBesideList = 4;

/** The same question about each of some stories. */
export function askingAbout(
  stories: readonly Story[],
  { command, options }: Pick<Request, 'command' | 'options'>,
): readonly Suggestion[] {
  return stories.map(({ id, title }) => ({
    command,
    options: { ...options, [storyOption]: id },
    label: shortened(title, 80),
  }));
}

/**
 * The reply, with the story written into the questions it offers. They may be asked when another story
 * is in force, or by somebody for whom none is.
 */
export function pinned(answered: Reply, { stories }: Library, all: Library): Reply {
  const [only, ...others] = stories;
  if (only === undefined || others.length > 0 || all.stories.length === 1) return answered;
  const { again, suggestions } = answered;
  return {
    ...answered,
    again: again && about(only.id, again),
    suggestions: suggestions.map((each) => about(only.id, each)),
  };
}

/** A name's key holds the story already, and a button's id has little room. */
function about<Q extends Pick<Request, 'options'>>(id: string, question: Q): Q {
  const { options } = question;
  const told = Object.values(options).some((value) => value.startsWith(`${id}:`));
  return told ? question : { ...question, options: { ...options, [storyOption]: id } };
}
