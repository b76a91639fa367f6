import type { Statement } from '../record/story.ts';
import type { Word } from '../search/words.ts';
import { type Asked, stands } from './asked.ts';
import { isTo, listenerAfter, listenerOf, mayBeTo } from './listener.ts';
import { isAct, isByMedium, isSpoken } from './manner-of-speech.ts';
import type { Mention } from './mentions.ts';
import { type NamedSpeaker, namedSpeaker } from './named-speaker.ts';
import { isSpeaker } from './speaker-identity.ts';
import { type SpeechPhrase, speechPhraseIn } from './speech-phrases.ts';
import { acts, saying, thinking } from './speech-words.ts';
import type { StoryReading } from './story-reading.ts';

/** A question about what somebody said or thinks: whose statements answer it, and about what. */
export interface Speech {
  /** What the speaker named is on record with; undefined if the question asks who speaks. */
  readonly theirs: readonly Statement[] | undefined;
  readonly topic: readonly Word[];
  readonly mentions: readonly Mention[];
  /** Whether it asks what somebody thinks or wants, said or not. */
  readonly thought: boolean;
  /**
   * By what the speaker is called who is on record with nothing, but for whom others may speak: a body,
   * or somebody who is called by no name. The words of a person are only their own.
   */
  readonly unheard: ReadonlySet<string> | undefined;
  /** Of who “warned” or “denied”, asked for: the statements that do; undefined if none does, or any will do. */
  readonly acts: readonly Statement[] | undefined;
}

/** Reads a question about what was said; undefined if it asks nothing of the kind. */
export function speechIn(asked: Asked, reading: StoryReading): Speech | undefined {
  const phrase = speechPhraseIn(asked);
  if (phrase === undefined) return undefined;
  const speaker = namedSpeaker(phrase, asked);
  const listener = phrase.sought ? listenerOf(asked) : undefined;
  const subject = subjectOf(phrase, [speaker.mention, listener], asked);
  const thought = phrase.verb.some(({ form }) => thinking.has(form));
  const theirs = phrase.sought
    ? listener && reading.story.statements.filter((statement) => isTo(statement, listener))
    : statementsOf(speaker, { ...phrase, ...subject, thought }, asked, reading);
  return {
    theirs,
    ...subject,
    thought,
    unheard: theirs && unheardOf(speaker, theirs),
    acts: phrase.sought ? actsOf(phrase, reading) : undefined,
  };
}

/** The statements by which somebody does what a verb of saying tells, if it tells more than that. */
function actsOf({ verb }: SpeechPhrase, { story }: StoryReading): Speech['acts'] {
  if (!verb.some(({ form }) => acts.has(form))) return undefined;
  const done = story.statements.filter((each) => verb.every((word) => isAct(each, word)));
  return done.length > 0 ? done : undefined;
}

type Subject = Pick<Speech, 'topic' | 'mentions'>;

/** What a question is about besides the saying, and besides who says it or hears it. */
function subjectOf(
  { speaker, verb }: SpeechPhrase,
  people: readonly (Mention | undefined)[],
  { words, mentions, content }: Asked,
): Subject {
  const used = [...speaker, ...verb];
  return {
    topic: content.filter(
      (word) =>
        !used.some(({ start }) => start === word.start) &&
        !idleTopic.has(word.form) &&
        !isSaying(word, words),
    ),
    mentions: mentions.filter(
      (each) => !people.includes(each) && !used.some((word) => stands(word, each, words)),
    ),
  };
}

const idleTopic = new Set(
  `about thing things it this that all statement comment words end back anything something issue matter
   news think thought view opinion reaction response story`.split(/\s+/),
);

/** A word for saying that names nothing: “the tweet” is what it is about. */
function isSaying(word: Word, words: readonly Word[]): boolean {
  const before = words[words.findIndex(({ start }) => start === word.start) - 1]?.form ?? '';
  return saying.has(word.form) && !determiners.has(before);
}

const determiners = new Set('the a an this that his her their its'.split(' '));

/** By what verb a question asks for speech, and about what. */
interface Manner extends Subject, Pick<SpeechPhrase, 'verb'>, Pick<Speech, 'thought'> {}

/** What a speaker is on record with, said in the manner and to the listener that the question has. */
function statementsOf(
  speaker: NamedSpeaker,
  { verb, topic, mentions, thought }: Manner,
  asked: Asked,
  reading: StoryReading,
): readonly Statement[] {
  const listener = listenerAfter(verb, asked);
  const ofAct = topic.length === 0 && mentions.length === 0;
  return reading.story.statements
    .filter(({ source, via }) =>
      [source, ...via].some((voice) => isSpeaker(voice, speaker, asked, reading)),
    )
    .filter((statement) => verb.every((word) => isByMedium(statement, word)))
    .filter((statement) => listener === undefined || mayBeTo(statement, listener))
    .filter((statement) => !ofAct || verb.every((word) => isAct(statement, word)))
    .filter((statement, _, all) => thought || isSpoken(statement, all));
}

/** By what a speaker is called who is on record with nothing, unless it is a person. */
function unheardOf(
  { mention, named }: NamedSpeaker,
  theirs: readonly Statement[],
): ReadonlySet<string> | undefined {
  const isPerson = mention?.entities.some(({ type }) => type === 'person') === true;
  const isAnybody = mention === undefined && named.length === 0;
  if (theirs.length > 0 || isPerson || isAnybody) return undefined;
  return new Set(mention?.entities.map(({ id }) => id) ?? named.map(({ stem }) => stem));
}

/** What a question is about, and whether it asks about the saying of that. */
export interface Topic extends Asked {
  readonly ofSaying: boolean;
  /** Whether it asks who thinks or wants that. */
  readonly ofThinking: boolean;
  /** By what somebody is called whose words it asks for, and for whom only others may speak. */
  readonly unheard: ReadonlySet<string> | undefined;
}

/** The question without the words for saying and without the speaker, who is looked for apart. */
export function topicOf(asked: Asked, speech: Speech | undefined): Topic {
  if (speech === undefined || speech.unheard !== undefined) {
    return { ...asked, ofSaying: false, ofThinking: false, unheard: speech?.unheard };
  }
  return {
    ...asked,
    content: speech.topic,
    mentions: speech.mentions,
    ofSaying: asksOfSaying(asked, speech),
    ofThinking: speech.thought,
    unheard: undefined,
  };
}

/** “When did she say so” asks of the saying, “when does she say it will shut” of what she says. */
function asksOfSaying({ words }: Asked, { thought }: Speech): boolean {
  return !thought && !words.some(({ form }) => form === 'does');
}
