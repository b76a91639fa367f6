import type { Span } from '../record/span.ts';
import type { Word } from '../search/words.ts';
import type { Measure } from './answer-kind.ts';
import type { ReadSentence } from './document.ts';
import { calendar, type Name } from './names-in-text.ts';
import type { Question } from './question.ts';

/** Words of a sentence, `first` to `last`, both included. */
interface Run {
  readonly first: number;
  readonly last: number;
}

/** A stretch of a sentence that might be the answer. */
export interface Phrase extends Span, Run {
  /** From 0 to 1: how well it is the kind of thing that was asked for. */
  readonly fit: number;
}

/** What a sentence holds of a question. */
export interface Asked {
  /** The places of the sentence where words of the question stand. */
  readonly places: ReadonlySet<number>;
  /** The known entities the question names. */
  readonly entities: ReadonlySet<number>;
  /** How near each term of the document is to the noun that names the answer, if it is near. */
  readonly noun: ReadonlyMap<number, number>;
}

/**
 * The phrases of a sentence that are of the kind a question seeks, apart from what the question
 * says itself. None for kinds that no short phrase answers: definitions, yes and no.
 */
export function answerPhrases(
  question: Question,
  sentence: ReadSentence,
  asked: Asked,
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
      return reasonPhrases(sentence);
    case 'manner':
    case 'definition':
    case 'yes-no':
      return [];
  }
}

function namePhrases(question: Question, sentence: ReadSentence, asked: Asked): readonly Phrase[] {
  const phrases: Phrase[] = [];
  for (const name of sentence.names) {
    if (name.entity !== undefined && asked.entities.has(name.entity)) continue;
    const own = name.entity === undefined ? unasked(name, sentence, asked.places) : name;
    if (own === undefined) continue;
    const fit = nameFit(question, name.type, own, sentence, asked);
    if (fit > 0) phrases.push(phrase(sentence.words, own.first, own.last, fit));
  }
  return phrases;
}

/** The longest run of a name's words that the question does not hold, the last of the longest. */
function unasked(name: Name, { words }: ReadSentence, asked: ReadonlySet<number>): Run | undefined {
  let best: Run | undefined;
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
  [
    /^(?:apps?|applications?|products?|platforms?|software|services?|devices?|games?|sites?)$/,
    'product',
  ],
];

/** The type of entity that a noun names: `law` of “what law”. */
export function typeOfNoun(form: string): string | undefined {
  return typesOfNoun.find(([nouns]) => nouns.test(form))?.[1];
}

function nameFit(
  { kind, noun }: Question,
  type: string | undefined,
  own: Run,
  sentence: ReadSentence,
  asked: Asked,
): number {
  const beside = besideNoun(own, sentence, asked);
  if (kind === 'thing') {
    const sought = typeOfNoun(noun?.form ?? '');
    return type !== undefined && type === sought ? 1 : Math.max(0.15, beside);
  }
  if (kind !== 'person' && kind !== 'organisation' && kind !== 'place') return 0;
  const said = { person: personFit, organisation: organisationFit, place: placeFit }[kind];
  if (type === undefined) return Math.max(said(own, sentence), kind === 'person' ? 0 : beside);
  const fits: Readonly<Record<string, number>> = typesOf[kind];
  const fit = fits[type] ?? 0.05;
  return kind === 'place' ? fit * Math.max(0.4, placeFit(own, sentence)) : fit;
}

/** 1 if the noun, or a word near it in meaning, ends or begins the name; less right beside it. */
function besideNoun({ first, last }: Run, { terms }: ReadSentence, { noun }: Asked): number {
  const alike = (place: number) => noun.get(terms[place] ?? -1) ?? 0;
  const within = Math.max(alike(last), alike(first));
  return Math.max(within, 0.8 * alike(last + 1), 0.8 * alike(first - 1));
}

const organisationWords =
  /^(?:inc|corp|corporation|company|co|ltd|llc|plc|group|capital|bank|university|college|school|institute|agency|committee|commission|department|ministry|council|association|party|union|club|studios?|records|network|times|post|journal|news|press|fund|foundation|partners|holdings|airlines|motors|court|senate|parliament|team)$/;
const placeWords =
  /^(?:city|county|river|island|islands|mountain|mountains|lake|street|avenue|park|states|kingdom|republic|ocean|sea|bay|valley|north|south|east|west|northern|southern|eastern|western)$/;
const demonym = /(?:ish|ese|[ai]an|ean|ench|utch)s?$/;

function personFit({ first, last }: Run, { words }: ReadSentence): number {
  const forms = words.slice(first, last + 1).map(({ form }) => form);
  if (forms.some((form) => placeWords.test(form))) return 0.2;
  if (forms.some((form) => organisationWords.test(form))) return 0.5;
  if (first === last && demonym.test(forms[0] ?? '')) return 0.15;
  const before = words[first - 1]?.form ?? '';
  if (/^(?:in|at|near|the)$/.test(before)) return 0.35;
  const agent = before === 'by';
  return agent || (first < last && last - first < 4) ? 1 : 0.7;
}

