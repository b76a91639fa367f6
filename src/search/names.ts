import Fuse from 'fuse.js';
import { type Entity, wordsOf } from '../record/story.ts';
import { slipsAllowed, slipsBetween } from './spelling.ts';
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
  /** Entities for a half-typed name, the likeliest first; all of them for no text. */
  complete(typed: string, limit: number): readonly Entity[];
  /** Whether a word, in the form `wordsIn` gives, is part of some entity's name. */
  isNameWord(form: string): boolean;
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

/** How much of a known name must be typed for it to be meant. */
const leastCoverage = 0.5;

class EntityNames implements Names {
  readonly #entities: readonly Entity[];
  readonly #known: readonly KnownName[];
  readonly #fuse: Fuse<KnownName>;
  readonly #nameWords: ReadonlySet<string>;

  constructor(entities: readonly Entity[]) {
    this.#entities = entities;
    this.#known = entities.flatMap(knownNamesOf);
    this.#fuse = new Fuse(this.#known, { keys: ['text'], includeScore: true, threshold: 0.35 });
    this.#nameWords = new Set(
      entities.flatMap(({ name, aliases }) =>
        [name, ...aliases].flatMap((text) =>
          wordsIn(text).flatMap(({ form, weight }) => (weight < 1 ? [] : [form])),
        ),
      ),
    );
  }

  find(asked: string): NameMatch {
    const keyed = this.#entities.find((entity) => entityKey(entity) === asked.trim());
    if (keyed !== undefined) return { kind: 'one', entity: keyed };
    const forms = contentForms(asked);
    if (forms.length === 0) return { kind: 'none', nearest: [] };
    for (const tier of [this.#exact(forms), this.#likely(forms)]) {
      const [entity, ...others] = tier;
      if (entity !== undefined && others.length === 0) return { kind: 'one', entity };
      if (entity !== undefined) return { kind: 'several', entities: tier };
    }
    return { kind: 'none', nearest: this.complete(asked, 3) };
  }

  complete(typed: string, limit: number): readonly Entity[] {
    const start = plain(typed);
    if (start === '') return this.#entities.slice(0, limit);
    const begins = this.#known.filter(({ text }) => plain(text).startsWith(start));
    const wordBegins = this.#known.filter(({ text }) => plain(text).includes(` ${start}`));
    const alike = this.#fuse.search(typed.slice(0, longestPattern)).map(({ item }) => item);
    return distinct([...begins, ...wordBegins, ...alike].map(({ entity }) => entity)).slice(
      0,
      limit,
    );
  }

  readonly isNameWord = (form: string): boolean => this.#nameWords.has(form);

  #exact(forms: readonly string[]): readonly Entity[] {
    const asked = forms.join('');
    const same = this.#known.filter((known) => known.forms.join('') === asked);
    const proper = same.filter((known) => known.proper);
    return distinct((proper.length > 0 ? proper : same).map(({ entity }) => entity));
  }

  /** The entities whose name holds every word asked for, those whose name it covers most first. */
  #likely(forms: readonly string[]): readonly Entity[] {
    const scored = this.#known
      .map(({ entity, forms: known }) => ({ entity, score: coverage(forms, known) }))
      .filter(({ score }) => score >= leastCoverage);
    const best = Math.max(...scored.map(({ score }) => score));
    return distinct(scored.filter(({ score }) => score === best).map(({ entity }) => entity));
  }
}

const longestPattern = 64;

function knownNamesOf(entity: Entity): KnownName[] {
  const proper = [entity.name, ...entity.aliases, ...entity.nicknames];
  const roles = entity.roles.map(wordsOf);
  return [
    ...proper.map((text) => ({ entity, text, forms: contentForms(text), proper: true })),
    ...roles.map((text) => ({ entity, text, forms: contentForms(text), proper: false })),
  ];
}

/** A name's words without `the` and the like, unless it has no others: “US”. */
function contentForms(name: string): readonly string[] {
  const content = wordsIn(name)
    .filter(({ weight }) => weight === 1)
    .map(({ form }) => form);
  return content.length > 0
    ? content
    : wordForms(name)
        .split(' ')
        .filter((form) => form !== '');
}

/** The share of a known name that is asked for; 0 if anything asked for is not in it. */
function coverage(asked: readonly string[], known: readonly string[]): number {
  if (slipsWithin(asked.join(''), known.join(''))) return 1 - 0.01 * slips(asked, known);
  const left = [...known];
  let letters = 0;
  for (const form of asked) {
    const exact = left.indexOf(form);
    const at = exact >= 0 ? exact : left.findIndex((word) => slipsWithin(form, word));
    if (at < 0) return 0;
    letters += exact >= 0 ? 1 : 0.9;
    left.splice(at, 1);
  }
  return letters / known.length;
}

function slips(asked: readonly string[], known: readonly string[]): number {
  return slipsBetween(asked.join(''), known.join(''), 3);
}

function slipsWithin(asked: string, known: string): boolean {
  const limit = Math.min(slipsAllowed(asked.length), slipsAllowed(known.length));
  return limit > 0 && slipsBetween(asked, known, limit) <= limit;
}

function distinct(entities: readonly Entity[]): readonly Entity[] {
  return [...new Set(entities)];
}
