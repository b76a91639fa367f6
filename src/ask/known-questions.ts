import { lengthOf, textOf } from '../record/span.ts';
import type { Entity, ForeseenQuestion, Story } from '../record/story.ts';
import { contentIn, type Word, wordsIn } from '../search/words.ts';
import type { Asked } from './asked.ts';
import type { Term } from './document.ts';
import { printedName } from './printed-name.ts';
import type { Held, Vocabulary, Way } from './resemblance.ts';
import { rarityOf } from './sought-words.ts';
import type { Topic } from './speech.ts';
import { tellingWords } from './telling-words.ts';

/** A question that a curator foresaw, as it was read. */
export interface KnownQuestion {
  readonly question: ForeseenQuestion;
  readonly ways: readonly KnownWay[];
  /** What all its ways hold, and the words of its sentence. */
  readonly held: Held;
  /** The words of weight of its plain answer. */
  readonly answer: readonly Word[];
  /** Whose name its plain answer is, if it is a person’s. */
  readonly person: string | undefined;
}

interface KnownWay extends Way {
  /** All its words, by which to know the same question. */
  readonly words: string;
}

/** Reads the questions that were foreseen of a story, and how much each word and name of them tells. */
export function readKnown(
  { foreseen, entities }: Pick<Story, 'foreseen' | 'entities'>,
  read: (question: string) => Topic,
): { readonly known: readonly KnownQuestion[]; readonly vocabulary: Vocabulary } {
  const terms = new Terms();
  const people = entities.filter(({ type }) => type === 'person');
  const known = foreseen.map((question) => knownOf(question, people, read, terms));
  return { known, vocabulary: vocabularyOf(known, terms.all) };
}

function knownOf(
  question: ForeseenQuestion,
  people: readonly Entity[],
  read: (question: string) => Topic,
  terms: Terms,
): KnownQuestion {
  const ways = question.asks.map((ask) => wayOf(ask, read(ask), terms));
  const told = wordsIn(question.sentence.text).map((word) => terms.numberOf(word));
  const held = heldByAll(ways);
  return {
    question,
    ways,
    held: { ...held, terms: new Set([...held.terms, ...told]) },
    answer: answerOf(question),
    person: people.find((person) => isNamed(person, question))?.id,
  };
}

function wayOf(ask: string, asked: Topic, terms: Terms): KnownWay {
  return {
    ask,
    words: wordsAskedIn(asked),
    terms: new Set(tellingWords(asked).map((word) => terms.numberOf(word))),
    names: namesIn(asked),
    kind: asked.question.kind,
    measure: asked.question.measure,
    ofSaying: asked.ofSaying,
    ofThinking: asked.ofThinking,
    unheard: asked.unheard,
  };
}

/** What several hold together. */
export function heldByAll(all: readonly Held[]): Held {
  return {
    terms: new Set(all.flatMap(({ terms }) => [...terms])),
    names: new Set(all.flatMap(({ names }) => [...names])),
  };
}

function answerOf({ sentence: { text }, span }: ForeseenQuestion): readonly Word[] {
  return span === undefined ? [] : contentIn(textOf(text, span));
}

/** Whether a plain answer is somebody’s name, and hardly more. */
function isNamed(entity: Entity, { sentence, span }: ForeseenQuestion): boolean {
  const name = span && printedName(entity, { sentence, span });
  return span !== undefined && name !== undefined && lengthOf(name) > lengthOf(span) / 2;
}

/** The words of a question that make a difference, by which to know the same again. */
export function wordsAskedIn({ words }: Asked): string {
  return words
    .map(({ form }) => form)
    .filter((form) => !makesNoDifference.has(form))
    .join(' ');
}

const makesNoDifference = new Set(
  'the a an even actually really exactly anyway though please pls lol btw so hey'.split(' '),
);

/** Whom a question names, by their ids. */
export function namesIn({ mentions }: Asked): ReadonlySet<string> {
  return new Set(mentions.flatMap(({ entities }) => entities.map(({ id }) => id)));
}

function vocabularyOf(known: readonly KnownQuestion[], terms: readonly Term[]): Vocabulary {
  const ofTerms = countsOf(known.map(({ ways }) => new Set(ways.flatMap((way) => [...way.terms]))));
  const ofNames = countsOf(known.map(({ held }) => held.names));
  return {
    terms,
    rarities: terms.map((_, term) => rarityOf(ofTerms.get(term) ?? 0, known.length)),
    nameRarity: (name) => Math.max(leastOfName, rarityOf(ofNames.get(name) ?? 0, known.length)),
  };
}

/** Even a name that many questions hold tells one from those that name somebody else. */
const leastOfName = 0.4;

/** How many sets hold each item. */
function countsOf<Item>(sets: readonly ReadonlySet<Item>[]): ReadonlyMap<Item, number> {
  const counts = new Map<Item, number>();
  for (const item of sets.flatMap((set) => [...set])) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

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
