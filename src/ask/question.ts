import { type Word, wordsIn } from '../search/words.ts';
import type { AnswerKind, Measure } from './answer-kind.ts';
import { kindOfNoun, measureOfAdjective, measureOfNoun, toBe } from './asking-words.ts';

/** A question as it was read: what would be an answer to it, and which words must be found. */
export interface Question {
  readonly kind: AnswerKind;
  /** What a number or a date is to be told in. */
  readonly measure: Measure | undefined;
  /** The noun that names the answer: `law` of “what law could be used”. */
  readonly noun: Word | undefined;
  /** The words that say what it is about: no question words, no function words, not the noun. */
  readonly words: readonly Word[];
}

/**
 * Reads a question in English, well written or typed in haste: “who owns it”, “In which year did …?”,
 * “tell me why they paused”. What asks nothing is taken for the words of a thing sought.
 */
export function readQuestion(text: string): Question {
  const words = wordsIn(text.slice(0, mostLetters)).slice(0, mostWords);
  const asking = askingPlace(words);
  const ask = words[asking];
  const rest =
    asking === words.length - 1 ? turned(words.slice(0, asking)) : words.slice(asking + 1);
  const { kind, measure, noun } =
    ask === undefined ? soughtNothing(words) : sought(text, ask, rest);
  const before =
    asking < 0 || asking === words.length - 1
      ? []
      : words.slice(0, asking).filter(({ form }) => !prefaces.has(form));
  const about = [...before, ...(asking < 0 ? words : rest)].filter((word) => word !== noun);
  return {
    kind,
    measure,
    noun,
    words: contentOf(text, about, kind),
  };
}

/** “Ann Lee is who” asks what “who is Ann Lee” asks. */
function turned(before: readonly Word[]): readonly Word[] {
  const verb = before.at(-1);
  return verb !== undefined && toBe.has(verb.form) ? [verb, ...before.slice(0, -1)] : before;
}

/** Longer than any question. */
const mostWords = 60;
const mostLetters = 2000;

const questionWords = new Set(
  'who whom whose what which where when why how whos whats wheres whens whys hows'.split(' '),
);
const auxiliaries = new Set(
  'is are was were am be been do does did has have had can could will would shall should may might must'.split(
    ' ',
  ),
);
/** Words that lead up to a question: “please can you tell me in which …”. */
const prefaces = new Set(
  `in by for to from at on of with since until and so but then please tell me us can could would you
   do know say explain i we want need wonder wondering ask asking like just ok okay hi hey hello um
   the a show give find out`.split(/\s+/),
);

/** Where the word stands that asks; -1 if none does, as in “is it legal” or “the owner”. */
function askingPlace(words: readonly Word[]): number {
  for (const [place, { form }] of words.entries()) {
    if (questionWords.has(form)) return place;
    if (!prefaces.has(form)) break;
  }
  const last = words.length - 1;
  return questionWords.has(words[last]?.form ?? '') ? last : -1;
}

type Sought = Pick<Question, 'kind' | 'measure' | 'noun'>;

function kind(kind: AnswerKind, noun?: Word, measure?: Measure): Sought {
  return { kind, noun, measure };
}

function soughtNothing(words: readonly Word[]): Sought {
  return kind(auxiliaries.has(words[0]?.form ?? '') ? 'yes-no' : 'thing');
}

/** The ’s of “who’s”. */
const contracted = /(?<=^(?:who|what|where|when|why|how))s$/;

function sought(text: string, ask: Word, rest: readonly Word[]): Sought {
  switch (ask.form.replace(contracted, '')) {
    case 'who':
      return whoIsDescribed(text, ask, rest) ? kind('definition') : kind('person');
    case 'whom':
      return kind('person');
    case 'whose':
      return kind('owner');
    case 'where':
      return kind('place');
    case 'when':
      return kind('date');
    case 'why':
      return kind('reason');
    case 'how':
      return soughtByHow(rest);
    default:
      return soughtByWhat(text, ask, rest);
  }
}

