import type { Span } from '../record/span.ts';
import type { Passage, Statement, Story } from '../record/story.ts';
import type { Names } from '../search/names.ts';
import { passageOf } from './answer-passage.ts';
import { type Asked, readAsked } from './asked.ts';
import { answersAt, chanceOf } from './evidence-weights.ts';
import { knownAnswers } from './known-answers.ts';
import { mentionFinder } from './mentions.ts';
import { type Weighed, weighSentences } from './sentence-evidence.ts';
import { type Speech, speechIn } from './speech.ts';
import { readStory } from './story-reading.ts';
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
}

/**
 * Reads a story once, so that questions can be put to it.
 *
 * The fact base comes first: what somebody is, how things are connected, who said what. Only what it
 * cannot answer is sought by words, and declined unless the evidence for a sentence is strong.
 */
export function askable(story: Story, _names?: Names): AskableStory {
  const reading = readStory(story);
  const mentionsIn = mentionFinder(story);
  return {
    answer(text) {
      const asked = readAsked(text, mentionsIn);
      const speech = speechIn(asked, reading);
      const topical = speech === undefined ? asked : withTopicOf(speech, asked);
      const ranked = weighSentences(topical, reading)
        .map((weighed) => ({ weighed, score: chanceOf(weighed.evidence) }))
        .sort((a, b) => b.score - a.score);
      const shown = ({ weighed, score }: { weighed: Weighed; score: number }): StoryAnswer => {
        const { sentence, span, places } = weighed;
        return { passage: passageOf(sentence, span, places, reading), span, score };
      };
      const [best] = ranked;
      const nearest = best !== undefined && best.score >= leastNear ? shown(best) : undefined;
      const facts =
        knownAnswers(asked, reading) ??
        (speech === undefined ? undefined : toldAnswers(asked, speech, reading));
      if (facts !== undefined) return { answers: facts.slice(0, mostAnswers), nearest };
      const [first] = ranked.filter(({ weighed }) => mayAnswer(weighed, speech));
      const suffices = first !== undefined && first.score >= answersAt;
      return { answers: suffices ? [shown(first)] : [], nearest };
    },
  };
}

const mostAnswers = 2;
const leastNear = 0.2;

/** The question without the words for saying and the speaker, who is looked for apart. */
function withTopicOf({ topic, mentions }: Speech, asked: Asked): Asked {
  return { ...asked, content: topic, mentions };
}

/** A detail of what somebody said is only looked for in what they said. */
function mayAnswer({ sentence }: Weighed, speech: Speech | undefined): boolean {
  if (speech?.theirs === undefined) return true;
  const holds = ({ content, sentence: own }: Statement) =>
    own === sentence || content.some((part) => part.sentence === sentence);
  return speech.theirs.some(holds);
}
