import type { Word } from '../search/words.ts';
import type { Measure } from './answer-kind.ts';
import type { ReadSentence } from './document.ts';
import { calendar } from './names-in-text.ts';
import { type Asked, type Phrase, phraseOf, type Run } from './phrase.ts';
import type { Question } from './question.ts';

/** The numbers in a sentence, with their units, that are no dates. */
export function numberPhrases(
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
    if (isRange(words, at, last)) last += 2;
    const fit = numberFit(question.measure, sentence, { first: at, last }, asked);
    const end = unitEnd(question, sentence, last);
    const opened = /[$£€]\s?$/.exec(text.slice(0, word.start))?.[0].length ?? 0;
    const made = phraseOf(words, at, end, fit);
    const percent = /^\s?%/.exec(text.slice(made.end))?.[0].length ?? 0;
    phrases.push({ ...made, start: made.start - opened, end: made.end + percent });
    at = last;
  }
  return phrases;
}

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

/** “10 to 12 months”; but “from 10 to 12” is a change. */
function isRange(words: readonly Word[], first: number, last: number): boolean {
  const next = words[last + 2];
  return (
    words[first - 1]?.form !== 'from' &&
    words[last + 1]?.form === 'to' &&
    (numeral(next) || /^\d/.test(next?.form ?? ''))
  );
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
      if (counted === 0 && (hasUnit(units.duration) || hasUnit(units.distance))) return 0.1;
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
