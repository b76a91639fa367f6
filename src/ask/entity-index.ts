import { wordForms } from '../search/words.ts';

/** Names of entities, found by the first word of each. */
export type EntityIndex = ReadonlyMap<string, readonly EntityName[]>;

interface EntityName {
  readonly forms: readonly string[];
  readonly entity: number;
  readonly type: string;
}

export interface KnownEntity {
  readonly type: string;
  /** Everything it is called: name, aliases, nicknames; not roles. */
  readonly names: readonly string[];
}

/** Indexes entities by what they are called; of names that begin alike the longest comes first. */
export function entityIndex(entities: readonly KnownEntity[]): EntityIndex {
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
