/** A word of the question on a place of the sentences. */
export interface Link {
  readonly sought: number;
  readonly place: number;
  readonly gain: number;
}

/** What each sentence word skipped between two words of the chain costs, and the most it can cost. */
const skipCost = 0.04;
const mostSkipped = 8;

/**
 * The chain of landings, rising in the question and in the sentence, with the best sum of gains less
 * the costs of its gaps. A gap has a greatest cost, so of the landings further back than that only
 * the best can matter, and a prefix maximum has it ready.
 */
export function bestChain<L extends Link>(landings: readonly L[], sought: number): readonly L[] {
  // A question has few landings in a sentence: plain arrays are made sooner than typed ones.
  const totals: number[] = [];
  const before: number[] = [];
  const far = new PrefixMaximum(sought);
  let near = 0;
  let best = -1;
  landings.forEach(({ place, gain, sought: aim }, at) => {
    for (; (landings[near]?.place ?? place) < place - mostSkipped; near += 1) {
      far.offer(landings[near]?.sought ?? 0, totals[near] ?? 0, near);
    }
    let previous = far.before(aim);
    let joined = previous < 0 ? 0 : (totals[previous] ?? 0) - skipCost * mostSkipped;
    for (let earlier = near; earlier < at; earlier += 1) {
      const landing = landings[earlier];
      if (landing === undefined || landing.place >= place) break;
      if (landing.sought >= aim) continue;
      const skipped = place - landing.place - 1;
      const total = (totals[earlier] ?? 0) - skipCost * Math.min(mostSkipped, skipped);
      if (total <= joined) continue;
      joined = total;
      previous = earlier;
    }
    const total = gain + Math.max(0, joined);
    totals.push(total);
    before.push(joined > 0 ? previous : -1);
    if (best < 0 || total > (totals[best] ?? 0)) best = at;
  });
  const chain: L[] = [];
  for (let at = best; at >= 0; at = before[at] ?? -1) {
    const landing = landings[at];
    if (landing !== undefined) chain.push(landing);
  }
  return chain.reverse();
}

/** The highest of the values offered below a number, in logarithmic time (Fenwick, 1994). */
class PrefixMaximum {
  readonly #highest: number[];
  readonly #owner: number[];

  constructor(size: number) {
    this.#highest = new Array<number>(size + 1).fill(Number.NEGATIVE_INFINITY);
    this.#owner = new Array<number>(size + 1).fill(-1);
  }

  offer(number: number, value: number, owner: number): void {
    for (let at = number + 1; at < this.#highest.length; at += at & -at) {
      if (value <= (this.#highest[at] ?? 0)) continue;
      this.#highest[at] = value;
      this.#owner[at] = owner;
    }
  }

  /** @returns the owner of the highest value offered for a smaller number, or -1 */
  before(number: number): number {
    let highest = Number.NEGATIVE_INFINITY;
    let owner = -1;
    for (let at = number; at > 0; at -= at & -at) {
      const value = this.#highest[at] ?? highest;
      if (value <= highest) continue;
      highest = value;
      owner = this.#owner[at] ?? -1;
    }
    return owner;
  }
}

function gapCost(from: Link, to: Link): number {
  return skipCost * Math.min(mostSkipped, to.place - from.place - 1);
}

export function skips(chain: readonly Link[]): number {
  return chain.reduce((cost, landing, at) => {
    const previous = chain[at - 1];
    return previous === undefined ? cost : cost + gapCost(previous, landing);
  }, 0);
}
