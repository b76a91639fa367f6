import { carriesMeaning, damageNamed, partOf } from './damage.ts';
import { between, pick, type Random } from './seeded.ts';

/** How somebody passes a quote on. */
export interface Retelling {
  readonly kind: string;
  /** Whether the words are others afterwards. */
  readonly altered: boolean;
  /** @returns nothing for a quote that cannot be retold like this */
  readonly retell: (words: readonly string[], random: Random) => string | undefined;
}

/** With the words kept first, then with one of them altered. */
export const retellings: readonly Retelling[] = [
  kept('as printed', (text) => text),
  kept('lower case', (text) => text.toLowerCase()),
  kept('capitals', (text) => text.toUpperCase()),
  kept('no punctuation', unpunctuated),
  kept('curly marks', (text) => `“${text.replace(/'/g, '’').replace(/"/g, '')}”`),
  kept('straight marks', (text) => `"${text.replace(/[‘’]/g, "'").replace(/[“”]/g, '')}"`),
  kept('other dashes', (text) => text.replace(/\s*[–—-]{1,2}\s+/g, ' - ').replace(/,/g, ' –')),
  {
    kind: 'a part',
    altered: false,
    retell: (words, random) => partOf(words, 5, 10, random).join(' '),
  },
  altered('negation', damageNamed('negated').apply),
  altered('number', damageNamed('number changed').apply),
  altered('modal verb', damageNamed('modal changed').apply),
  altered('name', otherName),
  altered('hedge put in', (words, random) =>
    words
      .toSpliced(between(1, words.length - 1, random), 0, pick(hedges, random) ?? 'perhaps')
      .join(' '),
  ),
  altered('word replaced', (words, random) =>
    replaced(words, random, carriesMeaning, () => pick(contentWords, random)),
  ),
  altered('word put in', (words, random) =>
    words
      .toSpliced(between(1, words.length - 1, random), 0, pick(contentWords, random) ?? 'secret')
      .join(' '),
  ),
  altered('word left out', leftOut),
  altered('small word', (words, random) =>
    replaced(
      words,
      random,
      (word) => smallWords.has(word.toLowerCase()),
      (word) => smallWords.get(word.toLowerCase()),
    ),
  ),
];

function kept(kind: string, retell: (text: string) => string): Retelling {
  return { kind, altered: false, retell: (words) => retell(words.join(' ')) };
}

function altered(kind: string, retell: Retelling['retell']): Retelling {
  return { kind, altered: true, retell };
}

/** Apostrophes go, as people leave them out; marks inside a number stay. */
function unpunctuated(text: string): string {
  return text
    .replace(/['’]/g, '')
    .replace(/(?<!\p{N})[^\p{L}\p{N}\s$%]|[^\p{L}\p{N}\s$%](?!\p{N})/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const hedges = 'perhaps probably maybe possibly reportedly allegedly arguably'.split(' ');

const contentWords =
  'harbour orchestra velvet kitchen lantern glacier furniture umbrella carpenter violin meadow pebble'.split(
    ' ',
  );

const smallWords: ReadonlyMap<string, string> = new Map([
  ['the', 'a'],
  ['a', 'the'],
  ['in', 'on'],
  ['on', 'in'],
  ['is', 'was'],
  ['are', 'were'],
  ['and', 'or'],
  ['to', 'for'],
  ['we', 'they'],
  ['they', 'we'],
  ['he', 'she'],
  ['all', 'some'],
  ['with', 'without'],
]);

const names = 'Ferguson Okonkwo Lindqvist Moreau Takahashi Delgado Novak Abernathy'.split(' ');

/** A capitalised word in the middle of a sentence gets another name. */
function otherName(words: readonly string[], random: Random): string | undefined {
  const isName = (word: string, at: number) =>
    /^\p{Lu}\p{Ll}{2,}/u.test(word) &&
    carriesMeaning(word) &&
    /\p{Ll},?$/u.test(words[at - 1] ?? '');
  return replaced(words, random, isName, () => pick(names, random));
}

/** A content word that is neither the first nor the last, for without those it is still a part. */
function leftOut(words: readonly string[], random: Random): string | undefined {
  const inner = [...words.keys()].filter(
    (at) => at > 0 && at < words.length - 1 && carriesMeaning(words[at] ?? ''),
  );
  const at = pick(inner, random);
  return at === undefined ? undefined : words.toSpliced(at, 1).join(' ');
}

function replaced(
  words: readonly string[],
  random: Random,
  fits: (word: string, at: number) => boolean,
  other: (word: string) => string | undefined,
): string | undefined {
  const at = pick(
    [...words.keys()].filter((place) => fits(words[place] ?? '', place)),
    random,
  );
  if (at === undefined) return undefined;
  const [, before = '', core = '', after = ''] =
    /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(words[at] ?? '') ?? [];
  return words.with(at, before + (other(core) ?? core) + after).join(' ');
}
