import { once } from '../once.ts';
import { attribute } from '../record/attribution.ts';
import { contains, type Span } from '../record/span.ts';
import { type Passage, partsIn, type Sentence } from '../record/story.ts';
import { passageOf } from './answer-passage.ts';
import type { Asked } from './asked.ts';
import { certain } from './certainty.ts';
import { type Considered, consideredSentences } from './considered-sentence.ts';
import { isTheSame, mayAnswer } from './eligibility.ts';
import { answersAt, answersAtOfTheirs } from './evidence-weights.ts';
import type { Foreseen, Foresight } from './foreseen-questions.ts';
import { type Inquiry, inquiryOf, type Sought, speaksIn } from './inquiry.ts';
import { knownAnswers } from './known-answers.ts';
import type { StoryAnswer } from './story-answer.ts';
import type { StoryReading } from './story-reading.ts';
import { wordsOfVoice } from './voice-words.ts';

/** What the facts answer, if they do; where they do not, what the sentences may. */
interface Consideration {
  readonly facts: readonly StoryAnswer[] | undefined;
  /** Every sentence, weighed: what takes longest, and nobody needs whom the facts answer. */
  weighed(): readonly Considered[];
  /** Those of them that may answer. */
  eligible(): readonly Considered[];
  readonly sought: Sought;
  /** The chance that the best of them needs to answer. */
  readonly threshold: number;
}

/** Considers every sentence of a story as an answer, and what its curator knows. */
export function considered(
  asked: Asked,
  reading: StoryReading,
  foresight: Foresight,
): Consideration {
  const inquiry = inquiryOf(asked, reading);
  const { topic, sought } = inquiry;
  const foreseen = once(() => foresight.near(topic));
  const weighed = once(() =>
    asksNothing(inquiry) ? [] : consideredSentences(inquiry, foreseen(), reading),
  );
  return {
    facts:
      foreseenAnswers(inquiry, reading, foresight) ??
      unlessForeseen(asksOfFacts(inquiry) ? knownAnswers(asked, reading) : undefined, foreseen),
    weighed,
    eligible: () =>
      byAct(
        weighed().filter((each) => mayAnswer(each, inquiry, reading)),
        sought,
      ),
    sought,
    threshold: sought.theirs === undefined ? answersAt : answersAtOfTheirs,
  };
}

/** “Who is it”, “and why”: a question that is about nothing is answered by nothing. */
function asksNothing({ topic, speech }: Inquiry): boolean {
  return topic.content.length === 0 && topic.mentions.length === 0 && speech === undefined;
}

/** Who warned of it has warned, if anybody did who speaks of it: others only speak of it. */
function byAct(eligible: readonly Considered[], { acts }: Sought): readonly Considered[] {
  const acting = eligible.filter(({ sentence, places }) =>
    acts?.some((statement) =>
      partsIn(statement, sentence).some((part) => places.some((place) => contains(part, place))),
    ),
  );
  return acting.length > 0 ? acting : eligible;
}

/** What is known of somebody is not what they said. */
function asksOfFacts({ speech, topic }: Inquiry): boolean {
  return speech === undefined && topic.unheard === undefined;
}

/** What the curator says answers a question in these words. */
function foreseenAnswers(
  { asked, sought, asksSpeaker }: Inquiry,
  reading: StoryReading,
  foresight: Foresight,
): readonly StoryAnswer[] | undefined {
  const answers = foresight.exactly(asked).map(({ sentence, span }) => {
    const words =
      asksSpeaker && span !== undefined ? wordsOfVoice(sentence, span, [], reading) : undefined;
    if (words !== undefined) return { passage: words, span: undefined, score: certain };
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

/** Facts that answer nothing decide nothing where the curator foresaw much the same question. */
function unlessForeseen(
  facts: readonly StoryAnswer[] | undefined,
  foreseen: () => ReadonlyMap<Sentence, Foreseen | undefined>,
): readonly StoryAnswer[] | undefined {
  return facts?.length === 0 && [...foreseen().values()].some(isTheSame) ? undefined : facts;
}
