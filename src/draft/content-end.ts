import type { CueCandidate } from './cue.ts';
import { isRelative } from './noun-phrase.ts';
import { probability, type Weights } from './weights.ts';

/** Reported content is seldom longer; a text without a full stop would otherwise be all content. */
const farthest = 150;

/**
 * The token place where content that begins at `start` is best cut off.
 *
 * Each boundary between words has a probability of being the end, given that it is not before. Of the
 * places that are at all likely, the one wins that promises the greatest F1 by words: a little too
 * long costs less than half a clause lost.
 */
export function contentEnd(cue: CueCandidate, start: number, weights: Weights): number {
  const last = Math.min(lastPlace(cue), start + farthest);
  const ends: { readonly length: number; readonly chance: number }[] = [];
  let still = 1;
  for (let end = start + 1; end <= last; end += 1) {
    const given = end === last ? 1 : probability(endFeatures(cue, start, end), weights);
    if (still * given > leastLikely) ends.push({ length: end - start, chance: still * given });
    still *= 1 - given;
  }
  const promise = (length: number) =>
    ends.reduce(
      (sum, end) => sum + (end.chance * Math.min(length, end.length)) / (length + end.length),
      0,
    );
  const [best] = ends
    .map(({ length }) => ({ length, f1: promise(length) }))
    .toSorted((a, b) => b.f1 - a.f1);
  return best === undefined ? last : start + best.length;
}

const leastLikely = 0.02;

/** The end of the sentence, without its full stop. */
export function lastPlace({ sentence: { tokens } }: CueCandidate): number {
  const last = tokens.at(-1);
  return last !== undefined && /^[.;]$/.test(last.text) ? tokens.length - 1 : tokens.length;
}

export function endFeatures(cue: CueCandidate, start: number, end: number): readonly string[] {
  const { tokens, quoteOf } = cue.sentence;
  const { shape } = cue.complement;
  const previous = tokens[end - 1];
  const next = tokens[end];
  const after = tokens[end + 1];
  const tag = (token: typeof next) => {
    if (token === undefined) return 'end';
    const closed = /^(?:PUNCT|CCONJ|SCONJ|ADP|AUX|PART)$/.test(token.pos) || isRelative(token);
    return closed ? token.lower : `${token.pos}${/ing$/.test(token.lower) ? ' ing' : ''}`;
  };
  const quote = quoteOf[start];
  const inside = quoteOf[end - 1];
  const marks =
    quote !== undefined && quoteOf[end] === quote
      ? 'within'
      : inside !== undefined && quoteOf[end] !== inside
        ? 'closes'
        : inside !== undefined
          ? 'inner'
          : 'outside';
  const length =
    end - start < 4
      ? end - start
      : end - start < 9
        ? 'short'
        : end - start < 18
          ? 'middle'
          : 'long';
  const own =
    quoteOf[cue.group.head] !== undefined && quoteOf[end] !== quoteOf[cue.group.head]
      ? 'leaves'
      : 'stays';
  const [p, n, a] = [tag(previous), tag(next), tag(after)];
  return [
    'end',
    `${shape}`,
    `n ${n}`,
    `n ${n} ${shape}`,
    `p ${p}`,
    `p ${p} n ${n}`,
    `n ${n} a ${a}`,
    `n ${n} a ${a} ${shape}`,
    `m ${marks}`,
    `m ${marks} ${shape}`,
    `m ${marks} n ${n}`,
    `l ${length}`,
    `l ${length} ${shape}`,
    `l ${length} n ${n}`,
    `o ${own}`,
    `k ${cue.kind} n ${n}`,
    `f ${cue.fronted} n ${n}`,
  ];
}
