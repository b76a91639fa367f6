import { isRefusal, refusalBefore } from '../record/refusals.ts';
import { contains, textOf } from '../record/span.ts';
import type { FoundAttribution } from './found-attribution.ts';
import type { Reading } from './reading.ts';

/** “Declined to say” is one cue, of one attribution. */
export function withRefusals(
  { sentences }: Reading,
  attributions: readonly FoundAttribution[],
): readonly FoundAttribution[] {
  const whole = attributions.map((each) => {
    const { sentence, start } = each.cue;
    const refusal = refusalBefore(sentences[sentence]?.text.slice(0, start) ?? '');
    return { ...each, cue: { ...each.cue, start: start - refusal.length } };
  });
  return whole.filter((each) => !whole.some((other) => isPartOf(each, other)));
}

function isPartOf({ cue }: FoundAttribution, other: FoundAttribution): boolean {
  if (cue.sentence !== other.cue.sentence || !contains(other.cue, cue)) return false;
  return cue.end - cue.start < other.cue.end - other.cue.start;
}

/** “Did not respond to requests for comment” reports no words, and no thought. */
export function isSilence({ cue, verb }: FoundAttribution, { sentences }: Reading): boolean {
  return (
    /^(?:respond|reply|return)$/.test(verb) &&
    isRefusal(textOf(sentences[cue.sentence]?.text ?? '', cue))
  );
}
