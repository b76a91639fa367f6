import { attribute } from '../record/attribution.ts';
import { overlap, type Span } from '../record/span.ts';
import { type Passage, partsIn, type Statement, wholePassage } from '../record/story.ts';
import { passageOf } from './answer-passage.ts';
import { shownIn } from './consideration.ts';
import type { Considered } from './considered-sentence.ts';
import { chanceOf } from './evidence-weights.ts';
import type { Foreseen } from './foreseen-questions.ts';
import type { Sought } from './inquiry.ts';
import { isRefused } from './refusal.ts';
import type { StoryAnswer } from './story-answer.ts';
import type { StoryReading } from './story-reading.ts';

/** A second sentence is shown if its chance is at least this share of the first's. */
const leastShareOfBest = 0.8;

/** The likeliest sentence, and a second that is nearly as likely. */
export function likeliest(
  weighed: readonly Considered[],
  sought: Sought,
  reading: StoryReading,
): readonly StoryAnswer[] {
  const chances = weighed.map((each) => ({
    ...each,
    score: chanceOf(each.evidence, each.foreseen),
  }));
  const [first, second] = chances.sort((a, b) => b.score - a.score);
  const isNear = first !== undefined && second !== undefined && belongsBeside(second, first);
  return [first, isNear ? second : undefined].flatMap((each) => {
    if (each === undefined) return [];
    const { score } = each;
    const span = plainAnswer(each);
    const passage = shownOf(each, sought, reading);
    if (passage === undefined) return [];
    return [{ passage, span: shownIn(passage, span), score }];
  });
}

/**
 * Whether a second sentence is nearly as likely; and if both were foreseen, for the names asked about as
 * well as the first, and for the same question if the first was. Nothing foreseen stands beside who plainly
 * says it.
 */
export function belongsBeside(second: Chanced, first: Chanced): boolean {
  if (second.score < leastShareOfBest * first.score) return false;
  const [own, best] = [second.foreseen?.resemblance, first.foreseen?.resemblance];
  if (best === undefined) return own === undefined;
  if (own === undefined) return true;
  return own.sameNames >= best.sameNames && (best.shared < theSame || own.shared >= muchTheSame);
}

const theSame = 0.95;
const muchTheSame = 0.75;

interface Chanced {
  readonly score: number;
  readonly foreseen: Pick<Foreseen, 'resemblance'> | undefined;
}

/** The curator's answer, or the phrase that is plain, unless the curator would rather have another. */
function plainAnswer({ span, foreseen }: Considered): Span | undefined {
  if (foreseen?.answer !== undefined) return foreseen.answer;
  const guess = foreseen?.guess;
  const isDoubted = guess !== undefined && span !== undefined && overlap(guess, span) === 0;
  return isDoubted ? undefined : span;
}

/** What is shown of a sentence; undefined for nothing that the one asked about says. */
export function shownOf(
  weighed: Considered,
  sought: Sought,
  reading: StoryReading,
): Passage | undefined {
  const { sentence, likeliest: phrase, near, places, words } = weighed;
  if (words !== undefined) return { sentence, span: words };
  if (sought.theirs !== undefined && isRefused(weighed)) return wholePassage(sentence);
  const foreseen = weighed.foreseen?.guess;
  const evident =
    foreseen === undefined
      ? { span: weighed.span ?? (sought.framed || near === 0 ? undefined : phrase), places }
      : { span: foreseen, places: [] };
  const acts = sought.acts?.filter((each) => partsIn(each, sentence).length > 0) ?? [];
  const theirs = sought.theirs ?? (acts.length > 0 ? acts : undefined);
  const passage = passageOf(sentence, { ...evident, ...sought, theirs }, reading);
  if (sought.unheard !== undefined && !speaksFor(passage, sought.unheard, reading))
    return undefined;
  return sought.framed || isTheirs(passage, sought.theirs, reading) ? passage : undefined;
}

/** Whether somebody says a passage who belongs to a body that is on record with nothing itself. */
function speaksFor(
  passage: Passage,
  body: ReadonlySet<string>,
  { story, entities }: StoryReading,
): boolean {
  const { voices } = attribute(story, passage);
  const isKnown = [...body].some((id) => entities.has(id));
  const ties = voices.flatMap((voice) =>
    voice.entities.flatMap(({ id }) => entities.get(id)?.relations ?? []),
  );
  return voices.length > 0 && (!isKnown || ties.some(({ other }) => body.has(other.id)));
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
