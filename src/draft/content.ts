import { opensQuote } from './complement.ts';
import { contentEnd, lastPlace } from './content-end.ts';
import type { CueCandidate } from './cue.ts';
import { directionFeatures } from './direction.ts';
import { nounPhraseAt, type Stretch } from './noun-phrase.ts';
import type { ReadSentence } from './reading.ts';
import { probability, type Weights } from './weights.ts';

/** What the content's choice goes by. */
export interface ContentWeights {
  readonly end: Weights;
  readonly direction: Weights;
}

/** What a cue reports, within the cue's own sentence, as token places. */
export function contentOf(cue: CueCandidate, weights: ContentWeights): readonly Stretch[] {
  if (cue.kind === 'according') return accordingContent(cue);
  if (tellsOfItsSubject(cue)) return cue.subject === undefined ? [] : [cue.subject];
  const before = frontedContent(cue);
  const after = cue.subject?.by === 'after' ? afterInversion(cue) : contentAfter(cue, weights.end);
  if (before === undefined) return after === undefined ? [] : [after];
  if (after === undefined) return [before];
  if (bothHalves(cue, before)) return [before, after];
  return reportsBefore(cue, before, weights.direction) ? [before] : [after];
}

/** “The plan was criticised by Lee”: what is reported is the verb's subject. */
function tellsOfItsSubject({ group, complement, passive }: CueCandidate): boolean {
  return passive && /^(?:none|object)$/.test(complement.shape) && group.start < group.head;
}

function reportsBefore(cue: CueCandidate, before: Stretch, weights: Weights): boolean {
  return probability(directionFeatures(cue, before), weights) > 0.5;
}

/** “…,” said Lee, “…” and “The plan, he said, would fail”. */
function bothHalves(cue: CueCandidate, before: Stretch): boolean {
  const { sentence, complement, subject } = cue;
  if (subject?.by === 'after' || complement.shape === 'quote') return endsInQuote(sentence, before);
  return interrupts(cue, before);
}

function contentAfter(cue: CueCandidate, weights: Weights): Stretch | undefined {
  const { tokens } = cue.sentence;
  let { start } = cue.complement;
  if (cue.complement.shape === 'none') return undefined;
  while (start < tokens.length && /^[:,]$/.test(tokens[start]?.text ?? '')) start += 1;
  if (start >= lastPlace(cue)) return undefined;
  return { start, end: contentEnd(cue, start, weights) };
}

/** “…,” said Lee, “and …”: what follows the one who speaks. */
function afterInversion({ sentence, subject }: CueCandidate): Stretch | undefined {
  if (subject === undefined) return undefined;
  for (let at = subject.end; at < sentence.tokens.length && at < subject.end + 30; at += 1) {
    if (opensQuote(sentence, at)) return quoteFrom(sentence, at);
    if (sentence.tokens[at]?.pos === 'VERB') return undefined;
  }
  return undefined;
}

function quoteFrom({ tokens, quoteOf }: ReadSentence, start: number): Stretch {
  let end = start;
  while (end < tokens.length && quoteOf[end] === quoteOf[start]) end += 1;
  return { start, end };
}

/** What stands before the one who speaks: “The sky fell, Lee said”. */
export function frontedContent(cue: CueCandidate): Stretch | undefined {
  if (!cue.fronted) return undefined;
  const { sentence, subject, group } = cue;
  const { tokens, quoteOf } = sentence;
  const first = subject !== undefined && subject.by === 'before' ? subject.start : group.start;
  const closing = tokens[first - 1];
  const end = closing !== undefined && quoteOf[first - 1]?.end === closing.end ? first : first - 1;
  let start = 0;
  const quote = quoteOf[group.head];
  while (quote !== undefined && start < end && quoteOf[start] !== quote) start += 1;
  if (
    /^(?:and|but|yet|so|or|still)$/.test(tokens[start]?.lower ?? '') &&
    quoteOf[start] === undefined
  )
    start += 1;
  if (tokens[start]?.text === ',') start += 1;
  return end > start ? { start, end } : undefined;
}

function endsInQuote({ quoteOf }: ReadSentence, { end }: Stretch): boolean {
  return quoteOf[end - 1] !== undefined;
}

/** “The plan, he said, would fail”: neither half is a sentence. */
function interrupts(
  { sentence: { tokens }, group }: CueCandidate,
  { start, end }: Stretch,
): boolean {
  if (tokens[group.end]?.text !== ',') return false;
  return tokens.slice(start, end).every(({ pos }) => pos !== 'VERB' && pos !== 'AUX');
}

function accordingContent(cue: CueCandidate): readonly Stretch[] {
  const {
    sentence: { tokens },
    group,
  } = cue;
  const source = nounPhraseAt(tokens, group.end);
  if (source === undefined) return [];
  if (group.start > 2) {
    const end = tokens[group.start - 1]?.text === ',' ? group.start - 1 : group.start;
    return [{ start: 0, end }];
  }
  let start = source.end;
  while (start < tokens.length && tokens[start]?.text !== ',') start += 1;
  return start + 1 < lastPlace(cue) ? [{ start: start + 1, end: lastPlace(cue) }] : [];
}
