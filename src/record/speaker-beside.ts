import type { Span } from './span.ts';

/**
 * The words for somebody who speaks close to a name, or for whom it is the name of, with the name:
 * “a person close to Lee”, “Lee’s lawyer”. Whoever they are, they are not Lee.
 */
export function speakerBeside(text: string, name: Span): Span | undefined {
  const owned = owning.exec(text.slice(name.end));
  if (owned !== null) return { start: name.start, end: name.end + owned[0].length };
  const before = text.slice(0, name.start);
  const close = closeTo.exec(before.slice(-longest));
  if (close === null) return undefined;
  const end = name.start - close[0].length;
  return { start: end - (leading.exec(before.slice(0, end))?.[0].length ?? 0), end: name.end };
}

/** In characters; more than any such words have. */
const longest = 120;

const people =
  'person|people|someone|somebody|those|(?:wo)?m[ae]n|sources?|insiders?|officials?|executives?|employees?|workers?|staff(?:ers?)?|managers?|directors?|chief executive|head|lawyers?|attorneys?|solicitors?|aides?|advis[eo]rs?|assistants?|ally|allies|associates?|colleagues?|friends?|relatives?|neighbou?rs?|bankers?|investors?|shareholders?|members?|analysts?|diplomats?|spokes(?:man|woman|person|men|women|people)|representatives?';

const besides =
  '(?:(?:very )?(?:close|near|loyal) )?to|(?:familiar|working) with|briefed (?:on|by)|with (?:\\p{Ll}+ )?knowledge of|(?:working|speaking|acting) (?:for|at|on behalf of)|of|for|from|at|in|near|inside|within|with';

const titles =
  'Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Dame|Deputy|Vice|Prime|First|Chief|Executive|President|Minister|Chancellor|Secretary|Senator|Sen|Representative|Rep|Governor|Gov|General|Gen|Mayor|Speaker|Chair(?:wo)?man|Judge|Justice|King|Queen|Prince|Princess|Pope';

/** “former President ”, “then mayor ” */
const titled = `(?:(?:former|then|${titles}|${titles.toLowerCase()})\\.? ){0,4}`;

/** “person close to Mayor ” before a name; “chief executive of Ashby Mills ” is the office of whose name it is. */
const closeTo = new RegExp(`(?<![\\p{L}-])(?:${people}) (?:${besides}) (?:the )?${titled}$`, 'u');

/** “a senior ” before a person. */
const leading =
  /(?:(?:an?|the|one|two|three|four|five|six|some|several|many|other|another) (?:(?!(?:and|but|or|as|an?|the) )[\p{Ll}-]+ ){0,2}|(?:senior|former|other) )$/iu;

/** “’s lawyer” after a name. */
const owning = new RegExp(
  `^['’]s? (?:\\p{Ll}+ ){0,2}?(?:${people}|office|team|campaign|camp|family|wife|husband|mother|father|son|daughter|brother|sister)(?![\\p{L}-])`,
  'u',
);
