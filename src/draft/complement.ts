import { isTime, nounPhraseAt } from './noun-phrase.ts';
import type { ReadSentence } from './reading.ts';
import type { Token } from './tokens.ts';
import type { VerbGroup } from './verb-group.ts';

/** What follows a reporting verb, and from which token on it is what was said. */
export interface Complement {
  readonly shape: Shape;
  readonly start: number;
}

export type Shape =
  | 'quote'
  | 'that'
  | 'question'
  | 'colon'
  | 'clause'
  | 'infinitive'
  | 'object infinitive'
  | 'preposition'
  | 'object'
  | 'gerund'
  | 'none';

const takesListener = new Set(
  'tell assure inform remind convince persuade notify advise warn promise ask show teach'.split(
    ' ',
  ),
);
const questions = new Set(['whether', 'if', 'how', 'why', 'what', 'who', 'when', 'where', 'which']);
const farthest = 16;

export function complementOf(sentence: ReadSentence, group: VerbGroup): Complement {
  const { tokens } = sentence;
  const at = skipAsides(tokens, group.end);
  const here = shapeAt(sentence, at);
  if (here !== undefined && !(here === 'question' && tokens[at]?.lower === 'which'))
    return { shape: here, start: at };
  const ahead = lookAhead(sentence, at);
  if (ahead !== undefined) return ahead;
  const verb = tokens[group.head]?.lemma ?? '';
  const listener = takesListener.has(verb) ? nounPhraseAt(tokens, at) : undefined;
  if (listener !== undefined) {
    const after = skipAsides(tokens, listener.end);
    const shape = shapeAt(sentence, after);
    if (shape !== undefined) return { shape, start: after };
    if (startsClause(sentence, after)) return { shape: 'clause', start: after };
    if (isInfinitive(tokens, after)) return { shape: 'object infinitive', start: at };
  }
  if (startsClause(sentence, at)) return { shape: 'clause', start: at };
  if (isInfinitive(tokens, at)) return { shape: 'infinitive', start: at };
  return plainObject(sentence, at);
}

function plainObject({ tokens }: ReadSentence, at: number): Complement {
  const token = tokens[at];
  if (token === undefined || token.pos === 'PUNCT' || token.pos === 'CCONJ')
    return { shape: 'none', start: at };
  if (token.pos === 'ADP') return { shape: 'preposition', start: at + 1 };
  if (token.pos === 'SCONJ') return { shape: 'none', start: at };
  if (token.pos === 'VERB' && /ing$/.test(token.lower)) return { shape: 'gerund', start: at };
  const object = nounPhraseAt(tokens, at);
  if (object !== undefined && isInfinitive(tokens, object.end))
    return { shape: 'object infinitive', start: at };
  return { shape: 'object', start: at };
}

function shapeAt(sentence: ReadSentence, at: number): Shape | undefined {
  const token = sentence.tokens[at];
  if (token === undefined) return undefined;
  if (opensQuote(sentence, at)) return 'quote';
  if (opensThatClause(sentence, at)) return 'that';
  if (token.text === ':') return 'colon';
  if (token.text === ',' && opensQuote(sentence, at + 1)) return 'quote';
  return questions.has(token.lower) ? 'question' : undefined;
}

/** Taggers take many a conjunction for a pronoun; a clause after it tells. */
function opensThatClause(sentence: ReadSentence, at: number): boolean {
  const token = sentence.tokens[at];
  if (token?.lower !== 'that') return false;
  return token.pos === 'SCONJ' || startsClause(sentence, at + 1);
}

export function opensQuote({ tokens, quoteOf }: ReadSentence, at: number): boolean {
  const token = tokens[at];
  return (
    token !== undefined && quoteOf[at]?.start === token.start && /^["“„«「『‘']/.test(token.text)
  );
}

/** “said on Tuesday in an interview with the Post that …”: phrases without a verb may come between. */
function lookAhead(sentence: ReadSentence, at: number): Complement | undefined {
  const { tokens } = sentence;
  for (let place = at + 1; place < Math.min(at + farthest, tokens.length); place += 1) {
    const token = tokens[place];
    if (token === undefined || token.pos === 'VERB' || token.pos === 'AUX') return undefined;
    if (opensThatClause(sentence, place)) return { shape: 'that', start: place };
    if (token.text === ':') return { shape: 'colon', start: place };
    if (token.text === ',' && opensQuote(sentence, place + 1))
      return { shape: 'quote', start: place };
    if (token.pos === 'PUNCT' && !opensQuote(sentence, place) && token.text !== ',')
      return undefined;
    if (token.pos === 'CCONJ') return undefined;
  }
  return undefined;
}

/** Adverbs and times: “said Tuesday”, “said again”. */
export function skipAsides(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < tokens.length) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.pos === 'ADV' && !questions.has(token.lower)) at += 1;
    else if (isTime(tokens, at) && !isSubject(tokens, at))
      at += /^(?:last|this|next|earlier|that|late|early|the)$/.test(token.lower) ? 2 : 1;
    else if (token.lower === 'on' && isTime(tokens, at + 1)) at += 2;
    else break;
  }
  return at;
}

function isSubject(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next !== undefined && (next.lower === "'s" || next.pos === 'NOUN');
}

function isInfinitive(tokens: readonly Token[], at: number): boolean {
  const [to, verb, more] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (to?.lower === 'not') return isInfinitive(tokens, at + 1);
  if (to?.lower !== 'to' || verb === undefined) return false;
  const isVerb = (token: Token | undefined) => token?.pos === 'VERB' || token?.pos === 'AUX';
  return isVerb(verb) || (verb.pos === 'ADV' && isVerb(more));
}

/** A subject and its verb: “he would …”, “the plan of the mayor is …”. */
export function startsClause({ tokens, quoteOf }: ReadSentence, at: number): boolean {
  const subject = nounPhraseAt(tokens, at);
  if (subject === undefined) return tokens[at]?.lower === 'there';
  let after = subject.end;
  for (let hops = 0; hops < 3; hops += 1) {
    while (tokens[after]?.pos === 'ADV') after += 1;
    const token = tokens[after];
    if (token === undefined) return false;
    if (token.pos === 'AUX') return true;
    if (token.pos === 'VERB')
      return !/ing$/.test(token.lower) || /^(?:I|he|she|they|we|it)$/.test(tokens[at]?.lower ?? '');
    if (token.pos !== 'ADP' || quoteOf[after] !== quoteOf[at]) return false;
    const phrase = nounPhraseAt(tokens, after + 1);
    if (phrase === undefined) return false;
    after = phrase.end;
  }
  return false;
}
