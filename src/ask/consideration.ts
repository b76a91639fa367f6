import { attribute } from '../record/attribution.ts';
import { contains, type Span } from '../record/span.ts';
import type { Passage, Sentence, Statement } from '../record/story.ts';
import { type Evident, passageOf } from './answer-passage.ts';
import type { Asked } from './asked.ts';
import { certain } from './certainty.ts';
import { answersAt, answersAtOfTheirs } from './evidence-weights.ts';
import type { Foreseen, Foresight } from './foreseen-questions.ts';
import { knownAnswers } from './known-answers.ts';
import { asksName } from './name-answers.ts';
import type { Question } from './question.ts';
import { type Weighed, weighSentences } from './sentence-evidence.ts';
import { settingIn } from './setting.ts';
import { speechIn, topicOf } from './speech.ts';
import type { StoryAnswer } from './story-answer.ts';
import type { StoryReading } from './story-reading.ts';

/** What the facts answer, if they do, and every sentence, weighed; those that may answer again. */
export interface Consideration {
  readonly facts: readonly StoryAnswer[] | undefined;
  readonly weighed: readonly Considered[];
  readonly eligible: readonly Considered[];
  readonly sought: Sought;
  /** The chance that the best of them needs to answer. */
  readonly threshold: number;
}

/** A sentence weighed by its own words, and by the question most like the one asked that it answers. */
export interface Considered extends Weighed {
  readonly foreseen: Foreseen | undefined;
}

/** Where in a sentence an answer may stand. */
export type Sought = Pick<Evident, 'framed' | 'theirs'>;

/** Considers every sentence of a story as an answer, and what its curator knows. */
export function considered(
  asked: Asked,
  reading: StoryReading,
  foresight: Foresight,
): Consideration {
  const speech = speechIn(asked, reading);
  const sought = { framed: isInTheFrame(asked.question), theirs: speech?.theirs };
  const topic = topicOf(asked, speech);
  const foreseen = foresight.near(topic);
  const ofSaying = sought.framed && speech !== undefined && topic.ofSaying;
  const asksSpeaker = speech !== undefined && speech.theirs === undefined;
  const weighed = weighSentences(topic, reading).map((each) => {
    if (asksSpeaker && isSaid(each, reading)) return { ...each, ...spokenAnswer };
    const own = { ...each, foreseen: foreseen.get(each.sentence) };
    if (!ofSaying) return own;
    const span = settingIn(each, speech.theirs ?? [], asked.question);
    return { ...own, span, evidence: { ...each.evidence, lacking: span === undefined ? 1 : 0 } };
  });
  const facts =
    foreseenAnswers(asked, sought, reading, foresight) ??
    unlessForeseen(knownAnswers(asked, reading), foreseen);
  const named = asksName(asked.words);
  // Of a speaker a little is enough, but not what they say of somebody else than was asked about.
  const eligible = weighed.filter(
    (each) =>
      speaksIn(each.sentence, sought) &&
      (speech?.theirs === undefined || each.speaksOfThem) &&
      (!named || each.near >= leastName || isNamed(each)) &&
      !(sought.framed && (ofSaying ? isUndated(each) : isOfSaying(each, reading))),
  );
  const threshold = speech?.theirs === undefined ? answersAt : answersAtOfTheirs;
  return { facts, weighed, eligible, sought, threshold };
}

/** Facts that answer nothing decide nothing where the curator foresaw much the same question. */
function unlessForeseen(
  facts: readonly StoryAnswer[] | undefined,
  foreseen: ReadonlyMap<Sentence, Foreseen | undefined>,
): readonly StoryAnswer[] | undefined {
  const isKnown = [...foreseen.values()].some(isTheSame);
  return facts?.length === 0 && isKnown ? undefined : facts;
}

/** Whether the curator foresaw the question in nearly all its words, and about the same. */
function isTheSame(foreseen: Foreseen | undefined): boolean {
  return (
    foreseen !== undefined && foreseen.worth >= theSame && foreseen.resemblance.sameNames === 1
  );
}

const theSame = 1;

