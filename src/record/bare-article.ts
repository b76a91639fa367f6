import type { Article } from './story.ts';

/** An article of which nothing is known but where it appeared. */
export function bareArticle(id: string, outlet = id): Article {
  return {
    id,
    outlet,
    title: undefined,
    authors: [],
    published: undefined,
    url: undefined,
    resolved: undefined,
    page: 'whole',
  };
}
