import type { ReadSentence } from './document.ts';
import { type Phrase, phraseAt } from './phrase.ts';

/** The reasons in a sentence, each from a word such as “because” to the end of its clause. */
export function reasonPhrases(sentence: ReadSentence): readonly Phrase[] {
  return [...sentence.text.matchAll(reasonCue)].map(({ index }) =>
    phraseAt(sentence, { start: index, end: clauseEnd(sentence.text, index) }, 1),
  );
}

const reasonCue =
  /\b(?:because|due to|owing to|thanks to|in order to|so that|so as to|on the grounds|as a result of|caused by|prompted by|in response to|responding to|citing(?! (?:\w+ )?(?:people|persons?|sources?|officials))|blam(?:ed|ing)|the reason|attribut\w+ to|stem\w* from|triggered by|led to|out of (?:fear|concern)|after|amid|since|following|over (?:fears?|concerns?)|pos(?:e|es|ing) an?|as part of|in exchange for|in return for|for fear|but|if|unless)\b/gi;

function clauseEnd(text: string, from: number): number {
  const stop = /[,;:.”"](?:\s|$)/g;
  stop.lastIndex = from + 12;
  return stop.exec(text)?.index ?? text.length;
}
