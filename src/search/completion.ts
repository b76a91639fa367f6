import Fuse from 'fuse.js';
import { type SoughtWord, TextIndex } from './text-index.ts';
import { type Tokens, tokensOf } from './tokens.ts';
import { plain, wordsIn } from './words.ts';

/** Finds texts that a few typed letters may become. */
export interface Completion {
  /** The numbers of the likeliest texts, best first; the first ones for no letters. */
  complete(typed: string, limit: number): readonly number[];
}

/**
 * Completion over numbered texts. The index makes a shortlist of texts with the words typed and a
 * word that begins with the last one; Fuse then orders what neither begins with nor holds what was
 * typed letter for letter.
 */
export function completionOver(
  texts: readonly string[],
  tokens: Tokens = tokensOf(texts),
): Completion {
  const index = new TextIndex(tokens);
  return {
    complete(typed, limit) {
      const start = plain(typed).slice(0, longestPattern);
      if (wordsIn(start).length === 0) return [...texts.slice(0, limit).keys()];
      const numbers = index.shortlist(soughtBy(start, index), shortlisted);
      const listed = numbers.map((text) => ({ text, words: plain(texts[text] ?? '') }));
      const begins = listed.filter(({ words }) => words.startsWith(start));
      const holds = listed.filter(({ words }) => words.includes(` ${start}`));
      const typedSo = new Set([...begins, ...holds]);
      const others = listed.filter((each) => !typedSo.has(each)).slice(0, closerLooks);
      const alike = typedSo.size < limit ? alikeIn(others, start) : [];
      return [...typedSo, ...alike].slice(0, limit).map(({ text }) => text);
    },
  };
}

const longestPattern = 48;
/** Fuse has a bit for each letter of what it looks for; with more of them it looks twice. */
const atOnce = 32;
const shortlisted = 100;
const closerLooks = 40;
/** How many words a few letters may become; a single letter begins thousands. */
const mostEndings = 200;

interface Listed {
  readonly text: number;
  readonly words: string;
}

function alikeIn(listed: readonly Listed[], start: string): readonly Listed[] {
  const fuse = new Fuse(listed, { keys: ['words'], ignoreLocation: true, threshold: 0.35 });
  return fuse.search(start.slice(0, atOnce)).map(({ item }) => item);
}

function soughtBy(start: string, index: TextIndex): readonly SoughtWord[] {
  const words = wordsIn(start);
  const last = words.at(-1);
  if (last === undefined) return [];
  const whole = index.sought(words.slice(0, -1)).map((word) => ({ ...word, weight: 1 }));
  const { start: from, end } = last;
  return [...whole, { weight: 1, meant: endingsOf(last.form, index), start: from, end }];
}

/** A slip in a half-typed word leaves only its first letters to go by. */
function endingsOf(letters: string, { vocabulary }: TextIndex) {
  const meant = vocabulary.beginningWith(letters, mostEndings);
  if (meant.size > 0) return meant;
  const misspelt = vocabulary.misspelt(letters);
  return misspelt.size > 0 ? misspelt : vocabulary.beginningWith(letters.slice(0, 2), mostEndings);
}
