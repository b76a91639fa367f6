import type { Sentence, Statement } from '../record/story.ts';
import type { Evident } from './answer-passage.ts';
import type { Asked } from './asked.ts';
import { asksName } from './name-answers.ts';
import type { Question } from './question.ts';
import { type Speech, speechIn, type Topic, topicOf } from './speech.ts';
import type { StoryReading } from './story-reading.ts';

/** A question as one story has it: what it is about, and whose words may answer it. */
export interface Inquiry {
  readonly asked: Asked;
  /** What it asks of somebody's saying or thinking, if it does. */
  readonly speech: Speech | undefined;
  readonly topic: Topic;
  readonly sought: Sought;
  /** Whether it asks for a name: “what is it called”. */
  readonly asksName: boolean;
  /** Whether it asks who says something. */
  readonly asksSpeaker: boolean;
  /** Whether it asks when or where something was said. */
  readonly asksSetting: boolean;
}

/** Where in a sentence an answer may stand, and for whom whoever says it must speak, if for anybody. */
export interface Sought extends Pick<Evident, 'framed' | 'theirs'> {
  readonly unheard: Topic['unheard'];
  /** Of who does something by saying it, the statements that do. */
  readonly acts: Speech['acts'];
}

export function inquiryOf(asked: Asked, reading: StoryReading): Inquiry {
  const read = speechIn(asked, reading);
  const topic = topicOf(asked, read);
  const speech = topic.unheard === undefined ? read : undefined;
  const framed = isInTheFrame(asked.question);
  return {
    asked,
    speech,
    topic,
    sought: { framed, theirs: speech?.theirs, unheard: topic.unheard, acts: speech?.acts },
    asksName: asksName(asked.words),
    asksSpeaker: speech !== undefined && speech.theirs === undefined,
    asksSetting: framed && speech !== undefined && topic.ofSaying,
  };
}

/** When or where something was said stands beside it; “what state” a thing is in does not. */
function isInTheFrame({ kind, noun }: Question): boolean {
  return kind === 'date' || (kind === 'place' && noun === undefined);
}

/** What somebody said is only looked for in what they said. */
export function speaksIn(sentence: Sentence, { theirs, framed }: Sought): boolean {
  const holds = ({ content, sentence: own }: Statement) =>
    (framed && own === sentence) || content.some((part) => part.sentence === sentence);
  return theirs?.some(holds) ?? true;
}
