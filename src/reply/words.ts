import type { en } from './languages/en.ts';

/** One of the bot's own sentences, by its key, with what goes into its gaps; in no language yet. */
export interface Notice {
  readonly key: WordKey;
  readonly values: Readonly<Record<string, Value>>;
}

/** Fills a gap as it is, as a language writes numbers, by its name in that language, or as a list. */
export type Value = string | number | Named | readonly string[];

/** What readers type the name of: a command or an option. */
export interface Named {
  /** In English, and wherever nobody has translated it. */
  readonly name: string;
  readonly translations: Readonly<Record<string, { readonly name: string }>>;
}

export type WordKey = keyof typeof en;

/** Everything the bot says of its own, in one language. */
export type Words = Readonly<Record<WordKey, string | Plural>>;

/** A phrase that depends on the number `{count}`, by the plural forms of CLDR. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

export function notice(key: WordKey, values: Readonly<Record<string, Value>> = {}): Notice {
  return { key, values };
}
