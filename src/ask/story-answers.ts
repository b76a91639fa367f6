import { contains, type Span } from '../record/span.ts';
import type { Passage, Statement, Story } from '../record/story.ts';
import { passageOf } from './answer-passage.ts';
import { type Asked, readAsked } from './asked.ts';
import { answersAt, answersAtOfTheirs, chanceOf } from './evidence-weights.ts';
import { knownAnswers } from './known-answers.ts';
import { mentionFinder } from './mentions.ts';
import { asksName } from './name-answers.ts';
import { type Weighed, weighSentences } from './sentence-evidence.ts';
import { type Speech, speechIn, topicOf } from './speech.ts';
import { readStory, type StoryReading } from './story-reading.ts';
import { toldAnswers } from './told-answers.ts';

/** What a story answers: the passage, and the words of it that are the plain answer, if any are. */
export interface StoryAnswer {
  readonly passage: Passage;
  readonly span: Span | undefined;
  readonly score: number;
}

/** Answers, or none and the sentence that comes nearest. */
export interface StoryAnswers {
  readonly answers: readonly StoryAnswer[];
  readonly nearest: StoryAnswer | undefined;
}

/** A story read for questions. */
export interface AskableStory {
  answer(question: string): StoryAnswers;
  /** The sentences that are weighed for want of facts; undefined if the facts answer or decline. */
  weighed(question: string): WeighedSentences | undefined;
}

/** Sentences that may answer, and the chance that one needs. */
export interface WeighedSentences {
  readonly sentences: readonly Weighed[];
  readonly threshold: number;
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
  const consider = (question: string) => considered(readAsked(question, mentionsIn), reading);
  return {
    answer(question) {
      const { facts, weighed, eligible, framed, threshold } = consider(question);
      const [nearest] = likeliest(weighed, framed, reading);
      const shown = nearest !== undefined && nearest.score >= leastNear ? nearest : undefined;
      if (facts !== undefined) return { answers: facts.slice(0, mostAnswers), nearest: shown };
      const likely = likeliest(eligible, framed, reading);
      const suffices = (likely[0]?.score ?? 0) >= threshold;
      return { answers: suffices ? likely : [], nearest: shown };
    },
    weighed(question) {
      const { facts, eligible, threshold } = consider(question);
      return facts === undefined ? { sentences: eligible, threshold } : undefined;
    },
  };
}

const mostAnswers = 2;
const leastNear = 0.2;
/** A question for a name is answered by one beside what it names, not by a word like “the banker”. */
const leastName = 0.5;

/** What the facts answer, if they do, and every sentence, weighed; those that may answer again. */
interface Considered {
  readonly facts: readonly StoryAnswer[] | undefined;
  readonly weighed: readonly Weighed[];
  readonly eligible: readonly Weighed[];
  /** Whether what is asked for may stand beside what was said: when, or where. */
  readonly framed: boolean;
  /** The chance that the best of them needs to answer. */
  readonly threshold: number;
}

const inTheFrame: ReadonlySet<string> = new Set(['date', 'place']);

function considered(asked: Asked, reading: StoryReading): Considered {
  const speech = speechIn(asked, reading);
  const weighed = weighSentences(topicOf(asked, speech), reading);
  const facts =
    knownAnswers(asked, reading) ??
    (speech === undefined ? undefined : toldAnswers(asked, speech, reading));
  const named = asksName(asked.words);
  const eligible = weighed.filter(
    (each) => mayAnswer(each, speech) && (!named || each.evidence.near >= leastName),
  );
  const framed = inTheFrame.has(asked.question.kind);
  const threshold = speech?.theirs === undefined ? answersAt : answersAtOfTheirs;
  return { facts, weighed, eligible, framed, threshold };
}

/**
 * A sentence without a phrase of the kind sought answers nothing, and a detail of what somebody said
 * is only looked for in what they said.
 */
function mayAnswer({ sentence, lacks, unreal }: Weighed, speech: Speech | undefined): boolean {
  if (lacks || unreal) return false;
  if (speech?.theirs === undefined) return true;
  const holds = ({ content, sentence: own }: Statement) =>
    own === sentence || content.some((part) => part.sentence === sentence);
  return speech.theirs.some(holds);
}

/** The likeliest sentence, and a second that is nearly as likely. */
function likeliest(
  weighed: readonly Weighed[],
  framed: boolean,
  reading: StoryReading,
): readonly StoryAnswer[] {
  const chances = weighed.map((each) => ({ ...each, score: chanceOf(each.evidence) }));
  const [first, second] = chances.sort((a, b) => b.score - a.score);
  const isNear = first !== undefined && (second?.score ?? 0) >= leastShareOfBest * first.score;
  return [first, isNear ? second : undefined].flatMap((each) => {
    if (each === undefined) return [];
    const { sentence, span, places, likeliest: phrase, score } = each;
    const passage = passageOf(sentence, { span: span ?? phrase, places, framed }, reading);
    const isShown = span !== undefined && contains(passage.span, span);
    return [{ passage, span: isShown ? span : undefined, score }];
  });
}

/** A second sentence is shown if its chance is at least this share of the first's. */
export const leastShareOfBest = 0.6;
