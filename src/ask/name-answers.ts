import { attribute } from '../record/attribution.ts';
import { wholeWords } from '../record/span.ts';
import type { Entity } from '../record/story.ts';
import { type Word, wordsIn } from '../search/words.ts';
import { passageOf } from './answer-passage.ts';
import type { Asked } from './asked.ts';
import { certain } from './certainty.ts';
import type { StoryAnswer } from './story-answer.ts';
import type { StoryReading } from './story-reading.ts';

/** “What’s the boat called”, of something known by that: where the article first prints its name. */
export function whatItIsCalled(
  asked: Asked,
  reading: StoryReading,
): readonly StoryAnswer[] | undefined {
  const { words, content, mentions } = asked;
  const [mention] = mentions;
  const [entity, other] = mention?.entities ?? [];
  if (mention === undefined || mentions.length > 1 || !asksName(words)) return undefined;
  if (entity === undefined || other !== undefined) return undefined;
  const isOnly = content.every(({ form }) => naming.has(form));
  // What something was called it may be called no more.
  if (!isOnly || words.some(({ form }) => former.test(form))) return undefined;
  const called = words.slice(mention.first, mention.last + 1).map(({ form }) => form);
  const adds = wordsIn(entity.name).some(
    ({ form, start }) => !called.includes(form) && /\p{Lu}/u.test(entity.name[start] ?? ''),
  );
  return adds ? firstPrinted(entity, reading) : undefined;
}

const naming = new Set(['called', 'named', 'name', 'names']);
const former = /^(?:was|were|did|before|once|then|until|used|previously|formerly|originally)$/;

/** The first sentence with the name in the article’s own words, or else the first with the name. */
function firstPrinted({ name }: Entity, reading: StoryReading): readonly StoryAnswer[] {
  const printed = reading.story.sentences.flatMap((sentence) => {
    const [span] = wholeWords(sentence.text, name);
    if (span === undefined) return [];
    const evident = { span, places: [], framed: false, theirs: undefined };
    return [{ passage: passageOf(sentence, evident, reading), span, score: certain }];
  });
  const own = printed.find(
    ({ passage }) => attribute(reading.story, passage).statement === undefined,
  );
  return own === undefined ? printed.slice(0, 1) : [own];
}

/** Whether a question asks for a name: “what's it called”, “what is the name of”. */
export function asksName(words: readonly Word[]): boolean {
  const forms = words.map(({ form }) => form);
  if (!/^(?:what|whats|tell|names? of)\b/.test(forms.join(' '))) return false;
  return forms.slice(0, 8).some((form, at) => {
    if (/^names?$/.test(form)) return true;
    return at === forms.length - 1 && /^(?:called|named)$/.test(form) && !forms.includes('did');
  });
}
