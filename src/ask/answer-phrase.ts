import type { Span } from '../record/span.ts';
import type { Word } from '../search/words.ts';
import type { ReadSentence } from './document.ts';
import { calendar, type Name } from './names-in-text.ts';
import type { Measure, Question } from './question.ts';
import { relatedness } from './related-words.ts';

/** A stretch of a sentence that might be the answer. */
export interface Phrase extends Span {
  /** Its words in the sentence, first and last. */
  readonly first: number;
  readonly last: number;
  /** From 0 to 1: how well it is the kind of thing that was asked for. */
  readonly fit: number;
}

/**
 * The phrases of a sentence that are of the kind a question seeks, apart from what the question
 * says itself. None for kinds that no short phrase answers: definitions, yes and no.
 *
 * @param asked places of the sentence that hold words of the question
 */
export function answerPhrases(
  question: Question,
  sentence: ReadSentence,
  asked: ReadonlySet<number>,
): readonly Phrase[] {
  switch (question.kind) {
    case 'person':
    case 'organisation':
    case 'place':
      return namePhrases(question, sentence, asked);
    case 'thing':
      return question.noun === undefined ? [] : namePhrases(question, sentence, asked);
    case 'date':
      return datePhrases(sentence, question.measure);
    case 'number':
      return numberPhrases(question, sentence, asked);
    case 'reason':
      return cuedPhrases(sentence, reasonCues);
    case 'manner':
      return cuedPhrases(sentence, mannerCues);
    case 'definition':
    case 'yes-no':
      return [];
  }
}

/** Whether a question asks for something that `answerPhrases` can find. */
export function seeksPhrase({ kind, noun }: Question): boolean {
  return kind !== 'definition' && kind !== 'yes-no' && (kind !== 'thing' || noun !== undefined);
}

function namePhrases(
  question: Question,
  sentence: ReadSentence,
  asked: ReadonlySet<number>,
): readonly Phrase[] {
  const phrases: Phrase[] = [];
  for (const name of sentence.names) {
    const own = unasked(name, sentence, asked);
    if (own === undefined) continue;
    const fit = nameFit(question, name, own, sentence);
    if (fit > 0) phrases.push(phrase(sentence.words, own.first, own.last, fit));
  }
  if (question.kind === 'place') phrases.push(...commonPlaces(sentence, asked));
  return phrases;
}

/** The longest run of a name's words that the question does not hold, the last of the longest. */
function unasked(
  name: Name,
  { words }: ReadSentence,
  asked: ReadonlySet<number>,
): { readonly first: number; readonly last: number } | undefined {
  if (name.entity !== undefined) {
    const isAsked = placesOf(name).some((place) => asked.has(place));
    return isAsked ? undefined : name;
  }
  let best: { first: number; last: number } | undefined;
  let first = name.first;
  for (let place = name.first; place <= name.last + 1; place += 1) {
    if (place <= name.last && !asked.has(place)) continue;
    let [from, to] = [first, place - 1];
    while (from <= to && isJoint(words[from])) from += 1;
    while (to >= from && isJoint(words[to])) to -= 1;
    if (to >= from && (best === undefined || to - from >= best.last - best.first)) {
      best = { first: from, last: to };
    }
    first = place + 1;
  }
  return best;
}

function placesOf({ first, last }: Name): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

function isJoint(word: Word | undefined): boolean {
  return word === undefined || (word.weight < 1 && word.form !== 'us');
}

/** The entity types that answer each kind of question. */
const typesOf = {
  person: { person: 1, organisation: 0.75, group: 0.6 },
  organisation: { organisation: 1, group: 0.6, product: 0.4 },
  place: { place: 1, organisation: 0.1 },
} as const satisfies Record<string, Readonly<Record<string, number>>>;

const typesOfNoun: readonly (readonly [RegExp, string])[] = [
  [/^(?:laws?|acts?|bills?|statutes?|order|legislation|treaty|rule)$/, 'law'],
  [/^(?:apps?|applications?|products?|platforms?|software|services?|devices?|games?|sites?)$/, 'product'],
];

function nameFit(
  question: Question,
  name: Name,
  own: { readonly first: number; readonly last: number },
  sentence: ReadSentence,
): number {
  const { kind, noun } = question;
  const besideNoun = noun === undefined ? 0 : nearNoun(noun, own, sentence);
  if (name.type !== undefined) {
    if (kind === 'thing') {
      const type = typesOfNoun.find(([nouns]) => nouns.test(noun?.form ?? ''))?.[1];
      return type === name.type ? 1 : Math.max(0.1, 0.8 * besideNoun);
    }
    if (kind !== 'person' && kind !== 'organisation' && kind !== 'place') return 0;
    const types: Readonly<Record<string, number>> = typesOf[kind];
    return types[name.type] ?? 0.05;
  }
  switch (kind) {
    case 'person':
      return personFit(own, sentence);
    case 'organisation':
      return Math.max(besideNoun, organisationFit(own, sentence));
    case 'place':
      return Math.max(besideNoun, placeFit(own.first, sentence));
    default:
      return Math.max(0.15, besideNoun);
  }
}

