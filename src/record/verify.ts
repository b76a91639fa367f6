import type { Fault } from './fault.ts';
import type { Story } from './story.ts';
import type { Note, StoryDocument } from './story-document.ts';
import { datesAgreeWithTheirWords } from './verify-dates.ts';
import { aliasesArePrinted, namesAreToldApart, rolesNameTheirOwner } from './verify-entities.ts';
import { questionsHaveTheirSentence } from './verify-questions.ts';
import {
  cuesStandOutsideContent,
  denialsAreMarked,
  everyQuotationHasItsSource,
  nobodyPassesOnTheirOwnWords,
  nothingIsSaidTwice,
  refusalsAreAttitudes,
  stretchesAreWhole,
} from './verify-statements.ts';

/** Checks that reach across a story: what each part may be is checked while it is built. */
export function verifyStory(
  story: Story,
  document: StoryDocument,
  report: (fault: Fault) => void,
): void {
  const fault: Note = (path, wrong, mend) => report({ ...document.placeOf(path), wrong, mend });
  everyQuotationHasItsSource(story, document, fault);
  namesAreToldApart(story, document, fault);
  aliasesArePrinted(story, document, fault);
  cuesStandOutsideContent(story, document, fault);
  datesAgreeWithTheirWords(story, document, fault);
  stretchesAreWhole(document, story, fault);
  nothingIsSaidTwice(document, fault);
  denialsAreMarked(document, fault);
  refusalsAreAttitudes(story, document, fault);
  nobodyPassesOnTheirOwnWords(document, fault);
  rolesNameTheirOwner(story, document, fault);
  questionsHaveTheirSentence(document, fault);
}
