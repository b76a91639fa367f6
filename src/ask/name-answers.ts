import { wholeWords } from '../record/span.ts';
import { type Word, wordsIn } from '../search/words.ts';
import type { Asked } from './asked.ts';
import { certain } from './certainty.ts';
import type { StoryReading } from './story-reading.ts';

/**
 * “What is the trial called”: the proper name of what is asked for by another word. Nobody is named
 * by “the banker” or by a daughter's name that the article does not print.
 */
export function properName({ words, mentions, content }: Asked, { story }: StoryReading) {
  const [mention] = mentions;
  const bare = words.length <= longestBareName && !words.some(({ form }) => asksOrTells.test(form));
  if (!asksName(words) && !bare) return undefined;
  const rest = content.filter(({ form }) => !namesOrBodies.test(form));
  if (mention === undefined || mentions.length > 1 || rest.length > 0) return undefined;
  const typed = words.slice(mention.first, mention.last + 1).map(({ form }) => form);
  for (const { name } of mention.entities) {
    if (!/\p{Lu}/u.test(name)) continue;
    if (wordsIn(name).every(({ form }) => typed.includes(form))) continue;
    const naming = story.sentences.flatMap((sentence) => {
      const [span] = wholeWords(sentence.text, name);
      if (span === undefined) return [];
      const called = /(?:called|named|known as|dubbed) ?$/.test(sentence.text.slice(0, span.start));
      return [{ sentence, span, called }];
    });
    const [best] = naming.sort((a, b) => Number(b.called) - Number(a.called));
    if (best === undefined) continue;
    const { sentence, span } = best;
    const passage = { sentence, span: { start: 0, end: sentence.text.length } };
    return [{ passage, span, score: certain }];
  }
  return undefined;
}

/** “The club's owner?”: no more than what is sought by another word. */
const longestBareName = 5;
const asksOrTells =
  /^(?:who|what|when|where|why|how|which|whose|is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|say|said)$/;
const namesOrBodies = /^(?:names?|called|named|company|firm|business|club|organisation)$/;

/** Whether a question asks for a name: “what's it called”, “what is the name of”. */
export function asksName(words: readonly Word[]): boolean {
  const forms = words.map(({ form }) => form);
  if (!/^(?:what|whats|tell)$/.test(forms[0] ?? '')) return false;
  return forms.slice(0, 8).some((form, at) => {
    if (/^names?$/.test(form)) return true;
    return at === forms.length - 1 && /^(?:called|named)$/.test(form) && !forms.includes('did');
  });
}
