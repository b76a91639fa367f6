import type { Measure } from './answer-kind.ts';
import type { ReadSentence } from './document.ts';
import { type Phrase, phraseAt } from './phrase.ts';

/** The dates and times of day in a sentence; those in another measure than was asked for fit less. */
export function datePhrases(
  sentence: ReadSentence,
  measure: Measure | undefined,
): readonly Phrase[] {
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

const mayHoldDate = new RegExp(
  `\\d|${weekday}|${month}|day|night|week|month|year|ago|noon|tomorrow|later|earlier`,
);
