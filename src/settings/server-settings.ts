import { read, type Settings, unchanged, written } from './settings.ts';

/** Where settings are kept, by a server's id: a folder of files, or Redis. */
export interface Keeper {
  /** Undefined where nothing is kept. */
  get(server: string): Promise<unknown>;
  set(server: string, value: unknown): Promise<unknown>;
}

/** What the servers have chosen. */
export interface ServerSettings {
  /**
   * Never rejects and never takes long: where the keeper fails or does not answer in time, it is what
   * was last known of the server, or nothing.
   */
  of(server: string): Promise<Settings>;
  /** @throws Error when they could not be kept; the old ones then stay in force */
  change(server: string, chosen: Settings): Promise<void>;
}

interface Patience {
  /** How long an answer waits for the keeper, in milliseconds. */
  readonly readMs: number;
  /** How long somebody who changes settings does. */
  readonly writeMs: number;
  /** How long a keeper that did not answer in time is not waited for again. */
  readonly restMs: number;
}

const usualPatience: Patience = { readMs: 1500, writeMs: 10_000, restMs: 5000 };

/** @param report told of what went wrong, one line for the operator */
export function serverSettings(
  keeper: Keeper,
  report: (problem: string) => void,
  patience: Patience = usualPatience,
): ServerSettings {
  return new KeptSettings(keeper, report, patience);
}

/** More servers than one process serves. */
const mostRemembered = 10_000;

class KeptSettings implements ServerSettings {
  readonly #lastKnown = new Map<string, Settings>();
  #restsUntil = 0;

  constructor(
    private readonly keeper: Keeper,
    private readonly report: (problem: string) => void,
    private readonly patience: Patience,
  ) {}

  async of(server: string): Promise<Settings> {
    const fallback = this.#lastKnown.get(server) ?? unchanged;
    if (Date.now() < this.#restsUntil) return fallback;
    try {
      const kept = await within(this.patience.readMs, this.keeper.get(server));
      return this.#remembered(server, this.#parsed(server, kept));
    } catch (error) {
      this.#restsUntil = Date.now() + this.patience.restMs;
      this.report(`settings could not be read; going on without: ${messageOf(error)}`);
      return fallback;
    }
  }

  async change(server: string, chosen: Settings): Promise<void> {
    try {
      await within(this.patience.writeMs, this.keeper.set(server, written(chosen)));
      this.#remembered(server, chosen);
    } catch (error) {
      this.report(`settings could not be kept: ${messageOf(error)}`);
      throw error;
    }
  }

  #parsed(server: string, kept: unknown): Settings {
    if (kept === undefined || kept === null) return unchanged;
    const parsed = read(kept);
    if (parsed === undefined) {
      this.report(`the settings kept for server ${server} make no sense; going on without`);
    }
    return parsed ?? unchanged;
  }

  #remembered(server: string, chosen: Settings): Settings {
    this.#lastKnown.delete(server);
    this.#lastKnown.set(server, chosen);
    const [oldest] = this.#lastKnown.keys();
    if (oldest !== undefined && this.#lastKnown.size > mostRemembered) {
      this.#lastKnown.delete(oldest);
    }
    return chosen;
  }
}

/** What some work comes to, unless that takes too long. */
export async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  const { promise: late, reject } = withResolvers();
  const timer = setTimeout(() => reject(new Error(`no answer within ${limitMs} ms`)), limitMs);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function withResolvers(): { promise: Promise<never>; reject: (error: Error) => void } {
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<never>((_resolve, refuse) => {
    reject = refuse;
  });
  return { promise, reject };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
