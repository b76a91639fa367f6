import { once } from '../once.ts';
import type { Passage, Story } from '../record/story.ts';
import { type Asks, asksOf } from '../search/asks.ts';
import { readAsked } from './asked.ts';
import { considered } from './consideration.ts';
import type { Considered } from './considered-sentence.ts';
import { foresightOf } from './foreseen-questions.ts';
import { inquiryOf } from './inquiry.ts';
import { likeliest, shownOf } from './likely-answers.ts';
import { mentionFinder } from './mentions.ts';
import type { StoryAnswer } from './story-answer.ts';
import { readStory } from './story-reading.ts';

/** Answers, or none and the sentence that comes nearest. */
export interface StoryAnswers {
  readonly answers: readonly StoryAnswer[];
  readonly nearest: StoryAnswer | undefined;
  /** Where nothing answers, questions like it that the story answers, likest first. */
  readonly alike: readonly string[];
}

/** A story read for questions. */
export interface AskableStory {
  /** The questions that its curator foresaw, to complete what is typed. */
  readonly asks: Asks;
  answer(question: string): StoryAnswers;
  /** The sentences that are weighed for want of facts; undefined if the facts answer or decline. */
  weighed(question: string): WeighedSentences | undefined;
}

/** Sentences that may answer, and the chance that one needs. */
interface WeighedSentences {
  readonly sentences: readonly Considered[];
  readonly threshold: number;
  /** What would be shown of a sentence; undefined for nothing that the one asked about says. */
  passage(weighed: Considered): Passage | undefined;
}

/**
 * Reads a story once, at its first question, so that more can be put to it.
 *
 * The fact base comes first: what somebody is, how things are connected, who said what. Only what it
 * cannot answer is sought by words, and declined unless the evidence for a sentence is strong.
 */
export function askable(story: Story): AskableStory {
  const asks = once(() => asksOf(story));
  const read = once(() => readWhole(story));
  const consider = (question: string) => {
    const { reading, foresight, mentionsIn } = read();
    return considered(readAsked(question, mentionsIn), reading, foresight);
  };
  return {
    get asks() {
      return asks();
    },
    answer(question) {
      const { reading } = read();
      const { facts, weighed, eligible, sought, threshold } = consider(question);
      const likely = facts ?? likeliest(eligible(), sought, reading);
      const isAnswered = facts !== undefined || (likely[0]?.score ?? 0) >= threshold;
      const answers = isAnswered ? oncePerSentence(likely).slice(0, mostAnswers) : [];
      if (answers.length > 0) return { answers, nearest: undefined, alike: [] };
      const anybodys = { ...sought, theirs: undefined, unheard: undefined };
      const [nearest] = likeliest(weighed(), anybodys, reading);
      const isNear = nearest !== undefined && nearest.score >= leastNear;
      return { answers, nearest: isNear ? nearest : undefined, alike: asksAlike(weighed()) };
    },
    weighed(question) {
      const { facts, eligible, sought, threshold } = consider(question);
      if (facts !== undefined) return undefined;
      const passage = (each: Considered) => shownOf(each, sought, read().reading);
      return { sentences: eligible(), threshold, passage };
    },
  };
}

function readWhole(story: Story) {
  const reading = readStory(story);
  const mentionsIn = mentionFinder(story);
  const foresight = foresightOf(story, (ask) => {
    const asked = readAsked(ask, mentionsIn);
    return inquiryOf(asked, reading).topic;
  });
  return { reading, mentionsIn, foresight };
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
