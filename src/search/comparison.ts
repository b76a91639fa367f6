import { diffArrays } from 'diff';
import { contains, type Span } from '../record/span.ts';
import type { Passage } from '../record/story.ts';
import { slipsAllowed, slipsBetween } from './spelling.ts';
import { type Word, wordsIn } from './words.ts';

/** What the asker wrote against what is printed, word by word. */
export interface Comparison {
  readonly changes: readonly Change[];
  /** The same words in the same order, up to case, accents and punctuation. */
  readonly same: boolean;
  /**
   * The sense may be another: a word of some weight is put in, left out or moved, or a negation,
   * number or modal verb differs.
   */
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

/** Compares what somebody asked for with what is printed. */
export function compareWords(asked: string, printed: string): Comparison {
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
  return {
    changes: changes.map(({ kind, text }) => ({ kind, text })),
    same: changes.every(({ kind }) => kind === 'both'),
    grave: changes.some((change, at) => isGrave(change, changes[at - 1], changes[at + 1])),
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
    same: true,
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

/** A run stands against the one beside it, if that is of the other text: “safset” against “safest”. */
function isGrave(run: Run, before: Run | undefined, after: Run | undefined): boolean {
  if (run.kind === 'both') return false;
  const against = [before, after].flatMap((other) =>
    other === undefined || other.kind === 'both' ? [] : other.words,
  );
  return run.words.some(
    (word) => weighsTheSense(word.form) || (word.weight === 1 && !isRewrittenIn(word, against)),
  );
}

/** Only another inflection, or a slip of the pen. */
function isRewrittenIn(word: Word, others: readonly Word[]): boolean {
  const limit = slipsAllowed(word.form.length);
  return others.some(
    ({ form, stem }) => stem === word.stem || slipsBetween(form, word.form, limit) <= limit,
  );
}

function stretch(text: string, words: readonly Word[], from: number, count: number): string {
  return text.slice(words[from]?.start, words[from + count - 1]?.end);
}

/** A stretch is widened by no more words than this at either end. */
const mostAtAnEnd = 3;

/**
 * The stretch that answers, with the words that stand in place of what was asked at its ends: of
 * “not going somewhere” the match is “not going”, and what was printed is “not going anywhere”. It
 * is not widened over a quotation mark or into other punctuation.
 */
export function widened({ sentence, span }: Passage, { changes }: Comparison): Span {
  if (changes[0]?.kind !== 'asked' && changes.at(-1)?.kind !== 'asked') return span;
  const [start, next] = changes;
  const asked = start?.kind === 'asked' ? wordsIn(start.text).length : 0;
  // As many words stand in place of the first ones already, such as the word that they misspell.
  const before = next?.kind === 'printed' && wordsIn(next.text).length >= asked ? 0 : asked;
  const last = changes.at(-1);
  const after = last?.kind === 'asked' ? wordsIn(last.text).length : 0;
  const words = wordsIn(sentence.text);
  const first = words.findIndex(({ start }) => start >= span.start);
  const end = words.findLastIndex((word) => word.end <= span.end);
  const room = (from: number, step: 1 | -1, most: number) => {
    let at = from;
    while (Math.abs(at - from) < most && joinedBySpace(sentence.text, words, at, at + step))
      at += step;
    return at;
  };
  const from = room(first, -1, before > mostAtAnEnd ? 0 : before);
  const to = room(end, 1, after > mostAtAnEnd ? 0 : after);
  const wide = { start: words[from]?.start ?? span.start, end: words[to]?.end ?? span.end };
  const home = sentence.quoted.find((quote) => contains(quote, span));
  return home === undefined || contains(home, wide) ? wide : span;
}

/**
 * A stretch with the negation that governs it: “act of God” was printed as “not an act of God”, and
 * without its “not” would say the opposite.
 */
export function withItsNegation({ sentence, span }: Passage): Span {
  const words = wordsIn(sentence.text);
  const first = words.findIndex(({ start }) => start >= span.start);
  for (let at = first - 1; at >= Math.max(0, first - governed); at -= 1) {
    const word = words[at];
    if (word === undefined || !joinedBySpace(sentence.text, words, at, at + 1)) return span;
    if (newClause.has(word.form)) return span;
    if (!negations.has(word.form)) continue;
    const wide = { start: word.start, end: span.end };
    const home = sentence.quoted.find((quote) => contains(quote, span));
    return home === undefined || contains(home, wide) ? wide : span;
  }
  return span;
}

/** How many words on a negation may still govern: “never asked for …”. */
const governed = 3;

/** After these words another clause begins, which a negation before them leaves alone. */
const newClause: ReadonlySet<string> = new Set(
  'and but or that whether if because while when who which what where how as than'.split(' '),
);

/** A stretch with the closing mark of a quotation it opens, or the opening mark of one it closes. */
export function withItsMarks({ sentence, span }: Passage): Span {
  const bare = (start: number, end: number) =>
    !/[\p{L}\p{N}]/u.test(sentence.text.slice(start, end));
  const { start, end } = sentence.quoted.reduce(
    (wide, quote) => ({
      start:
        quote.start < wide.start && quote.end < wide.end && bare(quote.start, wide.start)
          ? quote.start
          : wide.start,
      end:
        quote.end > wide.end && quote.start > wide.start && bare(wide.end, quote.end)
          ? quote.end
          : wide.end,
    }),
    span,
  );
  return { start, end };
}

function joinedBySpace(text: string, words: readonly Word[], a: number, b: number): boolean {
  const [left, right] = a < b ? [words[a], words[b]] : [words[b], words[a]];
  if (left === undefined || right === undefined) return false;
  return /^\s*$/.test(text.slice(left.end, right.start));
}

const negations: ReadonlySet<string> = new Set(
  `not no never none nobody nothing nowhere neither nor without cannot cant dont doesnt didnt wont wouldnt
   shouldnt couldnt isnt arent wasnt werent hasnt havent hadnt aint`.split(/\s+/),
);

const modals: ReadonlySet<string> = new Set(
  'may might could would will shall should must can'.split(' '),
);

function weighsTheSense(form: string): boolean {
  return negations.has(form) || modals.has(form) || /\p{N}/u.test(form);
}
