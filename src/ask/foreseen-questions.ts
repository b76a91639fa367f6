import type { Span } from '../record/span.ts';
import type { ForeseenQuestion, Sentence, Story } from '../record/story.ts';
import { contentIn } from '../search/words.ts';
import type { Asked } from './asked.ts';
import {
  heldByAll,
  type KnownQuestion,
  namesIn,
  readKnown,
  wordsAskedIn,
} from './known-questions.ts';
import {
  comparison,
  type Held,
  isSaidInQuestion,
  type Resemblance,
  type Sought,
  shareHeld,
  soughtIn,
} from './resemblance.ts';
import type { Topic } from './speech.ts';
import { sum } from './sum.ts';

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
  /** How many ways to ask were foreseen for each word of weight in the sentence. */
  readonly density: number;
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
  story: Pick<Story, 'foreseen' | 'entities'>,
  read: (question: string) => Topic,
): Foresight {
  const { known, vocabulary } = readKnown(story, read);
  const byWords = listsBy(
    known.flatMap(({ question, ways }) => ways.map(({ words }) => ({ question, words }))),
    ({ words }) => words,
  );
  const bySentence = [...listsBy(known, ({ question }) => question.sentence)].map(
    ([sentence, own]) => ({
      sentence,
      own,
      held: heldByAll(own.map(({ held }) => held)),
      density: sum(own, ({ ways }) => ways.length) / (contentIn(sentence.text).length || 1),
    }),
  );
  return {
    exactly: (asked) => (byWords.get(wordsAskedIn(asked)) ?? []).map(({ question }) => question),
    near(topic) {
      if (topic.content.length + topic.mentions.length === 0) return new Map();
      const sought = soughtIn(topic, namesIn(topic), vocabulary);
      return new Map(
        bySentence.map(({ sentence, own, held, density }) => {
          const foreseen = foreseenIn(own, held, sought);
          return [sentence, foreseen && { ...foreseen, density }];
        }),
      );
    },
  };
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
function foreseenIn(
  own: readonly KnownQuestion[],
  heldByAny: Held,
  sought: Sought,
): Omit<Foreseen, 'density'> | undefined {
  const compared = own
    .filter(({ answer }) => !isSaidInQuestion(answer, sought))
    .map(({ question, person, ways, held }) => ({
      question,
      person,
      ...comparison(sought, ways, held),
    }))
    .sort((a, b) => b.worth - a.worth);
  const [likest] = compared;
  if (likest === undefined) return undefined;
  const { shared, held, sameNames, ask, worth } = likest;
  const [ofKind] = compared
    .flatMap(({ question, person, sharedOfKind }) =>
      sharedOfKind === undefined || (person !== undefined && !mayBe(person, sought))
        ? []
        : [{ shared: sharedOfKind, span: question.span }],
    )
    .sort((a, b) => b.shared - a.shared);
  // With nothing but a name in common it is like every question that names no more.
  const isTelling = sought.words.length > 0;
  const guess = isTelling && (ofKind?.shared ?? 0) >= leastOfKind ? ofKind?.span : undefined;
  const isPlain = shared >= leastLike && (ofKind?.shared ?? 0) >= leastOfPlain;
  return {
    resemblance: {
      shared,
      held,
      sameNames,
      sharedOfKind: ofKind?.shared ?? 0,
      noneOfKind: ofKind === undefined ? 1 : 0,
      heldByAny: shareHeld(sought, heldByAny),
    },
    // Where others speak for whom it asks, their words answer, and nothing in them.
    answer: isPlain && sought.unheard === undefined ? guess : undefined,
    guess: shared >= leastAlike ? guess : undefined,
    ask,
    worth,
  };
}

/** “Which court” asks for no person, though “who” asks for either; who fired Ann was not Ann. */
function mayBe(person: string, { ofBody, names }: Sought): boolean {
  return !ofBody && !names.has(person);
}

/** Where less is shared, a bold answer may be one to another question about the same sentence. */
const leastLike = 0.7;
const leastAlike = 0.5;
/** The bold answer is one to a question like it, not to another about the same sentence. */
const leastOfPlain = 0.5;
/** The question it is an answer to may be asked of the same thing in other words. */
const leastOfKind = 0.3;
