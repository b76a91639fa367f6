import type { FoundEntity } from './entities.ts';
import { type NamesBySentence, peopleNamed } from './names-by-sentence.ts';
import type { Reading, ReadSentence } from './reading.ts';

export type Pronoun = 'he' | 'she';

/** Of which of the two a word is a form. */
export function pronounOf(word: string): Pronoun | undefined {
  if (/^(?:he|him|his|himself)$/i.test(word)) return 'he';
  return /^(?:she|hers?|herself)$/i.test(word) ? 'she' : undefined;
}

/**
 * Who is a “he” and who a “she”, as far as the article makes it plain: by “Mr” or “spokeswoman”, or by a
 * pronoun beside which only one person is named. Whoever is as much the one as the other is neither.
 */
export function pronounsOf(
  reading: Reading,
  names: NamesBySentence,
): ReadonlyMap<FoundEntity, Pronoun> {
  const signs = reading.sentences.flatMap((sentence) => [
    ...titlesIn(sentence, names),
    ...pronounsIn(sentence, names),
  ]);
  const weights = new Map<FoundEntity, number>();
  for (const { person, pronoun, weight } of signs) {
    weights.set(person, (weights.get(person) ?? 0) + (pronoun === 'he' ? weight : -weight));
  }
  return new Map(
    [...weights]
      .filter(([, weight]) => weight !== 0)
      .map(([person, weight]) => [person, weight > 0 ? 'he' : 'she']),
  );
}

interface Sign {
  readonly person: FoundEntity;
  readonly pronoun: Pronoun;
  readonly weight: number;
}

/** “Mr Lee”, “a spokeswoman for the bank, Ann Lee”; “a spokesman for Mayor Ann Lee” tells nothing of her. */
function titlesIn({ text, index }: ReadSentence, names: NamesBySentence): readonly Sign[] {
  return peopleNamed(names, index).flatMap(({ entity: person, at }): readonly Sign[] => {
    const before = text.slice(0, at.start);
    if (manly.test(before)) return [{ person, pronoun: 'he', weight: 5 }];
    return womanly.test(before) ? [{ person, pronoun: 'she', weight: 5 }] : [];
  });
}

const office = "(?:(?: (?:for|of|at|in) (?:[\\p{L}’'-]+ ){0,6}[\\p{L}’'-]+)?,)?";
const manly = new RegExp(`\\b(?:(?:Mr|Sir|Lord)\\.?|\\p{L}*(?<!wo)man${office}) $`, 'iu');
const womanly = new RegExp(`\\b(?:(?:Mrs|Ms|Miss|Lady|Dame)\\.?|\\p{L}*woman${office}) $`, 'iu');

/** Pronouns outside quotation marks that have one person before them: in their sentence, or else in the last. */
function pronounsIn(
  { tokens, quoteOf, index }: ReadSentence,
  names: NamesBySentence,
): readonly Sign[] {
  return tokens.flatMap(({ lower, start }, place) => {
    const pronoun = quoteOf[place] === undefined ? pronounOf(lower) : undefined;
    if (pronoun === undefined) return [];
    const here = peopleIn(names, index, start);
    const [person, ...others] = here.size > 0 ? here : peopleIn(names, index - 1);
    if (person === undefined || others.length > 0) return [];
    return [{ person, pronoun, weight: here.size > 0 ? 2 : 1 }];
  });
}

function peopleIn(
  names: NamesBySentence,
  sentence: number,
  end?: number,
): ReadonlySet<FoundEntity> {
  return new Set(peopleNamed(names, sentence, end).map(({ entity }) => entity));
}
