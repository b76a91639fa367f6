import { type Entity, wordsOf } from '../record/story.ts';
import type { Names } from '../search/names.ts';
import { wordsIn } from '../search/words.ts';

/** Whom the name at the end of a text may mean, as before a verb: “On Friday Ann Lee, the mayor, also”. */
export function nameAtEnd(text: string, names: Names): readonly Entity[] {
  const subject = text.replace(/^(.*\S),[^,]*,\s*$/su, '$1');
  const words = rowOf(subject.trimEnd().replace(/,$/, ''), 'end');
  while (words.length > 0 && passedOver.test(words.at(-1) ?? '')) words.pop();
  const { called, name, before } = lastName(words, names);
  const next = before.at(-1);
  return endsBefore(name, next) && !depends.test(next ?? '') ? called : [];
}

/** “A spokesman for Ann” is not Ann. */
const depends = /^(?:about|at|by|for|from|in|of|on|to|with)$/iu;

/** Whom the name at the start of a text may mean, as after a verb: “Mayor Ann Lee on Friday”. */
export function nameAtStart(text: string, names: Names): readonly Entity[] {
  const words = rowOf(text, 'start');
  for (let length = Math.min(longestName, words.length); length > 0; length -= 1) {
    const name = words.slice(0, length);
    const called = calledBy(name, names);
    if (called.length > 0 && endsBefore(name, words[length])) return called;
  }
  const small = words.findIndex((word) => !/\p{Lu}/u.test(word));
  return wholeRow(small < 0 ? words : words.slice(0, small), names);
}

/** Whom a text may mean that is nothing but a name. */
export function wholeName(text: string, names: Names): readonly Entity[] {
  const words = rowOf(text, 'start');
  const more = wordsIn(text).length > wordsIn(words.join(' ')).length;
  return more ? [] : wholeRow(words, names);
}

function wholeRow(words: readonly string[], names: Names): readonly Entity[] {
  const { called, before } = lastName(words, names);
  return before.length === 0 ? called : [];
}

interface LastName {
  readonly called: readonly Entity[];
  /** The words of it, with a role of theirs: “Mayor Ann Lee”. */
  readonly name: readonly string[];
  readonly before: readonly string[];
}

/** The longest name that words end with. */
function lastName(words: readonly string[], names: Names): LastName {
  for (let first = Math.max(0, words.length - longestName); first < words.length; first += 1) {
    const called = calledBy(words.slice(first), names);
    if (called.length === 0) continue;
    const start = first - rolesAtEnd(words.slice(0, first), called);
    return { called, name: words.slice(start), before: words.slice(0, start) };
  }
  return { called: [], name: [], before: words };
}

/** How many words at the end are of a role of the one who is called. */
function rolesAtEnd(words: readonly string[], [entity, ...others]: readonly Entity[]): number {
  if (entity === undefined || others.length > 0) return 0;
  const roles = new Set(wordsIn(entity.roles.map(wordsOf).join(' ')).map(({ form }) => form));
  const other = words.findLastIndex((word) => wordsIn(word).some(({ form }) => !roles.has(form)));
  return words.length - 1 - other;
}

/** Hardly a name has more words. */
const longestName = 6;

/** What stands between a subject and its verb. */
const passedOver =
  /^(?:has|have|had|is|was|did|does|do|also|then|later|now|just|even|once|again|ever|actually|allegedly|reportedly|\p{L}+ly|himself|herself|themselves|itself)$/iu;

/** The words that stand together at one end of a text, with no mark between them. */
function rowOf(text: string, end: 'start' | 'end'): string[] {
  const row = /[^\s,;:!?()[\]“”"\uFFFC*_~>|–—]+/gu;
  const words: string[] = [];
  let last = -1;
  for (const { 0: word, index } of text.matchAll(row)) {
    const closed =
      last >= 0 && (isStop(words.at(-1)) || !/^[\s*_~]+$/.test(text.slice(last, index)));
    if (closed && end === 'start') return words;
    if (closed) words.length = 0;
    words.push(word);
    last = index + word.length;
  }
  return end === 'end' && /[^\s*_~]/.test(text.slice(Math.max(0, last))) ? [] : words;
}

/** A full stop, and not that of “Mr.” or “J.” */
function isStop(word = ''): boolean {
  return /[^.]{4}[.…]$/u.test(word);
}

function calledBy(words: readonly string[], names: Names): readonly Entity[] {
  return isNameLike(words) ? names.called(words.join(' ')) : [];
}

/** “us” is nobody, though “US” may be; and no name begins or ends with “what she”. */
function isNameLike(words: readonly string[]): boolean {
  const [first = '', last = ''] = [words[0], words.at(-1)];
  return (maybeName(first) || /^(?:the|an?|and|or|&)$/iu.test(first)) && maybeName(last);
}

function maybeName(word: string): boolean {
  return /^\p{Lu}[\p{Lu}.]+$/u.test(word) || wordsIn(word).some(({ weight }) => weight === 1);
}

/** “Mary Ann Lee” is not Ann Lee: a name ends where the next word is none that names are made of. */
function endsBefore(name: readonly string[], next: string | undefined): boolean {
  if (next === undefined || passedOver.test(next) || days.test(next)) return true;
  if (wordsIn(next).every(({ weight }) => weight < 1)) return true;
  return !/\p{Lu}/u.test(next) && name.some((word) => /\p{Lu}/u.test(word));
}

const days = /^(?:yesterday|today|tonight|earlier|meanwhile|when|\p{L}+day)$/iu;
