import type { Sentence, Story } from './story.ts';

/**
 * Lets the articles of stories that have just been loaded know where their page is.
 *
 * @param publicUrl without a slash at its end
 */
export function publishAt(publicUrl: string, stories: readonly Story[]): void {
  for (const { id, articles } of stories) {
    for (const article of articles) Object.assign(article, { address: `${publicUrl}/s/${id}` });
  }
}

/** Where a sentence stands on its story's page; undefined while that is not public. */
export function addressOf({ id, article }: Sentence): string | undefined {
  return article.address === undefined ? undefined : `${article.address}#${id}`;
}
