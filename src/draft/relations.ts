import { contains } from '../record/span.ts';
import type { RelationType } from '../record/story-file.ts';
import type { FoundEntity } from './entities.ts';
import type { Mention } from './found-attribution.ts';
import type { NamedThere, NamesBySentence } from './names-by-sentence.ts';
import type { Reading } from './reading.ts';
import { textAt } from './references.ts';

/** What a sentence says that one entity is to another. */
export interface FoundRelation {
  readonly from: FoundEntity;
  readonly type: RelationType;
  readonly to: FoundEntity;
  /** The words that say so. */
  readonly words: Mention;
}

/** Words that stand between two names, and what they make the first to the second. */
const active: readonly (readonly [RegExp, RelationType])[] = [
  [/^,? (?:which |who |that )?(?:already |also )?(?:owns?|bought|acquired)\b/u, 'owns'],
  [/^,? (?:which |who |that )?(?:operates?|runs?)\b/u, 'operates'],
  [/^,? (?:which |who |that )?(?:co-)?founded\b/u, 'founded'],
  [/^,? (?:which |who |that )?(?:backs?|funds?)\b/u, 'backs'],
  [/^,? (?:which |who |that )?(?:leads?|heads?|chairs?)\b/u, 'leads'],
  [/^,? (?:which |who |that )?works? (?:for|at)\b/u, 'works for'],
  [/^,? (?:which |that )?(?:is |was )?(?:a )?part of\b/u, 'part of'],
];
/** “X is”, “X, which was”, “X,” and “X (XYZ), a review body” */
const is =
  '\\)?(?:,? (?:which |who |that )?(?:is|was|are|were)| ?,(?: (?:an?|the)(?: [\\p{Ll}-]+){1,4}?)?)?(?: \\p{Ll}+ly)?';
const passive: readonly (readonly [RegExp, RelationType])[] = [
  [new RegExp(`^${is} (?:owned|bought|acquired) by\\b`, 'u'), 'owns'],
  [new RegExp(`^${is} (?:operated|run) by\\b`, 'u'), 'operates'],
  [new RegExp(`^${is} (?:co-)?founded by\\b`, 'u'), 'founded'],
  [new RegExp(`^${is} (?:backed|funded) by\\b`, 'u'), 'backs'],
  [new RegExp(`^${is} (?:led|headed|chaired) by\\b`, 'u'), 'leads'],
  [new RegExp(`^${is} housed (?:with)?in\\b`, 'u'), 'houses'],
];
/** “Lee-owned Vale” */
const hyphened: readonly (readonly [RegExp, RelationType])[] = [
  [/^[-‑](?:owned|controlled)\b/u, 'owns'],
  [/^[-‑](?:operated|run)\b/u, 'operates'],
  [/^[-‑]founded\b/u, 'founded'],
  [/^[-‑](?:backed|funded)\b/u, 'backs'],
  [/^[-‑](?:led|headed|chaired)\b/u, 'leads'],
];
/** After the verb, before the second name: “owns the Danish yard Lee”. */
const leadsUp = /^(?: [\p{Ll}\d-]+| \p{Lu}\p{Ll}+){0,4} $/u;
/** “By” holds its name to the verb over more words: “backed by old and new investors including Lee”. */
const leadsUpAfterBy = /^(?: [\p{Ll}\d-]+| \p{Lu}\p{Ll}+){0,6} $/u;
const offices: readonly (readonly [RegExp, RelationType])[] = [
  [/\b(?:co-)?founder\b/iu, 'founded'],
  [/\b(?:owner)\b/iu, 'owns'],
  [/\b(?:chief executive|ceo|president|chair\w*|director|leader|head|boss)\b/iu, 'leads'],
  [
    /\b(?:spokes\w+|manager|analyst|economist|lawyer|professor|adviser|engineer|reporter|editor)\b/iu,
    'works for',
  ],
  [/\b(?:member|senator|representative|democrat|republican|lawmaker|backbencher)\b/iu, 'member of'],
];

/** The relations that a sentence's own words make plain, each once. */
export function findRelations(
  reading: Reading,
  entities: readonly FoundEntity[],
  names: NamesBySentence,
): readonly FoundRelation[] {
  const found = [
    ...betweenNames(reading, names),
    ...fromOffices(reading, entities, names),
    ...fromPortfolios(reading, entities),
  ];
  const seen = new Set<string>();
  return found.filter(({ from, type, to }) => {
    const key = `${from.id} ${type} ${to.id}`;
    return from !== to && !seen.has(key) && seen.add(key);
  });
}

