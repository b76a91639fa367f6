import type { Note, StoryDocument } from './story-document.ts';

/** As many sentences as an answer shows. */
const mostSentences = 2;

/** A question that is asked of three sentences would be answered by the first two alone. */
export function questionsHaveTheirSentence(document: StoryDocument, fault: Note): void {
  const sentences = new Map<string, string[]>();
  document.content.questions.forEach(({ asks, sentence }, index) => {
    asks.forEach((ask, place) => {
      const path = ['questions', index, 'asks', place];
      const words =
        ask
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu)
          ?.join(' ') ?? '';
      const known = sentences.get(words) ?? [];
      if (words === '') {
        fault(path, `“${ask}” has no words`, 'write a question as readers type it');
      } else if (known.includes(sentence)) {
        fault(path, `“${ask}” is asked of ${sentence} already`, 'remove one of the two');
      } else if (known.length === mostSentences) {
        fault(
          path,
          `“${ask}” is asked of ${known.join(' and ')} already, and no more are shown`,
          'leave it with the sentences that answer best',
        );
      }
      sentences.set(words, [...known, sentence]);
    });
  });
}
