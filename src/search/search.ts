import type { Passage, Sentence } from '../record/story.ts';
import { align, questionOf } from './alignment.ts';
import { type Range, TextIndex } from './text-index.ts';
import { wordsIn } from './words.ts';

/** A stretch of a sentence that looks like what was asked. */
export interface Match extends Passage {
  /** From 0 to 1; at `onRecord` and above it is an answer. */
  readonly score: number;
}

/** Finds sentences by words that are remembered roughly. */
export interface Search {
  /**
   * The best matches, best first, at most one a sentence.
   *
   * @param story look only in this story
   */
  find(question: string, limit: number, story?: string): readonly Match[];
}

/**
 * Builds the search over some sentences; done once, when a library opens. A story's sentences must
 * stand together.
 */
export function searchOver(sentences: readonly Sentence[]): Search {
  const index = new TextIndex(sentences.map(({ text }) => text));
  const ranges = rangesOf(sentences);
  return {
    find(question, limit, story) {
      const range = story === undefined ? undefined : (ranges.get(story) ?? { from: 0, to: 0 });
      const sought = index.sought(wordsIn(question).slice(0, mostWords));
      const asked = questionOf(sought);
      return index
        .shortlist(sought, closerLooks, range)
        .flatMap((at) => {
          const sentence = sentences[at];
          const alignment = align(asked, index.termsOf(at));
          return sentence === undefined || alignment === undefined
            ? []
            : [{ sentence, ...alignment }];
        })
        .sort((a, b) => b.score - a.score || a.sentence.text.length - b.sentence.text.length)
        .slice(0, limit)
        .map(({ sentence, score, first, last }) => {
          const words = wordsIn(sentence.text);
          const span = { start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 };
          return { sentence, span, score };
        });
    },
  };
}

/** Longer than any sentence; what comes after it cannot change the answer. */
const mostWords = 400;
/** How many sentences of the shortlist are aligned with the question. */
const closerLooks = 64;

function rangesOf(sentences: readonly Sentence[]): ReadonlyMap<string, Range> {
  const ranges = new Map<string, Range>();
  sentences.forEach(({ story }, at) => {
    ranges.set(story, { from: ranges.get(story)?.from ?? at, to: at + 1 });
  });
  return ranges;
}
