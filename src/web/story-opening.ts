import { shownSentences } from '../record/shown-sentences.ts';
import type { Story } from '../record/story.ts';
import { shortened } from '../reply/shortened.ts';

/** How a story begins, as far as it may be shown; at most `most` characters. */
export function openingOf(story: Story, most: number): string {
  const [first] = shownSentences(story);
  return shortened(first?.text ?? '', most);
}
