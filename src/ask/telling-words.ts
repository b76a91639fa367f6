import type { Word } from '../search/words.ts';
import { stands } from './asked.ts';
import type { Topic } from './speech.ts';

/** What tells a question from others: its content, and the small words that set it against them. */
export function tellingWords({ content, words, mentions }: Topic): readonly Word[] {
  const known = new Set(content.map(({ start }) => start));
  const opposed = words.filter(
    (word) =>
      contrasts.has(word.form) &&
      !known.has(word.start) &&
      !mentions.some((mention) => stands(word, mention, words)),
  );
  return [...content, ...opposed];
}

/**
 * Words that say little in a sentence, but are all the difference between two questions: who voted, and
 * who voted against it; what was banned already, and what would be.
 */
const contrasts: ReadonlySet<string> = new Set(
  `before after over under without no not other same more most still already again once
   now else all both only would could will should may might`.split(/\s+/),
);
