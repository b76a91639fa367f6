/** Remembers the ids that came last, so that an interaction that comes again is let go. */
export class Seen {
  readonly #ids = new Set<string>();

  /** @param most how many ids are remembered; the oldest is forgotten for a new one */
  constructor(private readonly most = 10_000) {}

  /** Whether an id is new; from now on it is not. */
  isNew(id: string): boolean {
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    for (const oldest of this.#ids) {
      if (this.#ids.size <= this.most) break;
      this.#ids.delete(oldest);
    }
    return true;
  }
}
