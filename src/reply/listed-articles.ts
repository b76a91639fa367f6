import type { Article } from '../record/story.ts';
import type { Reply } from './reply.ts';

/**
 * The articles of a reply that is a list: a card, a timeline, a story. They are named once beside it, and
 * its parts are cited by their places alone. None of any other reply, whose findings cite their own.
 */
export function listedArticles({ entity, story, events, findings }: Reply): readonly Article[] {
  const listed = entity === undefined && story === undefined ? [] : findings;
  const sentences = [...events.map(({ finding }) => finding), ...listed].map(
    ({ sentence }) => sentence,
  );
  return [...new Set(sentences.map(({ article }) => article))];
}
