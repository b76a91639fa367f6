import { attribute } from '../record/attribution.ts';
import { contains, overlap, type Span } from '../record/span.ts';
import type { Passage, Sentence, Statement, Story } from '../record/story.ts';
import { type Evident, passageOf } from './answer-passage.ts';
import { type Asked, readAsked } from './asked.ts';
import { certain } from './certainty.ts';
import { answersAt, answersAtOfTheirs, chanceOf } from './evidence-weights.ts';
import { type Foreseen, type Foresight, foresightOf } from './foreseen-questions.ts';
import { knownAnswers } from './known-answers.ts';
import { mentionFinder } from './mentions.ts';
import { asksName } from './name-answers.ts';
import type { Question } from './question.ts';
import { type Weighed, weighSentences } from './sentence-evidence.ts';
import { speechIn, topicOf } from './speech.ts';
import type { StoryAnswer } from './story-answer.ts';
import { readStory, type StoryReading } from './story-reading.ts';

/** Answers, or none and the sentence that comes nearest. */
export interface StoryAnswers {
  readonly answers: readonly StoryAnswer[];
  readonly nearest: StoryAnswer | undefined;
  /** Questions like it that the story answers, likest first. */
  readonly alike: readonly string[];
}

/** A story read for questions. */
export interface AskableStory {
  answer(question: string): StoryAnswers;
  /** The sentences that are weighed for want of facts; undefined if the facts answer or decline. */
  weighed(question: string): WeighedSentences | undefined;
}

/** A sentence weighed by its own words, and by the question most like the one asked that it answers. */
export interface Considered extends Weighed {
  readonly foreseen: Foreseen | undefined;
}

/** Sentences that may answer, and the chance that one needs. */
export interface WeighedSentences {
  readonly sentences: readonly Considered[];
  readonly threshold: number;
  /** What would be shown of a sentence; undefined for nothing that the one asked about says. */
  passage(weighed: Considered): Passage | undefined;
}

/**
 * Reads a story once, so that questions can be put to it.
 *
 * The fact base comes first: what somebody is, how things are connected, who said what. Only what it
 * cannot answer is sought by words, and declined unless the evidence for a sentence is strong.
 */
export function askable(story: Story): AskableStory {
  const reading = readStory(story);
  const mentionsIn = mentionFinder(story);
  const foresight = foresightOf(story.foreseen, (ask) => {
    const asked = readAsked(ask, mentionsIn);
    return topicOf(asked, speechIn(asked, reading));
  });
  const consider = (question: string) =>
    considered(readAsked(question, mentionsIn), reading, foresight);
  return {
    answer(question) {
      const { facts, weighed, eligible, sought, threshold } = consider(question);
      const alike = asksAlike(weighed);
      const [nearest] = likeliest(weighed, { ...sought, theirs: undefined }, reading);
      const shown = nearest !== undefined && nearest.score >= leastNear ? nearest : undefined;
      if (facts !== undefined)
        return { answers: oncePerSentence(facts).slice(0, mostAnswers), nearest: shown, alike };
      const likely = likeliest(eligible, sought, reading);
      const suffices = (likely[0]?.score ?? 0) >= threshold;
      return { answers: suffices ? likely : [], nearest: shown, alike };
    },
    weighed(question) {
      const { facts, eligible, sought, threshold } = consider(question);
      if (facts !== undefined) return undefined;
      const passage = (each: Considered) => shownOf(each, sought, reading);
      return { sentences: eligible, threshold, passage };
    },
  };
}

function asksAlike(weighed: readonly Considered[]): readonly string[] {
  const foreseen = weighed.flatMap((each) => each.foreseen ?? []);
  const alike = foreseen
    .filter(({ worth }) => worth >= leastLike)
    .sort((a, b) => b.worth - a.worth)
    .map(({ ask }) => ask);
  return [...new Set(alike)].slice(0, mostAlike);
}

const mostAlike = 3;
const leastLike = 0.4;

/** One sentence may hold several statements that fit; only the best is the answer. */
function oncePerSentence(answers: readonly StoryAnswer[]): readonly StoryAnswer[] {
  return answers.filter(
    ({ passage }, at) =>
      answers.findIndex((other) => other.passage.sentence === passage.sentence) === at,
  );
}

const mostAnswers = 2;
const leastNear = 0.2;
/** A question for a name is answered by one beside what it names, not by a word like “the banker”. */
const leastName = 0.5;

/** What the facts answer, if they do, and every sentence, weighed; those that may answer again. */
interface Consideration {
  readonly facts: readonly StoryAnswer[] | undefined;
  readonly weighed: readonly Considered[];
  readonly eligible: readonly Considered[];
  readonly sought: Sought;
  /** The chance that the best of them needs to answer. */
  readonly threshold: number;
}