/** “who is Ann Lee” asks for a description; “who is the mayor”, “who was fired” for a name. */
function whoIsDescribed(text: string, ask: Word, rest: readonly Word[]): boolean {
  const isContracted = contracted.test(ask.form);
  if (!isContracted && !toBe.has(rest[0]?.form ?? '')) return false;
  const named = isContracted ? rest : rest.slice(1);
  const [first] = named;
  if (first === undefined || asksRole.test(first.form)) return false;
  return !named.some((word) => /^(?:of|by|to|for)$/.test(word.form) || isPossessive(text, word));
}

/** What opens a role or a deed after “who is”, but no name. */
const asksRole =
  /^(?:the|a|an|in|on|at|behind|to|for|with|against|responsible|now|currently|not|.{2,}(?:ing|ed))$/;

/** “Ann’s”: what follows is what is asked for. */
function isPossessive(text: string, { start, end }: Word): boolean {
  return /['’]s?$/.test(text.slice(start, end + 1).trimEnd());
}

function soughtByHow(rest: readonly Word[]): Sought {
  const [first, second] = rest;
  if (first?.form === 'come') return kind('reason');
  if (first?.form === 'many') return kind('number', countedNoun(rest.slice(1)), 'count');
  if (first?.form === 'much') return soughtByHowMuch(second, rest);
  const measure = measureOfAdjective(first?.form ?? '');
  return measure === undefined ? kind('manner') : kind('number', undefined, measure);
}

/** After “how many” a noun stands at once, if it is not left out: “how many cars use it”. */
function countedNoun(rest: readonly Word[]): Word | undefined {
  const [first] = rest;
  return (
    nounAfter(rest) ??
    (first !== undefined && /[^s]s$/.test(first.form) && first.weight === 1 ? first : undefined)
  );
}

/** How much something changes may be told in anything: “by 18 percent”, “by half”. */
const ofChange =
  /^(?:ris(?:e|es|en|ing)|rose|fall(?:s|en|ing)?|fell|drop(?:s|ped)?|cuts?|reduc(?:e|es|ed)|increas(?:e|es|ed)|decreas(?:e|es|ed)|gr(?:ow|ew|own|ows)|gain(?:s|ed)?|los(?:e|es|t|ing)|shr(?:ink|ank|unk)|jump(?:s|ed)?|climb(?:s|ed)?|improv(?:e|es|ed))$/;

/** “how much of it” asks for a share, “how much longer” for anything, “how much debt” for a sum. */
function soughtByHowMuch(next: Word | undefined, rest: readonly Word[]): Sought {
  if (next?.form === 'of') return kind('number', undefined, 'share');
  const changes = rest.some(({ form }) => ofChange.test(form));
  if (next === undefined || next.weight < 1) {
    return kind('number', undefined, changes ? 'size' : 'money');
  }
  if (next.form.endsWith('er')) return kind('number', undefined, 'size');
  return kind('number', next, changes ? 'size' : 'money');
}

function soughtByWhat(text: string, ask: Word, rest: readonly Word[]): Sought {
  const [first] = rest;
  if (first === undefined) return kind('thing');
  if (contracted.test(ask.form)) return soughtByWhatIs(text, rest);
  if (toBe.has(first.form)) return soughtByWhatIs(text, rest.slice(1));
  if (auxiliaries.has(first.form)) {
    const asksMeaning = rest.some(({ stem }) => stem === 'mean' || stem === 'stand');
    return kind(asksMeaning ? 'definition' : 'thing');
  }
  if (/^(?:caus|led$|lead|made$|makes?$|trigger|prompt)/.test(first.form)) return kind('reason');
  const described = /^(?:kind|type|sort)s?$/.test(first.form);
  const noun = nounAfter(described ? rest.slice(2) : rest);
  return noun === undefined || described ? kind('thing', noun) : soughtByNoun(noun);
}

/** After “what is”: a thing to be described, or one that a noun names: “the price of milk”. */
function soughtByWhatIs(text: string, rest: readonly Word[]): Sought {
  if (rest.length === 0) return kind('thing');
  if (rest.some(({ form }) => /^(?:meaning|definition|meant)$/.test(form))) {
    return kind('definition');
  }
  const noun = nounOfPhrase(text, rest);
  if (noun !== undefined) return soughtByNoun(noun);
  if (rest.some(({ form }) => form === 'worth')) return kind('number', undefined, 'money');
  return kind(rest.some(({ form }) => furtherAsked.test(form)) ? 'thing' : 'definition');
}

/** `price` of “the price of milk”, `band` of “the name of the singer’s band”. */
function nounOfPhrase(text: string, rest: readonly Word[]): Word | undefined {
  const owner = rest.findIndex((word) => isPossessive(text, word));
  if (owner >= 0) return nounAfter(rest.slice(owner + 1));
  const of = rest.findIndex(({ form }) => /^(?:of|for|in|behind|between|against)$/.test(form));
  const noun = rest[of - 1];
  if (!/^the$/.test(rest[0]?.form ?? '') || of < 2 || noun === undefined) return undefined;
  if (!/^(?:name|title)s?$/.test(noun.form)) return noun;
  return nounAfter(rest.slice(of + 1).filter(({ form }) => form !== 'the')) ?? noun;
}

/** “what is it used for”, “what are they planning”: not what it is, but something about it. */
const furtherAsked =
  /^(?:used|called|made|known|named|doing|planning|saying|happening|going|like|about|said)$/;

function soughtByNoun(noun: Word): Sought {
  const measure = measureOfNoun(noun.form);
  return kind(kindOfNoun(noun.form), noun, measure);
}

/**
 * The noun at the head of some words: `law` of “federal law could be used”, `company` of “state
 * company owns it”. Before an auxiliary stands a row of nouns, the last of which is the head; else a
 * verb is among the words, and the head is what has a known kind, a plural, or comes first.
 */
function nounAfter(words: readonly Word[]): Word | undefined {
  const end = words.findIndex(({ weight }) => weight < 1);
  const row = words.slice(0, end < 0 ? words.length : end).slice(0, longestRow);
  const [first] = row;
  if (first === undefined || verbFirst.test(first.form)) return undefined;
  if (auxiliaries.has(words[row.length]?.form ?? '')) return row.at(-1);
  const likely = row.slice(0, 3);
  const isVerb = row.length === 1 && words.length > 1 && kindOfNoun(first.form) === 'thing';
  if (isVerb) return undefined;
  const known = likely.filter(({ form }) => kindOfNoun(form) !== 'thing');
  const plural = likely.find(({ form }) => /[^s]s$/.test(form));
  const isLast = plural === row.at(-1) && row.length > 1;
  return known.at(-1) ?? (isLast ? first : plural) ?? first;
}

const longestRow = 5;
/** What follows “what” at once and is no noun: “what happened”. */
const verbFirst = /^(?:happen|separat|form|chang|went|goes|comes|came|remain)/;

/** Function words as they are typed in haste. */
const shorthand = new Set(
  'u ur r w thru plz pls cant dont didnt doesnt isnt wasnt wont wouldnt couldnt werent arent whats hows'.split(
    ' ',
  ),
);

/** Words that ask or merely hold a question together, and are not to be found in its answer. */
const scaffolding = new Set(
  `mean means meaning meant definition kind type sort kinds types sorts happen happens happened
   name names anyone someone something thing things whatever exactly actually really many much
   more come please know like about tell explain stand stands`.split(/\s+/),
);

/** Function words that are content in a question: “who owns it”, “is she against it”, “is anybody ill”. */
const heavyWords = new Set(['own', 'against', 'ill']);

function contentOf(text: string, words: readonly Word[], kind: AnswerKind): readonly Word[] {
  return words.filter(
    ({ form, weight, start, end }) =>
      (weight === 1 || heavyWords.has(form) || text.slice(start, end) === 'US') &&
      !scaffolding.has(form) &&
      !questionWords.has(form) &&
      !shorthand.has(form) &&
      !(kind === 'number' && measureOfAdjective(form) !== undefined),
  );
}
