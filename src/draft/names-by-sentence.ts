import { overlap } from '../record/span.ts';
import type { FoundEntity } from './entities.ts';
import type { Mention } from './found-attribution.ts';

/** Who is named in a sentence, by its number. */
export type NamesBySentence = ReadonlyMap<number, readonly NamedThere[]>;

export interface NamedThere {
  readonly entity: FoundEntity;
  readonly at: Mention;
}

export function namesBySentence(entities: readonly FoundEntity[]): NamesBySentence {
  const groups = new Map<number, NamedThere[]>();
  for (const entity of entities) {
    for (const at of entity.mentions) {
      const here = groups.get(at.sentence);
      if (here === undefined) groups.set(at.sentence, [{ entity, at }]);
      else here.push({ entity, at });
    }
  }
  return groups;
}

/** The entities named within a stretch. */
export function namedWithin(parts: readonly Mention[], names: NamesBySentence): readonly string[] {
  const ids = parts.flatMap((part) =>
    (names.get(part.sentence) ?? [])
      .filter(({ at }) => overlap(part, at) > 0)
      .map(({ entity }) => entity.id),
  );
  return [...new Set(ids)];
}

/** The people a sentence names up to a place, in the order of their names. */
export function peopleNamed(
  names: NamesBySentence,
  sentence: number,
  end = Number.POSITIVE_INFINITY,
): readonly NamedThere[] {
  return (names.get(sentence) ?? [])
    .filter(({ entity, at }) => entity.type === 'person' && at.end <= end)
    .toSorted((a, b) => a.at.start - b.at.start);
}
