import type { Word } from '../search/words.ts';
import { type Asked, stands } from './asked.ts';
import type { Mention } from './mentions.ts';
import type { SpeechPhrase } from './speech-phrases.ts';
import { adverbs } from './speech-words.ts';

/** Who a question says speaks: by a name, by other words, or both. Without either it is anybody. */
export interface NamedSpeaker {
  readonly mention: Mention | undefined;
  /** The words of content for the speaker, those of the mention among them. */
  readonly named: readonly Word[];
  /** Whose lawyer or daughter the speaker is. */
  readonly owners: readonly Mention[];
}

/** Reads who a question says speaks; a pronoun is whoever was named last before it. */
export function namedSpeaker({ speaker, before }: SpeechPhrase, asked: Asked): NamedSpeaker {
  const { mention, owners, words } = headOf(speaker, asked);
  return {
    mention: mention ?? (speaker.length === 0 ? before : undefined),
    named: words.filter(
      ({ weight, form }) => weight === 1 && !adverbs.has(form) && !titles.has(form),
    ),
    owners,
  };
}

const titles = new Set('dr mr mrs ms miss sir'.split(' '));

interface Head {
  /** Whoever is named last, or before “of”. */
  readonly mention: Mention | undefined;
  readonly owners: readonly Mention[];
  /** The words for the speaker alone. */
  readonly words: readonly Word[];
}

/** Of “Bob’s lawyer”, “a lawyer for Bob” and “the owner’s daughter”: the lawyer, the daughter. */
function headOf(all: readonly Word[], { words, mentions }: Asked): Head {
  const within = (word: Word, each: Mention) => stands(word, each, words);
  const own = mentions.filter((each) => all.some((word) => within(word, each)));
  const [first] = own;
  if (first === undefined || own.length < 2) return { mention: first, owners: [], words: all };
  if (all.some(({ form }) => form === 'and' || form === 'or')) {
    const entities = own.flatMap((each) => each.entities);
    const others = all.filter((word) => !own.some((each) => within(word, each)));
    return { mention: { ...first, entities }, owners: [], words: others };
  }
  const joint = all.find(
    (word) => owning.has(word.form) && !own.some((each) => within(word, each)),
  );
  const speaking = own.filter((each) => !isPlace(each));
  const before = speaking.filter(
    ({ last }) => (words[last]?.start ?? 0) < (joint?.start ?? Infinity),
  );
  const mention = before.at(-1) ?? speaking.at(-1) ?? own.at(-1);
  const owners = own.filter((each) => each !== mention);
  return {
    mention,
    owners,
    words: all.filter((word) => !owners.some((each) => within(word, each))),
  };
}

/** “The firm’s boss in Norway”: a place tells which boss, and is not the one. */
function isPlace({ entities }: Mention): boolean {
  return entities.every(({ type }) => type === 'place');
}

const owning = new Set('of for to at from in'.split(' '));
