import { datePhrases } from './date-phrases.ts';
import type { ReadSentence } from './document.ts';
import { namePhrases } from './name-phrases.ts';
import { numberPhrases } from './number-phrases.ts';
import type { Asked, Phrase } from './phrase.ts';
import type { Question } from './question.ts';
import { reasonPhrases } from './reason-phrases.ts';

/**
 * The phrases of a sentence that are of the kind a question seeks, apart from what the question
 * says itself. None for kinds that no short phrase answers: definitions, yes and no.
 */
export function answerPhrases(
  question: Question,
  sentence: ReadSentence,
  asked: Asked,
): readonly Phrase[] {
  switch (question.kind) {
    case 'owner':
      return namePhrases({ ...question, kind: 'person' }, sentence, asked);
    case 'person':
    case 'organisation':
    case 'place':
      return namePhrases(question, sentence, asked);
    case 'thing':
      return question.noun === undefined ? [] : namePhrases(question, sentence, asked);
    case 'date':
      return datePhrases(sentence, question.measure);
    case 'number':
      return numberPhrases(question, sentence, asked);
    case 'reason':
      return reasonPhrases(sentence);
    case 'manner':
    case 'definition':
    case 'yes-no':
      return [];
  }
}
