import type { CueCandidate } from './cue.ts';
import type { Stretch } from './noun-phrase.ts';
import type { ReadSentence } from './reading.ts';

/** What decides whether a verb reports what stands before it or after it; weights in direction-weights.json. */
export function directionFeatures(cue: CueCandidate, before: Stretch): readonly string[] {
  const { sentence, group, complement, subject } = cue;
  const { tokens } = sentence;
  const lemma = tokens[group.head]?.lemma ?? '';
  const { shape } = complement;
  const kind = closingOf(sentence, before);
  const by = subject?.by ?? 'none';
  const clause = tokens
    .slice(before.start, before.end)
    .some(({ pos }) => pos === 'VERB' || pos === 'AUX');
  const next = tokens[group.end]?.lower ?? 'end';
  return [
    'd',
    `s ${shape}`,
    `l ${lemma}`,
    `c ${kind}`,
    `c ${kind} s ${shape}`,
    `c ${kind} l ${lemma}`,
    `s ${shape} l ${lemma}`,
    `b ${by} c ${kind}`,
    `n ${next} c ${kind}`,
    `v ${clause} c ${kind}`,
    `w ${tokens[before.start]?.pos} c ${kind}`,
  ];
}

/** What a stretch ends with: `quote,` for a comma within the closing mark. */
function closingOf({ tokens, quoteOf }: ReadSentence, { end }: Stretch): string {
  const last = tokens[end - 1];
  if (last !== undefined && quoteOf[end - 1]?.end === last.end) {
    const mark = tokens[end - 2]?.text ?? '';
    return /^[,.?!…—–-]/.test(mark) ? `quote${mark}` : 'quote';
  }
  return tokens[end]?.text ?? 'none';
}
