import { isRelative, isTime, nounPhraseAt, nounPhraseBefore, type Stretch } from './noun-phrase.ts';
import type { ReadSentence } from './reading.ts';
import type { Token } from './tokens.ts';
import { type VerbGroup, verbGroupAt } from './verb-group.ts';

/** How a verb finds who acts: a subject before it, one after it (“said Lee”), or through another verb. */
export interface Subject extends Stretch {
  readonly by: 'before' | 'after' | 'relative' | 'shared';
}

/** Who a verb is said of, as the sentence words it. */
export function subjectOf(
  sentence: ReadSentence,
  group: VerbGroup,
  depth = 0,
): Subject | undefined {
  const { tokens, quoteOf } = sentence;
  const own = quoteOf[group.head];
  const first = withoutAsides(tokens, group.start);
  const before = first - 1;
  const token = tokens[before];
  const isParticiple = /ing$/.test(tokens[group.head]?.lower ?? '') && group.start === group.head;
  const isInfinitive = tokens[group.start]?.lower === 'to';
  if (token === undefined) return inverted(sentence, group) ?? undefined;
  if (isRelative(token)) return { start: before, end: before + 1, by: 'relative' };
  if (!isInfinitive) {
    const plain = isParticiple ? undefined : nounPhraseBefore(tokens, first);
    if (plain !== undefined && quoteOf[plain.end - 1] === own) return { ...plain, by: 'before' };
    if (/^[,—–-]$/.test(token.text) && !isParticiple) {
      const behind = aroundApposition(sentence, before) ?? inverted(sentence, group);
      if (behind !== undefined) return behind;
    }
    if (closesQuote(sentence, before)) {
      const after = inverted(sentence, group);
      if (after !== undefined) return after;
    }
  }
  return depth < 4 ? sharedSubject(sentence, group, depth) : undefined;
}

/** “Lee later told”, “Lee on Tuesday said”, “they all said”, “Lee (R-Tex.) said” */
function withoutAsides(tokens: readonly Token[], end: number): number {
  let first = end;
  for (;;) {
    const token = tokens[first - 1];
    if (token?.pos === 'ADV' || /^(?:all|both)$/.test(token?.lower ?? '')) first -= 1;
    else if (isTime(tokens, first - 1) && tokens[first - 2] !== undefined) {
      first -= 1;
      if (/^(?:last|this|early|late|on|earlier)$/.test(tokens[first - 1]?.lower ?? '')) first -= 1;
    } else if (token?.text === ')') {
      const opening = tokens.findLastIndex(({ text }, at) => at < first && text === '(');
      if (opening < first - 8 || opening < 1) return first;
      first = opening;
    } else return first;
  }
}

function closesQuote({ tokens, quoteOf }: ReadSentence, at: number): boolean {
  const token = tokens[at];
  return token !== undefined && quoteOf[at]?.end === token.end;
}

/** “Lee, the mayor of Ashby, said”: from the second comma back to the name before the first. */
function aroundApposition({ tokens, quoteOf }: ReadSentence, comma: number): Subject | undefined {
  for (let at = comma - 1; at > 0 && comma - at < 30; at -= 1) {
    const token = tokens[at];
    if (token === undefined || quoteOf[at] !== quoteOf[comma]) return undefined;
    if (token.text !== tokens[comma]?.text) continue;
    const named = nounPhraseBefore(tokens, at);
    if (named === undefined) return undefined;
    return { start: named.start, end: comma, by: 'before' };
  }
  return undefined;
}

/** “…,” said Lee */
function inverted(sentence: ReadSentence, group: VerbGroup): Subject | undefined {
  const { tokens, quoteOf } = sentence;
  const phrase = nounPhraseAt(tokens, group.end);
  if (phrase === undefined || quoteOf[phrase.start] !== quoteOf[group.head]) return undefined;
  return { ...phrase, by: 'after' };
}

/** “He laughed and said”, “he left, saying”, “he wants to say”: the subject of the verb before. */
function sharedSubject(
  sentence: ReadSentence,
  group: VerbGroup,
  depth: number,
): Subject | undefined {
  const { tokens, quoteOf } = sentence;
  let tried = 0;
  const farthest = Math.max(0, group.start - 60);
  for (let at = group.start - 1; at >= farthest && tried < 3; at -= 1) {
    const pos = tokens[at]?.pos;
    if (pos !== 'VERB' && pos !== 'AUX') continue;
    if (quoteOf[at] !== quoteOf[group.head]) continue;
    tried += 1;
    const earlier = verbGroupAt(sentence, at);
    const subject = subjectOf(sentence, earlier, depth + 1);
    if (subject !== undefined)
      return { ...subject, by: subject.by === 'relative' ? 'relative' : 'shared' };
    at = earlier.start;
  }
  return undefined;
}
