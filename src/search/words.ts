import { stemmer } from 'stemmer';
import { remembered } from '../remembered.ts';
import { functionWords } from './function-words.ts';

/** A word of a text, and where it stands in it. */
export interface Word {
  /** Without case, diacritics, apostrophes or the dots of an acronym: `U.S.` is `us`. */
  readonly form: string;
  /** The Porter stem of the form. */
  readonly stem: string;
  /** How much of a text's meaning the word carries: 1, or less for a function word. */
  readonly weight: number;
  readonly start: number;
  readonly end: number;
}

const functionWordWeight = 0.3;

const wordPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:\p{L}\.){2,}\p{L}?(?![\p{L}\p{N}])|(?<![\p{L}\p{N}][-−]?)[-−]?\p{N}+(?:[.,:]\p{N}+)*\p{L}*|[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu;

/** The words of a text in order. Scripts written without spaces give a word a character. */
export function wordsIn(text: string): readonly Word[] {
  return text.length <= longestText ? knownWords(text) : readWords(text);
}

/** The words of a text that carry its content: no function words. */
export function contentIn(text: string): readonly Word[] {
  return wordsIn(text).filter(({ weight }) => weight === 1);
}

const longestText = 1000;
/** The sentences that people ask for are read again and again: for the search, and to compare. */
const knownWords = remembered(readWords, 2000);

function readWords(text: string): readonly Word[] {
  const words: Word[] = [];
  wordPattern.lastIndex = 0;
  // `matchAll` would make a pattern of its own for each text.
  for (let found = wordPattern.exec(text); found !== null; found = wordPattern.exec(text)) {
    const [printed] = found;
    const { form, stem, weight } = formOf(printed);
    const start = found.index;
    if (form !== '') words.push({ form, stem, weight, start, end: start + printed.length });
  }
  return words;
}

type Form = Pick<Word, 'form' | 'stem' | 'weight'>;

/** Most words of a language are met again and again. */
const formOf = remembered((printed: string): Form => {
  const form = plainLetters.test(printed) ? printed.toLowerCase() : formOfAny(printed);
  return {
    form,
    stem: stemmer(form),
    weight: functionWords.has(form) ? functionWordWeight : 1,
  };
}, 100_000);

/** Most words need no more than their case taken away. */
const plainLetters = /^[A-Za-z]+$/;

function formOfAny(printed: string): string {
  const text = plain(printed);
  return numberForm(text) ?? text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A number keeps its sign and its decimal point; commas between thousands are only for the eye. */
function numberForm(text: string): string | undefined {
  if (!/^-?\p{N}/u.test(text)) return undefined;
  return text.replace(/,(?=\p{N}{3}(?!\p{N}))/gu, '').replace(/(?!^-)[^\p{L}\p{N}.:]+/gu, '');
}

/** Text as it is compared: no case, diacritics or invisible characters; plain quotes and dashes. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\p{Cc}]+/gu, (run) => (/[\n\t\r]/.test(run) ? ' ' : ''))
    .replace(/[‘’‚‛ʼ′]/g, "'")
    .replace(/[“”„‟«»「」『』″]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Text as names are compared: its words' forms with a space between them. */
export function wordForms(text: string): string {
  return wordsIn(text)
    .map(({ form }) => form)
    .join(' ');
}
