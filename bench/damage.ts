import { functionWords } from '../src/search/function-words.ts';
import { between, pick, type Random, shuffled } from './seeded.ts';

/** How a quote comes out when it is remembered badly. */
export interface Damage {
  readonly name: string;
  /** Whether the sense may be another afterwards. */
  readonly altered: boolean;
  /** @returns nothing where the quote has no word to damage this way */
  readonly apply: (words: readonly string[], random: Random) => string | undefined;
}

export const damages: readonly Damage[] = [
  kind('exact', (words) => words.join(' ')),
  kind('part', (words, random) => partOf(words, 4, 10, random).join(' ')),
  kind('typos', (words, random) => misspelt(words, 1 / 3, random).join(' ')),
  kind('every word misspelt', (words, random) => misspelt(words, 1, random).join(' ')),
  kind('dropped', (words, random) => dropped(words, random).join(' ')),
  kind('shuffled', (words, random) => shuffled(words, random).join(' ')),
  kind('inflected', (words, random) => words.map((word) => inflected(word, random)).join(' ')),
  kind('unpunctuated', (words, random) => unpunctuated(words, random).join(' ')),
  kind('rough', (words, random) =>
    unpunctuated(misspelt(dropped(words, random), 1 / 3, random), random).join(' '),
  ),
  alteration('negated', negated),
  alteration('number changed', numberChanged),
  alteration('modal changed', modalChanged),
];

export function damageNamed(name: string): Damage {
  const found = damages.find((damage) => damage.name === name);
  if (found === undefined) throw new Error(`There is no damage named ${name}.`);
  return found;
}

/** The words of a text as they are printed, punctuation included. */
export function printedWords(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** A run of `least` to `most` words, or all of them when there are fewer. */
export function partOf(
  words: readonly string[],
  least: number,
  most: number,
  random: Random,
): readonly string[] {
  const length = Math.min(words.length, between(least, most, random));
  const start = between(0, words.length - length, random);
  return words.slice(start, start + length);
}

/** Whether a word carries a claim's meaning; looks through its punctuation. */
export function carriesMeaning(word: string): boolean {
  const { core } = parts(word);
  return core !== '' && !functionWords.has(core.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''));
}

function kind(name: string, apply: Damage['apply']): Damage {
  return { name, altered: false, apply };
}

function alteration(name: string, apply: Damage['apply']): Damage {
  return { name, altered: true, apply };
}

interface Parts {
  readonly before: string;
  readonly core: string;
  readonly after: string;
}

/** A word and the punctuation that clings to it. */
function parts(word: string): Parts {
  const [, before = '', core = '', after = ''] =
    /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(word) ?? [];
  return { before, core, after };
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Slips of the pen in a share of the words of four letters and more: one for four letters at most. */
function misspelt(words: readonly string[], share: number, random: Random): readonly string[] {
  return words.map((word) => {
    const { before, core, after } = parts(word);
    if (!/^\p{L}{4,}$/u.test(core) || random() >= share) return word;
    const most = Math.min(3, Math.floor(core.length / 4));
    const slips = most > 1 && random() < 0.25 ? between(2, most, random) : 1;
    let written = core;
    for (let slip = 0; slip < slips; slip += 1) written = slipped(written, random);
    return before + written + after;
  });
}

function slipped(word: string, random: Random): string {
  const at = between(0, word.length - 1, random);
  const letter = pick([...letters], random) ?? 'e';
  switch (between(0, 3, random)) {
    case 0:
      return word.slice(0, at) + letter + word.slice(at);
    case 1:
      return word.slice(0, at) + word.slice(at + 1);
    case 2:
      return word.slice(0, at) + letter + word.slice(at + 1);
    default: {
      const from = Math.min(at, word.length - 2);
      const swapped = (word[from + 1] ?? '') + (word[from] ?? '');
      return word.slice(0, from) + swapped + word.slice(from + 2);
    }
  }
}

/** A fifth of the words is gone, one at least. */
function dropped(words: readonly string[], random: Random): readonly string[] {
  const gone = new Set(
    shuffled([...words.keys()], random).slice(0, Math.max(1, Math.round(words.length / 5))),
  );
  return words.filter((_, at) => !gone.has(at));
}

function inflected(word: string, random: Random): string {
  const { before, core, after } = parts(word);
  if (!/^\p{Ll}{4,}$/u.test(core) || !carriesMeaning(core)) return word;
  return before + otherInflection(core, random) + after;
}

function otherInflection(word: string, random: Random): string {
  const past = /^(.{3,})ed$/.exec(word)?.[1];
  if (past !== undefined) return `${past}ing`;
  const going = /^(.{3,})ing$/.exec(word)?.[1];
  if (going !== undefined) return `${going}ed`;
  const plural = /^(.{3,}[^s])s$/.exec(word)?.[1];
  if (plural !== undefined) return plural;
  const stem = word.replace(/e$/, '');
  if (/ly$|ss$/.test(word)) return word;
  return (
    pick([word.replace(/([^aeiou])y$/, '$1ie').concat('s'), `${stem}ed`, `${stem}ing`], random) ??
    word
  );
}

function unpunctuated(words: readonly string[], random: Random): readonly string[] {
  return words.map((word) => {
    const bare = word.replace(/[^\p{L}\p{N}\s]+/gu, '');
    const way = random();
    if (way < 0.15) return bare.toUpperCase();
    return way < 0.85 ? bare.toLowerCase() : bare;
  });
}

const auxiliaries = new Set(
  'is are was were am be been has have had do does did will would can could should must may might shall'.split(
    ' ',
  ),
);
const negations = /^(?:not|never|no)$|n['’]t$/i;

/** A negation is taken away where there is one, else put in. */
function negated(words: readonly string[]): string | undefined {
  const there = words.findIndex((word) => negations.test(parts(word).core));
  if (there >= 0) {
    return words
      .flatMap((word, at) => {
        if (at !== there) return [word];
        const positive = word
          .replace(/won['’]t/i, 'will')
          .replace(/can['’]t/i, 'can')
          .replace(/n['’]t/i, '');
        return positive === word ? [] : [positive];
      })
      .join(' ');
  }
  const verb = words.findIndex((word) => auxiliaries.has(word.toLowerCase()));
  if (verb < 0) return undefined;
  return words.toSpliced(verb + 1, 0, 'not').join(' ');
}

const numberWords =
  'one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million billion'.split(
    ' ',
  );

function numberChanged(words: readonly string[], random: Random): string | undefined {
  return changed(words, random, (core) => {
    if (/\d/.test(core)) {
      return core.replace(/\d/, (digit) => String((Number(digit) % 9) + 1));
    }
    const at = numberWords.indexOf(core.toLowerCase());
    return at < 0 ? core : (numberWords[(at + between(1, 8, random)) % numberWords.length] ?? core);
  });
}

const modals = 'may might could would will should must can'.split(' ');

function modalChanged(words: readonly string[], random: Random): string | undefined {
  return changed(words, random, (core) => {
    const at = modals.indexOf(core.toLowerCase());
    return at < 0 ? core : (modals[(at + between(1, 6, random)) % modals.length] ?? core);
  });
}

/** One of the words that `change` changes, changed. */
function changed(
  words: readonly string[],
  random: Random,
  change: (core: string) => string,
): string | undefined {
  const others = words.map((word) => {
    const { before, core, after } = parts(word);
    return before + change(core) + after;
  });
  const at = pick(
    [...words.keys()].filter((place) => others[place] !== words[place]),
    random,
  );
  return at === undefined ? undefined : words.with(at, others[at] ?? '').join(' ');
}
