import { speakerBeside } from '../record/speaker-beside.ts';
import type { FoundEntity } from './entities.ts';
import type { FoundAttribution, Mention } from './found-attribution.ts';
import { pronounOf, pronounsOf } from './he-or-she.ts';
import { namesBySentence } from './names-by-sentence.ts';
import { personMeant, type Spoke } from './person-meant.ts';
import type { Reading } from './reading.ts';

/** Whom a source's words mean, and how. */
export interface Reference {
  readonly entity: FoundEntity | undefined;
  readonly by: 'name' | 'pronoun' | 'role' | 'unknown';
  /** 0 to 1: that the words mean this one, or nobody who is known. */
  readonly chance: number;
}

/** “The company” may be any; whom it means is for the curator to say. */
const leftToCurator =
  /^(?:the|this|that|its|their) (?:company|firm|group|agency|bank|party|committee|team|government|department)$/i;

/** One person without a name, as far as words tell. */
const somebody =
  /^(?:an?|another|one) [^,]*?(?:er|or|ist|ian|man|person|ee|ant|official|executive|aide|resident|friend|relative|colleague|source)(?:,|$| (?:who|close|familiar|briefed|with|at|of|for|in)\b)/i;

/** Works out which entity each attribution's source is. */
export function referencesOf(
  reading: Reading,
  attributions: readonly FoundAttribution[],
  entities: readonly FoundEntity[],
): ReadonlyMap<FoundAttribution, Reference> {
  const names = namesBySentence(entities);
  const known = pronounsOf(reading, names);
  const spoke: Spoke[] = [];
  const roles = rolesOf(reading, entities);
  const found = new Map<FoundAttribution, Reference>();
  for (const attribution of attributions) {
    const reference = resolve(attribution);
    found.set(attribution, reference);
    const { sentence } = attribution.cue;
    const { entity } = reference;
    if (entity?.type === 'person') spoke.push({ person: entity, sentence });
    else if (entity === undefined && isSomebody(attribution.source))
      spoke.push({ person: undefined, sentence });
  }
  return found;

  function resolve({ source, content }: FoundAttribution): Reference {
    if (source === undefined) return { entity: undefined, by: 'unknown', chance: 1 };
    const words = textAt(reading, source);
    // A source may begin within a name: “The Associated Mills said” by the grammar as “Mills”.
    const named = (names.get(source.sentence) ?? []).filter(
      ({ at }) => source.start < at.end && at.end <= source.end,
    );
    const [first] = named.toSorted((a, b) => a.at.start - b.at.start);
    if (first !== undefined && isHead(first.at, source, reading))
      return { entity: first.entity, by: 'name', chance: 1 };
    const pronoun = /^s?he$/i.test(words) ? pronounOf(words) : undefined;
    if (pronoun !== undefined) {
      const text = reading.sentences[source.sentence]?.text ?? '';
      const meant = personMeant({ pronoun, source, content, text, names, spoke, known });
      return { ...meant, by: 'pronoun' };
    }
    if (leftToCurator.test(words)) return { entity: undefined, by: 'unknown', chance: 1 };
    const entity = roles.get(words.toLowerCase().replace(/^(?:the|a|an) /, ''));
    return { entity, by: 'role', chance: 1 };
  }

  function isSomebody(source: Mention | undefined): boolean {
    return source !== undefined && somebody.test(textAt(reading, source));
  }
}

/** “Lee’s spokesman” and “a spokesman for Mayor Lee” are not Lee; “the mayor, Ann Lee” is. */
function isHead(name: Mention, source: Mention, reading: Reading): boolean {
  const words = textAt(reading, source);
  const start = Math.max(0, name.start - source.start);
  const end = name.end - source.start;
  const before = words.slice(0, start);
  const after = words.slice(end);
  if (speakerBeside(words, { start, end }) !== undefined) return false;
  if (
    /^['’]s?\b/.test(after) ||
    (/^ [\p{Ll}\d]/u.test(after) && !/^ (?:of|at|from|in|for|and|who)\b/.test(after))
  )
    return false;
  return !/\b(?:of|for|from|at|with|to|in|by|on|near|inside|within)\s+(?:the\s+)?$/i.test(before);
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
