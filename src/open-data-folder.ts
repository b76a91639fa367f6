import { homedir } from 'node:os';
import path from 'node:path';
import { type Library, openLibrary } from './library.ts';
import { loadStories, type StoryAttempt, tryStories } from './record/load-stories.ts';
import { StoryCache } from './record/story-cache.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Loads, verifies and indexes every story of a folder.
 *
 * @param env says where the user's caches are (XDG_CACHE_HOME)
 * @throws FaultsFound when any story has a mistake
 */
export async function openDataFolder(folder: string, env: Environment = {}): Promise<Library> {
  return openLibrary((await loadStories(folder, cacheOf(env))).map(({ story }) => story));
}

/**
 * Loads and verifies each story of a folder by itself.
 *
 * @throws FaultsFound when the folder itself cannot be read
 */
export function tryDataFolder(folder: string, env: Environment): Promise<readonly StoryAttempt[]> {
  return tryStories(folder, cacheOf(env));
}

function cacheOf(env: Environment): StoryCache {
  const caches = env.XDG_CACHE_HOME || path.join(homedir(), '.cache');
  return new StoryCache(path.join(caches, 'on-the-record'));
}
