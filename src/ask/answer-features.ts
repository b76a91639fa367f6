import { answerPhrases, type Phrase, seeksPhrase } from './answer-phrase.ts';
import type { Document, ReadSentence } from './document.ts';
import type { Question } from './question.ts';
import { type Likeness, type SoughtWord, soughtWords, termsMeant } from './sought-words.ts';

/** What speaks for and against a sentence as an answer, each from 0 to 1. */
export interface Features {
  /** The share of the question's words it holds, of those the document has; rare ones count more. */
  readonly cover: number;
  /** The square of that share of all its words, which is high only if hardly any is missing. */
  readonly whole: number;
  /** The share a pronoun in it may stand for: words of the sentence before, or of the title. */
  readonly carried: number;
  /** How near a word in it is to the noun that names the answer. */
  readonly noun: number;
  /** 1 for all sentences if the question seeks a kind of phrase. */
  readonly typed: number;
  /** How well its best phrase is of that kind. */
  readonly fit: number;
  /** The same, times how close that phrase is to the question's words. */
  readonly near: number;
  /** How much it reads like a definition, if one is sought. */
  readonly defines: number;
  /** 1 if a definition is sought and it opens the document. */
  readonly opening: number;
  /** 1 for the sentence that opens the document, then 1/2, 1/3 …, if no definition is sought. */
  readonly early: number;
}

/** A phrase of the kind sought. */
export interface WeighedPhrase extends Phrase {
  /** Its fit times how close it is to the question's words, from 0 to 1. */
  readonly worth: number;
}

/** A sentence, judged as an answer. */
export interface Judged {
  readonly features: Features;
  readonly phrases: readonly WeighedPhrase[];
}

/** Judges every sentence of a document, in its order. */
export function judge(question: Question, document: Document): readonly Judged[] {
  const words = soughtWords(question, document);
  const sought: Sought = {
    question,
    words,
    noun: question.noun === undefined ? new Map() : termsMeant(question.noun, document),
    entities: new Set(words.flatMap(({ entity }) => entity ?? [])),
    total: sum(words.map(({ weight }) => weight)) || 1,
    found: sum(words.map(({ weight, found }) => (found ? weight : 0))) || 1,
  };
  const landings = document.sentences.map((sentence) => landingsIn(sentence, words));
  const opening = document.sentences.findIndex((sentence) => !isCaption(sentence));
  return document.sentences.map((sentence, index) =>
    judgeSentence(sought, sentence, {
      here: landings[index] ?? [],
      before: landings[index - 1] ?? [],
      place: Math.max(0, index - Math.max(0, opening)),
      opens: index === opening,
    }),
  );
}

/** A question as the document at hand has it. */
interface Sought {
  readonly question: Question;
  readonly words: readonly SoughtWord[];
  readonly noun: Likeness;
  readonly entities: ReadonlySet<number>;
  /** The weight of all its words, and of those the document has. */
  readonly total: number;
  readonly found: number;
}

interface Setting {
  /** What the sentence and the one before it hold of the question. */
  readonly here: readonly Landing[];
  readonly before: readonly Landing[];
  /** Counted from the sentence that opens the document, captions left out. */
  readonly place: number;
  readonly opens: boolean;
}

function judgeSentence(sought: Sought, sentence: ReadSentence, setting: Setting): Judged {
  const { question, words, noun, entities, total, found } = sought;
  const { here, before, place, opens } = setting;
  const places = new Set(here.map((landing) => landing.place));
  const phrases = answerPhrases(question, sentence, { places, entities, noun }).map((phrase) => {
    return { ...phrase, worth: (phrase.fit * closeness(phrase, here)) / total };
  });
  const held = sum(here.map(({ gain }) => gain));
  const defining = question.kind === 'definition' ? 1 : 0;
  const features = {
    cover: held / found,
    whole: (held / total) ** 2,
    carried: (carriedBy(sentence) * carriedGain(words, here, before)) / found,
    noun: question.kind === 'number' ? 0 : highest(sentence.terms, (term) => noun.get(term)),
    typed: seeksPhrase(question) ? 1 : 0,
    fit: highest(phrases, ({ fit }) => fit),
    near: highest(phrases, ({ worth }) => worth),
    defines: defining * definitionIn(sentence, here, words.length),
    opening: defining * (opens ? 1 : 0),
    early: (1 - defining) / (1 + place),
  };
  return { features, phrases };
}

