import { homedir } from 'node:os';
import path from 'node:path';
import { type Library, openLibrary } from './library.ts';
import { loadStories } from './record/load-stories.ts';
import { publishAt } from './record/public-address.ts';
import { StoryCache } from './record/story-cache.ts';

/**
 * Loads, verifies and indexes every story of a folder.
 *
 * @param env says where the user's caches are (XDG_CACHE_HOME)
 * @param publicUrl where the stories' pages are found, for citations to link to
 * @throws FaultsFound when any story has a mistake
 */
export async function openDataFolder(
  folder: string,
  env: Readonly<Record<string, string | undefined>> = {},
  publicUrl?: string,
): Promise<Library> {
  const caches = env.XDG_CACHE_HOME || path.join(homedir(), '.cache');
  const cache = new StoryCache(path.join(caches, 'on-the-record'));
  const stories = (await loadStories(folder, cache)).map(({ story }) => story);
  if (publicUrl !== undefined) publishAt(publicUrl, stories);
  return openLibrary(stories);
}
