import { contains } from '../record/span.ts';
import { partsIn, type Sentence } from '../record/story.ts';
import type { Foreseen } from './foreseen-questions.ts';
import type { Inquiry } from './inquiry.ts';
import { type Weighed, weighSentences } from './sentence-evidence.ts';
import { settingIn } from './setting.ts';
import type { StoryReading } from './story-reading.ts';

/** A sentence weighed by its own words, and by the question most like the one asked that it answers. */
export interface Considered extends Weighed {
  readonly foreseen: Foreseen | undefined;
}

/** Every sentence of a story, in order. */
export function consideredSentences(
  { topic, speech, asksSpeaker, asksSetting }: Inquiry,
  foreseen: ReadonlyMap<Sentence, Foreseen | undefined>,
  reading: StoryReading,
): readonly Considered[] {
  return weighSentences(topic, reading).map((each) => {
    if (asksSpeaker && isSaid(each, reading)) return toldBeside(each);
    const own = withForeseen(each, foreseen.get(each.sentence));
    if (!asksSetting) return own;
    const span = settingIn(each, speech?.theirs ?? [], topic.question);
    return { ...own, span, evidence: { ...each.evidence, lacking: span === undefined ? 1 : 0 } };
  });
}

/** Whether all that is asked about stands in what somebody says: then who says it is plain. */
function isSaid({ sentence, places, evidence }: Weighed, reading: StoryReading): boolean {
  if (evidence.cover < nearlyAll || evidence.named < nearlyAll || places.length === 0) return false;
  const said = reading.statementsIn(sentence).flatMap((each) => partsIn(each, sentence));
  return places.every((place) => said.some((part) => contains(part, place)));
}

const nearlyAll = 0.9;

/** Who says something is told beside the passage, and is nobody named in it. */
function toldBeside(each: Weighed): Considered {
  return {
    ...each,
    foreseen: undefined,
    span: undefined,
    likeliest: undefined,
    evidence: { ...each.evidence, lacking: 0 },
  };
}

/** A phrase that the curator points at is one, found among the words or not. */
function withForeseen(each: Weighed, foreseen: Foreseen | undefined): Considered {
  if (foreseen?.guess === undefined) return { ...each, foreseen };
  return { ...each, foreseen, evidence: { ...each.evidence, lacking: 0 } };
}
