import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { type Library, openLibrary, prepare } from './library.ts';
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
  const { stories, prepared } = await openStories(folder, env);
  return openLibrary(stories, prepared);
}

async function openStories(folder: string, env: Environment) {
  const snapshot = await snapshotOf(folder, cachesOf(env));
  const kept = snapshot?.read();
  if (kept !== undefined) return kept;
  const loaded = await loadStories(folder, new StoryCache(cachesOf(env)));
  const stories = loaded.map(({ story }) => story);
  if (snapshot === undefined) return { stories, prepared: undefined };
  const opened = { stories, prepared: prepare(stories) };
  snapshot.write(opened);
  return opened;
}

/** Few stories load as fast as a snapshot of them; a folder that cannot be read has its own error. */
async function snapshotOf(folder: string, caches: string) {
  const entries = await readdir(folder).catch(() => []);
  if (entries.length < worthKeeping) return undefined;
  const { LibrarySnapshot } = await import('./library-snapshot.ts');
  return new LibrarySnapshot(folder, caches);
}

const worthKeeping = 50;

/**
 * Loads and verifies each story of a folder by itself.
 *
 * @throws Error when the folder itself cannot be read
 */
export function tryDataFolder(folder: string, env: Environment): Promise<readonly StoryAttempt[]> {
  return tryStories(folder, new StoryCache(cachesOf(env)));
}

function cachesOf(env: Environment): string {
  return path.join(env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'on-the-record');
}