/** A question for a name is answered by one beside what it names, not by a word like “the banker”. */
const leastName = 0.5;

/** Whether a name is what the curator says answers much the same question. */
function isNamed({ sentence, foreseen }: Considered): boolean {
  const { start, end } = foreseen?.answer ?? { start: 0, end: 0 };
  return isTheSame(foreseen) && /^(?:the )?\p{Lu}/u.test(sentence.text.slice(start, end));
}

/** When or where something was said stands beside it; “what state” a thing is in does not. */
function isInTheFrame({ kind, noun }: Question): boolean {
  return kind === 'date' || (kind === 'place' && noun === undefined);
}

/**
 * Whether the time or place that a sentence gives is that of somebody's saying what is asked about:
 * “on Friday Ann said that it will close” does not tell when it will close.
 */
function isOfSaying({ sentence, likeliest, places, foreseen }: Considered, reading: StoryReading) {
  if (isForeseen(foreseen) || likeliest === undefined) return false;
  const said = reading.statementsIn(sentence).filter((each) => each.sentence === sentence);
  return said.some(({ content }) => {
    const holds = (span: Span) =>
      content.some((part) => part.sentence === sentence && contains(part.span, span));
    return !holds(likeliest) && places.length > 0 && places.every(holds);
  });
}

/** Whether a sentence does not tell when or where something in it was said. */
function isUndated({ span, foreseen }: Considered): boolean {
  return !isForeseen(foreseen) && span === undefined;
}

/** Who says something is told beside the passage, and is nobody named in it. */
const spokenAnswer = { foreseen: undefined, span: undefined, likeliest: undefined };

/** Whether all that is asked about stands in what somebody says: then who says it is plain. */
function isSaid({ sentence, places, evidence }: Weighed, reading: StoryReading): boolean {
  const said = reading.statementsIn(sentence).flatMap(({ content }) => content);
  const isWhole = evidence.cover >= nearlyAll && evidence.named >= nearlyAll;
  return (
    isWhole &&
    places.every((place) =>
      said.some((part) => part.sentence === sentence && contains(part.span, place)),
    )
  );
}

const nearlyAll = 0.9;

/** Whether the curator foresaw a question for such a time or place in much the same words. */
function isForeseen(foreseen: Foreseen | undefined): boolean {
  return (foreseen?.resemblance.sharedOfKind ?? 0) >= leastForeseen;
}

const leastForeseen = 0.6;

/** What the curator says answers a question in these words. */
function foreseenAnswers(
  asked: Asked,
  sought: Sought,
  reading: StoryReading,
  foresight: Foresight,
): readonly StoryAnswer[] | undefined {
  const answers = foresight.exactly(asked).map(({ sentence, span }) => {
    const evident = { ...sought, span, places: [] };
    const anybodys = passageOf(sentence, { ...evident, theirs: undefined }, reading);
    const isApt = !speaksIn(sentence, sought) || tellsWhatTheyThink(anybodys, sought, reading);
    const passage = isApt ? anybodys : passageOf(sentence, evident, reading);
    return { passage, span: shownIn(passage, span), score: certain };
  });
  return answers.length > 0 ? answers : undefined;
}

/** Whether whoever tells what somebody thinks tells it in the passage: that they do is a part of it. */
function tellsWhatTheyThink(
  passage: Passage,
  { theirs = [] }: Sought,
  { story }: StoryReading,
): boolean {
  const { toldOf } = attribute(story, passage);
  return toldOf.some((told) => told.attitude && theirs.includes(told));
}

/** The plain answer, if the passage shows it. */
export function shownIn(passage: Passage, span: Span | undefined): Span | undefined {
  return span !== undefined && contains(passage.span, span) ? span : undefined;
}

/** What somebody said is only looked for in what they said. */
function speaksIn(sentence: Sentence, { theirs, framed }: Sought): boolean {
  const holds = ({ content, sentence: own }: Statement) =>
    (framed && own === sentence) || content.some((part) => part.sentence === sentence);
  return theirs?.some(holds) ?? true;
}
