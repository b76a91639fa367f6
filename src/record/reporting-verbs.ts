import type { Sentence, Story } from './story.ts';

/** A sentence that reads as if somebody were reported in it, though no statement says who. */
export interface Unattributed {
  readonly sentence: Sentence;
  readonly verb: string;
}

/**
 * Speech without quotation marks escapes the verifier; a verb that reports gives it away. It is a
 * hint and no fault: “said” may stand in what somebody else says.
 */
export function unattributedSentences(story: Story): readonly Unattributed[] {
  const attributed = new Set(
    story.statements.flatMap(({ sentence, content }) => [
      sentence,
      ...content.map((part) => part.sentence),
    ]),
  );
  return story.sentences.flatMap((sentence) => {
    const verb = attributed.has(sentence) ? undefined : reporting.exec(sentence.text)?.[0];
    return verb === undefined ? [] : [{ sentence, verb }];
  });
}

/** What reports somebody's words, as alternatives of a pattern. */
export const reportingVerbs =
  'said|says|told|tells|added|adds|claimed|claims|denied|denies|admitted|warned|warns|argued|argues|announced|insisted|insists|suggested|reported|confirmed|according to|accused|promised|vowed|wrote|tweeted|replied|complained|acknowledged|estimated|predicted';

const reporting = new RegExp(`\\b(?:${reportingVerbs})\\b`, 'u');