/** Where a sentence holds a word of the question, and how much that is worth. */
interface Landing {
  readonly word: number;
  readonly place: number;
  readonly gain: number;
}

/** For each sought word, the place of the sentence that is most like it. */
function landingsIn(sentence: ReadSentence, sought: readonly SoughtWord[]): readonly Landing[] {
  return sought.flatMap(({ terms, entity, weight }, word) => {
    let [place, likeness] = [-1, 0];
    sentence.terms.forEach((term, at) => {
      const here = terms.get(term) ?? 0;
      if (here > likeness) [place, likeness] = [at, here];
    });
    const named =
      likeness < 1 && entity !== undefined
        ? sentence.names.find((name) => name.entity === entity)
        : undefined;
    if (named !== undefined) return [{ word, place: named.first, gain: weight }];
    return place < 0 ? [] : [{ word, place, gain: weight * likeness }];
  });
}

/** The gains of the question's words, each less the farther it is from a phrase. */
function closeness({ first, last }: Phrase, landings: readonly Landing[]): number {
  return sum(
    landings.map(
      ({ place, gain }) => gain / (1 + Math.max(first - place, place - last, 0) / closeBy),
    ),
  );
}

/** At how many words' distance a word counts for half. */
const closeBy = 8;

/** What the sentence does not say itself, but the one before it does, or the title. */
function carriedGain(
  sought: readonly SoughtWord[],
  here: readonly Landing[],
  before: readonly Landing[],
): number {
  return sum(
    sought.map(({ weight, inTitle }, word) => {
      if (here.some((landing) => landing.word === word)) return 0;
      if (inTitle) return weight;
      return before.find((landing) => landing.word === word)?.gain ?? 0;
    }),
  );
}

const pronouns = new Set(
  'he she it they his her its their this these that those such both'.split(' '),
);

/** How likely a sentence speaks of something already mentioned: “It …”, “The company …”. */
function carriedBy({ words }: ReadSentence): number {
  if (words.slice(0, 6).some(({ form }) => pronouns.has(form))) return 1;
  return words[0]?.form === 'the' ? 0.6 : 0;
}

const copula =
  /\b(?:is|are|was|were)\b(?: \w+){0,2} (?:an?|the|one|any|some|used|type)\b|\b(?:refers?|means|describes?|denotes?|consists?|defined)\b/;
const apposition = /^[^.]{0,20},? (?:an?|the|which|who) /;

/** How much a sentence says what the words it holds are: “An X is a …”, “X, a …”, “a … called X”. */
export function definitionIn(
  { text, words }: ReadSentence,
  landings: readonly Pick<Landing, 'place'>[],
  sought: number,
): number {
  if (landings.length < sought / 2) return 0;
  const places = landings.map(({ place }) => place);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const after = text.slice(words[first]?.end).slice(0, 260);
  const before = text.slice(0, words[first]?.start).trimEnd();
  const near = first <= 4 ? 1 : 0.5;
  if (last - first < 12 && copula.test(after)) return near;
  if (/\b(?:called|named|known as|dubbed)\W*$/.test(before)) return 0.8;
  if (apposition.test(after)) return Math.max(0.4 * near, first > 0 ? 0.4 : 0);
  return 0;
}

/** A caption or a heading: without a full stop, or of a few words. */
function isCaption({ text, words }: ReadSentence): boolean {
  return words.length < 5 || !/[.!?:]["”’')\]]*\s*$/.test(text);
}

function highest<Item>(
  items: readonly Item[],
  worthOf: (item: Item) => number | undefined,
): number {
  let most = 0;
  for (const item of items) most = Math.max(most, worthOf(item) ?? 0);
  return most;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