/** 1 if the noun, or a word near it in meaning, ends the name or stands right beside it. */
function nearNoun(
  noun: Word,
  { first, last }: { readonly first: number; readonly last: number },
  { words }: ReadSentence,
): number {
  const alike = (word: Word | undefined) => (word === undefined ? 0 : relatedness(noun, word));
  const within = Math.max(alike(words[last]), alike(words[first]));
  return Math.max(within, 0.8 * alike(words[last + 1]), 0.8 * alike(words[first - 1]));
}

const organisationWords =
  /^(?:inc|corp|corporation|company|co|ltd|llc|plc|group|capital|bank|university|college|school|institute|agency|committee|commission|department|ministry|council|association|party|union|club|studios?|records|network|times|post|journal|news|press|fund|foundation|partners|holdings|airlines|motors|court|senate|parliament|team)$/;
const placeWords =
  /^(?:city|county|river|island|islands|mountain|mountains|lake|street|avenue|park|states|kingdom|republic|ocean|sea|bay|valley|north|south|east|west|northern|southern|eastern|western)$/;
const demonym = /(?:ish|ese|[ai]an|ean|ench|utch)s?$/;

function personFit(
  { first, last }: { readonly first: number; readonly last: number },
  { words }: ReadSentence,
): number {
  const forms = words.slice(first, last + 1).map(({ form }) => form);
  if (forms.some((form) => placeWords.test(form))) return 0.2;
  if (forms.some((form) => organisationWords.test(form))) return 0.5;
  if (first === last && demonym.test(forms[0] ?? '')) return 0.15;
  const before = words[first - 1]?.form ?? '';
  if (/^(?:in|at|near|the)$/.test(before)) return 0.35;
  const agent = before === 'by';
  return agent || (first < last && last - first < 4) ? 1 : 0.7;
}

function organisationFit(
  { first, last }: { readonly first: number; readonly last: number },
  { words }: ReadSentence,
): number {
  const forms = words.slice(first, last + 1).map(({ form }) => form);
  if (forms.some((form) => organisationWords.test(form))) return 1;
  if (first === last && demonym.test(forms[0] ?? '')) return 0.15;
  if (forms.some((form) => placeWords.test(form))) return 0.3;
  return 0.6;
}

const placePrepositions = new Map<string, number>([
  ...'in at near outside across throughout within around inside'.split(' ').map((p) => [p, 1] as const),
  ...'from'.split(' ').map((p) => [p, 0.8] as const),
  ...'off to of on into through toward over'.split(' ').map((p) => [p, 0.5] as const),
]);

/** A name is a place as far as the word before it says so: “in”, “the south of”. */
function placeFit(first: number, { words }: ReadSentence): number {
  let at = first - 1;
  while (at >= 0 && first - at <= 4 && /^(?:the|north|south|east|west|central|downtown|coast|city|northern|southern|eastern|western|midtown)$/.test(words[at]?.form ?? '')) {
    at -= 1;
  }
  return placePrepositions.get(words[at]?.form ?? '') ?? 0.2;
}

/** Places that are no names: “in the harbour”. */
function commonPlaces(
  { words, names }: ReadSentence,
  asked: ReadonlySet<number>,
): readonly Phrase[] {
  const phrases: Phrase[] = [];
  words.forEach(({ form }, at) => {
    if (!/^(?:in|at|near|on|inside|outside|off)$/.test(form)) return;
    const article = /^(?:the|a|an|its|his|her|their)$/.test(words[at + 1]?.form ?? '') ? 1 : 0;
    const noun = at + 1 + article;
    const word = words[noun];
    if (word === undefined || word.weight < 1 || asked.has(noun)) return;
    if (/^\d/.test(word.form) || calendar.has(word.form) || /ing$/.test(word.form)) return;
    if (names.some(({ first, last }) => first <= noun && noun <= last)) return;
    phrases.push(phrase(words, at + 1, noun, 0.35));
  });
  return phrases;
}