function betweenNames(reading: Reading, names: NamesBySentence): readonly FoundRelation[] {
  return Array.from(names, ([sentence, unordered]) => {
    const text = reading.sentences[sentence]?.text ?? '';
    const named = unordered.toSorted((a, b) => a.at.start - b.at.start);
    return named.flatMap((first, index) => {
      const second = named[index + 1];
      if (second === undefined) return [];
      const between = text.slice(first.at.end, second.at.start);
      const words = { sentence, start: first.at.start, end: second.at.end };
      const owned = typeOf(between, hyphened, leadsUp);
      if (owned !== undefined)
        return [{ from: first.entity, type: owned, to: second.entity, words }];
      const done = typeOf(between, active, leadsUp);
      const called = done === undefined ? undefined : calledBeyond(named.slice(index + 1), text);
      if (done !== undefined) {
        const to = called ?? second;
        return [
          { from: first.entity, type: done, to: to.entity, words: { ...words, end: to.at.end } },
        ];
      }
      const suffered = typeOf(between, passive, leadsUpAfterBy);
      if (suffered === undefined) return [];
      return listedFrom(named.slice(index + 1), text).map(({ entity, at }) => ({
        from: entity,
        type: suffered,
        to: first.entity,
        words: { ...words, end: at.end },
      }));
    });
  }).flat();
}

/** “operates a shop in Ashby called Vale”: beyond the place, the name. */
function calledBeyond<T extends NamedThere>(names: readonly T[], text: string): T | undefined {
  const [place, name] = names;
  if (place === undefined || name === undefined || place.entity.type !== 'place') return undefined;
  const between = text.slice(place.at.end, name.at.start);
  return / (?:in|at|near) (?:the )?$/.test(text.slice(0, place.at.start)) &&
    /^ (?:called|named) $/.test(between)
    ? name
    : undefined;
}

/** The first of some names, and those that a list goes on with: “backed by Lee, Vale and Moss”. */
function listedFrom<T extends { readonly at: Mention }>(
  names: readonly T[],
  text: string,
): readonly T[] {
  const end = names.findIndex(({ at }, index) => {
    const next = names[index + 1];
    return next === undefined || !/^(?:, and|,| and) $/.test(text.slice(at.end, next.at.start));
  });
  return names.slice(0, end + 1);
}

function typeOf(
  between: string,
  patterns: readonly (readonly [RegExp, RelationType])[],
  rest: RegExp,
): RelationType | undefined {
  for (const [pattern, type] of patterns) {
    const verb = pattern.exec(between)?.[0];
    if (verb !== undefined && rest.test(between.slice(verb.length))) return type;
  }
  return undefined;
}

/** “Harbour Bank founder Ann Lee”, “Ann Lee, the head of Harbour Bank,” */
function fromOffices(
  reading: Reading,
  entities: readonly FoundEntity[],
  names: NamesBySentence,
): readonly FoundRelation[] {
  return entities.flatMap((from) =>
    from.roles.flatMap((role) => {
      const office = offices.find(([pattern]) => pattern.test(textAt(reading, role)));
      const bearer = bearerOf(role, from);
      const within = (names.get(role.sentence) ?? []).filter(
        ({ entity, at }) =>
          contains(role, at) && entity.type !== 'person' && entity.type !== 'place',
      );
      const [only, ...others] = within;
      if (office === undefined || bearer === undefined || only === undefined || others.length > 0)
        return [];
      return [{ from, type: office[1], to: only.entity, words: around(role, bearer) }];
    }),
  );
}

/** “Energy Secretary Ann Lee” leads what the article calls the Energy Department. */
function fromPortfolios(
  reading: Reading,
  entities: readonly FoundEntity[],
): readonly FoundRelation[] {
  return entities.flatMap((from) =>
    from.roles.flatMap((role) => {
      const portfolio = /(\p{Lu}\p{L}+) (?:Secretary|Minister)$/u.exec(textAt(reading, role))?.[1];
      const office = new RegExp(
        `^(?:${portfolio} (?:Department|Ministry)|(?:Department|Ministry) of (?:the )?${portfolio})$`,
      );
      const [only, ...others] = entities.filter(({ name }) => office.test(name));
      const bearer = bearerOf(role, from);
      if (portfolio === undefined || bearer === undefined) return [];
      if (only === undefined || others.length > 0) return [];
      return [{ from, type: 'leads', to: only, words: around(role, bearer) }];
    }),
  );
}

function bearerOf(role: Mention, { mentions }: FoundEntity): Mention | undefined {
  return mentions.find(
    ({ sentence, start, end }) =>
      sentence === role.sentence && (end <= role.start || start >= role.end),
  );
}

function around(a: Mention, b: Mention): Mention {
  return {
    sentence: a.sentence,
    start: Math.min(a.start, b.start),
    end: Math.max(a.end, b.end),
  };
}
