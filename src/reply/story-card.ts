import type { Story } from '../record/story.ts';
import type { StoryCard } from './reply.ts';

/** What a story is: where it was published, how long it is, and who speaks in it. */
export function storyCard({ id, title, articles, sentences, statements }: Story): StoryCard {
  const named = statements.filter(({ attitude }) => !attitude).map(({ source }) => source.name);
  return { id, title, articles, sentences: sentences.length, speakers: [...new Set(named)] };
}
