import { contains, overlap } from '../record/span.ts';
import type { FoundEntity } from './entities.ts';
import type { FoundAttribution, Mention } from './found-attribution.ts';
import type { Reading } from './reading.ts';

/** Whom a source's words mean, and how. */
export interface Reference {
  readonly entity: FoundEntity | undefined;
  readonly by: 'name' | 'pronoun' | 'role' | 'unknown';
}

/** “The company” may be any; whom it means is for the curator to say. */
const leftToCurator =
  /^(?:the|this|that|its|their) (?:company|firm|group|agency|bank|party|committee|team|government|department)$/i;

/** Works out which entity each attribution's source is. */
export function referencesOf(
  reading: Reading,
  attributions: readonly FoundAttribution[],
  entities: readonly FoundEntity[],
): ReadonlyMap<FoundAttribution, Reference> {
  const bySentence = namesBySentence(entities);
  const roles = rolesOf(reading, entities);
  const found = new Map<FoundAttribution, Reference>();
  let speaker: FoundEntity | undefined;
  for (const attribution of attributions) {
    const reference = resolve(attribution);
    found.set(attribution, reference);
    if (reference.entity?.type === 'person') speaker = reference.entity;
  }
  return found;

  function resolve({ source }: FoundAttribution): Reference {
    if (source === undefined) return { entity: undefined, by: 'unknown' };
    const words = textAt(reading, source);
    const named = bySentence.get(source.sentence)?.filter(({ at }) => contains(source, at)) ?? [];
    const [first] = named.toSorted((a, b) => a.at.start - b.at.start);
    if (first !== undefined && isHead(first.at, source, reading))
      return { entity: first.entity, by: 'name' };
    if (/^(?:he|she)$/i.test(words))
      return { entity: speaker ?? personBefore(source), by: 'pronoun' };
    if (leftToCurator.test(words)) return { entity: undefined, by: 'unknown' };
    return { entity: roles.get(words.toLowerCase().replace(/^(?:the|a|an) /, '')), by: 'role' };
  }

  function personBefore(source: Mention): FoundEntity | undefined {
    for (let index = source.sentence; index >= Math.max(0, source.sentence - 5); index -= 1) {
      const people = (bySentence.get(index) ?? []).filter(
        ({ entity, at }) =>
          entity.type === 'person' && (index < source.sentence || at.start < source.start),
      );
      const [first] = people.toSorted((a, b) => a.at.start - b.at.start);
      if (first !== undefined) return first.entity;
    }
    return undefined;
  }
}

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

/** “Lee’s spokesman” is not Lee; “the mayor, Ann Lee” is. */
function isHead(name: Mention, source: Mention, reading: Reading): boolean {
  const text = reading.sentences[source.sentence]?.text ?? '';
  const after = text.slice(name.end, source.end);
  const before = text.slice(source.start, name.start);
  if (
    /^['’]s?\b/.test(after) ||
    (/^ [\p{Ll}\d]/u.test(after) && !/^ (?:of|at|from|in|for|and|who)\b/.test(after))
  )
    return false;
  return !/\b(?:of|for|from|at|with|to|in|by|on)\s+(?:the\s+)?$/i.test(before);
}

function rolesOf(
  reading: Reading,
  entities: readonly FoundEntity[],
): ReadonlyMap<string, FoundEntity> {
  const owners = new Map<string, Set<FoundEntity>>();
  for (const entity of entities) {
    for (const role of entity.roles) {
      const words = textAt(reading, role)
        .toLowerCase()
        .replace(/^(?:the|a|an) /, '');
      for (const form of [words, words.split(' ').at(-1) ?? words]) {
        owners.set(form, (owners.get(form) ?? new Set()).add(entity));
      }
    }
  }
  const single = [...owners].flatMap(([words, [owner, ...others]]) =>
    owner !== undefined && others.length === 0 ? [[words, owner] as const] : [],
  );
  return new Map(single);
}

export function textAt(reading: Reading, { sentence, start, end }: Mention): string {
  return reading.sentences[sentence]?.text.slice(start, end) ?? '';
}
