import { bestChain, type Link, skips } from './chain.ts';
import type { Stretch } from './lists.ts';
import type { SoughtWord } from './text-index.ts';
import { likeness } from './vocabulary.ts';

/** How the words of a question lie in a sentence, or in a run of neighbouring sentences. */
export interface Alignment {
  /** From 0, nothing in common, to 1: every word there, in order and together. */
  readonly score: number;
  /** The score that it deserves inside quotation marks; see `oneWordOff`. */
  readonly quotedScore: number;
  /** From 0 to 1: the share of the question's neighbouring words that are neighbours here, letter for letter. */
  readonly together: number;
  /** What of each sentence answers; undefined for one that holds none of it. */
  readonly parts: readonly (Part | undefined)[];
}

/** A stretch of one sentence, and the words of the question it stands for. */
export interface Part {
  /** The first and the last word of the stretch, counted in its sentence. */
  readonly first: number;
  readonly last: number;
  /** The first word of the question that lies in the sentence, and how many do. */
  readonly askedFirst: number;
  readonly words: number;
}

/** A question made ready to be aligned with many sentences. */
export interface Question {
  /** Where each term may be meant, and what it is worth there. */
  readonly gains: ReadonlyMap<number, readonly Gain[]>;
  /** Bits of those terms: most words of a sentence are passed over without being looked up. */
  readonly marks: number;
  /** How many words it has, and their weight together. */
  readonly words: number;
  readonly asked: number;
  /** It has so few words of weight that one of them far off proves nothing. */
  readonly brief: boolean;
  /** Room for what a sentence holds of each word, while it is being looked at. */
  readonly held: Float64Array;
}

interface Gain {
  readonly sought: number;
  readonly gain: number;
  /** The term is only what the word may be a slip of. */
  readonly slip: boolean;
  /** The term is the word itself. */
  readonly same: boolean;
}

/** No sentence needs a word more often, and a question that is one word a thousand times costs. */
const mostRepeats = 12;

const fewWords = 3;

export function questionOf(words: readonly SoughtWord[]): Question {
  const gains = new Map<number, Gain[]>();
  words.forEach(({ weight, meant }, sought) => {
    for (const [term, alike] of meant) {
      const gain = {
        sought,
        gain: weight * alike,
        slip: alike < likeness.sameStem,
        same: alike === likeness.same,
      };
      const known = gains.get(term);
      if (known === undefined) gains.set(term, [gain]);
      else if (known.length < mostRepeats) known.push(gain);
    }
  });
  const asked = words.reduce((total, { weight }) => total + weight, 0);
  const brief = words.filter(({ weight }) => weight === 1).length <= fewWords;
  let marks = 0;
  for (const term of gains.keys()) marks |= markOf(term);
  const held = new Float64Array(words.length);
  return { gains, marks, words: words.length, asked, brief, held };
}

function markOf(term: number): number {
  return 1 << (term & 31);
}

/** What a word that is there, but not in the question's order, counts; and when it is far off. */
const outOfOrder = { near: 0.85, far: 0.425 };
/** How many words from the chain is far. */
const farOff = 8;
/** A word of less worth that is out of order widens no stretch: there is always a “the” somewhere. */
const leastTelling = 0.5;
/** What a sentence word that was not asked for costs the stretch that holds it. */
const strayCost = 0.15;

interface Landing extends Gain, Link {}

/**
 * Aligns a question with a run of sentences, mostly of one, given as the terms of their words.
 *
 * The best chain of words in the question's order is found first, by the recurrence of local
 * sequence alignment (Smith and Waterman, 1981) over the places where words agree. Words outside the
 * chain then count for less, and only if they are spelt right: out of order, a slip is a guess too
 * many. The stretch is the run of sentence words with the highest sum of gains and costs (Kadane's
 * maximum subarray).
 */
export function align(
  question: Question,
  sentences: readonly Uint32Array[],
): Alignment | undefined {
  const landings = landingsOf(question, sentences);
  const chain = bestChain(landings, question.words);
  if (chain.length === 0) return undefined;
  const landed = new Map<number, Landing>();
  const used = new Set<number>();
  const land = (landing: Landing, share: number) => {
    if (used.has(landing.sought) || landed.has(landing.place)) return 0;
    used.add(landing.sought);
    landed.set(landing.place, landing);
    return landing.gain * share;
  };
  let sum = chain.reduce((total, landing) => total + land(landing, 1), 0) - skips(chain);
  const left = landings.filter(
    ({ slip, sought, place }) => !slip && !used.has(sought) && !landed.has(place),
  );
  for (const { landing, distance } of nearestFirst(left, chain)) {
    sum += land(
      landing,
      distance <= farOff ? outOfOrder.near : question.brief ? 0 : outOfOrder.far,
    );
  }
  const score = Math.min(1, Math.max(0, sum / question.asked));
  const quotedScore = Math.max(score, oneWordOff(question, landed));
  const together = question.words < 2 ? 1 : neighbours(landed) / (question.words - 1);
  const inChain = new Set(chain);
  const telling = [...landed.values()].filter(
    (landing) => inChain.has(landing) || landing.gain >= leastTelling,
  );
  return { score, quotedScore, together, parts: partsOf(telling, sentences) };
}

