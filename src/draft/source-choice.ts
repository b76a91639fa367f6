import type { CueCandidate } from './cue.ts';
import { isPossessive, isRelative, isTime, nounPhraseAt, type Stretch } from './noun-phrase.ts';
import { sourceOf } from './source.ts';
import type { Token } from './tokens.ts';
import { probability, type Weights } from './weights.ts';

/** Who speaks, as token places, and how probable that is, 0 to 1. */
export interface ChosenSource {
  readonly source: Stretch | undefined;
  readonly chance: number;
}

/**
 * The source of a cue: of the noun phrases of its sentence the most probable one. Where none is
 * probable the sentence names nobody.
 */
export function chosenSource(cue: CueCandidate, weights: Weights): ChosenSource {
  let best: ChosenSource = { source: undefined, chance: 0 };
  for (const option of sourceOptions(cue)) {
    const chance = probability(sourceFeatures(cue, option), weights);
    if (chance > best.chance) best = { source: option.stretch, chance };
  }
  return best.chance < leastProbable ? { source: undefined, chance: 1 - best.chance } : best;
}

/** At 0.15 more sources are found, more are wrong, and the F1 is lower (bench/draft.ts --crossed). */
const leastProbable = 0.25;

/** A noun phrase that may name who speaks. */
export interface SourceOption {
  readonly stretch: Stretch;
  /** The grammar makes it the cue's subject, owner or agent. */
  readonly byRule: boolean;
  /** 1 for the nearest phrase before the cue, -1 for the nearest after it. */
  readonly place: number;
}

/** The noun phrases of a sentence outside a cue; what the grammar makes the speaker is always one. */
export function sourceOptions(cue: CueCandidate): readonly SourceOption[] {
  const rule = sourceOf(cue);
  const others = phrasesBeside(cue).filter((phrase) => rule === undefined || !meet(phrase, rule));
  const all = [...others, ...(rule === undefined ? [] : [rule])].toSorted(
    (a, b) => a.start - b.start,
  );
  const before = all.filter(({ start }) => start < cue.group.start).length;
  return all
    .map(({ start, end }, index) => ({
      stretch: { start, end },
      byRule: rule?.start === start && rule.end === end,
      place: index < before ? before - index : before - index - 1,
    }))
    .filter(({ byRule, place }) => byRule || Math.abs(place) <= farthest);
}

/** In phrases. */
const farthest = 12;

function phrasesBeside({ sentence: { tokens }, group }: CueCandidate): readonly Stretch[] {
  const phrases: Stretch[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const phrase = at >= group.start && at < group.end ? undefined : nounPhraseAt(tokens, at);
    const own = phrase === undefined ? undefined : outside(tokens, phrase, group);
    if (own === undefined) continue;
    phrases.push(own);
    at = own.end - 1;
  }
  return phrases;
}

/** Of “Lee’s claim” around the cue “claim”: “Lee”. */
function outside(
  tokens: readonly Token[],
  { start, end }: Stretch,
  group: Stretch,
): Stretch | undefined {
  if (!meet({ start, end }, group)) return { start, end };
  let last = group.start;
  while (last > start && !/^(?:NOUN|PROPN|PRON|NUM)$/.test(tokens[last - 1]?.pos ?? '')) last -= 1;
  return last > start ? { start, end: last } : undefined;
}

function meet(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && b.start < a.end;
}

