import { diffArrays } from 'diff';
import type { Span } from '../record/span.ts';
import type { WrittenWord } from './decisive-words.ts';
import { type Difference, differenceOf, type Exchange } from './difference.ts';
import type { NameWords } from './name-words.ts';
import { slipsAllowed, slipsFrom } from './spelling.ts';
import { type Word, wordsIn } from './words.ts';

/** What the asker wrote against what is printed, word by word. */
export interface Comparison {
  readonly changes: readonly Change[];
  /** Undefined for the same words in the same order, up to case, accents and punctuation. */
  readonly differs: Difference | undefined;
  /** The sense may be another: it differs so, or a word of some weight is put in, left out or moved. */
  readonly grave: boolean;
  /** How many words of weight stand in both, letter for letter and in the same order. */
  readonly shared: number;
  /** Which words of the printed text were asked for, be it misspelt or elsewhere; none may be. */
  readonly matched: readonly Span[];
}

/** A run of words: in both texts, only in what was asked, or only in what is printed. */
export interface Change {
  readonly kind: 'both' | 'asked' | 'printed';
  readonly text: string;
}

/**
 * Compares what somebody asked for with what is printed.
 *
 * @param names those of the story that it is printed in
 * @param sentence what it is printed in
 */
export function compareWords(
  asked: string,
  printed: string,
  names: NameWords,
  sentence: string,
): Comparison {
  const askedWords = wordsIn(asked);
  const printedWords = wordsIn(printed);
  if (areSame(askedWords, printedWords)) return sameWords(printed, printedWords);
  const runs = diffArrays([...askedWords], [...printedWords], {
    comparator: (left, right) => left.form === right.form,
  });
  let fromAsked = 0;
  let fromPrinted = 0;
  const changes = runs.map(({ value, added, removed }) => {
    const kind: Change['kind'] = added ? 'printed' : removed ? 'asked' : 'both';
    const text =
      kind === 'asked'
        ? stretch(asked, askedWords, fromAsked, value.length)
        : stretch(printed, printedWords, fromPrinted, value.length);
    if (kind !== 'printed') fromAsked += value.length;
    if (kind !== 'asked') fromPrinted += value.length;
    return { kind, text, words: value };
  });
  const exchanges = exchangesIn(changes, asked, printed);
  const differs = differenceOf(exchanges, names, written(sentence, wordsIn(sentence)));
  return {
    changes: changes.map(({ kind, text }) => ({ kind, text })),
    differs,
    grave: differs === 'meaning' || exchanges.some(exchangesWeight),
    shared: weightyIn(changes.flatMap(({ kind, words }) => (kind === 'both' ? words : []))),
    matched: matchedIn(changes, printedWords),
  };
}

/** Mostly people ask for the very words, and nothing has to be compared. */
function areSame(asked: readonly Word[], printed: readonly Word[]): boolean {
  return (
    asked.length === printed.length &&
    asked.length > 0 &&
    asked.every(({ form }, at) => form === printed[at]?.form)
  );
}

function sameWords(printed: string, words: readonly Word[]): Comparison {
  const text = stretch(printed, words, 0, words.length);
  return {
    changes: [{ kind: 'both', text }],
    differs: undefined,
    grave: false,
    shared: weightyIn(words),
    matched: words,
  };
}

function weightyIn(words: readonly Word[]): number {
  return words.filter(({ weight }) => weight === 1).length;
}

interface Run extends Change {
  readonly words: readonly Word[];
}

function matchedIn(runs: readonly Run[], printed: readonly Word[]): readonly Span[] {
  const asked = runs.flatMap(({ kind, words }) => (kind === 'asked' ? words : []));
  let from = 0;
  return runs.flatMap(({ kind, words: { length } }) => {
    if (kind === 'asked') return [];
    const own = printed.slice(from, from + length);
    from += length;
    return kind === 'both' ? own : own.filter((word) => isRewrittenIn(word, asked));
  });
}

/** A run stands against the one after it, if that is of the other text: “safset” against “safest”. */
function exchangesIn(runs: readonly Run[], asked: string, printed: string): readonly Exchange[] {
  return runs.flatMap((run, at) => {
    const [before, after] = [runs[at - 1], runs[at + 1]];
    if (run.kind === 'both' || (before !== undefined && before.kind !== 'both')) return [];
    const own = after === undefined || after.kind === 'both' ? [run] : [run, after];
    const words = (kind: Change['kind']) =>
      own.flatMap((each) => (each.kind === kind ? each.words : []));
    const atEnd = at === 0 || at + own.length === runs.length;
    return [
      {
        asked: written(asked, words('asked')),
        printed: written(printed, words('printed')),
        atEnd,
      },
    ];
  });
}

function written(text: string, words: readonly Word[]): readonly WrittenWord[] {
  return words.map((word) => ({ ...word, written: text.slice(word.start, word.end) }));
}

/** Whether a word of weight stands in place of none that it may be a form of. */
function exchangesWeight({ asked, printed }: Exchange): boolean {
  const isNew = (word: Word, others: readonly Word[]) =>
    word.weight === 1 && !isRewrittenIn(word, others);
  return asked.some((word) => isNew(word, printed)) || printed.some((word) => isNew(word, asked));
}

/** Only another inflection, or a slip of the pen. */
function isRewrittenIn(word: Word, others: readonly Word[]): boolean {
  if (others.some(({ stem }) => stem === word.stem)) return true;
  const limit = slipsAllowed(word.form.length);
  if (limit === 0 || others.length === 0) return false;
  const slips = slipsFrom(word.form);
  return others.some(({ form }) => slips(form, limit) <= limit);
}

function stretch(text: string, words: readonly Word[], from: number, count: number): string {
  return text.slice(words[from]?.start, words[from + count - 1]?.end);
}
