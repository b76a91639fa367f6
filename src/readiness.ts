/** Whether the bot can answer now: what a load balancer and an operator want to know. */
export class Readiness {
  readonly #missing = new Set<string>();
  #stopping = false;

  /** Until `has` says otherwise. */
  waitsFor(what: string): void {
    this.#missing.add(what);
  }

  has(what: string): void {
    this.#missing.delete(what);
  }

  stop(): void {
    this.#stopping = true;
  }

  get stopping(): boolean {
    return this.#stopping;
  }

  /** Why the bot is not ready; empty when it is. */
  missing(): readonly string[] {
    return [...this.#missing, ...(this.#stopping ? ['stopping'] : [])];
  }
}