export function sourceFeatures(cue: CueCandidate, option: SourceOption): readonly string[] {
  const { sentence, group, complement, subject } = cue;
  const { tokens, quoteOf } = sentence;
  const { start, end } = option.stretch;
  const lemma = tokens[group.head]?.lemma ?? '';
  const head = headOf(tokens, option.stretch);
  const kind = `${cue.kind}${cue.kind === 'verb' ? ` ${formOf(cue)}` : ''}`;
  const place = Math.max(-4, Math.min(5, option.place));
  const side = option.place > 0 ? 'before' : 'after';
  const rule = option.byRule ? `rule ${subject?.by ?? ''}` : 'other';
  const quotes = quoteOf[start] === quoteOf[group.head] ? 'same' : 'across';
  const between =
    option.place > 0 ? tokens.slice(end, group.start) : tokens.slice(group.end, start);
  const verbs = between.filter(({ pos }) => pos === 'VERB' || pos === 'AUX').length;
  const commas = between.filter(({ text }) => /^[,—–-]$/.test(text)).length;
  const path = between.length <= 3 ? between.map(tagOf).join(' ') : `${Math.min(3, verbs)} verbs`;
  const who = head?.pos === 'PRON' ? head.lower : head?.pos;
  const next = tagOf(tokens[end]);
  const previous = tagOf(tokens[start - 1]);
  const time = isTime(tokens, start) || isTime(tokens, end - 1);
  return [
    `${rule}`,
    `${rule} ${kind}`,
    `${rule} ${who}`,
    `${rule} ${lemma}`,
    `${rule} ${path}`,
    `${rule} ${next}`,
    `${rule} ${previous} ${kind}`,
    `${rule} ${complement.shape}`,
    `${place} ${kind}`,
    `${place} ${rule} ${kind} ${quotes}`,
    `${place} ${lemma}`,
    `${side} ${kind} ${complement.shape}`,
    `${side} ${kind} ${path}`,
    `${side} ${kind} ${next}`,
    `${side} ${kind} ${previous}`,
    `${side} ${previous} ${next}`,
    `${side} ${kind} ${who}`,
    `${side} ${kind} ${Math.min(3, verbs)} ${Math.min(3, commas)}`,
    `${side} fronted ${cue.fronted} ${kind} ${quotes}`,
    `${side} ${lemma} ${previous}`,
    `far ${side} ${distance(between.length)} ${kind}`,
    `who ${who} ${kind} ${quotes}`,
    `word ${head?.lemma}`,
    `word ${head?.lemma} ${side}`,
    `time ${time} ${side}`,
    `first ${start === 0} ${kind} ${place}`,
    `that ${between.some(({ lower }) => lower === 'that')} ${kind} ${side}`,
    `and ${between.some(({ pos }) => pos === 'CCONJ')} ${kind} ${side}`,
    `relative ${between.some(isRelative)} ${kind} ${side}`,
    `owner ${head !== undefined && isPossessive(head)} ${kind} ${place}`,
    `within ${start >= complement.start} ${complement.shape} ${kind} ${side}`,
    `quotes ${quotes} ${side}`,
    `verb after ${verbAfter(tokens, end)}`,
    `number ${numberOf(head)} ${numberOf(tokens[group.start])} ${rule} ${side}`,
  ];
}

function formOf({ sentence: { tokens }, group, passive }: CueCandidate): string {
  if (passive) return 'passive';
  if (tokens[group.start]?.lower === 'to') return 'to';
  if (/ing$/.test(tokens[group.head]?.lower ?? ''))
    return group.start === group.head ? 'ing' : 'is ing';
  return 'finite';
}

function headOf(tokens: readonly Token[], { start, end }: Stretch): Token | undefined {
  let at = start;
  while (at + 1 < end && !/^(?:ADP|PUNCT)$/.test(tokens[at + 1]?.pos ?? '')) at += 1;
  return tokens[at];
}

function tagOf(token: Token | undefined): string {
  if (token === undefined) return 'none';
  return /^(?:PUNCT|CCONJ|SCONJ|ADP|PART|DET)$/.test(token.pos) || isRelative(token)
    ? token.lower
    : token.pos;
}

/** The verb that a phrase stands right before. */
function verbAfter(tokens: readonly Token[], end: number): string {
  let at = end;
  while (/^(?:AUX|ADV)$/.test(tokens[at]?.pos ?? '')) at += 1;
  return tokens[at]?.pos === 'VERB' ? (tokens[at]?.lemma ?? '') : 'none';
}

function numberOf(token: Token | undefined): string {
  if (token === undefined) return 'none';
  if (token.pos === 'VERB' || token.pos === 'AUX') return /s$/.test(token.lower) ? 's' : '-';
  return token.pos === 'NOUN' && /s$/.test(token.lower) ? 'many' : token.pos;
}

function distance(length: number): number {
  return length < 4 ? length : length < 8 ? 4 : length < 16 ? 8 : 16;
}
