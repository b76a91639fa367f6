import { type Word, wordForms, wordsIn } from '../search/words.ts';
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

export interface KnownEntity {
  readonly type: string;
  /** Everything it is called: name, aliases, nicknames; not roles. */
  readonly names: readonly string[];
}

/** Names of entities, found by the first word of each. */
export type EntityIndex = ReadonlyMap<string, readonly EntityName[]>;

export interface EntityName {
  readonly forms: readonly string[];
  readonly entity: number;
  readonly type: string;
}

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

function entityIndex(entities: readonly KnownEntity[]): EntityIndex {
  const index = new Map<string, EntityName[]>();
  entities.forEach(({ type, names }, entity) => {
    for (const name of names) {
      const forms = wordForms(name).split(' ');
      const first = forms[0] ?? '';
      if (first === '') continue;
      const same = index.get(first) ?? [];
      same.push({ forms, entity, type });
      index.set(
        first,
        same.sort((a, b) => b.forms.length - a.forms.length),
      );
    }
  });
  return index;
}
