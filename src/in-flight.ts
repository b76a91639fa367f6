import { setTimeout as sleep } from 'node:timers/promises';

/** The answers that are under way, so that the bot does not end in the middle of one. */
export class InFlight {
  readonly #answers = new Set<Promise<unknown>>();

  /** The same promise; it is waited for by `settled`. */
  add<T>(answer: Promise<T>): Promise<T> {
    const done = () => this.#answers.delete(answer);
    this.#answers.add(answer);
    answer.then(done, done);
    return answer;
  }

  /**
   * Resolves when nothing is under way any more, also nothing that began meanwhile.
   *
   * @returns how many answers were still under way after `limitMs` milliseconds
   */
  async settled(limitMs: number): Promise<number> {
    const giveUp = new AbortController();
    const limit = sleep(limitMs, undefined, { signal: giveUp.signal }).catch(() => undefined);
    await Promise.race([limit, this.#empty()]);
    giveUp.abort();
    return this.#answers.size;
  }

  async #empty(): Promise<void> {
    while (this.#answers.size > 0) await Promise.allSettled(this.#answers);
  }
}
