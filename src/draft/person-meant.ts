import { contains } from '../record/span.ts';
import type { FoundEntity } from './entities.ts';
import type { Mention } from './found-attribution.ts';
import type { Pronoun } from './he-or-she.ts';
import { type NamedThere, type NamesBySentence, peopleNamed } from './names-by-sentence.ts';

/** Whom a “he” or “she” means, and how probable that is. */
export interface PersonMeant {
  readonly entity: FoundEntity | undefined;
  readonly chance: number;
}

/** Somebody who spoke, and the number of the sentence. */
export interface Spoke {
  /** Undefined for somebody without a name: “a former curator”. */
  readonly person: FoundEntity | undefined;
  readonly sentence: number;
}

/** A pronoun that somebody speaks by, what they say, and what is known of the article’s people. */
export interface SpokenBy {
  readonly pronoun: Pronoun;
  readonly source: Mention;
  readonly content: readonly Mention[];
  readonly text: string;
  readonly names: NamesBySentence;
  /** Who spoke before, in order. */
  readonly spoke: readonly Spoke[];
  /** Whom the article makes plain to be a “he” or a “she”. */
  readonly known: ReadonlyMap<FoundEntity, Pronoun>;
}

/**
 * Whom the pronoun of a source means: in the nearest sentence that has people whom it may mean, the one
 * who speaks there, or else the one named first.
 */
export function personMeant(by: SpokenBy): PersonMeant {
  const { pronoun, source, spoke, known } = by;
  const fits = (person: FoundEntity) => (known.get(person) ?? pronoun) === pronoun;
  const last = spoke.flatMap(({ person }) => person ?? []).findLast(fits);
  for (let index = source.sentence; index >= source.sentence - farthest; index -= 1) {
    const speaking = spoke.filter(({ sentence }) => sentence === index);
    const named = index === source.sentence ? namedBefore(by) : peopleNamed(by.names, index);
    const people = [
      ...speaking.flatMap(({ person }) => person ?? []),
      ...named.map(({ entity }) => entity),
    ];
    const [entity, ...others] = new Set(people.filter(fits));
    if (entity === undefined && speaking.some(({ person }) => person === undefined)) break;
    if (entity === undefined) continue;
    const rivals = [...others, last ?? entity].filter((other) => other !== entity);
    if (rivals.length === 0) return { entity, chance: alone };
    const plain = known.has(entity) && !rivals.some((rival) => known.has(rival));
    return { entity, chance: plain ? plainer : unsure };
  }
  return { entity: undefined, chance: unsure };
}

/** Who is named before the pronoun in its sentence, but for those whom it tells of or speaks to: “In a letter to Lee, he”. */
function namedBefore({ source, content, text, names }: SpokenBy): readonly NamedThere[] {
  return peopleNamed(names, source.sentence, source.start).filter(
    ({ at }) =>
      !content.some((part) => part.sentence === at.sentence && contains(part, at)) &&
      !/(?<!\baccording )\b(?:to|with|against|from|by) (?:\p{L}+ )?$/iu.test(
        text.slice(0, at.start),
      ),
  );
}

/** In sentences. */
const farthest = 5;

/** Nobody else is near whom the pronoun may mean. */
const alone = 0.95;
/** Somebody else may be meant, of whom the article uses neither pronoun. */
const plainer = 0.8;
const unsure = 0.5;
