import { type Library, openLibrary } from './library.ts';
import { loadStories } from './record/load-stories.ts';

/**
 * Loads, verifies and indexes every story of a folder.
 *
 * @throws FaultsFound when any story has a mistake
 */
export async function openDataFolder(folder: string): Promise<Library> {
  return openLibrary((await loadStories(folder)).map(({ story }) => story));
}
