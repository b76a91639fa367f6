import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { type Library, openLibrary, prepare } from './library.ts';
import { loadStories } from './record/load-stories.ts';
import { StoryCache } from './record/story-cache.ts';

/**
 * Loads, verifies and indexes every story of a folder.
 *
 * @param env says where the user's caches are (XDG_CACHE_HOME)
 * @throws FaultsFound when any story has a mistake
 */
export async function openDataFolder(
  folder: string,
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<Library> {
  const caches = path.join(env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'on-the-record');
  const snapshot = await snapshotOf(folder, caches);
  const kept = snapshot?.read();
  if (kept !== undefined) return openLibrary(kept.stories, kept.prepared);
  const loaded = await loadStories(folder, new StoryCache(caches));
  const stories = loaded.map(({ story }) => story);
  if (snapshot === undefined) return openLibrary(stories);
  const prepared = prepare(stories);
  snapshot.write({ stories, prepared });
  return openLibrary(stories, prepared);
}

/** Few stories load as fast as a snapshot of them; a folder that cannot be read has its own error. */
async function snapshotOf(folder: string, caches: string) {
  const entries = await readdir(folder).catch(() => []);
  if (entries.length < worthKeeping) return undefined;
  const { LibrarySnapshot } = await import('./library-snapshot.ts');
  return new LibrarySnapshot(folder, caches);
}

const worthKeeping = 50;
