import { stemmer } from 'stemmer';
import {
  dayNamedBy,
  decisionsIn,
  isDecisive,
  negates,
  type WrittenWord,
} from './decisive-words.ts';
import type { NameWords } from './name-words.ts';
import { slipsAllowed, slipsBetween } from './spelling.ts';

/** How gravely two wordings differ. */
export type Difference =
  /** Slips of the pen and other endings, and no more. */
  | 'spelling'
  | 'words'
  /** A negation, number, denial, modal verb, hedge or name is another, or there only once; or a day is another. */
  | 'meaning';

/** Words that stand in place of each other. Either may be none: then the others were put in or left out. */
export interface Exchange {
  readonly asked: readonly WrittenWord[];
  readonly printed: readonly WrittenWord[];
  /** At an end of what was asked, where “Ann said” is no part of the quote. */
  readonly atEnd: boolean;
}

/**
 * @param sentence what the words are printed in
 * @returns undefined where nothing was exchanged
 */
export function differenceOf(
  exchanges: readonly Exchange[],
  names: NameWords,
  sentence: readonly WrittenWord[],
): Difference | undefined {
  if (exchanges.length === 0) return undefined;
  if (exchanges.some((each) => changesMeaning(each, names))) return 'meaning';
  if (namesAnotherDay(exchanges, sentence)) return 'meaning';
  return exchanges.every(isSpelling) ? 'spelling' : 'words';
}

function changesMeaning(exchange: Exchange, names: NameWords): boolean {
  const { asked, printed } = exchange;
  const isAside = asked.length === 0 && printed.length > longestDecided;
  if (isAside) return printed.some(({ form }) => negates(form));
  return (
    decided(asked, printed) !== decided(printed, asked) ||
    asked.some((word) => printed.some((other) => areOpposite(word, other))) ||
    changesName(exchange, names)
  );
}

/**
 * A month or weekday was asked for that is not printed. It may be printed elsewhere, or be left out; and
 * “On Friday Ann said”, put before a quote, may be printed around it.
 */
function namesAnotherDay(
  exchanges: readonly Exchange[],
  sentence: readonly WrittenWord[],
): boolean {
  const moved = daysIn(exchanges.flatMap(({ printed }) => printed));
  return exchanges.some(({ asked, printed, atEnd }) => {
    const known = atEnd && printed.length === 0 ? daysIn(sentence) : moved;
    return daysIn(asked, daysIn(printed).length > 0).some((day) => !known.includes(day));
  });
}

function daysIn(words: readonly WrittenWord[], inPlaceOfOne = false): readonly string[] {
  return words.flatMap((word) => dayNamedBy(word, inPlaceOfOne) ?? []);
}

/** More words than this, left out together, are an aside, which a claim can do without. */
const longestDecided = 3;

/** What the words decide, those that are only misspelt in the others left out. */
function decided(words: readonly WrittenWord[], others: readonly WrittenWord[]): string {
  const spelt = words.filter((word) => !others.some((other) => isScrambled(word, other)));
  return spelt.flatMap(decisionsIn).sort().join(' ');
}

/** A word that decides may be misspelt as none that is another word: “cannott” and “woudl”. */
function isScrambled(word: WrittenWord, other: WrittenWord): boolean {
  return hasSameLetters(word, other) && isDecisive(word.form) !== isDecisive(other.form);
}

/** One letter is lost, doubled or swapped, and none is another. */
function hasSameLetters({ form }: WrittenWord, other: WrittenWord): boolean {
  const letters = (text: string) => [...new Set(text)].sort().join('');
  return (
    form.charAt(0) === other.form.charAt(0) &&
    Math.abs(form.length - other.form.length) <= 1 &&
    letters(form) === letters(other.form) &&
    slipsBetween(form, other.form, 1) === 1 &&
    !/\p{N}/u.test(form)
  );
}

/** “necessary” and “unnecessary”, “approved” and “disapprove” */
export function areOpposite(a: WrittenWord, b: WrittenWord): boolean {
  const [short, long] = a.form.length < b.form.length ? [a, b] : [b, a];
  return opposing.some(
    (prefix) =>
      long.form.startsWith(prefix) && stemmer(long.form.slice(prefix.length)) === short.stem,
  );
}

const opposing = ['un', 'in', 'im', 'il', 'ir', 'dis', 'non', 'mis'];

function changesName({ asked, printed, atEnd }: Exchange, names: NameWords): boolean {
  if (atEnd && (asked.length === 0 || printed.length === 0)) return false;
  const lost = (words: readonly WrittenWord[], others: readonly WrittenWord[]) =>
    !others.some(isPronoun) &&
    words.some(
      (word) => names.has(word) && !others.some((other) => isSameName(word, other, names)),
    );
  return lost(asked, printed) || lost(printed, asked);
}

function isPronoun({ written }: WrittenWord): boolean {
  return pronouns.has(written.toLowerCase().split(/['’ʼ]/)[0] ?? '');
}

/** A name may stand where its owner was called “he” or “we”. */
const pronouns: ReadonlySet<string> = new Set(
  'i me my we us our you your he him his she her it its they them their this that these those'.split(
    ' ',
  ),
);

/** Short names that differ by a letter are others: “Iran” and “Iraq”. */
function isSameName(name: WrittenWord, other: WrittenWord, names: NameWords): boolean {
  if (name.stem === other.stem) return true;
  const known = names.has(name) && names.has(other);
  return !known && name.form.length > longestShortName && isSlip(name, other);
}

const longestShortName = 5;

function isSpelling({ asked, printed }: Exchange): boolean {
  if (joined(asked) === joined(printed)) return true;
  return (
    asked.length === printed.length &&
    asked.every((word, at) => {
      const other = printed[at];
      return other !== undefined && (word.stem === other.stem || isSlip(word, other));
    })
  );
}

function joined(words: readonly WrittenWord[]): string {
  return words.map(({ form }) => form).join('');
}

function isSlip(word: WrittenWord, other: WrittenWord): boolean {
  const limit = slipsAllowed(Math.max(word.form.length, other.form.length));
  return slipsBetween(word.form, other.form, limit) <= limit || hasSameLetters(word, other);
}
