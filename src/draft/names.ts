import type { Mention } from './found-attribution.ts';
import type { Stretch } from './noun-phrase.ts';
import type { Reading, ReadSentence } from './reading.ts';
import type { Token } from './tokens.ts';

/** A name as one sentence prints it, with the title before it: “Treasury Secretary” “Ann Lee”. */
export interface NameMention extends Mention {
  readonly name: string;
  /** Token places of the name. */
  readonly tokens: Stretch;
  readonly title: Mention | undefined;
  /** “Mr” and the like: it is a person. */
  readonly courtesy: boolean;
}

const courtesies = /^(?:mr|mrs|ms|miss|dr|sir|lord|lady|dame|sen|rep|gov|gen|prof|rev)\.?$/;
const titles =
  /^(?:president|secretary|minister|chancellor|senator|representative|congressman|congresswoman|governor|mayor|speaker|leader|chairman|chairwoman|chair|director|chief|ceo|founder|co-founder|spokesman|spokeswoman|spokesperson|manager|judge|justice|general|captain|sheriff|professor|pope|king|queen|prince|princess|attorney|ambassador|candidate|nominee|analyst|strategist|adviser|advisor|executive|coach|officer|commissioner|lawmaker|democrat|republican|economist|lawyer|engineer|actor|actress|author|host|pollster|prosecutor|sergeant|colonel|admiral|bishop|reverend|dean|owner|editor|reporter|correspondent)$/;
const joining = new Set([
  'of',
  'for',
  'on',
  'in',
  'the',
  'and',
  '&',
  'de',
  'del',
  'von',
  'van',
  'der',
  'al',
  'bin',
  'la',
]);

/** Every name of an article, in the order they are printed. */
export function namesIn({ sentences }: Reading): readonly NameMention[] {
  const small = smallWords(sentences);
  return sentences.flatMap((sentence) =>
    runsOf(sentence, small).flatMap((run) => nameFrom(sentence, run)),
  );
}

/** Words that the article also prints without a capital: at a sentence's start they are no names. */
function smallWords(sentences: readonly ReadSentence[]): ReadonlySet<string> {
  return new Set(
    sentences.flatMap(({ tokens }) =>
      tokens.filter(({ capital }) => !capital).map(({ lower }) => lower),
    ),
  );
}

function runsOf({ tokens }: ReadSentence, small: ReadonlySet<string>): readonly Stretch[] {
  const runs: Stretch[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (!isName(tokens, at, small)) continue;
    const start = at;
    let end = at + 1;
    for (;;) {
      if (isName(tokens, end, small)) end += 1;
      else {
        const bridge = bridgeFrom(tokens, end, small);
        if (bridge === 0) break;
        end += bridge;
      }
    }
    runs.push({ start, end });
    at = end - 1;
  }
  return runs;
}

/** “Board of Trade for the North”: small words between capitals. */
function bridgeFrom(tokens: readonly Token[], at: number, small: ReadonlySet<string>): number {
  const members = /s$/.test(tokens[at - 1]?.lower ?? '') && /^['’]$/.test(tokens[at]?.text ?? '');
  if (members && body.test(tokens[at + 1]?.text ?? '')) return 1;
  for (let length = 1; length <= 2; length += 1) {
    const word = tokens[at + length - 1];
    if (word === undefined || word.capital || !joining.has(word.lower)) return 0;
    if (
      /^(?:in|the|and|for|on)$/.test(word.lower) &&
      !institution.test(tokens[at - 1]?.lower ?? '') &&
      length === 1
    )
      return 0;
    if (isName(tokens, at + length, small)) return length;
  }
  return 0;
}

/** What its members own: “Grid Workers’ Union”. */
const body = /^(?:Union|Trust|Association|Guild|League|Alliance|Club|Federation|Party)$/;

const institution =
  /^(?:committee|department|ministry|office|bureau|council|commission|agency|association|institute|center|centre|society|party|bank|university|investment|federation|union|board|court|house|secretary|minister|congress|school|academy|foundation|international|america)$/;

function isName(tokens: readonly Token[], at: number, small: ReadonlySet<string>): boolean {
  const token = tokens[at];
  if (token === undefined || !token.capital || isCalendar(tokens, at)) return false;
  const goesOn = tokens[at - 1]?.capital === true && tokens[at - 1]?.pos === 'PROPN';
  if (goesOn && /^(?:NUM|VERB)$/.test(token.pos)) return true;
  if (isParticiple(tokens, at)) return true;
  if (/^(?:PRON|DET|SCONJ|CCONJ|AUX|PART|INTJ|ADV|VERB|NUM)$/.test(token.pos)) return false;
  if (!goesOn && isAttributive(tokens, at)) return false;
  if (token.pos === 'ADP') return false;
  const starts = at === 0 || /^["“‘'(:—]+$/.test(tokens[at - 1]?.text ?? '');
  if (starts && token.pos !== 'PROPN') return false;
  if (starts && small.has(token.lower) && tokens[at + 1]?.pos !== 'PROPN') return false;
  return (
    token.pos === 'PROPN' ||
    token.pos === 'NOUN' ||
    (token.pos === 'ADJ' && tokens[at + 1]?.capital === true)
  );
}

const calendar =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december)s?$|^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.$|^(?:christmas|easter|thanksgiving|ramadan)$/;

function isCalendar(tokens: readonly Token[], at: number): boolean {
  const lower = tokens[at]?.lower ?? '';
  if (calendar.test(lower)) return true;
  if (lower !== 'may') return false;
  return (
    /^(?:in|since|last|this|next|until|by|early|late)$/.test(tokens[at - 1]?.lower ?? '') ||
    /^\d/.test(tokens[at + 1]?.text ?? '')
  );
}

/** “The Associated Mills”: within a sentence its capital makes it part of the name. */
function isParticiple(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    tokens[at]?.pos === 'VERB' &&
    /^the$/.test(tokens[at - 1]?.lower ?? '') &&
    next?.capital === true &&
    next.pos === 'PROPN'
  );
}

