import { wholeWords } from '../record/span.ts';
import { type Word, wordsIn } from '../search/words.ts';
import type { Asked } from './asked.ts';
import { certain } from './certainty.ts';
import type { StoryAnswer } from './story-answers.ts';
import type { StoryReading } from './story-reading.ts';

/** “What does X stand for”: a sentence that prints both its short name and a longer one. */
export function longForm(
  { words, mentions }: Asked,
  { story }: StoryReading,
): StoryAnswer[] | undefined {
  const asks = words.some(({ form }) => /^(?:stands?|short|acronym|abbreviation)$/.test(form));
  const [mention] = mentions;
  if (!asks || mention === undefined || words.length > mention.last + 4) return undefined;
  for (const { name, aliases } of mention.entities) {
    const names = [name, ...aliases].sort((a, b) => b.length - a.length);
    const [long = ''] = names;
    const short = names.find((each) => /^[\p{Lu}.&]{2,}$/u.test(each));
    if (short === undefined) continue;
    for (const sentence of story.sentences) {
      const [span] = wholeWords(sentence.text, long);
      if (span === undefined || wholeWords(sentence.text, short).length === 0) continue;
      return [{ passage: { sentence, span }, span, score: certain }];
    }
  }
  return undefined;
}

/** “What was X called before”: where the article says “known until”, “formerly” or the like. */
export function formerName(
  { words, mentions }: Asked,
  reading: StoryReading,
): StoryAnswer[] | undefined {
  const asked = words.map(({ form }) => form).join(' ');
  const [mention] = mentions;
  if (mention === undefined || mentions.length > 1 || !formerlyCalled.test(asked)) return undefined;
  for (const [at, sentence] of reading.story.sentences.entries()) {
    const spoken = mention.entities.some(({ id }) => (reading.spokenOf[at]?.get(id) ?? 0) > 0);
    if (!spoken || !wasCalled.test(sentence.text)) continue;
    const names = mention.entities.flatMap(({ name, aliases }) => [name, ...aliases]);
    const after = sentence.text.search(wasCalled);
    const [span] = names
      .flatMap((name) => wholeWords(sentence.text, name))
      .filter(({ start }) => start > after)
      .sort((a, b) => a.start - b.start);
    if (span === undefined) continue;
    return [
      {
        passage: { sentence, span: { start: 0, end: sentence.text.length } },
        span,
        score: certain,
      },
    ];
  }
  return undefined;
}

const formerlyCalled =
  /\b(?:called|known as|named?)\b.*\b(?:before|formerly|previously|originally|first)\b|\b(?:former|old|previous|original) name\b|\b(?:formerly|previously|originally) (?:called|known|named)|\bused to be (?:called|known|named)/;
const wasCalled =
  /\b(?:known|called|named)\b[^.;]{0,40}\b(?:until|before|at first)\b|\b(?:formerly|previously|originally)\b[^.;]{0,20}\b(?:known|called|named)?|\b(?:known|called|named)\b[^.;]{0,20}\b(?:formerly|previously|originally)\b|\brenamed\b/;

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
