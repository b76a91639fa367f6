import { type Library, openLibrary, warm } from './library.ts';
import { type Log, messageOf } from './log.ts';
import type { Metrics } from './metrics.ts';
import { describeFault } from './record/fault.ts';
import type { StoryAttempt } from './record/load-stories.ts';
import type { Story } from './record/story.ts';

/** What a library that can be reloaded needs of the rest of the bot. */
export interface LiveDesk {
  /** @throws Error when the data folder itself cannot be read */
  readonly load: () => Promise<readonly StoryAttempt[]>;
  readonly metrics: Metrics;
  readonly log: Log;
}

/**
 * The library in force. A reload puts another in its place as a whole; an answer that has begun goes
 * on with the one it began with.
 */
export class LiveLibrary {
  #current: Library;
  readonly #desk: LiveDesk;
  #reloading: Promise<void> | undefined;
  #askedAgain = false;
  #follow: (library: Library) => Promise<void> = async () => undefined;

  constructor(library: Library, desk: LiveDesk) {
    this.#current = library;
    this.#desk = desk;
    desk.metrics.stories.set(library.stories.length);
  }

  get current(): Library {
    return this.#current;
  }

  /** @param follow told of every library that takes the place of another; never rejects */
  followedBy(follow: (library: Library) => Promise<void>): void {
    this.#follow = follow;
  }

  /**
   * Loads the stories anew. A story with faults stays as it was, or out if it is new, and its
   * faults go to the log. Never rejects.
   */
  reload(): Promise<void> {
    // The files may change while they are read; then they are read once more.
    if (this.#reloading !== undefined) this.#askedAgain = true;
    this.#reloading ??= this.#reloadUntilSteady().finally(() => {
      this.#reloading = undefined;
    });
    return this.#reloading;
  }

  async #reloadUntilSteady(): Promise<void> {
    do {
      this.#askedAgain = false;
      await this.#reloadOnce();
    } while (this.#askedAgain);
  }

  async #reloadOnce(): Promise<void> {
    const { load, log, metrics } = this.#desk;
    try {
      const attempts = await load();
      const stories = attempts.flatMap((attempt) => this.#inForce(attempt) ?? []);
      const library = openLibrary(stories);
      await warm(library);
      this.#current = library;
      metrics.stories.set(stories.length);
      const broken = attempts.filter(({ faults }) => faults.length > 0).map(({ id }) => id);
      metrics.reloads.inc({ outcome: broken.length === 0 ? 'whole' : 'partial' });
      log.info({ stories: stories.length, broken }, 'stories reloaded');
      await this.#follow(library);
    } catch (error) {
      metrics.reloads.inc({ outcome: 'failed' });
      log.error({ fault: messageOf(error) }, 'stories stay as they were');
    }
  }

  #inForce({ id, loaded, faults }: StoryAttempt): Story | undefined {
    if (loaded !== undefined) return loaded.story;
    const before = this.#current.story(id);
    const consequence = before === undefined ? 'a new story stays out' : 'a story stays as it was';
    for (const fault of faults) {
      this.#desk.log.error({ story: id, fault: describeFault(fault) }, consequence);
    }
    return before;
  }
}
