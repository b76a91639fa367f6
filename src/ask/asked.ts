import { type Word, wordsIn } from '../search/words.ts';
import type { Mention, MentionFinder } from './mentions.ts';
import { type Question, readQuestion } from './question.ts';
import { spelledOut } from './spelled-out.ts';

/** A question as one story has it. */
export interface Asked {
  readonly question: Question;
  /** All its words, short forms written out. */
  readonly words: readonly Word[];
  readonly mentions: readonly Mention[];
  /** Its content words that are no part of a mention. */
  readonly content: readonly Word[];
}

export function readAsked(text: string, mentionsIn: MentionFinder): Asked {
  const full = spelledOut(text);
  const words = wordsIn(full).slice(0, mostWords);
  const mentions = mentionsIn(words);
  const question = ofWhom(readQuestion(full), words, mentions);
  const within = (word: Word) => mentions.some((mention) => stands(word, mention, words));
  return {
    question,
    words,
    mentions,
    content: contentWords(question, words).filter((w) => !within(w)),
  };
}

/** “Who is angry” names nobody to describe, and asks for whoever is. */
function ofWhom(
  question: Question,
  [first]: readonly Word[],
  { length }: readonly Mention[],
): Question {
  const isWho = question.kind === 'definition' && first?.form === 'who' && length === 0;
  return isWho ? { ...question, kind: 'person' } : question;
}

/** More than any question has. */
const mostWords = 60;

/** Its words of content, and the noun it asks for, if a sentence that answers should hold that. */
function contentWords(
  { words, noun, kind, measure }: Question,
  all: readonly Word[],
): readonly Word[] {
  const counted = noun !== undefined && !generalNouns.has(noun.form) && kind !== 'date';
  const own = counted && !words.includes(noun) ? [...words, noun] : words;
  const measured = all.filter(({ form }) => kind === 'number' && dimensions.has(form));
  const lasting = measure === 'duration' ? lasts : undefined;
  const telling = [...own, ...measured].filter(
    (word) =>
      !fillers.has(word.form) && lasting?.has(word.form) !== true && !isWhetherTrue(word, all),
  );
  return telling.filter(({ stem }, at) => telling.findIndex((word) => word.stem === stem) === at);
}

/** “Is it true that …” asks what follows. */
function isWhetherTrue({ form, start }: Word, words: readonly Word[]): boolean {
  const at = words.findIndex((word) => word.start === start);
  return form === 'true' && /^(?:it|that|this)$/.test(words[at - 1]?.form ?? '');
}

/** Nouns of questions that answers seldom repeat: “which company”, “what person”. */
const generalNouns: ReadonlySet<string> = new Set(
  `company companies firm organisation organization group body person people man woman official
   newspaper paper outlet expert country place reason number amount percent percentage total figure
   date day year time month name part one ones guy lady price cost type kind state thing`.split(
    /\s+/,
  ),
);

/** What only something measured has: a bridge of six miles is not six miles tall. */
const dimensions = new Set('tall heavy deep wide high fast thick hot cold'.split(' '));

/** What a length of time does. */
const lasts = new Set('last lasted lasting lasts take took takes taken taking'.split(' '));

/** Words that are typed to make a question of it, and are in no answer. */
const fillers: ReadonlySet<string> = new Set(
  `yes no really actually even ever just still already anyway thing things stuff guy lot kind
   sort else maybe like gotten got get gets getting go goes going come comes coming do does doing
   happen happens happened happening u r lol lmao haha nah nope yep tbh imo btw ngl bruh bro dude
   omg smh idk yo pls please ok hey much many long does supposed way
   word words wants people not no whole dr mr mrs ms miss sir
   person someone somebody anybody anyone everyone everybody use used
   usually generally basically literally supposedly allegedly apparently reportedly
   themselves himself herself itself`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Whether a word stands within a mention. */
export function stands({ start }: Word, { first, last }: Mention, words: readonly Word[]): boolean {
  return start >= (words[first]?.start ?? 0) && start <= (words[last]?.start ?? -1);
}
