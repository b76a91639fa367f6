/** Whether a text is nothing but a date, in words or in figures, be there such a day or not. */
export function readsAsDate(text: string): boolean {
  const words = text
    .trim()
    .toLowerCase()
    .split(/[\s,]+/);
  return words.some((word) => dated.test(word)) && words.every((word) => within.test(word));
}

const weekday = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?';
const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const stretch = '(?:days?|nights?|weeks?|weekends?|months?|years?)';
const relative = '(?:yesterday|today|tonight|tomorrow)';
const figures = '\\d{1,4}(?:[-./]\\d{1,4})+';

const dated = new RegExp(`^(?:${weekday}|${month}|${stretch}|${relative}|${figures})\\.?$`, 'u');
const within = new RegExp(
  `^(?:${weekday}|${month}|${stretch}|${relative}|${figures}|\\d{1,4}(?:st|nd|rd|th)?|one|two|three|four|five|six|last|next|this|past|the|of|on|in|an?|ago|early|earlier|late|later|before|after|morning|afternoon|evening)\\.?$`,
  'u',
);
