import { reportingVerbs } from '../record/reporting-verbs.ts';
import { sentenceSpans } from '../record/sentence-boundary.ts';
import type { Span } from '../record/span.ts';
import type { Entity } from '../record/story.ts';
import type { Names } from '../search/names.ts';
import { nameAtEnd, nameAtStart, wholeName } from './name-beside.ts';

/** Whom a message credits with a quote, and with saying it or the opposite. */
export interface Credited {
  /** Several where a name may mean several, often nobody. */
  readonly entities: readonly Entity[];
  /** “denied that …” is denied, “never said …” and “refused to say …” are unsaid. */
  readonly as: 'said' | 'denied' | 'unsaid';
}

/**
 * Whom a message credits with each of its quotes: by a verb before it (“Ann said”), by one after it
 * (“said Ann”), or by a name set beside it (“Ann:”, “-- Ann”, “(Ann)”).
 *
 * @param quotes where its quotes stand, with their marks, in order
 */
export function creditsIn(
  message: string,
  quotes: readonly Span[],
  names: Names,
): readonly Credited[] {
  const masked = withoutQuotes(message, quotes);
  const credits: Credit[] = [];
  for (const [at, quote] of quotes.entries()) {
    const next = quotes[at + 1]?.start ?? masked.length;
    const last = credits.at(-1);
    const between = masked.slice(quotes[at - 1]?.end ?? 0, quote.start);
    const lead = leadOf(masked, quote.start, names);
    const taken = lead !== undefined && lead.cue < (last?.end ?? 0);
    const own = taken ? undefined : lead;
    const credit = own ?? tailOf(masked, quote.end, next, names);
    const goesOn = taken || (last !== undefined && goesOnFrom(between, quote.start, last));
    credits.push(credit ?? (goesOn && last !== undefined ? last : none));
  }
  return credits;
}

/** Where a message without quotes tells what it credits somebody with: “Ann said it is so”, “Ann: it is so”. */
export function toldIn(message: string, names: Names): Span | undefined {
  const [opening = '', name = ''] = toldFirst.exec(message) ?? [];
  const known = opening.length < message.length && wholeName(name, names).length > 0;
  return known ? { start: opening.length, end: message.length } : undefined;
}

interface Credit extends Credited {
  /** Where the words that give the credit begin and, of those after a quote, where they end. */
  readonly cue: number;
  readonly end: number;
}

const none: Credit = { entities: [], as: 'said', cue: 0, end: 0 };
const blank = '\uFFFC';

/** What is quoted credits nobody; as long as it was, so that places stay the same. */
function withoutQuotes(message: string, quotes: readonly Span[]): string {
  let masked = message;
  for (const { start, end } of quotes) {
    masked = masked.slice(0, start) + blank.repeat(end - start) + masked.slice(end);
  }
  return masked;
}

/** “One,” said Ann. “Two” and “three”: what nobody else is credited with goes on with Ann. */
function goesOnFrom(between: string, start: number, { entities, as, end }: Credit): boolean {
  if (entities.length === 0 || as !== 'said') return false;
  const since = end === 0 ? between : between.slice(Math.max(0, between.length - (start - end)));
  return /^[\s,;.…]*(?:(?:and|or|but)\b)?\s*(?:that\b)?[\s,]*$/.test(since);
}

