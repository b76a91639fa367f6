import { type Fault, FaultsFound, inReadingOrder } from './fault.ts';
import type { StoryCache } from './story-cache.ts';
import { type LoadedStory, loadStory, saysDraft, storyFolders } from './story-folder.ts';

/** A story's folder, and what came of loading it. */
export interface StoryAttempt {
  readonly id: string;
  /** Undefined when there are faults. */
  readonly loaded: LoadedStory | undefined;
  readonly faults: readonly Fault[];
}

/**
 * Loads and verifies every story of a data folder: each folder with a `story.yaml` is one. Drafts are
 * left out, and hinder nobody.
 *
 * @param cache spares reading the same YAML again
 * @throws FaultsFound with every fault of every story
 */
export async function loadStories(
  folder: string,
  cache?: StoryCache,
): Promise<readonly LoadedStory[]> {
  const attempts = await tryStories(folder, cache);
  const faults = attempts.flatMap((attempt) => attempt.faults);
  if (faults.length > 0) throw new FaultsFound(inReadingOrder(faults));
  return attempts.flatMap(({ loaded }) => loaded ?? []);
}

/**
 * Loads and verifies each story of a data folder by itself: the faults of one keep no other out.
 * Drafts are left out, with their faults.
 *
 * @throws Error when the folder itself cannot be read
 */
export async function tryStories(
  folder: string,
  cache?: StoryCache,
): Promise<readonly StoryAttempt[]> {
  const attempts: StoryAttempt[] = [];
  for (const id of await storyFolders(folder)) {
    const faults: Fault[] = [];
    const story = await loadStory(folder, id, cache, (fault) => faults.push(fault));
    if (story?.draft ?? (await saysDraft(folder, id))) continue;
    const loaded = faults.length === 0 ? story : undefined;
    attempts.push({ id, loaded, faults: inReadingOrder(faults) });
  }
  return attempts;
}