/** “Danish companies”: where somebody is from is no name. */
function isAttributive(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const adjective = /(?:ese|ish|ian|ean|can|aqi|ani|eli|rench|reek|utch|erman|wiss)$/.test(
    tokens[at]?.lower ?? '',
  );
  return adjective && next !== undefined && !next.capital && /^(?:NOUN|ADJ)$/.test(next.pos);
}

/** “mayor”, “founder” */
export function isTitle(token: Token | undefined): boolean {
  return titles.test(token?.lower ?? '');
}

function nameFrom(sentence: ReadSentence, run: Stretch): readonly NameMention[] {
  const { tokens, index } = sentence;
  let start = run.start;
  let courtesy = false;
  for (let at = run.start; at < run.end - 1; at += 1) {
    const lower = tokens[at]?.lower ?? '';
    if (courtesies.test(lower)) courtesy = true;
    if (courtesies.test(lower)) start = at + 1;
    else if (titles.test(lower)) start = afterTitle(tokens, at, run.end) ?? start;
  }
  while (start > run.start && tokens[start]?.pos !== 'PROPN' && start < run.end - 1) start += 1;
  const [first, last] = [tokens[start], tokens[run.end - 1]];
  if (first === undefined || last === undefined) return [];
  const name = sentence.text.slice(first.start, last.end);
  if (
    !/\p{L}{2}/u.test(name) ||
    courtesies.test(name.toLowerCase()) ||
    titles.test(name.toLowerCase())
  )
    return [];
  const title = titleBefore(sentence, start);
  return [
    {
      sentence: index,
      start: first.start,
      end: last.end,
      name,
      tokens: { start, end: run.end },
      title,
      courtesy,
    },
  ];
}

/** Where the name goes on after “Mayor”, “General” or “Secretary of State”; nowhere in “Council of Mayors”. */
function afterTitle(tokens: readonly Token[], at: number, end: number): number | undefined {
  const next = tokens[at + 1]?.lower ?? '';
  if (!joining.has(next))
    return tokens[at]?.lower === 'general' && end - at < 3 ? undefined : at + 1;
  const office = next === 'of' && tokens[at]?.lower === 'secretary' && end - at > 3;
  return office ? at + 3 : undefined;
}

/** The words before a name that say what its bearer is: “Deputy Mayor”, “chief engineer”. */
function titleBefore({ tokens, index }: ReadSentence, name: number): Mention | undefined {
  let end = name;
  while (end > 0 && courtesies.test(tokens[end - 1]?.lower ?? '')) end -= 1;
  const office =
    tokens[end - 2]?.lower === 'of' &&
    tokens[end - 3]?.lower === 'secretary' &&
    tokens[end - 1]?.capital === true;
  if (!office && !titles.test(tokens[end - 1]?.lower ?? '')) return undefined;
  let start = office ? end - 3 : end - 1;
  while (
    start > 0 &&
    /^(?:PROPN|NOUN|ADJ)$/.test(tokens[start - 1]?.pos ?? '') &&
    !isCalendar(tokens, start - 1)
  )
    start -= 1;
  return { sentence: index, start: tokens[start]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 };
}
