import { datedAfterTheirArticle } from './date-hints.ts';
import type { Hint } from './hint.ts';
import { unattributedReports, unattributedSentences } from './reporting-verbs.ts';
import type { Story } from './story.ts';
import { creditedBesideWhoSpeaks, pronounsBeforeTheirName } from './voice-hints.ts';

/** What an editor should look at once more in a story without faults. */
export function hintsOn(story: Story): readonly Hint[] {
  const hints: readonly Hint[] = [
    ...unattributedSentences(story).map(({ sentence, verb }) => ({
      sentence,
      doubt: `has “${verb}” and no statement; is nobody reported there?`,
    })),
    ...unattributedReports(story).map(({ sentence, verb }) => ({
      sentence,
      doubt: `has “${verb}” before a quotation in what somebody says, and no statement with that cue; does somebody else speak there?`,
    })),
    ...creditedBesideWhoSpeaks(story),
    ...pronounsBeforeTheirName(story),
    ...datedAfterTheirArticle(story),
  ];
  return [...new Map(hints.map((hint) => [`${hint.sentence.id} ${hint.doubt}`, hint])).values()];
}
