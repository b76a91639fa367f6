import { contains, type Span } from '../record/span.ts';
import type { Passage, Sentence } from '../record/story.ts';
import {
  type Alignment,
  align,
  bestConceivable,
  mostScore,
  type Part,
  type Question,
  questionOf,
} from './alignment.ts';
import { type Range, type SoughtWord, TextIndex } from './text-index.ts';
import { type Tokens, tokensOf } from './tokens.ts';
import { wordsIn } from './words.ts';

/** A stretch of a sentence that looks like what was asked, or like a part of it. */
export interface Match extends Passage {
  /** From 0 to 1; at `onRecord` and above it is an answer. */
  readonly score: number;
  /** The part of the question that the stretch stands for. */
  readonly asked: Span;
}

/** Finds sentences by words that are remembered roughly. */
export interface Search {
  /**
   * The best matches, best first, at most one a sentence. A quotation that runs over several
   * sentences gives a match for each, all with the score of the whole.
   *
   * @param story look only in this story
   * @param behind how far behind the best, in points of score, a match is still of use; what is
   *   further behind may be left out
   */
  find(question: string, limit: number, story?: string, behind?: number): readonly Match[];
}

/**
 * Builds the search over some sentences; done once, when a library opens. A story's sentences must
 * stand together, in their order.
 *
 * @param tokens those of the sentences' texts, where they are at hand
 */
export function searchOver(
  sentences: readonly Sentence[],
  tokens: Tokens = tokensOf(sentences.map(({ text }) => text)),
): Search {
  return new SentenceSearch(sentences, tokens);
}

/** Longer than a run of sentences mostly is; what comes after it hardly changes the answer. */
const mostWords = 100;
const mostLetters = 2000;
/** How long the shortlist is, and how many of it are aligned with the question. */
const shortlisted = 200;
const closerLooks = 64;
/** A sentence that holds less of a question is no match, however it is aligned. */
const leastHope = 0.2;
/** A run of sentences is tried for this many of the best, when the best alone is not good enough. */
const runsTried = 2;
const goodAlone = 0.9;
const fewestWordsOfRun = 6;
const longestRun = 6;
/** What a neighbour must add to the score, and how many words it must hold, to belong to the run. */
const leastAdded = 0.08;
const fewestWordsHeld = 3;

/** A sentence by number, and how much of a question it holds at most. */
interface Hope {
  readonly at: number;
  readonly hope: number;
}

/** Sentences by number, aligned together. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly alignment: Alignment;
}

/** Between scores that differ little, the words that stand together as they were asked decide. */
function rankOf({ alignment }: Run): number {
  return alignment.score + togetherCounts * alignment.together;
}

const togetherCounts = 0.08;

class SentenceSearch implements Search {
  readonly #index: TextIndex;
  readonly #ranges: ReadonlyMap<string, Range>;

  constructor(
    private readonly sentences: readonly Sentence[],
    tokens: Tokens,
  ) {
    this.#index = new TextIndex(tokens);
    this.#ranges = rangesOf(sentences);
  }

  find(text: string, limit: number, story?: string, behind = 1): readonly Match[] {
    const words = this.#index.sought(wordsIn(text.slice(0, mostLetters)).slice(0, mostWords));
    const question = questionOf(words);
    const alone = this.#aligned(question, this.#hopes(question, words, story), limit, behind);
    const runs = this.#standsAlone(question, alone) ? alone : this.#widened(question, alone);
    return this.#bestMatches(runs, words, text, limit);
  }

