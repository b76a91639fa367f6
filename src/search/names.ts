import { once } from '../once.ts';
import { type Entity, wordsOf } from '../record/story.ts';
import { completionOver } from './completion.ts';
import { slipsAllowed, slipsBetween } from './spelling.ts';
import { TextIndex } from './text-index.ts';
import { tokensOf } from './tokens.ts';
import { plain, wordForms, wordsIn } from './words.ts';

/** What a typed name may mean. */
export type NameMatch =
  | { readonly kind: 'one'; readonly entity: Entity }
  | { readonly kind: 'several'; readonly entities: readonly Entity[] }
  | { readonly kind: 'none'; readonly nearest: readonly Entity[] };

/** Finds entities by what people call them. */
export interface Names {
  /** @param asked a name, alias, nickname or role, misspelt or in part; or an `entityKey` */
  find(asked: string): NameMatch;
  /** All whom that may mean; none where only others are near. */
  called(asked: string): readonly Entity[];
  /** The entity whose `entityKey` this is. */
  withKey(key: string): Entity | undefined;
  /** Entities for a half-typed name, the likeliest first; all of them for no text. */
  complete(typed: string, limit: number): readonly Entity[];
}

/** An entity's name across stories and restarts: `story:entity`. */
export function entityKey({ story, id }: Pick<Entity, 'story' | 'id'>): string {
  return `${story}:${id}`;
}

export function namesOf(entities: readonly Entity[]): Names {
  return new EntityNames(entities);
}

interface KnownName {
  readonly entity: Entity;
  readonly text: string;
  readonly forms: readonly string[];
  /** A name, alias or nickname; else a role. */
  readonly proper: boolean;
}

/** What a word counts for that is written with a slip. */
const slippedShare = 0.9;

/** How much of a known name must be typed for it to be meant: half of it, be it with a slip. */
const leastCoverage = 0.5 * slippedShare;

/** How many names are compared letter by letter with what was asked. */
const closerLooks = 200;

class EntityNames implements Names {
  readonly #entities: readonly Entity[];
  readonly #byKey: ReadonlyMap<string, Entity>;
  readonly #known: readonly KnownName[];
  readonly #byForms = new Map<string, KnownName[]>();
  readonly #index = once(
    () =>
      new TextIndex(tokensOf(this.#known.map(({ forms }) => [...forms, forms.join('')].join(' ')))),
  );
  readonly #completion = once(() => completionOver(this.#known.map(({ text }) => text)));

  constructor(entities: readonly Entity[]) {
    this.#entities = entities;
    this.#byKey = new Map(entities.map((entity) => [entityKey(entity), entity]));
    this.#known = entities.flatMap(knownNamesOf);
    for (const known of this.#known) {
      const forms = known.forms.join('');
      const same = this.#byForms.get(forms);
      if (same === undefined) this.#byForms.set(forms, [known]);
      else same.push(known);
    }
  }

  find(asked: string): NameMatch {
    const called = this.called(asked);
    const [entity, ...others] = called;
    if (entity !== undefined) {
      return others.length === 0 ? { kind: 'one', entity } : { kind: 'several', entities: called };
    }
    const nearest = contentForms(asked).length === 0 ? [] : this.complete(asked, 3);
    return { kind: 'none', nearest };
  }

  called(asked: string): readonly Entity[] {
    const keyed = this.withKey(asked);
    if (keyed !== undefined) return [keyed];
    const forms = contentForms(asked).slice(0, longestName);
    if (forms.length === 0) return [];
    const exact = this.#exact(forms);
    return exact.length > 0 ? exact : this.#likely(forms);
  }

  withKey(key: string): Entity | undefined {
    return this.#byKey.get(key.trim());
  }

  complete(typed: string, limit: number): readonly Entity[] {
    if (wordForms(typed) === '') return this.#entities.slice(0, limit);
    // An entity has several names, and each may be what is completed; its own counts for most.
    const known = this.#completion()
      .complete(typed, 4 * limit)
      .flatMap((number) => this.#known[number] ?? [])
      .map((name, at) => ({ name, at, rank: completionRank(name, plain(typed)) }))
      .sort((a, b) => a.rank - b.rank || a.at - b.at);
    return distinct(known.map(({ name }) => name.entity)).slice(0, limit);
  }

  #exact(forms: readonly string[]): readonly Entity[] {
    const same = this.#byForms.get(forms.join('')) ?? [];
    const proper = same.filter((known) => known.proper);
    return distinct((proper.length > 0 ? proper : same).map(({ entity }) => entity));
  }

  /** The entities whose name holds every word asked for, those whose name it covers most first. */
  #likely(forms: readonly string[]): readonly Entity[] {
    const words = wordsIn([...forms, forms.join('')].join(' '));
    const index = this.#index();
    const scored = index
      .shortlist(index.sought(words), closerLooks)
      .flatMap((number) => this.#known[number] ?? [])
      .map(({ entity, forms: known }) => ({ entity, score: coverage(forms, known) }))
      .filter(({ score }) => score >= leastCoverage);
    const best = Math.max(...scored.map(({ score }) => score));
    return distinct(scored.filter(({ score }) => score === best).map(({ entity }) => entity));
  }
}

/** More words than any name has. */
const longestName = 24;

function knownNamesOf(entity: Entity): KnownName[] {
  const proper = [entity.name, ...entity.aliases, ...entity.nicknames];
  const roles = entity.roles.map(wordsOf);
  return [
    ...proper.map((text) => ({ entity, text, forms: contentForms(text), proper: true })),
    ...roles.map((text) => ({ entity, text, forms: contentForms(text), proper: false })),
  ];
}

/** Names that begin as typed before those with a word that does; an entity's own name first. */
function completionRank({ text, entity }: KnownName, typed: string): number {
  const name = plain(text);
  const own = text === entity.name ? 0 : entity.aliases.includes(text) ? 1 : 2;
  if (name.startsWith(typed)) return own;
  return name.includes(` ${typed}`) ? own + 0.5 : 9;
}

const articlesAndTitles: ReadonlySet<string> = new Set(
  'the a an mr mrs ms mx miss dr sir madam'.split(' '),
);

/** A name's words without articles, titles and the like, unless it has no others: “US”. */
function contentForms(name: string): readonly string[] {
  const words = wordsIn(name).filter(({ form }) => !articlesAndTitles.has(form));
  const content = words.filter(({ weight }) => weight === 1);
  return (content.length > 0 ? content : words).map(({ form }) => form);
}

/** The share of a known name that is asked for; 0 if anything asked for is not in it. */
function coverage(asked: readonly string[], known: readonly string[]): number {
  const left = [...known];
  let letters = 0;
  for (const form of asked) {
    const exact = left.indexOf(form);
    const at = exact >= 0 ? exact : left.findIndex((word) => slipsWithin(form, word));
    if (at < 0) return 0;
    letters += exact >= 0 ? 1 : slippedShare;
    left.splice(at, 1);
  }
  return letters / known.length;
}

function slipsWithin(asked: string, known: string): boolean {
  const limit = Math.min(slipsAllowed(asked.length), slipsAllowed(known.length));
  return limit > 0 && slipsBetween(asked, known, limit) <= limit;
}

function distinct(entities: readonly Entity[]): readonly Entity[] {
  return [...new Set(entities)];
}
