import { contains, type Span } from '../record/span.ts';
import { partsIn, type Sentence } from '../record/story.ts';
import type { Foreseen } from './foreseen-questions.ts';
import type { Inquiry } from './inquiry.ts';
import { type Weighed, weighSentences } from './sentence-evidence.ts';
import { settingIn } from './setting.ts';
import type { StoryReading } from './story-reading.ts';
import { wordsOfVoice } from './voice-words.ts';

/** A sentence weighed by its own words, and by the question most like the one asked that it answers. */
export interface Considered extends Weighed {
  readonly foreseen: Foreseen | undefined;
  /** The words of whom the curator points at as the one who speaks. */
  readonly words: Span | undefined;
}

/** Every sentence of a story, in order. */
export function consideredSentences(
  { topic, speech, asksSpeaker, asksSetting }: Inquiry,
  foreseen: ReadonlyMap<Sentence, Foreseen | undefined>,
  reading: StoryReading,
): readonly Considered[] {
  return weighSentences(topic, reading).map((each) => {
    if (asksSpeaker && holdsNearlyAll(each) && isSaid(each, reading)) return toldBeside(each);
    const own = withForeseen(each, foreseen.get(each.sentence));
    if (asksSpeaker) return inTheirWords(own, reading);
    if (!asksSetting) return own;
    const span = settingIn(each, speech?.theirs ?? [], topic.question);
    return { ...own, span, evidence: { ...each.evidence, lacking: span === undefined ? 1 : 0 } };
  });
}

/** Whether somebody says in a sentence all that it holds of a question. */
export function isSaid({ sentence, places }: Weighed, reading: StoryReading): boolean {
  const said = reading.statementsIn(sentence).flatMap((each) => partsIn(each, sentence));
  return places.length > 0 && places.every((place) => said.some((part) => contains(part, place)));
}

/** Where somebody says nearly all that is asked about, who says it is plain. */
function holdsNearlyAll({ evidence }: Weighed): boolean {
  return evidence.cover >= nearlyAll && evidence.named >= nearlyAll;
}

const nearlyAll = 0.9;

/** Who says something is told beside the passage, and is nobody named in it. */
function toldBeside(each: Weighed): Considered {
  return {
    ...each,
    words: undefined,
    foreseen: undefined,
    span: undefined,
    likeliest: undefined,
    evidence: { ...each.evidence, lacking: 0 },
  };
}

/** Nobody named in what is said is who says it; the words of whom the curator points at are shown. */
function inTheirWords(each: Considered, reading: StoryReading): Considered {
  const { sentence, foreseen } = each;
  const own = { ...each, span: undefined, likeliest: undefined };
  const words = foreseen?.guess && wordsOfVoice(sentence, foreseen.guess, each.places, reading);
  if (foreseen === undefined || words === undefined) return own;
  const pointed = { ...foreseen, guess: undefined, answer: undefined };
  return { ...own, foreseen: pointed, words: words.span };
}

/** A phrase that the curator points at, or knows to be there, is one, found among the words or not. */
function withForeseen(each: Weighed, foreseen: Foreseen | undefined): Considered {
  const own = { ...each, foreseen, words: undefined };
  const isForeseen = (foreseen?.resemblance.sharedOfKind ?? 0) >= nearlyAll;
  if (foreseen?.guess === undefined && !isForeseen) return own;
  return { ...own, evidence: { ...each.evidence, lacking: 0 } };
}