  /** Each sentence once, where it scores best. */
  #bestMatches(
    runs: readonly Run[],
    words: readonly SoughtWord[],
    text: string,
    limit: number,
  ): readonly Match[] {
    const matches = new Map<Sentence, Match>();
    for (const run of runs) {
      if (matches.size >= limit) break;
      for (const match of this.#matchesOf(run, words, text)) {
        if (!matches.has(match.sentence)) matches.set(match.sentence, match);
      }
    }
    return [...matches.values()].slice(0, limit);
  }

  /** The sentences of the shortlist that could be matches, those that could be best first. */
  #hopes(
    question: Question,
    words: readonly SoughtWord[],
    story: string | undefined,
  ): readonly Hope[] {
    const range = story === undefined ? undefined : (this.#ranges.get(story) ?? { from: 0, to: 0 });
    return this.#index
      .shortlist(words, shortlisted, range)
      .map((at) => ({ at, hope: bestConceivable(question, this.#index.stretchOf(at)) }))
      .filter(({ hope }) => hope >= leastHope)
      .sort((a, b) => b.hope - a.hope)
      .slice(0, closerLooks);
  }

  /** Aligned one by one, as long as one could still be among the best. */
  #aligned(question: Question, hopes: readonly Hope[], limit: number, behind: number): Run[] {
    const runs: Run[] = [];
    for (const { at, hope } of hopes) {
      const last = runs[limit - 1];
      if (last !== undefined && hope + togetherCounts <= rankOf(last)) break;
      if (this.#isBehind(question, hope, runs, behind)) break;
      const alignment = this.#alignedWith(question, at);
      if (alignment !== undefined) this.#insert({ from: at, to: at + 1, alignment }, runs);
    }
    return runs;
  }

  /** Puts a run in its place among others, which stand best first. */
  #insert(run: Run, runs: Run[]): void {
    let at = runs.length;
    for (let before = runs[at - 1]; before !== undefined; before = runs[at - 1]) {
      if (this.#compare(before, run) <= 0) break;
      at -= 1;
    }
    runs.splice(at, 0, run);
  }

  /** Whether nothing that holds so little of a question is of use beside what has been found. */
  #isBehind(question: Question, hope: number, runs: readonly Run[], behind: number): boolean {
    const [best] = runs;
    if (best === undefined) return false;
    // The best by rank may have that much less of a score than the best by score.
    if (mostScore(question, hope) >= best.alignment.score - behind - togetherCounts) return false;
    const last = runs[runsTried - 1];
    const settled = last !== undefined && hope + togetherCounts < rankOf(last);
    return settled || this.#standsAlone(question, runs);
  }

  /** Whether neighbours have nothing to add to the best: it holds the words, in whatever order. */
  #standsAlone(question: Question, [best]: readonly Run[]): boolean {
    if (best === undefined || question.words < fewestWordsOfRun) return true;
    return bestConceivable(question, this.#index.stretchOf(best.from)) >= goodAlone;
  }

  #alignedWith(question: Question, at: number): Alignment | undefined {
    const alignment = align(question, [this.#index.termsOf(at)]);
    if (alignment === undefined || alignment.quotedScore === alignment.score) return alignment;
    const quoted = this.#isQuoted(at, alignment.parts[0]);
    return quoted ? { ...alignment, score: alignment.quotedScore } : alignment;
  }

  /** Whether a stretch of a sentence stands in quotation marks. */
  #isQuoted(at: number, part: Part | undefined): boolean {
    const sentence = this.sentences[at];
    if (sentence === undefined || part === undefined) return false;
    const span = spanOf(part, sentence);
    return sentence.quoted.some((quotation) => contains(quotation, span));
  }

  #compare(a: Run, b: Run): number {
    const length = ({ from }: Run) => this.sentences[from]?.text.length ?? 0;
    return rankOf(b) - rankOf(a) || length(a) - length(b);
  }

  /** Grows the best runs by neighbours that hold more of the question. */
  #widened(question: Question, runs: readonly Run[]): readonly Run[] {
    const grown: Run[] = [];
    for (const run of runs.slice(0, runsTried)) {
      const covered = grown.some(({ from, to }) => from <= run.from && run.to <= to);
      if (!covered) grown.push(this.#grown(question, run));
    }
    return [...grown, ...runs.slice(runsTried)].sort((a, b) => this.#compare(a, b));
  }

  #grown(question: Question, run: Run): Run {
    if (run.to - run.from >= longestRun) return run;
    const wider = [
      { from: run.from - 1, to: run.to },
      { from: run.from, to: run.to + 1 },
    ].flatMap(({ from, to }) => {
      const alignment = this.#together(from, to)
        ? align(question, this.#terms(from, to))
        : undefined;
      const whole = alignment?.parts.every((part) => (part?.words ?? 0) >= fewestWordsHeld);
      return alignment !== undefined && whole === true ? [{ from, to, alignment }] : [];
    });
    const [best] = wider.sort((a, b) => b.alignment.score - a.alignment.score);
    if (best === undefined || best.alignment.score < run.alignment.score + leastAdded) return run;
    return this.#grown(question, best);
  }

  #terms(from: number, to: number): readonly Uint32Array[] {
    return Array.from({ length: to - from }, (_, at) => this.#index.termsOf(from + at));
  }

  #together(from: number, to: number): boolean {
    const [first, last] = [this.sentences[from], this.sentences[to - 1]];
    return first !== undefined && last !== undefined && first.article === last.article;
  }

  #matchesOf({ from, alignment }: Run, words: readonly SoughtWord[], text: string): Match[] {
    const parts = alignment.parts
      .flatMap((part, at) =>
        part === undefined ? [] : [{ part, sentence: this.sentences[from + at] }],
      )
      .sort((a, b) => a.part.askedFirst - b.part.askedFirst);
    return parts.flatMap(({ part, sentence }, at) => {
      if (sentence === undefined) return [];
      const next = parts[at + 1]?.part.askedFirst;
      return [
        {
          sentence,
          span: spanOf(part, sentence),
          score: alignment.score,
          asked: {
            start: at === 0 ? 0 : (words[part.askedFirst]?.start ?? 0),
            end: next === undefined ? text.length : (words[next]?.start ?? text.length),
          },
        },
      ];
    });
  }
}

function spanOf({ first, last }: Part, { text }: Sentence): Span {
  const printed = wordsIn(text);
  return { start: printed[first]?.start ?? 0, end: printed[last]?.end ?? 0 };
}

function rangesOf(sentences: readonly Sentence[]): ReadonlyMap<string, Range> {
  const ranges = new Map<string, Range>();
  sentences.forEach(({ story }, at) => {
    ranges.set(story, { from: ranges.get(story)?.from ?? at, to: at + 1 });
  });
  return ranges;
}
