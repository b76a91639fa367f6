import type { ReadSentence } from './reading.ts';
import type { Token } from './tokens.ts';
import { verbGroupAt } from './verb-group.ts';

/**
 * Whether what a sentence dates at a place is still to come: by “next” or “until” before the date, or by
 * the nearest verb before it, or else the first one after it.
 */
export function looksAhead(sentence: ReadSentence, at: number): boolean {
  const before = sentence.text.slice(0, at);
  if (/\b(?:since|last|past)\s(?:the\s)?$/i.test(before)) return false;
  if (/\b(?:next|coming|upcoming|until|ahead of)\s[^.,;]{0,20}$/i.test(before)) return true;
  const last = sentence.tokens.findLastIndex((token) => token.end <= at && isVerb(token));
  const verb = last < 0 ? sentence.tokens.findIndex(isVerb) : last;
  return verb >= 0 && isAhead(sentence, verb);
}

/** “Will open”, “opens”, “is due to open”, “was expected”; not “had to open”. */
function isAhead(sentence: ReadSentence, at: number): boolean {
  const { tokens } = sentence;
  const { start, head } = verbGroupAt(sentence, at);
  const words = tokens.slice(start, head + 1).map(({ lower }) => lower);
  const [first = ''] = words;
  if (words.some((word) => expecting.test(word))) return true;
  if (first === 'to') return isGovernedAhead(sentence, start);
  if (modal.test(first)) return !words.includes('have');
  if (first === 'could') return !words.some((word) => /^(?:have|not|n't)$/.test(word));
  return /^(?:is|are|am|do|does)$/.test(first) || isPresent(tokens[start]);
}

/** “Is due to”, “wants to”, “voted to”; not “had to”. */
function isGovernedAhead(sentence: ReadSentence, infinitive: number): boolean {
  const { tokens } = sentence;
  if (expecting.test(tokens[infinitive - 1]?.lower ?? '')) return true;
  const outer = tokens.findLastIndex((token, place) => place < infinitive && isVerb(token));
  if (promising.test(tokens[outer]?.lemma ?? '')) return true;
  return outer >= 0 && isAhead(sentence, outer);
}

function isVerb({ pos }: Token): boolean {
  return pos === 'VERB' || pos === 'AUX';
}

/** “Opens”; what somebody “says” they said before. */
function isPresent(token: Token | undefined): boolean {
  if (token?.pos !== 'VERB' || telling.test(token.lemma)) return false;
  return /s$/.test(token.lower) && token.lemma !== token.lower;
}

const modal = /^(?:will|'ll|wo|would|shall|should|may|might|must|can)$/;
const expecting = /^(?:scheduled|due|expected|planned|set|likely|about)$/;
const promising =
  /^(?:vote|agree|plan|promise|pledge|vow|propose|intend|hope|want|threaten|expect|schedule)$/;
const telling = /^(?:say|tell|report|show|quote|add|write|claim|warn|argue)$/;