/** Where in a sentence an answer may stand. */
type Sought = Pick<Evident, 'framed' | 'theirs'>;

/** When or where something was said stands beside it; “what state” a thing is in does not. */
function isInTheFrame({ kind, noun }: Question): boolean {
  return kind === 'date' || (kind === 'place' && noun === undefined);
}

function considered(asked: Asked, reading: StoryReading, foresight: Foresight): Consideration {
  const speech = speechIn(asked, reading);
  const sought = { framed: isInTheFrame(asked.question), theirs: speech?.theirs };
  const topic = topicOf(asked, speech);
  const foreseen = foresight.near(topic);
  const weighed = weighSentences(topic, reading).map((each) => ({
    ...each,
    foreseen: foreseen.get(each.sentence),
  }));
  const facts = foreseenAnswers(asked, sought, reading, foresight) ?? knownAnswers(asked, reading);
  const named = asksName(asked.words);
  const eligible = weighed.filter(
    ({ sentence, near }) => speaksIn(sentence, sought) && (!named || near >= leastName),
  );
  const threshold = speech?.theirs === undefined ? answersAt : answersAtOfTheirs;
  return { facts, weighed, eligible, sought, threshold };
}

/** What the curator says answers a question in these words. */
function foreseenAnswers(
  asked: Asked,
  sought: Sought,
  reading: StoryReading,
  foresight: Foresight,
): readonly StoryAnswer[] | undefined {
  const answers = foresight.exactly(asked).map(({ sentence, span }) => {
    const theirs = speaksIn(sentence, sought) ? sought.theirs : undefined;
    const passage = passageOf(sentence, { ...sought, theirs, span, places: [] }, reading);
    return { passage, span: shownIn(passage, span), score: certain };
  });
  return answers.length > 0 ? answers : undefined;
}

/** The plain answer, if the passage shows it. */
function shownIn(passage: Passage, span: Span | undefined): Span | undefined {
  return span !== undefined && contains(passage.span, span) ? span : undefined;
}

/** What somebody said is only looked for in what they said. */
function speaksIn(sentence: Sentence, { theirs, framed }: Sought): boolean {
  const holds = ({ content, sentence: own }: Statement) =>
    (framed && own === sentence) || content.some((part) => part.sentence === sentence);
  return theirs?.some(holds) ?? true;
}

/**
 * Whether a passage will be credited to whom the question names as speaking, or to whoever tells what
 * they think: anything else would put words into their mouth.
 */
function isTheirs(passage: Passage, theirs: Sought['theirs'], { story }: StoryReading): boolean {
  if (theirs === undefined) return true;
  const { statement, toldOf } = attribute(story, passage);
  const credited = statement === undefined ? attitudesIn(passage, theirs) : [statement, ...toldOf];
  return credited.some((each) => theirs.includes(each));
}

/** What somebody thinks is told by the article itself, if nobody else in it tells it. */
function attitudesIn({ sentence, span }: Passage, theirs: readonly Statement[]) {
  return theirs.filter(
    ({ attitude, content }) =>
      attitude &&
      content.some((part) => part.sentence === sentence && overlap(part.span, span) > 0),
  );
}

/** The likeliest sentence, and a second that is nearly as likely. */
function likeliest(
  weighed: readonly Considered[],
  sought: Sought,
  reading: StoryReading,
): readonly StoryAnswer[] {
  const chances = weighed.map((each) => ({
    ...each,
    score: chanceOf(each.evidence, each.foreseen?.resemblance),
  }));
  const [first, second] = chances.sort((a, b) => b.score - a.score);
  const isNear = first !== undefined && (second?.score ?? 0) >= leastShareOfBest * first.score;
  return [first, isNear ? second : undefined].flatMap((each) => {
    if (each === undefined) return [];
    const { score } = each;
    const span = each.foreseen?.answer ?? each.span;
    const passage = shownOf(each, sought, reading);
    if (passage === undefined) return [];
    return [{ passage, span: shownIn(passage, span), score }];
  });
}

function shownOf(weighed: Considered, sought: Sought, reading: StoryReading): Passage | undefined {
  const { sentence, likeliest: phrase, places } = weighed;
  const foreseen = weighed.foreseen?.answer;
  const evident =
    foreseen === undefined
      ? { span: weighed.span ?? (sought.framed ? undefined : phrase), places }
      : { span: foreseen, places: [] };
  const passage = passageOf(sentence, { ...evident, ...sought }, reading);
  return sought.framed || isTheirs(passage, sought.theirs, reading) ? passage : undefined;
}

/** A second sentence is shown if its chance is at least this share of the first's. */
export const leastShareOfBest = 0.8;
