import { type Word, wordsIn } from '../search/words.ts';
import { type Asked, stands } from './asked.ts';
import type { Mention } from './mentions.ts';
import { things } from './speech-words.ts';

/**
 * Whether a word for saying is a thing that was said: “the engineers' report”, “Ann's tweet”. It is a part
 * of what is named, or somebody's own.
 */
export function isThing(at: number, { words, mentions }: Asked): boolean {
  const [word, owner] = [words[at], words[at - 1]];
  if (word === undefined || !things.has(word.form)) return false;
  const named = mentions.some((each) => stands(word, each, words));
  if (named) return !isVerbOf(words.slice(0, at), mentions, words) || !mayFollow(words[at + 1]);
  return owner !== undefined && isOwner(owner, at - 1, mentions);
}

/** “did the council report”: nothing but who does it stands between. */
function isVerbOf(
  before: readonly Word[],
  mentions: readonly Mention[],
  words: readonly Word[],
): boolean {
  const from = before.findLastIndex(({ form }) => /^(?:did|does|do)$/.test(form));
  const between = before.slice(from + 1);
  return (
    from >= 0 &&
    between.length > 0 &&
    between.every((word) => word.weight < 1 || mentions.some((each) => stands(word, each, words)))
  );
}

/** “report about it”, but not “the report cost”. */
function mayFollow(next: Word | undefined): boolean {
  return next === undefined || next.weight < 1;
}

/** “Ann’s”, with an apostrophe or without. */
function isOwner({ form }: Word, at: number, mentions: readonly Mention[]): boolean {
  if (!form.endsWith('s')) return false;
  const own = mentions.find(({ last }) => last === at);
  const names = own?.entities.flatMap(({ name, aliases, nicknames }) => [
    name,
    ...aliases,
    ...nicknames,
  ]);
  const forms = names?.flatMap((name) => wordsIn(name).map((word) => word.form)) ?? [];
  return !forms.includes(form) && forms.includes(form.replace(/['’]?s$/, ''));
}
