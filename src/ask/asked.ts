import type { Entity } from '../record/story.ts';
import { type Word, wordsIn } from '../search/words.ts';
import type { Mention, MentionFinder } from './mentions.ts';
import { type Question, readQuestion } from './question.ts';
import { spelledOut } from './spelled-out.ts';
import { callingsOf } from './story-reading.ts';

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
  const question = readQuestion(full);
  const words = wordsIn(full).slice(0, mostWords);
  const mentions = mentionsIn(words);
  const within = (word: Word) => mentions.some((mention) => stands(word, mention, words));
  return { question, words, mentions, content: contentWords(question).filter((w) => !within(w)) };
}

/** More than any question has. */
const mostWords = 60;

/** Its words of content, and the noun it asks for, if a sentence that answers should hold that. */
function contentWords({ words, noun, kind }: Question): readonly Word[] {
  const counted = noun !== undefined && (kind === 'number' || kind === 'thing');
  const own = counted && !words.includes(noun) ? [...words, noun] : words;
  return own.filter(({ form }) => !fillers.has(form));
}

/** Words that are typed to make a question of it, and are in no answer. */
const fillers: ReadonlySet<string> = new Set(
  `yes no really actually even ever just still already anyway true thing things stuff guy lot kind
   sort else maybe like gotten got get gets getting go goes going come comes coming do does doing
   happen happens happened happening u r lol pls please ok hey much many long does supposed way
   number amount percent percentage total figure date day name names called word words wants people
   person someone somebody anybody anyone everyone everybody use used`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Whether a word stands within a mention. */
export function stands({ start }: Word, { first, last }: Mention, words: readonly Word[]): boolean {
  return start >= (words[first]?.start ?? 0) && start <= (words[last]?.start ?? -1);
}

/** Whether a word belongs to what an entity is called. */
export function isCalled(entity: Entity, { form, stem }: Word): boolean {
  return callingsOf(entity).some((calling) =>
    wordsIn(calling).some(
      (word) => word.form === form || word.stem === stem || `${word.form}s` === form,
    ),
  );
}
