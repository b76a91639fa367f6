import type { Span } from '../record/span.ts';
import type { Passage } from '../record/story.ts';

/** What a story answers: the passage, and the words of it that are the plain answer, if any are. */
export interface StoryAnswer {
  readonly passage: Passage;
  readonly span: Span | undefined;
  readonly score: number;
}
