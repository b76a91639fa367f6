import { withoutMarks } from '../record/quotation.ts';
import { shownSentences } from '../record/shown-sentences.ts';
import { type Passage, type Story, wholePassage, wordsOf } from '../record/story.ts';
import { completionOver } from './completion.ts';
import { differentWords } from './different-words.ts';
import { type Tokens, tokensOf } from './tokens.ts';

/** Finds quotes for a few letters, while somebody types. */
export interface Quotes {
  complete(typed: string, limit: number): readonly Passage[];
}

/** What can be quoted, each with its tokens. */
export interface Quotable {
  readonly passages: readonly Passage[];
  readonly tokens: Tokens;
}

export function quotesOf({ passages, tokens }: Quotable): Quotes {
  const completion = completionOver(passages.map(wordsOf), tokens);
  return {
    complete: (typed, limit) =>
      completion.complete(typed, limit).flatMap((number) => passages[number] ?? []),
  };
}

/** Everything that can be quoted of some stories; of one story no words twice. */
export function quotableOf(stories: readonly Story[]): Quotable {
  const passages = stories.flatMap(quotable);
  return { passages, tokens: tokensOf(passages.map(wordsOf)) };
}

/** Direct quotes first, then what was said in reported speech, then the article's own sentences. */
function quotable(story: Story): readonly Passage[] {
  const { statements } = story;
  const sentences = [...shownSentences(story)];
  const direct = sentences.flatMap((sentence) =>
    sentence.quoted.map((quote) => ({
      sentence,
      span: withoutMarks(sentence.text, quote),
    })),
  );
  const told = statements.filter(({ attitude }) => !attitude).flatMap(({ content }) => content);
  const narrated = sentences
    .filter((sentence) => !told.some((passage) => passage.sentence === sentence))
    .map(wholePassage);
  return differentWords([...direct, ...told, ...narrated], wordsOf);
}
