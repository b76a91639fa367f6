import { type Word, wordsIn } from '../search/words.ts';
import { kindOfNoun, measureOfAdjective, measureOfNoun, toBe } from './asking-words.ts';

/** A question as it was read: what would be an answer to it, and which words must be found. */
export interface Question {
  readonly text: string;
  readonly kind: AnswerKind;
  /** What a number or a date is to be told in. */
  readonly measure: Measure | undefined;
  /** The noun that names the answer: `law` of “what law could be used”. */
  readonly noun: Word | undefined;
  /** The words that say what it is about: no question words, no function words, not the noun. */
  readonly words: readonly Word[];
  /** What stands in quotation marks, without them. */
  readonly quoted: readonly string[];
}

export type AnswerKind =
  | 'person'
  | 'organisation'
  | 'place'
  | 'date'
  | 'number'
  | 'reason'
  | 'manner'
  | 'definition'
  | 'thing'
  | 'yes-no';

export type Measure =
  | 'count'
  | 'money'
  | 'share'
  | 'duration'
  | 'age'
  | 'distance'
  | 'size'
  | 'year'
  | 'day'
  | 'time';

/**
 * Reads a question in English, well written or typed in haste: “who owns it”, “In which year did …?”,
 * “tell me why they paused”. What asks nothing is taken for the words of a thing sought.
 */
export function readQuestion(text: string): Question {
  const words = wordsIn(text).slice(0, mostWords);
  const asking = askingPlace(words);
  const ask = words[asking];
  const rest = words.slice(asking + 1);
  const { kind, measure, noun } = ask === undefined ? soughtNothing(words) : sought(ask, rest);
  const before = asking < 0 ? [] : words.slice(0, asking).filter(({ form }) => !prefaces.has(form));
  const about = [...before, ...(asking < 0 ? words : rest)].filter((word) => word !== noun);
  return { text, kind, measure, noun, words: contentOf(about, kind), quoted: quotedIn(text) };
}

/** Longer than any question. */
const mostWords = 60;

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

function sought(ask: Word, rest: readonly Word[]): Sought {
  switch (ask.form.replace(/(?<=wh.+|how)s$/, '')) {
    case 'who':
      return whoIsDescribed(ask, rest) ? kind('definition') : kind('person');
    case 'whom':
    case 'whose':
    case 'who_':
      return kind('person');
    case 'where':
      return kind('place');
    case 'when':
      return kind('date');
    case 'why':
      return kind('reason');
    case 'how':
      return soughtByHow(rest);
    default:
      return ask.form === 'whose' ? kind('person') : soughtByWhat(ask, rest);
  }
}

/** “who is Ann Lee” asks for a description, “who is the mayor” and “who was elected” for a name. */
function whoIsDescribed(ask: Word, rest: readonly Word[]): boolean {
  const [first, second] = ask.form === 'whos' ? [ask, rest[0]] : rest;
  if (first === undefined || second === undefined) return false;
  if (first !== ask && !toBe.has(first.form)) return false;
  const named = rest.slice(first === ask ? 0 : 1);
  const asksRole = /^(?:the|a|an|in|on|at|behind|to|for|with|against|responsible)$/;
  if (asksRole.test(second.form)) return false;
  return !named.some(({ form }) => /^(?:of|by|to|for)$|.(?:ing|ed)$/.test(form));
}

function soughtByHow(rest: readonly Word[]): Sought {
  const [first, second, third] = rest;
  if (first === undefined) return kind('manner');
  if (first.form === 'come') return kind('reason');
  if (first.form === 'many') return kind('number', nounAfter(rest.slice(1)), 'count');
  if (first.form === 'much') {
    const of = second?.form === 'of' ? third : second;
    const counted = of !== undefined && of.weight === 1 ? of : undefined;
    const isShare = second?.form === 'of';
    return kind('number', isShare ? undefined : counted, isShare ? 'share' : 'money');
  }
  const measure = measureOfAdjective(first.form);
  return measure === undefined ? kind('manner') : kind('number', undefined, measure);
}

