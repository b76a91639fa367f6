import { bareArticle } from '../src/record/bare-article.ts';
import type { Entity, Sentence, Story } from '../src/record/story.ts';

/** Somebody or something a bare story knows by name. */
export type Named = Pick<Entity, 'type' | 'name' | 'aliases'>;

/** A story of which nothing is known but its sentences and, perhaps, some names. */
export function bareStory(
  title: string,
  texts: readonly string[],
  named: readonly Named[] = [],
): Story {
  const article = bareArticle('a', '');
  const sentences = texts.map(
    (text, at): Sentence => ({
      id: `s${at + 1}`,
      story: 'bare',
      article,
      paragraph: 1,
      place: at + 1,
      text,
      quoted: [],
    }),
  );
  const entities = named.map(
    (each): Entity => ({
      ...each,
      id: each.name,
      story: 'bare',
      nicknames: [],
      roles: [],
      relations: [],
    }),
  );
  return {
    id: 'bare',
    title,
    language: 'en',
    articles: [article],
    sentences,
    entities,
    statements: [],
    events: [],
    foreseen: [],
  };
}
