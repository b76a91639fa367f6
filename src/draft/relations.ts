import { contains } from '../record/span.ts';
import type { RelationType } from '../record/story-file.ts';
import type { Mention } from './attributions.ts';
import type { FoundEntity } from './entities.ts';
import type { Reading } from './reading.ts';
import { type NamesBySentence, textAt } from './references.ts';

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
const is = '(?:,? (?:which |who |that )?(?:is|was|are|were)| ?,)?(?: \\p{Ll}+ly)?';
const passive: readonly (readonly [RegExp, RelationType])[] = [
  [new RegExp(`^${is} (?:owned|bought|acquired) by\\b`, 'u'), 'owns'],
  [new RegExp(`^${is} (?:operated|run) by\\b`, 'u'), 'operates'],
  [new RegExp(`^${is} (?:co-)?founded by\\b`, 'u'), 'founded'],
  [new RegExp(`^${is} (?:backed|funded) by\\b`, 'u'), 'backs'],
  [new RegExp(`^${is} (?:led|headed|chaired) by\\b`, 'u'), 'leads'],
  [new RegExp(`^${is} housed (?:with)?in\\b`, 'u'), 'houses'],
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
  [/\b(?:member|senator|representative)\b/iu, 'member of'],
];

/** The relations that a sentence's own words make plain, each once. */
export function findRelations(
  reading: Reading,
  entities: readonly FoundEntity[],
  names: NamesBySentence,
): readonly FoundRelation[] {
  const found = [...betweenNames(reading, names), ...fromOffices(reading, entities, names)];
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
      const done = typeOf(between, active, leadsUp);
      if (done !== undefined) return [{ from: first.entity, type: done, to: second.entity, words }];
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
      const bearer = from.mentions.find(
        ({ sentence, start, end }) =>
          sentence === role.sentence && (end <= role.start || start >= role.end),
      );
      const within = (names.get(role.sentence) ?? []).filter(
        ({ entity, at }) =>
          contains(role, at) && entity.type !== 'person' && entity.type !== 'place',
      );
      const [only, ...others] = within;
      if (office === undefined || bearer === undefined || only === undefined || others.length > 0)
        return [];
      const words = {
        sentence: role.sentence,
        start: Math.min(role.start, bearer.start),
        end: Math.max(role.end, bearer.end),
      };
      return [{ from, type: office[1], to: only.entity, words }];
    }),
  );
}
