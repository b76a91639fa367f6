import type { SoughtWord } from './text-index.ts';

/** How the words of a question lie in a sentence. */
export interface Alignment {
  /** From 0, nothing in common, to 1: every word there, in order and together. */
  readonly score: number;
  /** The first and the last word of the sentence that answer the question. */
  readonly first: number;
  readonly last: number;
}

/** A question made ready to be aligned with many sentences. */
export interface Question {
  /** Where each term may be meant, and what it is worth there. */
  readonly gains: ReadonlyMap<number, readonly Gain[]>;
  /** How many words it has, and their weight together. */
  readonly words: number;
  readonly asked: number;
}

interface Gain {
  readonly sought: number;
  readonly gain: number;
}

/** No sentence needs a word more often, and a question that is one word a thousand times costs. */
const mostRepeats = 12;

export function questionOf(words: readonly SoughtWord[]): Question {
  const gains = new Map<number, Gain[]>();
  words.forEach(({ weight, meant }, sought) => {
    for (const [term, likeness] of meant) {
      const gain = { sought, gain: weight * likeness };
      const known = gains.get(term);
      if (known === undefined) gains.set(term, [gain]);
      else if (known.length < mostRepeats) known.push(gain);
    }
  });
  const asked = words.reduce((total, { weight }) => total + weight, 0);
  return { gains, words: words.length, asked };
}

/** What a word that is there, but not in the question's order, counts. */
const outOfOrder = 0.85;
/** What each sentence word skipped between two words of the chain costs, and the most it can cost. */
const skipCost = 0.04;
const mostSkipped = 8;
/** What a sentence word that was not asked for costs the stretch that holds it. */
const strayCost = 0.15;

/** A word of the question on a place of the sentence. */
interface Landing extends Gain {
  readonly place: number;
}

/**
 * Aligns a question with a sentence, given as the terms of its words.
 *
 * The best chain of words in the question's order is found first, by the recurrence of local
 * sequence alignment (Smith and Waterman, 1981) over the places where words agree; words outside the
 * chain then count wherever they stand, for a little less. The stretch is the run of sentence words
 * with the highest sum of gains and costs (Kadane's maximum subarray).
 */
export function align(question: Question, sentence: Uint32Array): Alignment | undefined {
  const landings = landingsOf(question, sentence);
  const chain = bestChain(landings, question.words);
  if (chain.length === 0) return undefined;
  const gains = new Map<number, number>();
  const landed = new Set<number>();
  const land = ({ sought, place, gain }: Landing, share: number) => {
    if (landed.has(sought) || gains.has(place)) return 0;
    landed.add(sought);
    gains.set(place, gain);
    return gain * share;
  };
  let sum = chain.reduce((total, landing) => total + land(landing, 1), 0) - skips(chain);
  for (const landing of nearestFirst(landings, chain)) sum += land(landing, outOfOrder);
  const score = Math.min(1, Math.max(0, sum / question.asked));
  return { score, ...richestStretch(gains, sentence.length) };
}

function landingsOf({ gains }: Question, sentence: Uint32Array): Landing[] {
  const landings: Landing[] = [];
  sentence.forEach((term, place) => {
    for (const { sought, gain } of gains.get(term) ?? []) landings.push({ sought, place, gain });
  });
  return landings;
}

/**
 * The chain of landings, rising in the question and in the sentence, with the best sum of gains less
 * the costs of its gaps. A gap has a greatest cost, so of the landings further back than that only
 * the best can matter, and a prefix maximum has it ready.
 */
function bestChain(landings: readonly Landing[], sought: number): readonly Landing[] {
  const totals: number[] = [];
  const before: number[] = [];
  const far = new PrefixMaximum(sought);
  let near = 0;
  let best = -1;
  landings.forEach((landing, at) => {
    for (; placeOf(landings, near) < landing.place - mostSkipped; near += 1) {
      far.offer(landings[near]?.sought ?? 0, totals[near] ?? 0, near);
    }
    let previous = -1;
    let total = landing.gain;
    const join = (earlier: number, cost: number) => {
      const joined = (totals[earlier] ?? 0) + landing.gain - cost;
      if (joined <= total) return;
      total = joined;
      previous = earlier;
    };
    const distant = far.before(landing.sought);
    if (distant >= 0) join(distant, skipCost * mostSkipped);
    for (let earlier = near; earlier < at; earlier += 1) {
      const candidate = landings[earlier];
      if (candidate === undefined || candidate.place >= landing.place) break;
      if (candidate.sought < landing.sought) join(earlier, gapCost(candidate, landing));
    }
    totals.push(total);
    before.push(previous);
    if (best < 0 || total > (totals[best] ?? 0)) best = at;
  });
  const chain: Landing[] = [];
  for (let at = best; at >= 0; at = before[at] ?? -1) {
    const landing = landings[at];
    if (landing !== undefined) chain.push(landing);
  }
  return chain.reverse();
}

function placeOf(landings: readonly Landing[], at: number): number {
  return landings[at]?.place ?? Number.POSITIVE_INFINITY;
}

/** The highest of the values offered below a number, in logarithmic time (Fenwick, 1994). */
class PrefixMaximum {
  readonly #highest: Float64Array;
  readonly #owner: Int32Array;

  constructor(size: number) {
    this.#highest = new Float64Array(size + 1).fill(Number.NEGATIVE_INFINITY);
    this.#owner = new Int32Array(size + 1).fill(-1);
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

function gapCost(from: Landing, to: Landing): number {
  return skipCost * Math.min(mostSkipped, to.place - from.place - 1);
}

function skips(chain: readonly Landing[]): number {
  return chain.reduce((cost, landing, at) => {
    const previous = chain[at - 1];
    return previous === undefined ? cost : cost + gapCost(previous, landing);
  }, 0);
}

function nearestFirst(landings: readonly Landing[], chain: readonly Landing[]): readonly Landing[] {
  const first = chain[0]?.place ?? 0;
  const last = chain.at(-1)?.place ?? 0;
  const distance = ({ place }: Landing) => Math.max(first - place, place - last, 0);
  return landings.toSorted((a, b) => b.gain - a.gain || distance(a) - distance(b));
}

function richestStretch(gains: ReadonlyMap<number, number>, length: number) {
  let best = { first: 0, last: 0, sum: Number.NEGATIVE_INFINITY };
  let first = 0;
  let sum = 0;
  for (let place = 0; place < length; place += 1) {
    if (sum <= 0) {
      sum = 0;
      first = place;
    }
    sum += gains.get(place) ?? -strayCost;
    if (sum > best.sum) best = { first, last: place, sum };
  }
  return { first: best.first, last: best.last };
}
