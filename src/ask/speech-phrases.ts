import type { Word } from '../search/words.ts';
import type { Asked } from './asked.ts';
import type { Mention } from './mentions.ts';
import {
  adverbs,
  claiming,
  media,
  nounsOfSpeech,
  saying,
  talking,
  thinking,
} from './speech-words.ts';
import { isThing } from './things-said.ts';

/** The words by which a question asks for speech: who speaks, and by what verb. */
export interface SpeechPhrase {
  readonly speaker: readonly Word[];
  readonly verb: readonly Word[];
  /** Whether the speaker is what is asked for. */
  readonly sought: boolean;
  /** The last one named before a pronoun that speaks. */
  readonly before: Mention | undefined;
}

/** Finds the words by which a question asks for speech; undefined if it asks for none. */
export function speechPhraseIn(asked: Asked): SpeechPhrase | undefined {
  return accordingTo(asked) ?? spokenBy(asked) ?? statementOf(asked);
}

/** “according to the report”, “per Ann”. */
function accordingTo({ words }: Asked): SpeechPhrase | undefined {
  const at = words.findIndex(
    ({ form }, place) =>
      (form === 'according' && words[place + 1]?.form === 'to') || (form === 'per' && place > 0),
  );
  if (at < 0) return undefined;
  const from = words[at]?.form === 'per' ? at + 1 : at + 2;
  const end = words.findIndex(
    ({ form }, place) => place > from && (auxiliaries.has(form) || asking.has(form)),
  );
  const speaker = words.slice(from, end < 0 ? words.length : end);
  // “per day” is a rate.
  if (/^(?:day|week|month|year|hour|person|head|dose|cent)$/.test(formAt(speaker, 0))) {
    return undefined;
  }
  return { speaker, verb: words.slice(at, from), sought: false, before: undefined };
}

/** “what did the report say”, “where was Ann when she said”, “who said”, “which paper reported”. */
function spokenBy(asked: Asked): SpeechPhrase | undefined {
  const { words, mentions } = asked;
  for (const [at, verb] of words.entries()) {
    if (!isVerbOfSpeech(at, verb, asked)) continue;
    const before = formAt(words, at - 1);
    const noun = nounBefore(words, at);
    if (/^(?:many|much)$/.test(formAt(noun, 0))) continue;
    const sought = before === 'who' || /^(?:which|what|who)$/.test(openingOf(words, at));
    const speaks = sought
      ? isSoughtBy(verb, formAt(words, at + 1))
      : noun.length > 0 || isPronoun(before);
    if (!speaks || isCondition(words, at)) continue;
    const named = mentions.findLast(({ last }) => last < at);
    return {
      speaker: sought ? [] : noun.filter(({ form }) => !media.has(form)),
      verb: [...noun.filter(({ form }) => sought || media.has(form)), verb],
      sought,
      before: /^(?:they|we|you|it)$/.test(before) ? undefined : named,
    };
  }
  return undefined;
}

/** “if they wanted to”: who would is not who does. */
function isCondition(words: readonly Word[], at: number): boolean {
  const before = isPronoun(formAt(words, at - 1)) ? formAt(words, at - 2) : openingOf(words, at);
  return before === 'if';
}

/** Whether a word is a verb by which somebody speaks, and neither a noun nor passive. */
function isVerbOfSpeech(at: number, { form }: Word, asked: Asked): boolean {
  const { words, question } = asked;
  const asksSetting = question.kind === 'date' || question.kind === 'place';
  if (!saying.has(form) && !thinking.has(form) && !(asksSetting && talking.has(form))) return false;
  const before = formAt(words, at - 1);
  const named = asked.mentions.some(({ last }) => last === at - 1);
  return (
    !isThing(at, asked) &&
    (named || !ofNouns.test(before)) &&
    (before === 'who' || !asking.has(before)) &&
    !isPassive(form, openingOf(words, at)) &&
    // To agree to something is to do it.
    !(form.startsWith('agree') && formAt(words, at + 1) === 'to')
  );
}

/** What stands before a noun or a participle, “got told”; “Harbour First” is a name. */
const ofNouns =
  /^(?:is|are|was|were|be|been|get|gets|got|getting|the|a|an|to|his|her|its|their|first)$/;

/** “what was it called”: nobody calls; “when was the call”: that is a noun. */
function isPassive(verb: string, opening: string): boolean {
  return /^(?:is|are|was|were|be|been|being)$/.test(opening) && !/ing$/.test(verb);
}

/** Whether whoever does what a verb tells is asked for as the one who says or thinks something. */
function isSoughtBy({ form }: Word, next: string): boolean {
  // “Who wants to buy it” asks who may buy it.
  if (thinking.has(form)) return next !== 'to';
  // “Who wrote it” asks for an author, “who wrote that it fell” for whoever claims it.
  return claiming.has(form) || next === 'that';
}

function isPronoun(form: string): boolean {
  return /^(?:he|she|they|it|we|you)$/.test(form);
}

/** The words before a verb back to what opens the question or an auxiliary. */
function nounBefore(words: readonly Word[], at: number): readonly Word[] {
  return words.slice(firstOfNoun(words, at), at).filter(({ form }) => !adverbs.has(form));
}

/** The word before the noun that is before a verb. */
function openingOf(words: readonly Word[], at: number): string {
  return formAt(words, firstOfNoun(words, at) - 1);
}

function firstOfNoun(words: readonly Word[], at: number): number {
  let from = at;
  while (from > 0) {
    const form = formAt(words, from - 1);
    if (auxiliaries.has(form) || asking.has(form) || openings.has(form)) break;
    from -= 1;
  }
  return from;
}

const auxiliaries: ReadonlySet<string> = new Set(
  `did does do has have had is was are were would will could can should might be been
   he she it they we you i not`.split(/\s+/),
);
const asking = new Set('who what when where why how which whom whose'.split(' '));
/** What stands before a clause: “is it true Ann said”. */
const openings = new Set('that if true'.split(' '));

function formAt(words: readonly Word[], at: number): string {
  return words[at]?.form ?? '';
}

/** “what was Ann's response”, “Ann's view on it”. */
function statementOf({ words, mentions }: Asked): SpeechPhrase | undefined {
  const at = words.findIndex(({ form }) => nounsOfSpeech.has(form));
  if (at < 1) return undefined;
  const mention = mentions.find(({ last }) => last === at - 1);
  if (mention === undefined) return undefined;
  return {
    speaker: words.slice(mention.first, mention.last + 1),
    verb: words.slice(at, at + 1),
    sought: false,
    before: undefined,
  };
}
