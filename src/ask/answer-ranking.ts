import type { Span } from '../record/span.ts';
import type { Word } from '../search/words.ts';
import { type Features, judge, type WeighedPhrase } from './answer-features.ts';
import type { Document } from './document.ts';
import type { Question } from './question.ts';
import { soughtWords } from './sought-words.ts';

/** A sentence as an answer to a question. */
export interface RankedAnswer {
  /** Which of the document's sentences, counted from 0. */
  readonly index: number;
  /** The estimated chance that it answers, from 0 to 1; means the same in every document. */
  readonly score: number;
  /** The stretch of it that answers, in characters, where one is plain. */
  readonly span: Span | undefined;
}

/** All sentences of a document as answers to a question, the best first. */
export function rankAnswers(question: Question, document: Document): readonly RankedAnswer[] {
  return judge(question, document)
    .map(({ features, phrases }, index) => {
      return { index, score: chanceOf(features), span: plainest(phrases) };
    })
    .sort((a, b) => b.score - a.score || a.index - b.index);
}

/**
 * The words of a question that the document has nothing like: they are why nothing answers it, as
 * often as not.
 */
export function wordsNotIn(document: Document, question: Question): readonly Word[] {
  return soughtWords(question, document).flatMap(({ word, found }) => (found ? [] : word));
}

export type Weights = Features & { readonly bias: number };

/**
 * How much each feature counts, by a logistic regression over half of WikiQA's development questions
 * and those of bench/questions, printed by
 *
 *     WIKIQA=WikiQA-dev.tsv npx tsx bench/ask-wikiqa.ts --fit
 *
 * `opening` and `early` are held down: an encyclopedia opens with the answer oftener than news does.
 */
export const learnedWeights: Weights = {
  bias: -4.87,
  cover: 3.11,
  whole: 1.49,
  carried: 1.15,
  noun: 0.83,
  typed: -1.29,
  fit: 1.76,
  near: 1.19,
  defines: 0.78,
  opening: 1,
  early: 0.3,
};

/** The chance that a sentence with these features answers, by the logistic function. */
export function chanceOf(features: Features, weights: Weights = learnedWeights): number {
  let sum = weights.bias;
  for (const name of featureNames) sum += weights[name] * features[name];
  return 1 / (1 + Math.exp(-sum));
}

export const featureNames = [
  'cover',
  'whole',
  'carried',
  'noun',
  'typed',
  'fit',
  'near',
  'defines',
  'opening',
  'early',
] as const satisfies readonly (keyof Features)[];

/** The phrase to point at: of the kind sought, near what was asked, and clearly the best. */
function plainest(phrases: readonly WeighedPhrase[]): Span | undefined {
  const [best, next] = phrases.toSorted((a, b) => b.worth - a.worth || a.start - b.start);
  if (best === undefined || best.fit < plainFit) return undefined;
  if (next !== undefined && next.worth > mostRivalled * best.worth) return undefined;
  return { start: best.start, end: best.end };
}

const plainFit = 0.6;
const mostRivalled = 0.88;
