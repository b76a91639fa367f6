import type { Token } from './tokens.ts';

/** Token places; the end is excluded. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const nominal = new Set(['NOUN', 'PROPN', 'PRON', 'NUM']);
const within = new Set(['NOUN', 'PROPN', 'NUM', 'ADJ', 'DET', 'PART', 'SYM']);
const joining = new Set(['of', 'for', 'from', 'at', 'in', 'with', 'to', 'on', 'by']);
const relative = new Set(['who', 'which', 'that', 'whom', 'whose', 'what']);

/** The noun phrase whose last word stands just before `end`, with “of …” and “and …” phrases. */
export function nounPhraseBefore(
  tokens: readonly Token[],
  end: number,
  floor = 0,
): Stretch | undefined {
  const last = tokens[end - 1];
  if (last === undefined || end <= floor || !canHead(last)) return undefined;
  if (last.pos === 'PRON') return { start: end - 1, end };
  let start = end - 1;
  while (start > floor && belongs(tokens, start - 1, start)) start -= 1;
  while (start < end - 1 && !opens(tokens[start])) start += 1;
  return { start, end };
}

/** The noun phrase that begins at a place. */
export function nounPhraseAt(tokens: readonly Token[], start: number): Stretch | undefined {
  const first = tokens[start];
  if (first === undefined) return undefined;
  if (first.pos === 'PRON') return { start, end: start + 1 };
  let end = start;
  while (end < tokens.length && end - start < 25 && continues(tokens, end, start)) end += 1;
  while (end > start && !canHead(tokens[end - 1])) end -= 1;
  return end > start ? { start, end } : undefined;
}

export function isRelative(token: Token | undefined): boolean {
  return token !== undefined && relative.has(token.lower);
}

function canHead(token: Token | undefined): boolean {
  return token !== undefined && nominal.has(token.pos);
}

function opens(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (within.has(token.pos) || token.pos === 'PRON') &&
    !/^'/.test(token.lower)
  );
}

function belongs(tokens: readonly Token[], at: number, next: number): boolean {
  const token = tokens[at];
  const after = tokens[next];
  if (token === undefined || after === undefined) return false;
  if (token.pos === 'PRON') return isPossessive(token);
  if (within.has(token.pos)) return token.lower !== 'to' && token.lower !== 'not';
  const before = tokens[at - 1];
  if (token.pos === 'ADP')
    return joining.has(token.lower) && canHead(before) && !isTime(tokens, next);
  if (token.lower === 'and' || token.lower === '&')
    return canHead(before) && after.pos !== 'PRON' && bothNames(before, after);
  return token.text === '-' && token.end === after.start;
}

function continues(tokens: readonly Token[], at: number, start: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.pos === 'PRON') return isPossessive(token);
  if (at > start && token.pos === 'DET' && canHead(tokens[at - 1])) return false;
  if (within.has(token.pos)) return token.lower !== 'to' && token.lower !== 'not';
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (at === start || after === undefined) return false;
  if (token.pos === 'ADP')
    return (
      (token.lower === 'of' ||
        token.lower === 'for' ||
        token.lower === 'at' ||
        token.lower === 'from') &&
      canHead(before) &&
      !isTime(tokens, at + 1)
    );
  if (token.lower === 'and' || token.lower === '&')
    return canHead(before) && bothNames(before, after);
  return token.text === '-' && token.end === after.start;
}

function bothNames(before: Token | undefined, after: Token): boolean {
  return (before?.pos === 'PROPN') === (after.pos === 'PROPN');
}

export function isPossessive({ lower }: Token): boolean {
  return ['his', 'her', 'its', 'their', 'our', 'my', 'your'].includes(lower);
}

const time =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|yesterday|today|tomorrow|tonight|week|month|year|morning|night|evening|afternoon|\d{4})s?$/;

/** Whether a phrase from a place on tells when: “last week”, “Tuesday”. */
export function isTime(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at];
  if (first === undefined) return false;
  if (time.test(first.lower)) return true;
  return (
    /^(?:last|this|next|earlier|that|late|early|the)$/.test(first.lower) &&
    time.test(tokens[at + 1]?.lower ?? '')
  );
}
