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
  /** The weight of all its words. */
  readonly asked: number;
}

interface Gain {
  readonly sought: number;
  readonly gain: number;
}

export function questionOf(words: readonly SoughtWord[]): Question {
  const gains = new Map<number, Gain[]>();
  words.forEach(({ weight, meant }, sought) => {
    for (const [term, likeness] of meant) {
      const gain = { sought, gain: weight * likeness };
      const known = gains.get(term);
      if (known === undefined) gains.set(term, [gain]);
      else known.push(gain);
    }
  });
  return { gains, asked: words.reduce((total, { weight }) => total + weight, 0) };
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
  const chain = bestChain(landings);
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

function bestChain(landings: readonly Landing[]): readonly Landing[] {
  const totals: number[] = [];
  const before: number[] = [];
  let best = -1;
  landings.forEach((landing, at) => {
    let total = landing.gain;
    let previous = -1;
    for (let earlier = 0; earlier < at; earlier += 1) {
      const candidate = landings[earlier];
      if (candidate === undefined) break;
      if (candidate.sought >= landing.sought || candidate.place >= landing.place) continue;
      const joined = (totals[earlier] ?? 0) + landing.gain - gapCost(candidate, landing);
      if (joined > total) {
        total = joined;
        previous = earlier;
      }
    }
    totals.push(total);
    before.push(previous);
    if (best < 0 || total > (totals[best] ?? 0)) best = at;
  });
  const chain: Landing[] = [];
  for (let at = best; at >= 0; at = before[at] ?? -1) {
    const landing = landings[at];
    if (landing !== undefined) chain.unshift(landing);
  }
  return chain;
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
