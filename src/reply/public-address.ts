import type { Sentence } from '../record/story.ts';

/**
 * Where a sentence stands on its story's page.
 *
 * @param publicUrl where the pages are, without a slash at its end; undefined while they are not public
 */
export function addressOf(
  { id, story }: Sentence,
  publicUrl: string | undefined,
): string | undefined {
  return publicUrl === undefined ? undefined : `${publicUrl}/s/${story}#${id}`;
}
