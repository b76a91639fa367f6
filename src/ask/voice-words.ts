import { contains, type Span, spanning, textOf, wholeWords } from '../record/span.ts';
import { type Passage, partsIn, type Sentence } from '../record/story.ts';
import { callingsOfVoice } from './answer-passage.ts';
import type { StoryReading } from './story-reading.ts';

/**
 * What the one named in a sentence says in it, or passes on: their name may stand in what another tells of
 * them too. Of several statements it is the one that holds most of what is asked about, and of these the
 * one that fewest pass on.
 */
export function wordsOfVoice(
  sentence: Sentence,
  name: Span,
  places: readonly Span[],
  reading: StoryReading,
): Passage | undefined {
  const named = textOf(sentence.text, name);
  const [theirs] = reading
    .statementsIn(sentence)
    .filter(
      ({ attitude, source, via }) =>
        !attitude &&
        [source, ...via].some((one) =>
          callingsOfVoice(one, reading).some((each) => wholeWords(named, each).length > 0),
        ),
    )
    .map((statement) => {
      const parts = partsIn(statement, sentence);
      const held = places.filter((place) => parts.some((part) => contains(part, place))).length;
      return { parts, held, passers: statement.via.length };
    })
    .sort((a, b) => b.held - a.held || a.passers - b.passers);
  if (theirs === undefined || theirs.parts.length === 0) return undefined;
  return { sentence, span: spanning(theirs.parts) };
}
