import { wholeWords } from '../record/span.ts';
import { type Word, wordsIn } from '../search/words.ts';
import { passageOf } from './answer-passage.ts';
import type { Asked } from './asked.ts';
import { certain } from './certainty.ts';
import type { StoryAnswer } from './story-answer.ts';
import type { StoryReading } from './story-reading.ts';

/** “What’s the boat called”, of something known by that: where the article first prints its name. */
export function whatItIsCalled(asked: Asked, reading: StoryReading): StoryAnswer[] | undefined {
  const { words, content, mentions } = asked;
  const [mention] = mentions;
  const [entity, other] = mention?.entities ?? [];
  if (mention === undefined || mentions.length > 1 || !asksName(words)) return undefined;
  if (entity === undefined || other !== undefined) return undefined;
  const isOnly = content.every(({ form }) => naming.has(form));
  const called = words.slice(mention.first, mention.last + 1).map(({ form }) => form);
  const isNew = wordsIn(entity.name).some(({ form }) => !called.includes(form));
  const sentence = reading.story.sentences.find(
    ({ text }) => wholeWords(text, entity.name).length > 0,
  );
  if (!isOnly || !isNew || sentence === undefined) return undefined;
  const [span] = wholeWords(sentence.text, entity.name);
  const evident = { span, places: [], framed: false, theirs: undefined };
  return [{ passage: passageOf(sentence, evident, reading), span, score: certain }];
}

const naming = new Set(['called', 'named', 'name', 'names']);

/** Whether a question asks for a name: “what's it called”, “what is the name of”. */
export function asksName(words: readonly Word[]): boolean {
  const forms = words.map(({ form }) => form);
  if (!/^(?:what|whats|tell|names?)$/.test(forms[0] ?? '')) return false;
  return forms.slice(0, 8).some((form, at) => {
    if (/^names?$/.test(form)) return true;
    return at === forms.length - 1 && /^(?:called|named)$/.test(form) && !forms.includes('did');
  });
}
