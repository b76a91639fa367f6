import type { Passage, Sentence } from '../record/story.ts';
import { type Alignment, align, type SoughtWord } from './alignment.ts';
import { Vocabulary } from './vocabulary.ts';
import { type Word, wordsIn } from './words.ts';

/** A stretch of a sentence that looks like what was asked. */
export interface Match extends Passage {
  /** From 0 to 1; at `onRecord` and above it is an answer. */
  readonly score: number;
}

/** Finds sentences by words that are remembered roughly. */
export interface Search {
  /** The best matches, best first, at most one a sentence. */
  find(question: string, limit: number): readonly Match[];
}

/** Builds the search over some sentences; done once, when a library opens. */
export function searchOver(sentences: readonly Sentence[]): Search {
  return new SentenceSearch(sentences);
}

interface IndexedSentence {
  readonly sentence: Sentence;
  readonly words: readonly Word[];
}

class SentenceSearch implements Search {
  readonly #indexed: readonly IndexedSentence[];
  readonly #vocabulary = new Vocabulary();
  readonly #holders = new Map<string, Set<number>>();

  constructor(sentences: readonly Sentence[]) {
    this.#indexed = sentences.map((sentence) => ({ sentence, words: wordsIn(sentence.text) }));
    this.#indexed.forEach(({ words }, at) => {
      for (const word of words) {
        this.#vocabulary.add(word);
        const holders = this.#holders.get(word.form);
        if (holders === undefined) this.#holders.set(word.form, new Set([at]));
        else holders.add(at);
      }
    });
  }

  find(question: string, limit: number): readonly Match[] {
    const sought = this.#sought(wordsIn(question).slice(0, mostWords));
    return this.#candidates(sought)
      .flatMap((at) => this.#match(sought, at))
      .sort((a, b) => b.score - a.score || a.sentence.text.length - b.sentence.text.length)
      .slice(0, limit);
  }

  #match(sought: readonly SoughtWord[], at: number): Match[] {
    const indexed = this.#indexed[at];
    if (indexed === undefined) return [];
    const alignment = align(sought, indexed.words);
    return alignment === undefined ? [] : [matchOf(indexed, alignment)];
  }

  #candidates(sought: readonly SoughtWord[]): readonly number[] {
    const found = new Set<number>();
    for (const { meant } of sought) {
      for (const form of meant.keys()) {
        for (const at of this.#holders.get(form) ?? []) found.add(at);
      }
    }
    return [...found].sort((a, b) => a - b);
  }

  #sought(words: readonly Word[]): readonly SoughtWord[] {
    return this.#joined(words).map((word) => ({
      weight: word.weight,
      meant: this.#vocabulary.meantBy(word),
    }));
  }

  /** “tik tok” is TikTok: two words that are known only when written as one. */
  #joined(words: readonly Word[]): readonly Word[] {
    const joined: Word[] = [];
    for (const word of words) {
      const last = joined.at(-1);
      const pair = last === undefined ? '' : last.form + word.form;
      const known = this.#vocabulary.has(word.form) && this.#vocabulary.has(last?.form ?? '');
      if (last !== undefined && !known && this.#vocabulary.has(pair)) {
        joined[joined.length - 1] = {
          ...word,
          form: pair,
          stem: pair,
          weight: 1,
          start: last.start,
        };
      } else {
        joined.push(word);
      }
    }
    return joined;
  }
}

/** Longer than any sentence; what comes after it cannot change the answer. */
const mostWords = 400;

function matchOf({ sentence, words }: IndexedSentence, { score, first, last }: Alignment): Match {
  const span = { start: words[first]?.start ?? 0, end: words[last]?.end ?? sentence.text.length };
  return { sentence, span, score };
}
