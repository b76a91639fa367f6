import type { CueCandidate } from './cue.ts';
import { isRelative } from './noun-phrase.ts';
import { probability, type Weights } from './weights.ts';

/** Reported content is seldom longer; a text without a full stop would otherwise be all content. */
const farthest = 150;

/**
 * The token place where content that begins at `start` most probably ends.
 *
 * Each boundary between words has a probability of being the end, given that it is not before; the
 * place with the greatest product wins.
 */
export function contentEnd(cue: CueCandidate, start: number, weights: Weights): number {
  const last = lastPlace(cue);
  let best = last;
  let bestChance = 0;
  let still = 1;
  for (let end = start + 1; end <= Math.min(last, start + farthest); end += 1) {
    const chance = end === last ? 1 : probability(endFeatures(cue, start, end), weights);
    if (still * chance > bestChance) {
      bestChance = still * chance;
      best = end;
    }
    still *= 1 - chance;
  }
  return Math.min(best, start + farthest);
}

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
