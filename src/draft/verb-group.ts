import type { ReadSentence } from './reading.ts';
import type { Token } from './tokens.ts';

/** A verb with what belongs to it: “has repeatedly said”, “pointed out”. Token places, end excluded. */
export interface VerbGroup {
  readonly start: number;
  readonly head: number;
  readonly end: number;
}

const particles = new Set(['out', 'up', 'off', 'down', 'back', 'forth']);
const auxiliaries = new Set(['have', 'be', 'do', 'get', 'go']);

/** The group around the verb at a place. */
export function verbGroupAt({ tokens }: ReadSentence, head: number): VerbGroup {
  let start = head;
  while (start > 0 && opensGroup(tokens, start - 1)) start -= 1;
  while (start < head && tokens[start]?.pos === 'ADV') start += 1;
  const next = tokens[head + 1];
  const end = next !== undefined && particles.has(next.lower) ? head + 2 : head + 1;
  return { start, head, end };
}

function opensGroup(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.pos === 'AUX') return true;
  if (token.lower === 'to' && token.pos === 'PART') return true;
  if (token.lower === "n't" || token.lower === 'not') return true;
  if (token.pos === 'ADV') return at > 0 && !['so', 'then', 'how', 'when'].includes(token.lower);
  return token.pos === 'VERB' && auxiliaries.has(token.lemma) && tokens[at + 1]?.pos !== 'DET';
}
