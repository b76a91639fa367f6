import { slipsAllowed, slipsBetween } from '../search/spelling.ts';
import type { Word } from '../search/words.ts';
import type { Document } from './document.ts';
import { knownNamesIn } from './names-in-text.ts';
import type { Question } from './question.ts';
import { relatednessTo } from './related-words.ts';

/** A word of a question as one document has it. */
export interface SoughtWord {
  readonly word: Word;
  /** How much the word tells: from nearly 0, in every sentence, to 1, in none. */
  readonly weight: number;
  /** Whether any sentence holds it, or a word near it in meaning. */
  readonly found: boolean;
  readonly inTitle: boolean;
  /** The document's terms that may be meant by it, each with its likeness from 0 to 1. */
  readonly terms: Likeness;
  /** The known entity whose name it is part of. */
  readonly entity: number | undefined;
}

/** How near terms of a document, by their numbers, are to a word; others are not near at all. */
export type Likeness = ReadonlyMap<number, number>;

/**
 * Looks a question's words up in a document. The weight comes from the document alone, so that it
 * is the same in a library of one story and of thousands: a word in each of its sentences is what
 * the document is about, and tells none of them from the others.
 */
export function soughtWords(question: Question, document: Document): readonly SoughtWord[] {
  const names = knownNamesIn(question.words, document.entities);
  return question.words.map((word, at) => {
    const entity = names.find(({ first, last }) => first <= at && at <= last)?.entity;
    const terms = termsMeant(word, document);
    const holders = document.sentences.filter(
      (sentence) =>
        sentence.terms.some((term) => terms.has(term)) ||
        (entity !== undefined && sentence.names.some((name) => name.entity === entity)),
    ).length;
    const relatedness = relatednessTo(word);
    return {
      weight: vagueShareOf(word) * rarityOf(holders, document.sentences.length),
      word,
      found: holders > 0,
      inTitle: document.title.some((other) => relatedness(other) > leastInTitle),
      terms,
      entity,
    };
  });
}

const leastInTitle = 0.7;

/** The inverse document frequency (Spärck Jones, 1972) of a word, as a share of the highest. */
export function rarityOf(holders: number, sentences: number): number {
  return Math.log((sentences + 1) / (holders + 0.5)) / Math.log((sentences + 1) / 0.5);
}

/** Words of a question that an answer can do without. */
const vagueWords = new Set(
  `most known get got good new people way time year years day big great long first use used make made
   find found take go work call`.split(/\s+/),
);
const vagueShare = 0.5;

/** What a vague word counts beside one that tells something. */
export function vagueShareOf({ form }: Pick<Word, 'form'>): number {
  return vagueWords.has(form) ? vagueShare : 1;
}

/** The terms near a word in meaning; if there are none, those it may be a misspelling of. */
export function termsMeant(word: Word, { terms }: Document): Likeness {
  const meant = new Map<number, number>();
  const relatedness = relatednessTo(word);
  terms.forEach((term, number) => {
    const likeness = relatedness(term);
    if (likeness > 0) meant.set(number, likeness);
  });
  const limit = slipsAllowed(word.form.length);
  if (meant.size > 0 || limit === 0) return meant;
  terms.forEach(({ form }, number) => {
    const most = Math.min(limit, slipsAllowed(form.length));
    if (most > 0 && slipsBetween(word.form, form, most) <= most) meant.set(number, misspelt);
  });
  return meant;
}

const misspelt = 0.6;
