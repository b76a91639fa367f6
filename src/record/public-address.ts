import type { Sentence, Story } from './story.ts';

/**
 * Lets the articles of stories that have just been loaded know where their page is.
 *
 * @param publicUrl without a slash at its end; undefined while the pages are not public
 */
export function publishAt(publicUrl: string | undefined, stories: readonly Story[]): void {
  if (publicUrl === undefined) return;
  for (const { id, articles } of stories) {
    for (const article of articles) Object.assign(article, { address: `${publicUrl}/s/${id}` });
  }
}

/** Where a sentence stands on its story's page; undefined while that is not public. */
export function addressOf({ id, article }: Sentence): string | undefined {
  return article.address === undefined ? undefined : `${article.address}#${id}`;
}
