import { type Complement, complementOf, opensQuote } from './complement.ts';
import type { ReadSentence } from './reading.ts';
import { type Subject, subjectOf } from './source-mention.ts';
import { type VerbGroup, verbGroupAt } from './verb-group.ts';

/** A word that may report what somebody says or thinks, with what stands around it. */
export interface CueCandidate {
  readonly sentence: ReadSentence;
  readonly kind: 'verb' | 'noun' | 'according';
  readonly group: VerbGroup;
  readonly complement: Complement;
  readonly subject: Subject | undefined;
  /** Something that may be content stands before the subject: “…,” said Lee; The sky fell, he said. */
  readonly fronted: boolean;
  /** “was asked”: whoever acts is not the subject. */
  readonly passive: boolean;
}

/** Every word of a sentence that may be a cue. */
export function cueCandidates(sentence: ReadSentence): readonly CueCandidate[] {
  return sentence.tokens.flatMap((token, at) => {
    if (token.pos === 'VERB') return [verbCandidate(sentence, at)];
    if (token.pos === 'NOUN') return nounCandidate(sentence, at);
    return [];
  });
}

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

/** “his claim that …”, “calls for …”, “their support of …” */
function nounCandidate(sentence: ReadSentence, at: number): readonly CueCandidate[] {
  const group = { start: at, head: at, end: at + 1 };
  const complement = complementOf(sentence, group);
  if (
    !['that', 'infinitive', 'preposition', 'question', 'quote', 'colon'].includes(complement.shape)
  )
    return [];
  return [
    {
      sentence,
      kind: 'noun',
      group,
      complement,
      subject: undefined,
      fronted: false,
      passive: false,
    },
  ];
}

/** What the weighing of a candidate looks at; each is a name with a weight in cue-weights.json. */
export function cueFeatures(candidate: CueCandidate): readonly string[] {
  const { sentence, kind, group, complement, subject, fronted } = candidate;
  const { tokens, quoteOf } = sentence;
  const head = tokens[group.head];
  const lemma = head?.lemma ?? '';
  const form = /ing$/.test(head?.lower ?? '') ? 'ing' : group.start < group.head ? 'group' : 'bare';
  const next = tokens[group.end]?.lower ?? 'end';
  const before = tokens[group.start - 1];
  const first = tokens[group.start]?.lower ?? '';
  const subjectHead = subject === undefined ? undefined : tokens[subject.end - 1];
  const person =
    subjectHead === undefined
      ? 'none'
      : subjectHead.pos === 'PRON'
        ? subjectHead.lower
        : subjectHead.pos;
  const k = kind === 'verb' ? 'v' : kind === 'noun' ? 'n' : 'a';
  return [
    k,
    `${k} ${lemma}`,
    `${k} ${complement.shape}`,
    `${k} ${lemma} ${complement.shape}`,
    `${k} ${lemma} ${fronted}`,
    `${k} fronted ${fronted} ${complement.shape}`,
    `${k} form ${form}`,
    `${k} ${lemma} ${form}`,
    `${k} next ${next}`,
    `${k} ${lemma} ${next}`,
    `${k} person ${person}`,
    `${k} by ${subject?.by ?? 'none'}`,
    `${k} first ${first}`,
    `${k} before ${before?.pos === 'PUNCT' || before?.pos === 'ADP' || before?.pos === 'DET' || before?.pos === 'PRON' ? before.lower : (before?.pos ?? 'start')}`,
    `${k} after ${tokens[group.end]?.pos ?? 'end'}`,
    `${k} quoted ${quoteOf[group.head] !== undefined}`,
    `${k} quotes ${sentence.quoted.length > 0}`,
    `${k} quote next ${opensQuote(sentence, complement.start)} ${complement.shape}`,
    `${k} passive ${candidate.passive} ${complement.shape}`,
    `${k} passive ${candidate.passive} ${lemma}`,
    `${k} suffix ${lemma.slice(-3)}`,
  ];
}