const month =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?)';
const weekday = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const year = '(?:1[0-9]|20)\\d\\d';
const dates: readonly (readonly [RegExp, number])[] = [
  [
    new RegExp(
      `\\b(?:${weekday},? )?(?:${month} \\d{1,2}(?:st|nd|rd|th)?(?:[-–]\\d{1,2})?(?:,? ?${year})?|\\d{1,2}(?:st|nd|rd|th)? (?:of )?${month}(?:,? ${year})?|${month},? ${year})\\b`,
      'g',
    ),
    1,
  ],
  [new RegExp(`(?<![\\d$£€.,–-])\\b(?:between |from |since |until |by |in |around |circa |about )?${year}s?(?:[-–](?:${year}|\\d\\d))?\\b(?![.,]\\d|\\s?(?:people|miles|km|million))`, 'g'), 0.9],
  [/\b\d{1,4}(?:st|nd|rd|th)?(?:-century| century| BCE?| AD| CE)\b|\bAD \d{1,4}\b/g, 0.9],
  [new RegExp(`\\b(?:(?:last|next|late|early|on|this) )?${weekday}(?: (?:morning|afternoon|evening|night))?\\b`, 'g'), 0.9],
  [/\b\d{1,2}(?::\d\d)?\s?(?:a\.?m\b|p\.?m\b|o['’]clock)|\b\d{1,2}:\d\d\b/gi, 0.8],
  [new RegExp(`\\b(?:in|since|until|by|last|next|this|early|late|during) ${month}(?![\\p{L}])`, 'gu'), 0.8],
  [
    /\b(?:yesterday|today|tonight|tomorrow|(?:last|next|this|earlier this|later this|the past|past) (?:week|month|year|night|weekend|summer|winter|spring|autumn|fall)|(?:\w+ )?(?:days|weeks|months|years|hours|minutes) (?:ago|later|earlier)|the same day|midnight|noon)\b/gi,
    0.7,
  ],
];

const needed: Partial<Record<Measure, RegExp>> = {
  year: new RegExp(`${year}|century|\\bBCE?\\b|\\bAD\\b|year`),
  time: /\d\s?(?:a\.?m|p\.?m|o['’]clock)|\d:\d\d|midnight|noon|night|morning|evening|afternoon/i,
};

function datePhrases(sentence: ReadSentence, measure: Measure | undefined): readonly Phrase[] {
  if (!mayHoldDate.test(sentence.text)) return [];
  const wanted = measure === undefined ? undefined : needed[measure];
  const phrases: Phrase[] = [];
  for (const [pattern, fit] of dates) {
    for (const { 0: printed, index } of sentence.text.matchAll(pattern)) {
      const span = { start: index, end: index + printed.length };
      if (phrases.some(({ start, end }) => start < span.end && span.start < end)) continue;
      const misses = wanted !== undefined && !wanted.test(printed);
      phrases.push(phraseAt(sentence, span, misses ? 0.25 : fit));
    }
  }
  return phrases;
}

const mayHoldDate = new RegExp(
  `\\d|${weekday}|${month}|day|night|week|month|year|ago|noon|tomorrow|later|earlier`,
);

const numberWords = new Set(
  `two three four five six seven eight nine ten eleven twelve thirteen fifteen twenty thirty forty
   fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion
   billions trillion dozen dozens half third quarter one both`.split(/\s+/),
);
const magnitudes = /^(?:hundred|thousand|million|billion|trillion|dozen)s?$/;
const units: Readonly<Record<string, RegExp>> = {
  money: /^(?:dollars?|euros?|pounds?|yuan|yen|cents?|rupees?|francs?|usd|bn)$/,
  share: /^(?:percent|per|percentage|third|half|quarter)s?$/,
  duration: /^(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|seasons?|centuries|century)$/,
  distance: /^(?:km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|m|feet|foot|ft|inch(?:es)?|cm|light|yards?)$/,
};

function numberPhrases(
  question: Question,
  sentence: ReadSentence,
  asked: ReadonlySet<number>,
): readonly Phrase[] {
  const { text, words } = sentence;
  const phrases: Phrase[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined || asked.has(at)) continue;
    const isNumeral = /^\d/.test(word.form);
    if (!isNumeral && !numberWords.has(word.form)) continue;
    if (isNumeral && isDated(text, words, at)) continue;
    let last = at;
    while (numeral(words[last + 1]) && closeTo(text, words[last], words[last + 1])) last += 1;
    const fit = numberFit(question, sentence, at, last, isNumeral);
    const end = unitEnd(question, sentence, last);
    const opened = /[$£€]\s?$/.exec(text.slice(0, word.start))?.[0].length ?? 0;
    const made = phrase(words, at, end, fit);
    const percent = /^\s?%/.exec(text.slice(made.end))?.[0].length ?? 0;
    phrases.push({ ...made, start: made.start - opened, end: made.end + percent });
    at = last;
  }
  return phrases;
}

function numeral(word: Word | undefined): boolean {
  return word !== undefined && (magnitudes.test(word.form) || numberWords.has(word.form));
}

function closeTo(text: string, before: Word | undefined, after: Word | undefined): boolean {
  return text.slice(before?.end, after?.start).trim().replace('-', '') === '';
}

/** Whether a numeral is a year or a day of a month. */
function isDated(text: string, words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined) return false;
  if (calendar.has(words[at - 1]?.form ?? '') || calendar.has(words[at + 1]?.form ?? '')) return true;
  const isYear = /^(?:1[0-9]|20)\d\ds?$/.test(word.form);
  return isYear && !/[$£€]\s?$/.test(text.slice(0, word.start)) && !/^[,.]\d/.test(text.slice(word.end));
}

function numberFit(
  { noun, measure }: Question,
  { text, words }: ReadSentence,
  first: number,
  last: number,
  isNumeral: boolean,
): number {
  const nearby = words.slice(Math.max(0, first - 2), last + 5);
  const counted = noun === undefined ? 0 : Math.max(...nearby.map((word) => relatedness(noun, word)));
  const around = text.slice(Math.max(0, (words[first]?.start ?? 0) - 2), (words[last]?.end ?? 0) + 2);
  const following = words.slice(last + 1, last + 3).map(({ form }) => form);
  const plain = isNumeral ? 0.4 : 0.25;
  const hasUnit = (unit: string) => following.some((form) => units[unit]?.test(form) ?? false);
  switch (measure) {
    case 'count':
      return Math.max(plain, counted);
    case 'money':
      return /[$£€]/.test(around) || hasUnit('money') ? 1 : Math.max(0.1, counted);
    case 'share':
      return /%/.test(around) || hasUnit('share') || units['share']?.test(words[first]?.form ?? '')
        ? 1
        : 0.1;
    case 'duration':
      return hasUnit('duration') ? 1 : 0.1;
    case 'age':
      return hasUnit('duration') || words[first - 1]?.form === 'aged' ? 1 : 0.1;
    case 'distance':
      return hasUnit('distance') ? 1 : 0.2;
    default:
      return Math.max(isNumeral ? 0.6 : 0.3, counted, hasUnit('distance') ? 0.8 : 0);
  }
}

/** The last word of a number with what it counts: “168 lives”, “15 second videos”. */
function unitEnd({ measure }: Question, { text, words }: ReadSentence, last: number): number {
  const next = words[last + 1];
  if (next === undefined || next.weight < 1 || !closeTo(text, words[last], next)) return last;
  if (measure === 'money' && /[$£€]/.test(text)) return last;
  return /^\p{L}/u.test(next.form) ? last + 1 : last;
}

const reasonCues: readonly (readonly [RegExp, number])[] = [
  [
    /\b(?:because(?: of)?|due to|owing to|thanks to|in order to|so that|so as to|on the grounds|as a result of|caused by|prompted by|in response to|responding to|citing|blam(?:ed|ing)|the reason|attribut\w+ to|stem\w* from|triggered by|led to|out of (?:fear|concern))\b/gi,
    1,
  ],
  [/\b(?:after|amid|since|following|over (?:fears?|concerns?)|pos(?:e|es|ing) an?|as part of|in exchange for|in return for|for fear)\b/gi, 0.6],
  [/\b(?:as|to|for|that|when)\b/gi, 0.2],
];

const mannerCues: readonly (readonly [RegExp, number])[] = [
  [/\b(?:by (?:the )?\w+ing|by means of|through|using|with the (?:help|use) of|via|thanks to|under (?:the )?\w+)\b/gi, 0.8],
  [/\b(?:by|with|from|of)\b/gi, 0.3],
];

/** From a word such as “because” to the end of its clause. */
function cuedPhrases(
  sentence: ReadSentence,
  cues: readonly (readonly [RegExp, number])[],
): readonly Phrase[] {
  for (const [pattern, fit] of cues) {
    const found = [...sentence.text.matchAll(pattern)].map(({ index }) =>
      phraseAt(sentence, { start: index, end: clauseEnd(sentence.text, index) }, fit),
    );
    if (found.length > 0) return found;
  }
  return [];
}

function clauseEnd(text: string, from: number): number {
  const stop = /[,;:.”"](?:\s|$)/g;
  stop.lastIndex = from + 12;
  return stop.exec(text)?.index ?? text.length;
}

function phrase(words: readonly Word[], first: number, last: number, fit: number): Phrase {
  return { first, last, fit, start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 };
}

function phraseAt({ words }: ReadSentence, span: Span, fit: number): Phrase {
  let first = words.findIndex(({ end }) => end > span.start);
  if (first < 0) first = Math.max(0, words.length - 1);
  let last = first;
  while ((words[last + 1]?.start ?? span.end) < span.end) last += 1;
  return { ...span, first, last, fit };
}