function soughtByWhat(ask: Word, rest: readonly Word[]): Sought {
  const first = ask.form.endsWith('s') && ask.form !== 'whats' ? undefined : rest[0];
  if (first === undefined) return kind('thing');
  if (ask.form === 'whats') return soughtByWhatIs(rest);
  if (toBe.has(first.form)) return soughtByWhatIs(rest.slice(1));
  if (auxiliaries.has(first.form)) {
    return rest.some(({ stem }) => stem === 'mean') || rest.at(-1)?.form === 'for'
      ? kind(rest.some(({ stem }) => stem === 'mean' || stem === 'stand') ? 'definition' : 'thing')
      : kind('thing');
  }
  if (/^(?:caus|led|made|lead|make|trigger|prompt)/.test(first.form)) return kind('reason');
  const described = /^(?:kind|type|sort)s?$/.test(first.form);
  const noun = described ? nounAfter(rest.slice(2)) : nounAfter(rest);
  if (noun === undefined || described) return kind('thing', noun);
  return soughtByNoun(noun);
}

/** After “what is”: a thing to be described, or one that a noun names: “the price of milk”. */
function soughtByWhatIs(rest: readonly Word[]): Sought {
  const [first] = rest;
  if (first === undefined) return kind('thing');
  if (/\b(?:meaning|definition|meant)\b/.test(rest.map(({ form }) => form).join(' '))) {
    return kind('definition');
  }
  const of = rest.findIndex(({ form }) => /^(?:of|for|in|behind|between|against)$/.test(form));
  if (first.form === 'the' && of > 1) {
    const noun = rest[of - 1];
    if (noun !== undefined && /^(?:name|title)s?$/.test(noun.form)) {
      return soughtByNoun(nounAfter(rest.slice(of + 1)) ?? noun);
    }
    return noun === undefined ? kind('thing') : soughtByNoun(noun);
  }
  return rest.some(({ form }) => furtherAsked.test(form)) ? kind('thing') : kind('definition');
}

/** “what is it used for”, “what are they planning”: not what it is, but something about it. */
const furtherAsked =
  /^(?:used|called|made|known|named|doing|planning|saying|happening|going|like|about|worth|said)$/;

function soughtByNoun(noun: Word): Sought {
  const measure = measureOfNoun(noun.form);
  return kind(kindOfNoun(noun.form), noun, measure);
}

/** The last word of a row of nouns and adjectives: `law` of “federal law could …”. */
function nounAfter(words: readonly Word[]): Word | undefined {
  let noun: Word | undefined;
  for (const word of words.slice(0, 3)) {
    if (word.weight < 1 || auxiliaries.has(word.form)) break;
    if (noun !== undefined && kindOfNoun(noun.form) !== 'thing') break;
    if (noun !== undefined && !word.form.endsWith('s')) break;
    noun = word;
  }
  return noun;
}

/** Words that ask or merely hold a question together, and are not to be found in its answer. */
const scaffolding = new Set(
  `mean means meaning meant definition kind type sort kinds types sorts happen happens happened
   name names called anyone someone something thing things whatever exactly actually really many much
   come please know like about tell explain stand stands`.split(/\s+/),
);

function contentOf(words: readonly Word[], kind: AnswerKind): readonly Word[] {
  const measured = kind === 'number' && words[0] !== undefined ? words.slice(0) : words;
  const content = measured.filter(
    ({ form, weight }) =>
      (weight === 1 || form === 'own') &&
      !scaffolding.has(form) &&
      !questionWords.has(form) &&
      !(kind === 'number' && measureOfAdjective(form) !== undefined),
  );
  if (content.length > 0) return content;
  return words.filter(({ form }) => !auxiliaries.has(form) && !questionWords.has(form));
}

const quotation = /["“”„«]([^"“”„«»]+)["“”»]/g;

function quotedIn(text: string): readonly string[] {
  return [...text.matchAll(quotation)].map(([, inside = '']) => inside.trim()).filter(Boolean);
}
