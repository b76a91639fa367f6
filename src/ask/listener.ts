import { wholeWords } from '../record/span.ts';
import type { Statement } from '../record/story.ts';
import type { Word } from '../search/words.ts';
import type { Asked } from './asked.ts';
import { type Mention, means } from './mentions.ts';

/** Whom a question asks to have been told something: `Ann` of “who told Ann”. */
export function listenerOf({ words, mentions }: Asked): Mention | undefined {
  const told = words[0]?.form === 'who' && /^(?:tells|told)$/.test(words[1]?.form ?? '');
  return told ? mentions.find(({ first }) => first === 2) : undefined;
}

/** To whom the speaker named speaks: `Ann` of “what did Bob tell Ann”. */
export function listenerAfter(
  verb: readonly Word[],
  { words, mentions }: Asked,
): Mention | undefined {
  const last = verb.at(-1);
  if (last === undefined || !/^(?:tell|tells|told|ask|asks|asked|warn|warned)$/.test(last.form)) {
    return undefined;
  }
  const at = words.findIndex(({ start }) => start === last.start);
  return mentions.find(({ first }) => first === at + 1);
}

/** Whether something may have been said to somebody: unless they say it, or it is on record to whom it was. */
export function mayBeTo(statement: Statement, listener: Mention): boolean {
  const { entities } = statement.source;
  const isListener = entities.length > 0 && entities.every(({ id }) => means(listener, id));
  if (isListener) return false;
  return (
    statement.to === undefined || isTo(statement, listener) || isNamedIn(statement.venue, listener)
  );
}

/** Whether it is on record that something was said to somebody. */
export function isTo({ to }: Statement, listener: Mention): boolean {
  if (to === undefined) return false;
  return isNamedIn(to.words, listener) || to.entities.some(({ id }) => means(listener, id));
}

function isNamedIn(text = '', { entities }: Mention): boolean {
  return entities.some(({ name, aliases }) =>
    [name, ...aliases].some((each) => wholeWords(text, each).length > 0),
  );
}
