import { type Complement, complementOf, opensQuote } from './complement.ts';
import { isPossessive } from './noun-phrase.ts';
import type { ReadSentence } from './reading.ts';
import { type Subject, subjectOf } from './source-mention.ts';
import { type VerbGroup, verbGroupAt } from './verb-group.ts';

/** A word that may report what somebody says or thinks, with what stands around it. */
export interface CueCandidate {
  readonly sentence: ReadSentence;
  readonly kind: 'verb' | 'noun' | 'adjective' | 'according' | 'colon';
  readonly group: VerbGroup;
  readonly complement: Complement;
  readonly subject: Subject | undefined;
  /** Something that may be content stands before the subject: “…,” said Lee; The sky fell, he said. */
  readonly fronted: boolean;
  /** “was asked”: whoever acts is not the subject. */
  readonly passive: boolean;
}

/** Every word or mark of a sentence that may be a cue. */
export function cueCandidates(sentence: ReadSentence): readonly CueCandidate[] {
  return sentence.tokens.flatMap((token, at) => {
    if (token.pos === 'VERB' || mayBeVerb(sentence, at)) return [verbCandidate(sentence, at)];
    if (token.pos === 'NOUN') return nounCandidate(sentence, at);
    if (token.pos === 'ADJ') return adjectiveCandidate(sentence, at);
    return token.text === ':' ? colonCandidate(sentence, at) : [];
  });
}

/** Taggers take many a verb for a noun or an adjective: “Polls show …”, “the alleged”, “Lee Slams Vale”. */
function mayBeVerb(sentence: ReadSentence, at: number): boolean {
  const { tokens } = sentence;
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (before === undefined || token === undefined) return false;
  const { shape } = complementOf(sentence, { start: at, head: at, end: at + 1 });
  if (token.pos === 'ADJ')
    return /ed$/.test(token.lower) && before.pos !== 'AUX' && shape !== 'none';
  if (token.pos === 'PROPN')
    return /s$/.test(token.lower) && before.pos === 'PROPN' && takesMore.test(shape);
  if (token.pos !== 'NOUN' || !(takesMore.test(shape) || shape === 'none')) return false;
  return (
    /^(?:PROPN|AUX|ADV)$/.test(before.pos) ||
    (before.pos === 'PRON' && !isPossessive(before)) ||
    (before.pos === 'NOUN' && /s$/.test(before.lower)) ||
    before.lower === 'to'
  );
}

const takesMore = /^(?:clause|object|gerund|object infinitive|that|quote|question|colon)$/;

function verbCandidate(sentence: ReadSentence, at: number): CueCandidate {
  const { tokens } = sentence;
  const according = tokens[at]?.lower === 'according' && tokens[at + 1]?.lower === 'to';
  const group = according ? { start: at, head: at, end: at + 2 } : verbGroupAt(sentence, at);
  const complement = complementOf(sentence, group);
  const subject = according ? undefined : subjectOf(sentence, group);
  const first = subject !== undefined && subject.by === 'before' ? subject.start : group.start;
  return {
    sentence,
    kind: according ? 'according' : 'verb',
    group,
    complement,
    subject,
    fronted: closesFronted(sentence, first - 1),
    passive: isPassive(sentence, group),
  };
}

function isPassive({ tokens }: ReadSentence, { start, head }: VerbGroup): boolean {
  if (/ing$/.test(tokens[head]?.lower ?? '')) return false;
  return (
    tokens.slice(start, head).findLast(({ pos }) => pos === 'AUX' || pos === 'VERB')?.lemma === 'be'
  );
}

/** A comma or a closing quotation mark, with words before it. */
function closesFronted({ tokens, quoteOf }: ReadSentence, at: number): boolean {
  const token = tokens[at];
  if (token === undefined || at < 2) return false;
  return (
    token.text === ',' ||
    token.text === '—' ||
    token.text === '–' ||
    (quoteOf[at]?.end === token.end && /["”»」』’']$/.test(token.text))
  );
}

/** “his claim that …”, “calls for …”, “her plan would …” */
function nounCandidate(sentence: ReadSentence, at: number): readonly CueCandidate[] {
  const group = { start: at, head: at, end: at + 1 };
  const complement = complementOf(sentence, group);
  const bare = /^(?:clause|none|object)$/.test(complement.shape);
  if (complement.shape === 'gerund' || complement.shape === 'object infinitive') return [];
  if (bare && !isOwned(sentence, at)) return [];
  return [{ ...plain, sentence, kind: 'noun', group, complement }];
}

function isOwned({ tokens }: ReadSentence, at: number): boolean {
  const owner = tokens[tokens[at - 1]?.pos === 'ADJ' ? at - 2 : at - 1];
  return owner !== undefined && (isPossessive(owner) || /^['’]s?$/.test(owner.text));
}

/** “is sure that …”, “were critical of …” */
function adjectiveCandidate(sentence: ReadSentence, at: number): readonly CueCandidate[] {
  const { tokens } = sentence;
  let start = at;
  while (/^(?:AUX|ADV|PART)$/.test(tokens[start - 1]?.pos ?? '')) start -= 1;
  const group = { start, head: at, end: at + 1 };
  const complement = complementOf(sentence, group);
  if (!tokens.slice(start, at).some(({ pos }) => pos === 'AUX')) return [];
  if (!/^(?:that|infinitive|preposition|question|clause|gerund)$/.test(complement.shape)) return [];
  const subject = subjectOf(sentence, group);
  return [{ ...plain, sentence, kind: 'adjective', group, complement, subject }];
}

/** “Lee: We will not wait”, as headlines and transcripts have it. */
function colonCandidate(sentence: ReadSentence, at: number): readonly CueCandidate[] {
  const { tokens } = sentence;
  const group = { start: at, head: at, end: at + 1 };
  const label = tokens.slice(0, at);
  if (at === 0 || at > 8 || at + 1 === tokens.length) return [];
  if (label.some(({ pos }) => pos === 'VERB' || pos === 'AUX')) return [];
  const shape = opensQuote(sentence, at + 1) ? 'quote' : 'colon';
  const complement = { shape, start: at + 1 } as const;
  const subject = { start: 0, end: at, by: 'before' } as const;
  return [{ ...plain, sentence, kind: 'colon', group, complement, subject }];
}

const plain = { subject: undefined, fronted: false, passive: false } as const;
