import { contains, type Span, wholeWords } from '../record/span.ts';
import { partsIn } from '../record/story.ts';
import { wordsIn } from '../search/words.ts';
import { type Considered, isSaid } from './considered-sentence.ts';
import type { Foreseen } from './foreseen-questions.ts';
import { type Inquiry, speaksIn } from './inquiry.ts';
import { isTo } from './listener.ts';
import { agreesInNegation, isOfWhatIsNot, isSaidSo } from './polarity.ts';
import type { StoryReading } from './story-reading.ts';

/** Whether a sentence may answer at all, however likely it is by its words. */
export function mayAnswer(each: Considered, inquiry: Inquiry, reading: StoryReading): boolean {
  const { asksName, asksSetting, sought } = inquiry;
  return (
    speaksIn(each.sentence, sought) &&
    // Of a speaker a little is enough, but not what they say of somebody else than was asked about.
    (sought.theirs === undefined || (each.speaksOfThem && !isNamedAside(each, inquiry))) &&
    ((inquiry.topic.unheard === undefined && !asksListener(inquiry)) ||
      isForeseen(each.foreseen)) &&
    (!asksName || givesName(each)) &&
    (!sought.framed || givesTime(each, inquiry, reading)) &&
    (!asksDoer(inquiry) || givesDoer(each, reading)) &&
    (!(asksDoer(inquiry) || (sought.framed && !asksSetting)) || isSo(each, inquiry)) &&
    (!inquiry.asksSpeaker || givesSpeaker(each, inquiry, reading))
  );
}

/**
 * Whether somebody asked about stands only beside what the speaker says: Ann, “who replaced Bob”, has not
 * spoken of Bob.
 */
function isNamedAside(
  { sentence, foreseen }: Considered,
  { topic: { mentions }, sought: { theirs = [], framed } }: Inquiry,
): boolean {
  if (framed || isForeseen(foreseen)) return false;
  const own = theirs.filter((each) => partsIn(each, sentence).length > 0);
  const parts = own.flatMap((each) => partsIn(each, sentence));
  const aside = mentions.filter((mention) => !own.some((each) => isTo(each, mention)));
  return aside.some(({ entities }) =>
    entities.every(({ id, name, aliases }) => {
      if (own.some(({ about, attitude }) => attitude || about.some((each) => each.id === id)))
        return false;
      const named = [name, ...aliases].flatMap((each) => wholeWords(sentence.text, each));
      const within = named.some((span) => parts.some((part) => contains(part, span)));
      return named.length > 0 && !within;
    }),
  );
}

/** Whether the curator foresaw a question in nearly all its words, and about the same. */
export function isTheSame(foreseen: Foreseen | undefined): boolean {
  return (
    foreseen !== undefined && foreseen.worth >= theSame && foreseen.resemblance.sameNames === 1
  );
}

const theSame = 1;

/**
 * A question for a name is answered by one beside what it names, not by a word like “the banker”; or by
 * the name that the curator says answers much the same question.
 */
function givesName({ sentence, near, foreseen }: Considered): boolean {
  if (near >= leastNear) return true;
  const { start, end } = foreseen?.answer ?? { start: 0, end: 0 };
  return isTheSame(foreseen) && /^(?:the )?\p{Lu}/u.test(sentence.text.slice(start, end));
}

const leastNear = 0.5;

/** Whether what is asked about is done where the question has it done, and not done where it has not. */
function isSo(each: Considered, { asked }: Inquiry): boolean {
  // What the curator foresaw tells by itself whether it is so.
  return isForeseen(each.foreseen)
    ? isOfWhatIsNot(asked.words) === isOfWhatIsNot(wordsIn(each.foreseen?.ask ?? ''))
    : agreesInNegation(asked.words, each);
}

/** “Who did Ann tell”: not what she said. */
function asksListener({ asked: { words, question }, sought }: Inquiry): boolean {
  return (
    sought.theirs !== undefined &&
    question.kind === 'person' &&
    /^whom?$/.test(words[0]?.form ?? '') &&
    words.some(({ form }) => /^(?:tell|tells|told|warn|warned)$/.test(form))
  );
}

/** Whether it is asked who does something, not who says so. */
function asksDoer({ asked: { question }, speech }: Inquiry): boolean {
  return speech === undefined && (question.kind === 'person' || question.kind === 'organisation');
}

/** Whether who does it, by the curator or by the words beside it, is somebody else than who says so. */
function givesDoer(each: Considered, reading: StoryReading): boolean {
  const { foreseen, likeliest } = each;
  if ((foreseen?.resemblance.sharedOfKind ?? 0) >= nearlyAll) return true;
  return !isOfSaying(foreseen?.guess ?? likeliest, each, reading);
}

const nearlyAll = 0.95;

/** Whether somebody says in a sentence what is asked about, and not the opposite. */
function givesSpeaker(each: Considered, { asked }: Inquiry, reading: StoryReading): boolean {
  if ((each.foreseen?.resemblance.sharedOfKind ?? 0) >= nearlyAll) return true;
  return (
    (isSaid(each, reading) || isForeseen(each.foreseen)) && isSaidSo(asked.words, each, reading)
  );
}

/** Whether a sentence gives the time or place that is asked for, of the saying or of what is said. */
function givesTime(each: Considered, { asksSetting }: Inquiry, reading: StoryReading): boolean {
  if (isForeseen(each.foreseen)) return true;
  return asksSetting ? each.span !== undefined : !isOfSaying(each.likeliest, each, reading);
}

/**
 * Whether what a sentence gives is told of somebody's saying what is asked about: “on Friday Ann said that
 * it will close” tells neither when it will close nor who closes it.
 */
function isOfSaying(
  phrase: Span | undefined,
  { sentence, places }: Considered,
  reading: StoryReading,
): boolean {
  if (phrase === undefined) return false;
  const said = reading.statementsIn(sentence).filter((each) => each.sentence === sentence);
  return said.some((statement) => {
    const parts = partsIn(statement, sentence);
    const holds = (span: Span) => parts.some((part) => contains(part, span));
    return !holds(phrase) && places.length > 0 && places.every(holds);
  });
}

/** Whether the curator foresaw a question for an answer of the same kind in much the same words. */
function isForeseen(foreseen: Foreseen | undefined): boolean {
  return (foreseen?.resemblance.sharedOfKind ?? 0) >= leastForeseen;
}

const leastForeseen = 0.6;
