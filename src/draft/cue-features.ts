import { opensQuote } from './complement.ts';
import type { CueCandidate } from './cue.ts';
import { nounPhraseAt } from './noun-phrase.ts';
import type { ReadSentence } from './reading.ts';
import type { Token } from './tokens.ts';

/** What the weighing of a candidate looks at; each is a name whose weight is in cue-weights.json. */
export function cueFeatures(cue: CueCandidate, sentences: readonly ReadSentence[]): string[] {
  const { lemma } = headOf(cue);
  const { shape } = cue.complement;
  const features: string[] = [];
  /** Each alone, with what follows the word, and with the word itself. */
  const see = (name: string, value: unknown, ...beside: readonly ('shape' | 'word')[]) => {
    features.push(`${cue.kind} ${name} ${value}`);
    if (beside.includes('shape')) features.push(`${cue.kind} ${name} ${value} + ${shape}`);
    if (beside.includes('word')) features.push(`${cue.kind} ${name} ${value} = ${lemma}`);
  };
  see('any', '', 'shape', 'word');
  see('ending', lemma.slice(-3));
  features.push(`${cue.kind} ${lemma} ${shape}`);
  seeForm(cue, see);
  seeNeighbours(cue, see);
  seeSubject(cue, see);
  seeObject(cue, see);
  seeOtherVerbs(cue, see);
  seeQuotes(cue, see);
  seePlace(cue, sentences, see);
  return features;
}

type See = (name: string, value: unknown, ...beside: readonly ('shape' | 'word')[]) => void;

function headOf({ sentence, group }: CueCandidate): Token {
  const head = sentence.tokens[group.head];
  if (head === undefined) throw new Error('a cue without its word');
  return head;
}

/** Tense, voice, modals and negation. */
function seeForm(cue: CueCandidate, see: See): void {
  const { sentence, group, passive } = cue;
  const { lower, lemma, pos } = headOf(cue);
  const before = sentence.tokens.slice(group.start, group.head);
  const has = (words: RegExp) => before.find((token) => words.test(token.lower));
  const ending = /ing$/.test(lower)
    ? 'ing'
    : lower === lemma
      ? 'base'
      : /s$/.test(lower)
        ? 's'
        : 'ed';
  const form = [
    before[0]?.lower === 'to' ? 'to' : '',
    has(/^(?:will|would|can|could|may|might|must|shall|should|'ll|'d)$/)?.lower ?? '',
    has(/^(?:has|have|had|'ve)$/) === undefined ? '' : 'have',
    has(/^(?:is|are|was|were|be|been|being|'s|'re|'m)$/) === undefined ? '' : 'be',
    ending,
  ].join('');
  see('form', form, 'shape', 'word');
  see('alone', group.start === group.head, 'word');
  see('negated', has(/^(?:not|n't|never)$/) !== undefined);
  see('passive', passive, 'shape', 'word');
  see('tag', pos, 'shape');
  see('first', sentence.tokens[group.start]?.lower);
  if (before[0]?.lower === 'to') see('governor', sentence.tokens[group.start - 1]?.lemma);
}

function seeNeighbours({ sentence, group }: CueCandidate, see: See): void {
  const { tokens } = sentence;
  const [before, next] = [tokens[group.start - 1], tokens[group.end]];
  see('before', tagOf(before));
  see('two before', `${tagOf(tokens[group.start - 2])} ${tagOf(before)}`);
  see('around', `${tagOf(before)} ${tagOf(next)}`);
  see('next', next?.lower, 'word');
  see('two next', `${tagOf(next)} ${tagOf(tokens[group.end + 1])}`);
  see('tag next', next?.pos);
  if (before !== undefined) see('word before', before.lemma);
  if (next !== undefined) see('word next', next.lemma);
}

function seeSubject({ sentence, subject }: CueCandidate, see: See): void {
  const head = subject === undefined ? undefined : sentence.tokens[subject.end - 1];
  const kind = head === undefined ? 'none' : head.pos === 'PRON' ? head.lower : head.pos;
  see('subject', kind, 'shape');
  see('subject by', subject?.by ?? 'none');
  see('subject and by', `${kind} ${subject?.by}`);
  see('subject tag', head?.pos ?? 'none', 'word');
  if (head !== undefined) see('subject word', head.lemma);
}

function seeObject({ sentence, complement }: CueCandidate, see: See): void {
  const { tokens } = sentence;
  if (complement.shape === 'preposition')
    see('preposition', tokens[complement.start - 1]?.lower, 'word');
  const object = nounPhraseAt(tokens, complement.start);
  if (object === undefined) return;
  let head = object.start;
  while (head + 1 < object.end && tokens[head + 1]?.pos !== 'ADP') head += 1;
  const after = tagOf(tokens[object.end]);
  see('object tag', tokens[head]?.pos, 'word');
  see('object word', tokens[head]?.lemma, 'word');
  see('object then', after, 'word');
  see('object tag then', `${tokens[head]?.pos} ${after}`);
}

/** What the sentence says besides: “says he wants …”, “wants to say …”. */
function seeOtherVerbs({ sentence: { tokens }, group }: CueCandidate, see: See): void {
  const before = tokens.slice(0, group.start).findLast(({ pos }) => pos === 'VERB');
  const after = tokens.slice(group.end).find(({ pos }) => pos === 'VERB');
  see('verb before', before?.lemma ?? 'none');
  see('verb after', after?.lemma ?? 'none');
  const says = tokens.filter(
    ({ lemma }, at) => at !== group.head && (lemma === 'say' || lemma === 'tell'),
  );
  see('says', Math.min(2, says.length), 'shape');
}

function seeQuotes(cue: CueCandidate, see: See): void {
  const { sentence, group, complement, fronted, subject } = cue;
  const quoted = sentence.quoteOf[group.head] !== undefined;
  const head = subject === undefined ? undefined : sentence.tokens[subject.end - 1];
  see('quoted', quoted, 'shape', 'word');
  see('quoted subject', `${quoted} ${head?.pos === 'PRON' ? head.lower : '-'}`);
  see('quotes', sentence.quoted.length > 0);
  see('quote next', opensQuote(sentence, complement.start), 'shape');
  see('fronted', fronted, 'shape', 'word');
}

function seePlace(cue: CueCandidate, sentences: readonly ReadSentence[], see: See): void {
  const { sentence, group } = cue;
  const { length } = sentence.tokens;
  const quotes = (index: number) => (sentences[index]?.quoted.length ?? 0) > 0;
  see(
    'length',
    [8, 16, 30].findIndex((most) => length < most),
  );
  see('first sentence', sentence.index === 0);
  see('quarter', Math.floor((4 * group.head) / length));
  see('mark', sentence.tokens.at(-1)?.text);
  see('quotes beside', `${quotes(sentence.index - 1)} ${quotes(sentence.index + 1)}`);
  see('place', sentence.place);
}

/** The small words of the language as they are, of the others what they are. */
function tagOf(token: Token | undefined): string {
  if (token === undefined) return 'none';
  return /^(?:PUNCT|CCONJ|SCONJ|ADP|AUX|PART|DET|PRON)$/.test(token.pos) ? token.lower : token.pos;
}