function organisationFit({ first, last }: Run, { words }: ReadSentence): number {
  const forms = words.slice(first, last + 1).map(({ form }) => form);
  if (forms.some((form) => organisationWords.test(form))) return 1;
  if (first === last && demonym.test(forms[0] ?? '')) return 0.15;
  if (forms.some((form) => placeWords.test(form))) return 0.3;
  return 0.6;
}

const placePrepositions = new Map<string, number>([
  ...'in at near outside across throughout within around inside'
    .split(' ')
    .map((p) => [p, 1] as const),
  ...'from'.split(' ').map((p) => [p, 0.8] as const),
  ...'off to of on into through toward over'.split(' ').map((p) => [p, 0.5] as const),
]);

/** A name is a place as far as the word before it says so: “in”, “the south of”. */
function placeFit({ first }: Run, { words }: ReadSentence): number {
  let at = first - 1;
  while (
    at >= 0 &&
    first - at <= 4 &&
    /^(?:the|north|south|east|west|central|downtown|coast|city|northern|southern|eastern|western|midtown)$/.test(
      words[at]?.form ?? '',
    )
  ) {
    at -= 1;
  }
  return placePrepositions.get(words[at]?.form ?? '') ?? 0.2;
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
  [
    new RegExp(
      `(?<![\\d$£€.,–-])\\b(?:between |from |since |until |by |in |around |circa |about )?${year}s?(?:[-–](?:${year}|\\d\\d))?\\b(?![.,]\\d|\\s?(?:people|miles|km|million))`,
      'g',
    ),
    0.9,
  ],
  [/\b\d{1,4}(?:st|nd|rd|th)?(?:-century| century| BCE?| AD| CE)\b|\bAD \d{1,4}\b/g, 0.9],
  [
    new RegExp(
      `\\b(?:(?:last|next|late|early|on|this) )?${weekday}(?: (?:morning|afternoon|evening|night))?\\b`,
      'g',
    ),
    0.9,
  ],
  [/\b\d{1,2}(?::\d\d)?\s?(?:a\.?m\b|p\.?m\b|o['’]clock)|\b\d{1,2}:\d\d\b/gi, 0.8],
  [
    new RegExp(
      `\\b(?:in|since|until|by|last|next|this|early|late|during) ${month}(?![\\p{L}])`,
      'gu',
    ),
    0.8,
  ],
  [
    /\b(?:yesterday|today|tonight|tomorrow|(?:last|next|this|earlier this|later this|the past|past) (?:week|month|year|night|weekend|summer|winter|spring|autumn|fall)|(?:\w+ )?(?:days|weeks|months|years|hours|minutes) (?:ago|later|earlier)|the same day|midnight|noon)\b/gi,
    0.7,
  ],
];

const needed: Partial<Record<Measure, RegExp>> = {
  day: /\d{1,2} \p{L}|\p{L} \d{1,2}\b|day|yesterday|tonight|tomorrow/u,
  year: new RegExp(`${year}|century|\\bBCE?\\b|\\bAD\\b|year`),
  time: /\d\s?(?:a\.?m|p\.?m|o['’]clock)|\d:\d\d|midnight|noon|night|morning|evening|afternoon/i,
};

/** Whether a date is told in what was asked for: of “what day”, not “in March”. */
function tellsMeasure(printed: string, measure: Measure | undefined): boolean {
  const wanted = measure === undefined ? undefined : needed[measure];
  return wanted?.test(printed) ?? true;
}

function datePhrases(sentence: ReadSentence, measure: Measure | undefined): readonly Phrase[] {
  if (!mayHoldDate.test(sentence.text)) return [];
  const phrases: Phrase[] = [];
  for (const [pattern, fit] of dates) {
    for (const { 0: printed, index } of sentence.text.matchAll(pattern)) {
      const span = { start: index, end: index + printed.length };
      if (phrases.some(({ start, end }) => start < span.end && span.start < end)) continue;
      const misses = !tellsMeasure(printed, measure);
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
const units = {
  money: /^(?:dollars?|euros?|pounds?|yuan|yen|cents?|rupees?|francs?|usd|bn)$/,
  share: /^(?:percent|per|percentage|third|half|quarter)s?$/,
  duration:
    /^(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|seasons?|centuries|century)$/,
  distance:
    /^(?:km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|m|feet|foot|ft|inch(?:es)?|cm|light|yards?)$/,
};

function numberPhrases(
  question: Question,
  sentence: ReadSentence,
  asked: Asked,
): readonly Phrase[] {
  const { text, words } = sentence;
  const phrases: Phrase[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined || asked.places.has(at)) continue;
    const isNumeral = /^\d/.test(word.form);
    if (!isNumeral && !numberWords.has(word.form)) continue;
    if (isNumeral && isDated(text, words, at)) continue;
    let last = at;
    while (numeral(words[last + 1]) && closeTo(text, words[last], words[last + 1])) last += 1;
    const fit = numberFit(question.measure, sentence, { first: at, last }, asked);
    const end = unitEnd(question, sentence, last);
    const opened = /[$£€]\s?$/.exec(text.slice(0, word.start))?.[0].length ?? 0;
    const made = phrase(words, at, end, fit);
    const percent = /^\s?%/.exec(text.slice(made.end))?.[0].length ?? 0;
    phrases.push({ ...made, start: made.start - opened, end: made.end + percent });
    at = last;
  }
  return phrases;
}

/** “a third”, “half”. */
function isFraction(word: Word | undefined): boolean {
  return /^(?:half|third|quarter|most)s?$/.test(word?.form ?? '');
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
  if (calendar.has(words[at - 1]?.form ?? '') || calendar.has(words[at + 1]?.form ?? ''))
    return true;
  const isYear = /^(?:1[0-9]|20)\d\ds?$/.test(word.form);
  return (
    isYear && !/[$£€]\s?$/.test(text.slice(0, word.start)) && !/^[,.]\d/.test(text.slice(word.end))
  );
}

function numberFit(
  measure: Measure | undefined,
  { text, words, terms }: ReadSentence,
  { first, last }: Run,
  { noun }: Asked,
): number {
  const nearby = terms.slice(Math.max(0, first - 2), last + 5);
  const counted = Math.max(0, ...nearby.map((term) => noun.get(term) ?? 0));
  const from = words[first]?.start ?? 0;
  const around = text.slice(Math.max(0, from - 2), (words[last]?.end ?? 0) + 2);
  const following = words.slice(last + 1, last + 3).map(({ form }) => form);
  const hasUnit = (unit: RegExp) => following.some((form) => unit.test(form));
  const isNumeral = /^\d/.test(words[first]?.form ?? '');
  switch (measure) {
    case 'count':
      if (/[$£€%]/.test(around)) return 0.1;
      return noun.size > 0 ? Math.max(0.2, counted) : isNumeral ? 0.4 : 0.35;
    case 'money':
      return /[$£€]/.test(around) || hasUnit(units.money) ? 1 : Math.max(0.1, counted);
    case 'share':
      return /%/.test(around) || hasUnit(units.share) || isFraction(words[first]) ? 1 : 0.1;
    case 'duration':
      if (!hasUnit(units.duration)) return 0.1;
      return lasting.test(text.slice(0, from)) ? 1 : 0.7;
    case 'age':
      return following.includes('old') || words[first - 1]?.form === 'aged' || isAge(around)
        ? 1
        : 0.1;
    case 'distance':
      return hasUnit(units.distance) ? 1 : 0.2;
    default:
      return Math.max(isNumeral ? 0.6 : 0.3, counted, hasUnit(units.distance) ? 0.8 : 0);
  }
}

/** What leads up to how long something goes on; “within two years” does not. */
const lasting = /\b(?:over|for|lasted|takes?|took|during|of|after|lasts|spent)(?: \w+)? ?$/i;

/** “Ann Lee, 79, said”. */
function isAge(around: string): boolean {
  return /^, \d{1,3},/.test(around);
}

/** The last word of a number with what it counts: “168 lives”, “15 second videos”. */
function unitEnd({ measure }: Question, { text, words }: ReadSentence, last: number): number {
  const next = words[last + 1];
  if (next === undefined || next.weight < 1 || !closeTo(text, words[last], next)) return last;
  if (measure === 'money' && /[$£€]/.test(text)) return last;
  return /^\p{L}/u.test(next.form) ? last + 1 : last;
}

const reasonCue =
  /\b(?:because|due to|owing to|thanks to|in order to|so that|so as to|on the grounds|as a result of|caused by|prompted by|in response to|responding to|citing(?! (?:\w+ )?(?:people|persons?|sources?|officials))|blam(?:ed|ing)|the reason|attribut\w+ to|stem\w* from|triggered by|led to|out of (?:fear|concern)|after|amid|since|following|over (?:fears?|concerns?)|pos(?:e|es|ing) an?|as part of|in exchange for|in return for|for fear|but|if|unless)\b/gi;

/** From a word such as “because” to the end of its clause. */
function reasonPhrases(sentence: ReadSentence): readonly Phrase[] {
  return [...sentence.text.matchAll(reasonCue)].map(({ index }) =>
    phraseAt(sentence, { start: index, end: clauseEnd(sentence.text, index) }, 1),
  );
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
