import { overlap, textOf } from '../record/span.ts';
import type { FoundAttribution, Mention } from './found-attribution.ts';
import type { Reading, ReadSentence } from './reading.ts';

/**
 * Adds to direct speech the quotations that follow it and that no cue of their own introduces:
 * “A,” she said. “B. C.” — and, in the next paragraph, “D.”
 */
export function withQuotesThatGoOn(
  reading: Reading,
  found: readonly FoundAttribution[],
): readonly FoundAttribution[] {
  const own = new Map<number, FoundAttribution[]>();
  for (const each of found)
    own.set(each.cue.sentence, [...(own.get(each.cue.sentence) ?? []), each]);
  const added = new Map<FoundAttribution, Mention[]>();
  let speaker: FoundAttribution | undefined;
  let lead: Mention[] = [];
  for (const sentence of reading.sentences) {
    const here = own.get(sentence.index) ?? [];
    const unclaimed = here.some(({ content }) =>
      content.some((part) => sentence.quoted.some((quote) => overlap(quote, part) > 0)),
    );
    if (!unclaimed && isSpeech(sentence)) {
      const whole = {
        sentence: sentence.index,
        start: sentence.quoted[0]?.start ?? 0,
        end: sentence.quoted.at(-1)?.end ?? 0,
      };
      if (opensAndStays(sentence)) lead.push(whole);
      else if (speaker !== undefined)
        added.set(speaker, [...(added.get(speaker) ?? []), ...lead.splice(0), whole]);
      continue;
    }
    const quoting = here.filter((each) => quotes(sentence, each));
    if (lead.length > 0 && quoting[0] !== undefined && sentence.quoted[0]?.start === 0) {
      added.set(quoting[0], [...lead, ...(added.get(quoting[0]) ?? [])]);
    } else if (lead.length > 0 && speaker !== undefined) {
      added.set(speaker, [...(added.get(speaker) ?? []), ...lead]);
    }
    lead = [];
    if (quoting.length > 0) speaker = quoting.at(-1);
    else if (here.length > 0 || sentence.place === 1)
      speaker = endsWithColon(sentence) ? here.at(-1) : undefined;
  }
  return found.map((each) => {
    const more = added.get(each);
    return more === undefined ? each : { ...each, content: inOrder([...each.content, ...more]) };
  });
}

/** A sentence that is all quotation. */
function isSpeech({ text, quoted }: ReadSentence): boolean {
  const inside = quoted.reduce((sum, { start, end }) => sum + end - start, 0);
  return quoted.length > 0 && inside >= text.length - 2;
}

/** “A. B,” she said: A's quotation does not close in its own sentence. */
function opensAndStays({ text, quoted }: ReadSentence): boolean {
  const last = quoted.at(-1);
  return last !== undefined && last.end === text.length && !/["”»」』’']$/.test(textOf(text, last));
}

function quotes(sentence: ReadSentence, { content, cue }: FoundAttribution): boolean {
  const before = sentence.quoted.some((quote) => overlap(quote, cue) > 0);
  return (
    !before && content.some((part) => sentence.quoted.some((quote) => overlap(quote, part) > 0))
  );
}

function endsWithColon({ text }: ReadSentence): boolean {
  return text.endsWith(':');
}

function inOrder(parts: readonly Mention[]): readonly Mention[] {
  return parts.toSorted((a, b) => a.sentence - b.sentence || a.start - b.start);
}
