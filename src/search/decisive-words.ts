import type { Word } from './words.ts';

/** A word as it was written, apostrophe and capitals included. */
export interface WrittenWord extends Word {
  readonly written: string;
}

/**
 * What in a word turns, bounds or counts a claim: of “won’t” it is “will” and “not”, of “15” and
 * “fifteen” the number, of “perhaps” the doubt, of most words nothing.
 */
export function decisionsIn({ form, written }: WrittenWord): readonly string[] {
  if (/^\p{L}+['’ʼ]ll$/iu.test(written)) return ['will'];
  if (/^\p{L}+['’ʼ]d$/iu.test(written)) return ['would'];
  const verb = negated.exec(form)?.[1];
  if (verb !== undefined) return [...decisionsOf(inFull.get(verb) ?? verb), 'not'];
  return decisionsOf(form);
}

function decisionsOf(form: string): readonly string[] {
  if (denials.has(form)) return ['deny'];
  return isDecisive(form) ? [numbers.get(form) ?? form] : [];
}

/** Whether a word, such as “perhaps”, “denied” or “15”, weighs the sense by itself. */
export function isDecisive(form: string): boolean {
  return (
    negates(form) ||
    denials.has(form) ||
    hedges.has(form) ||
    numbers.has(form) ||
    /\p{N}/u.test(form)
  );
}

/**
 * The month or weekday that a word names, of “Nov” and “November” the same.
 *
 * @param inPlaceOfOne it stands where another is printed: there “march” is one without its capital
 */
export function dayNamedBy(
  { form, written }: WrittenWord,
  inPlaceOfOne: boolean,
): string | undefined {
  const isName = inPlaceOfOne || /^\p{Lu}/u.test(written) || !otherWords.has(form);
  return isName && day.test(form) ? form.slice(0, 3) : undefined;
}

export function negates(form: string): boolean {
  return negations.has(form) || negated.test(form);
}

const negations = wordSet('not no never none nobody nothing nowhere neither nor without');

/** “doesn’t”, also without its apostrophe, and “cannot”. */
const negated =
  /^(can|ca|wo|sha|do|does|did|is|are|was|were|has|have|had|would|should|could|must|might|need|ai)n(?:o)?t$/;

const inFull: ReadonlyMap<string, string> = new Map([
  ['ca', 'can'],
  ['wo', 'will'],
  ['sha', 'shall'],
]);

/** Without “declined”, as shares do, and “rejected”, as offers are. */
const denials = wordSet('deny denies denied denying');

/** Words that leave it open whether something is so. */
const hedges = wordSet(
  `may might could would will shall should must can ought
   allegedly apparently reportedly supposedly purportedly perhaps maybe possibly probably likely unlikely
   potentially arguably presumably seemingly nearly almost hardly barely scarcely rarely seldom`,
);

/** As they are written in digits. “one” is missing: it mostly stands for a person or a thing. */
const numbers: ReadonlyMap<string, string> = new Map(
  `zero=0 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13
   fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40
   fifty=50 sixty=60 seventy=70 eighty=80 ninety=90 hundred=100 thousand=1000 million=million
   billion=billion trillion=trillion dozen=12 half=half twice=twice double=double`
    .split(/\s+/)
    .map((each) => [each.replace(/=.*/, ''), each.replace(/.*=/, '')]),
);

/** Months and weekdays, also shortened: their first three letters tell which. “may” is a hedge already. */
const day =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|fri|sun)(?:days?)?|tue(?:s(?:days?)?)?|wed(?:nesdays?)?|thu(?:rs?(?:days?)?)?|sat(?:urdays?)?)$/;

/** Those that mean something else without a capital. */
const otherWords = wordSet('march mar august mon wed sat sun');

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}