/**
 * What a question is worth that stands in the sentences letter for letter but for one word of it.
 * The frame tells which sentence is meant even where that one is the weightiest: the mean of what is
 * found by weight and by number. That holds where the words themselves are quoted: in reported speech
 * and narration a frame of small words belongs to many claims.
 *
 * @returns 0 when more than a word is missing, or when the others do not stand together
 */
function oneWordOff({ words, asked }: Question, landed: ReadonlyMap<number, Landing>): number {
  if (words < fewestOfFrame || landed.size !== words - 1) return 0;
  const inOrder = [...landed.values()].sort((a, b) => a.place - b.place);
  const together = inOrder.every(({ place, sought, same }, at) => {
    const before = inOrder[at - 1];
    if (before === undefined) return same;
    const [step, stepAsked] = [place - before.place, sought - before.sought];
    return same && stepAsked > 0 && (step === 1 || step === stepAsked);
  });
  const found = inOrder.reduce((sum, { gain }) => sum + gain, 0);
  return together ? (found / asked + landed.size / words) / 2 : 0;
}

const fewestOfFrame = 6;

/** How many words stand beside the one they stand beside in the question, both letter for letter. */
function neighbours(landed: ReadonlyMap<number, Landing>): number {
  let count = 0;
  for (const { place, sought, same } of landed.values()) {
    const before = landed.get(place - 1);
    if (same && before?.same === true && before.sought === sought - 1) count += 1;
  }
  return count;
}

/** The best score of a sentence that can hold only so much of a question. */
export function mostScore({ words, asked }: Question, hope: number): number {
  // Of a sentence that is one word off, no more is missing than a word weighs.
  const oneOff = words >= fewestOfFrame && asked * (1 - hope) < heaviest + tiny;
  return oneOff ? Math.max(hope, (hope + (words - 1) / words) / 2) : hope;
}

const heaviest = 1;
/** More than the sums of weights are off for being binary fractions. */
const tiny = 1e-6;

/** How much of a question a sentence can hold at most, found without aligning. */
export function bestConceivable(
  { gains, marks, asked, held }: Question,
  { items, from, to }: Stretch,
): number {
  held.fill(0);
  let sum = 0;
  for (let at = from; at < to; at += 1) {
    const term = items[at] ?? 0;
    const meant = (marks & markOf(term)) === 0 ? undefined : gains.get(term);
    if (meant === undefined) continue;
    for (const { sought, gain } of meant) {
      const more = gain - (held[sought] ?? 0);
      if (more <= 0) continue;
      held[sought] = gain;
      sum += more;
    }
  }
  return Math.min(1, sum / asked);
}

function landingsOf({ gains }: Question, sentences: readonly Uint32Array[]): Landing[] {
  const landings: Landing[] = [];
  let place = 0;
  for (const sentence of sentences) {
    for (const term of sentence) {
      const meant = gains.get(term);
      if (meant !== undefined) {
        for (const { sought, gain, slip, same } of meant) {
          landings.push({ sought, gain, slip, same, place });
        }
      }
      place += 1;
    }
  }
  return landings;
}

function nearestFirst(landings: readonly Landing[], chain: readonly Landing[]) {
  const first = chain[0]?.place ?? 0;
  const last = chain.at(-1)?.place ?? 0;
  return landings
    .map((landing) => ({
      landing,
      distance: Math.max(first - landing.place, landing.place - last, 0),
    }))
    .sort((a, b) => b.landing.gain - a.landing.gain || a.distance - b.distance);
}

function partsOf(
  landed: readonly Landing[],
  sentences: readonly Uint32Array[],
): readonly (Part | undefined)[] {
  let from = 0;
  return sentences.map(({ length }) => {
    const start = from;
    from += length;
    const own = landed.filter(({ place }) => place >= start && place < from);
    if (own.length === 0) return undefined;
    const gains = new Map(own.map(({ place, gain }) => [place - start, gain]));
    const askedFirst = Math.min(...own.map(({ sought }) => sought));
    const { first, last } = richestStretch(gains, length);
    return { first, last, askedFirst, words: own.length };
  });
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
