import { diffArrays } from 'diff';
import { type Word, wordsIn } from './words.ts';

/** What the asker wrote against what is printed, word by word. */
export interface Comparison {
  readonly changes: readonly Change[];
  /** The same words in the same order, up to case, accents and punctuation. */
  readonly same: boolean;
  /** A negation, a number, a modal verb or a name differs: the sense may be another. */
  readonly grave: boolean;
}

/** A run of words: in both texts, only in what was asked, or only in what is printed. */
export interface Change {
  readonly kind: 'both' | 'asked' | 'printed';
  readonly text: string;
}

/**
 * Compares two texts.
 *
 * @param isName tells whether a word, in the form `wordsIn` gives, is part of a known name
 */
export function compareWords(
  asked: string,
  printed: string,
  isName: (form: string) => boolean,
): Comparison {
  const askedWords = wordsIn(asked);
  const printedWords = wordsIn(printed);
  const runs = diffArrays([...askedWords], [...printedWords], {
    comparator: (left, right) => left.form === right.form,
  });
  let fromAsked = 0;
  let fromPrinted = 0;
  const changes: Change[] = [];
  let grave = false;
  for (const { value, added, removed } of runs) {
    const kind = added ? 'printed' : removed ? 'asked' : 'both';
    const text =
      kind === 'asked'
        ? stretch(asked, askedWords, fromAsked, value.length)
        : stretch(printed, printedWords, fromPrinted, value.length);
    if (kind !== 'printed') fromAsked += value.length;
    if (kind !== 'asked') fromPrinted += value.length;
    if (kind !== 'both') grave ||= value.some(({ form }) => weighsTheSense(form) || isName(form));
    changes.push({ kind, text });
  }
  return { changes, same: changes.every(({ kind }) => kind === 'both'), grave };
}

function stretch(text: string, words: readonly Word[], from: number, count: number): string {
  return text.slice(words[from]?.start, words[from + count - 1]?.end);
}

const senseWords: ReadonlySet<string> = new Set(
  `not no never none nobody nothing nowhere neither nor without cannot cant dont doesnt didnt wont wouldnt
   shouldnt couldnt isnt arent wasnt werent hasnt havent hadnt aint
   may might could would will shall should must can`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

function weighsTheSense(form: string): boolean {
  return senseWords.has(form) || /\p{N}/u.test(form);
}
