import { type Word, wordsIn } from '../search/words.ts';
import { entityIndex, type KnownEntity } from './entity-index.ts';
import { type Name, namesIn } from './names-in-text.ts';

/** An article read once, so that many questions can be put to it. */
export interface Document {
  readonly sentences: readonly ReadSentence[];
  /** Its different words, numbered. */
  readonly terms: readonly Term[];
}

export interface ReadSentence {
  readonly text: string;
  readonly words: readonly Word[];
  /** The number of each word's term. */
  readonly terms: readonly number[];
  /** Names, known and unknown, in order, none inside another. */
  readonly names: readonly Name[];
}

export type Term = Pick<Word, 'form' | 'stem'>;

/** @param sentences the texts of its sentences, in the order of the article */
export function readDocument(
  sentences: readonly string[],
  entities: readonly KnownEntity[],
): Document {
  const wordsOf = sentences.map(wordsIn);
  const { terms, numbers } = termsOf(wordsOf);
  const capitals = formsWithCapital(sentences, wordsOf);
  const index = entityIndex(entities);
  return {
    sentences: sentences.map((text, at) => {
      const words = wordsOf[at] ?? [];
      return {
        text,
        words,
        terms: words.map(({ form }) => numbers.get(form) ?? 0),
        names: namesIn(text, words, capitals, index),
      };
    }),
    terms,
  };
}

function termsOf(sentences: readonly (readonly Word[])[]) {
  const numbers = new Map<string, number>();
  const terms: Term[] = [];
  for (const { form, stem } of sentences.flat()) {
    if (numbers.has(form)) continue;
    numbers.set(form, terms.length);
    terms.push({ form, stem });
  }
  return { terms, numbers };
}

/** Words that are printed with a capital where no sentence begins. */
function formsWithCapital(
  texts: readonly string[],
  sentences: readonly (readonly Word[])[],
): ReadonlySet<string> {
  const forms = new Set<string>();
  sentences.forEach((words, at) => {
    for (const { form, start } of words.slice(1)) {
      if (/\p{Lu}/u.test(texts[at]?.charAt(start) ?? '')) forms.add(form);
    }
  });
  return forms;
}
