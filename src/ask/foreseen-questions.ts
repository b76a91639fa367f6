import { type Span, textOf } from '../record/span.ts';
import type { ForeseenQuestion, Sentence } from '../record/story.ts';
import { type Word, wordsIn } from '../search/words.ts';
import type { Asked } from './asked.ts';
import type { Term } from './document.ts';
import {
  comparison,
  isSaidInQuestion,
  type Resemblance,
  type Sought,
  soughtIn,
  type Vocabulary,
  type Way,
} from './resemblance.ts';
import { rarityOf } from './sought-words.ts';
import type { Topic } from './speech.ts';
import { tellingWords } from './telling-words.ts';

/** What the curator foresaw of a sentence, beside a question that was asked. */
export interface Foreseen {
  /** Of the foreseen question that is most like it. */
  readonly resemblance: Resemblance;
  /** The plain answer, where a question much like it asks for the same kind of phrase. */
  readonly answer: Span | undefined;
  /** The same where the question is less like it: what differs from that is no plain answer. */
  readonly guess: Span | undefined;
  /** How the curator asks what is most like it. */
  readonly ask: string;
  /** To rank what was foreseen of several sentences by. */
  readonly worth: number;
}

export interface Foresight {
  /** The questions that were foreseen in these words. */
  exactly(asked: Asked): readonly ForeseenQuestion[];
  /** What was foreseen of each sentence, beside a question about a topic. */
  near(topic: Topic): ReadonlyMap<Sentence, Foreseen | undefined>;
}

/**
 * Reads the foreseen questions of a story once. Questions written beforehand beside the text that answers
 * them are document expansion (Nogueira et al., 2019); here people write them.
 *
 * @param read how the story reads a question, and what it takes for its topic
 */
export function foresightOf(
  foreseen: readonly ForeseenQuestion[],
  read: (question: string) => Topic,
): Foresight {
  const terms = new Terms();
  const known = foreseen.map((question) => knownOf(question, read, terms));
  const byWords = listsBy(
    known.flatMap(({ question, ways }) => ways.map(({ words }) => ({ question, words }))),
    ({ words }) => words,
  );
  const rarities = terms.all.map((_, term) =>
    rarityOf(known.filter(({ asked }) => asked.has(term)).length, known.length),
  );
  const bySentence = listsBy(known, ({ question }) => question.sentence);
  const vocabulary = { terms: terms.all, rarities, nameRarity: raritiesOfNames(known) };
  return {
    exactly: (asked) => (byWords.get(wordsAskedIn(asked)) ?? []).map(({ question }) => question),
    near(topic) {
      if (topic.content.length + topic.mentions.length === 0) return new Map();
      const sought = soughtIn(topic, namesIn(topic), vocabulary);
      return new Map([...bySentence].map(([sentence, own]) => [sentence, foreseenIn(own, sought)]));
    },
  };
}

function wordsAskedIn({ words }: Asked): string {
  return words.map(({ form }) => form).join(' ');
}

function listsBy<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const lists = new Map<Key, Item[]>();
  for (const item of items) {
    const own = lists.get(keyOf(item)) ?? [];
    own.push(item);
    lists.set(keyOf(item), own);
  }
  return lists;
}

/** What is foreseen of one sentence. */
function foreseenIn(own: readonly Known[], sought: Sought): Foreseen | undefined {
  const compared = own
    .filter(({ answer }) => !isSaidInQuestion(answer, sought))
    .map(({ question, ways, held }) => ({ question, ...comparison(sought, ways, held) }))
    .sort((a, b) => b.worth - a.worth);
  const [likest] = compared;
  if (likest === undefined) return undefined;
  const { shared, held, sameNames, ask, worth } = likest;
  const [ofKind] = compared
    .flatMap(({ question, sharedOfKind }) =>
      sharedOfKind === undefined ? [] : [{ shared: sharedOfKind, span: question.span }],
    )
    .sort((a, b) => b.shared - a.shared);
  // With nothing but a name in common it is like every question that names no more.
  const isTelling = sought.words.length > 0;
  const guess = isTelling && (ofKind?.shared ?? 0) >= leastOfKind ? ofKind?.span : undefined;
  return {
    resemblance: {
      shared,
      held,
      sameNames,
      sharedOfKind: ofKind?.shared ?? 0,
      noneOfKind: ofKind === undefined ? 1 : 0,
    },
    answer: shared >= leastLike ? guess : undefined,
    guess: shared >= leastAlike ? guess : undefined,
    ask,
    worth,
  };
}

/** Where less is shared, a bold answer may be one to another question about the same sentence. */
const leastLike = 0.7;
const leastAlike = 0.5;
/** The question it is an answer to may be asked of the same thing in other words. */
const leastOfKind = 0.15;

/** The different words of the questions and their sentences, numbered. */
class Terms {
  readonly all: Term[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf({ form, stem }: Term): number {
    const known = this.#numbers.get(form);
    if (known !== undefined) return known;
    this.#numbers.set(form, this.all.length);
    return this.all.push({ form, stem }) - 1;
  }
}

interface Known {
  readonly question: ForeseenQuestion;
  readonly ways: readonly KnownWay[];
  /** The terms of all its ways. */
  readonly asked: ReadonlySet<number>;
  /** These and those of its sentence. */
  readonly held: ReadonlySet<number>;
  /** The words of weight of its plain answer. */
  readonly answer: readonly Word[];
}

interface KnownWay extends Way {
  /** All its words, by which to know the same question. */
  readonly words: string;
}

function knownOf(
  question: ForeseenQuestion,
  read: (question: string) => Topic,
  terms: Terms,
): Known {
  const ways = question.asks.map((ask) => wayOf(ask, read(ask), terms));
  const asked = new Set(ways.flatMap((way) => way.terms));
  const told = wordsIn(question.sentence.text).map((word) => terms.numberOf(word));
  return { question, ways, asked, held: new Set([...asked, ...told]), answer: answerOf(question) };
}

function answerOf({ sentence: { text }, span }: ForeseenQuestion): readonly Word[] {
  return span === undefined ? [] : wordsIn(textOf(text, span)).filter(({ weight }) => weight === 1);
}

function wayOf(ask: string, asked: Topic, terms: Terms): KnownWay {
  return {
    ask,
    words: wordsAskedIn(asked),
    terms: [...new Set(tellingWords(asked).map((word) => terms.numberOf(word)))],
    names: namesIn(asked),
    kind: asked.question.kind,
    measure: asked.question.measure,
    ofSaying: asked.ofSaying,
    ofThinking: asked.ofThinking,
  };
}

function namesIn({ mentions }: Asked): ReadonlySet<string> {
  return new Set(mentions.flatMap(({ entities }) => entities.map(({ id }) => id)));
}

function raritiesOfNames(known: readonly Known[]): Vocabulary['nameRarity'] {
  const holders = new Map<string, number>();
  for (const { ways } of known) {
    for (const name of new Set(ways.flatMap(({ names }) => [...names]))) {
      holders.set(name, (holders.get(name) ?? 0) + 1);
    }
  }
  return (name) => rarityOf(holders.get(name) ?? 0, known.length);
}