const verb = `${reportingVerbs}|say|saying|tell|telling|claim|claiming|called|calls|calling|stated|states|tweets|writes|asked|asks|declared|declares|declaring|explained|explains|noted|notes|posted|responded|responds`;
const lastCue = new RegExp(`^.*\\b(${verb}|per)\\b`, 'isu');
const denying = String.raw`den(?:y|ied|ies|ying)(?:\s+that\s+(?:he|she|they|it))?`;
const negation =
  /\b(?:not|never|nobody|neither|nor|without|cannot|deny|den(?:ied|ies|ying)|refus(?:ed|es|ing)|declin(?:ed|es|ing)|false|untrue)\b|n['’]t\b/iu;

/** What stands between a subject and a verb of saying that tells they did not: “Ann has never”, “Ann refused to”. */
const unsaid = new RegExp(
  String.raw`\b(?:(?:(?:has|have|had|did|does|do|would|could|will|can)\s+)?(?:not|never)|cannot|\p{L}+n['’]t|${denying}|(?:refus|declin)(?:e|es|ed|ing)\s+to)(?:\s+\p{L}+ly|\s+(?:ever|even|having))*\s*$`,
  'iu',
);

/** “Ann: “one”, Bob: “two””: a name stands by itself after the quote before it. */
const nameWithColon = /^[\s.,;…–—-]*(?:(?:and|but|while)\b)?(.*\S):[\s*_~>]*$/isu;

/** “Ann said on Friday that it is …”, “According to Ann, …”, “Ann: …”; not “Bob said that Ann claimed …”. */
function leadOf(masked: string, quote: number, names: Names): Credit | undefined {
  const { text, from } = sentenceBefore(masked, quote);
  const since = text.lastIndexOf(blank) + 1;
  const beside = nameWithColon.exec(text.slice(since))?.[1];
  if (beside !== undefined && !lastCue.test(beside)) {
    return { ...none, entities: wholeName(beside, names), cue: from + since };
  }
  const cued = lastCue.exec(text);
  if (cued === null) return undefined;
  const [said = '', word = ''] = cued;
  const credit = { ...none, cue: from + said.length - word.length };
  if (/^(?:according to|per)$/i.test(word)) {
    return { ...credit, entities: nameAtStart(text.slice(said.length), names) };
  }
  const before = said.slice(said.lastIndexOf(blank) + 1, said.length - word.length);
  const subject = before.replace(unsaid, '');
  const as = negation.test(before) ? 'unsaid' : mannerOf(word);
  const nobody = lastCue.test(subject) || (as === 'unsaid' && mannerOf(word) === 'denied');
  return { ...credit, as, entities: nobody ? [] : nameAtEnd(subject, names) };
}

/** What words that end with a verb of saying tell. */
function mannerOf(cue: string): Credited['as'] {
  return /\bden(?:y|ied|ies|ying)(?:\s+by)?\s*$/i.test(cue) ? 'denied' : 'said';
}

/** The sentence up to a quote; where it begins with the quote, what leads up to it with a colon. */
function sentenceBefore(masked: string, quote: number): { text: string; from: number } {
  const lineStart = masked.lastIndexOf('\n', quote - 1) + 1;
  const lineEnd = masked.indexOf('\n', quote);
  const line = masked.slice(lineStart, lineEnd < 0 ? masked.length : lineEnd);
  const at = quote - lineStart;
  const sentence = sentenceSpans(line, 'en').find(({ end }) => end > at);
  const from = lineStart + Math.min(sentence?.start ?? 0, at);
  const text = masked.slice(from, quote);
  const above = masked.slice(0, from).trimEnd();
  if (/[^\s>*_~]/.test(text) || !above.endsWith(':')) return { text, from };
  const start = above.lastIndexOf('\n') + 1;
  return { text: above.slice(start), from: start };
}

const toldFirst = new RegExp(
  `^([^\\n:]{1,80}?)(?::|\\s+(?:${verb})\\b(?:\\s+that\\b)?[,:]?)\\s*`,
  'iu',
);
const inverted = new RegExp(
  `^[\\s,]*(?:(?:was|were|is|as)\\s+)?(?:first\\s+)?(?:${verb})\\s+(?:by\\s+)?`,
  'iu',
);
const setBeside = /^[\s.,]*(?:-{1,3}|[–—~])\s*(?=\S)([^\n,.;:(]*)/u;
const inBrackets = /^\s*[([]\s*([^\n)\],;:]*)[)\],;:]/u;
const accordingTo = /^[^.;!?\n]*?\b(?:according to|as per)\s+/iu;
/** What may follow a verb that tells of the quote before it, and begins no clause of its own. */
const endsAfterVerb =
  /^[^\S\n]*(?:$|[,.;!?)\n…–—-]|(?:on|in|at|to|during|after|before|yesterday|today|last|this|of|about|via|earlier)\b)/iu;
const endsAfterListener = /^\s+(?!that\b)[^,.;:!?\uFFFC]{1,40}(?:$|[,.;!?])/iu;
const afterwards = new RegExp(`^([^.;:!?\\n]*?)\\b(?:${verb})\\b`, 'iu');
const anotherClause = /^[\s,]*(?:but|while|whereas|although|though|yet|and)\b/iu;

/** “…, said Ann”, “…, Ann said”, “… -- Ann”, “… (Ann)”, “…, according to Ann”. */
function tailOf(masked: string, start: number, next: number, names: Names): Credit | undefined {
  const tail = masked.slice(start, next);
  const ending = (told: string, entities: readonly Entity[]) =>
    entities.length === 0
      ? undefined
      : { entities, as: mannerOf(told), cue: start, end: start + told.length };
  const turned = inverted.exec(tail)?.[0];
  if (turned !== undefined) {
    return ending(turned, nameAtStart(tail.slice(turned.length), names));
  }
  for (const pattern of [setBeside, inBrackets]) {
    const [all = '', name = ''] = pattern.exec(tail) ?? [];
    const entities = name === '' ? [] : wholeName(name, names);
    if (entities.length > 0) return ending(all, entities);
  }
  const cited = accordingTo.exec(tail)?.[0];
  if (cited !== undefined) {
    return ending(cited, nameAtStart(tail.slice(cited.length), names));
  }
  const [told = '', subject = ''] = afterwards.exec(tail) ?? [];
  const after = tail.slice(told.length) + masked.slice(next, next + 1);
  const ends = /tells?$|told$/i.test(told) ? endsAfterListener : endsAfterVerb;
  if (told === '' || anotherClause.test(tail) || negation.test(subject)) return undefined;
  return ends.test(after) ? ending(told, nameAtEnd(subject, names)) : undefined;
}
