import { isRefusal } from '../record/refusals.ts';
import { contains, occurrences } from '../record/span.ts';
import { attitudes } from './attitudes.ts';
import { type Heard, withCitedSources } from './citing.ts';
import { datesTheSaying } from './events.ts';
import type { FoundAttribution, Mention } from './found-attribution.ts';
import { type Guess, type NamedEvent, percent } from './guess.ts';
import { namedWithin, namesBySentence } from './names-by-sentence.ts';
import { textAt } from './references.ts';
import { isSilence } from './refusals.ts';
import type { Study } from './study.ts';

/** A less probable one costs the curator more to reject than to find. Quotations all need a speaker. */
const leastProbable = 0.5;

/** The attributions as statements, and those that name no source, in words. */
export function statementsOf(
  study: Study,
  events: readonly NamedEvent[],
): { readonly guesses: readonly Guess[]; readonly unsourced: readonly string[] } {
  const names = namesBySentence(study.entities);
  const attributions = withCitedSources(study.attributions);
  const inSentence = bySentence(attributions);
  const eventsIn = bySentence(events.map((event) => ({ ...event, cue: event.event.text })));
  const guesses = new Map<string, Guess>();
  const unsourced: string[] = [];
  for (const attribution of attributions) {
    if (attribution.confidence < leastProbable && attribution.kind !== 'direct') continue;
    if (isSilence(attribution, study.reading)) continue;
    const content = contentOf(attribution, study);
    if (content.length === 0) continue;
    const source = sourceOf(attribution, study);
    const sentence = `s${attribution.cue.sentence + 1}`;
    const cue = textAt(study.reading, attribution.cue);
    if (source === undefined) {
      unsourced.push(`${sentence} “${cue}” (${percent(attribution.confidence)})`);
      continue;
    }
    const dated = (eventsIn.get(attribution.cue.sentence) ?? []).find(({ event }) =>
      datesTheSaying(event, attribution),
    );
    const about = namedWithin(attribution.content, names);
    const via = viaOf(attribution, inSentence.get(attribution.cue.sentence) ?? [], study);
    const value = {
      sentence,
      source,
      cue,
      ...(attribution.verb === 'deny' && !isRefusal(cue) ? { denies: true } : {}),
      ...(attitudes.has(attribution.verb) || isRefusal(cue) ? { attitude: true } : {}),
      content,
      ...(via.length === 0 ? {} : { via }),
      ...(dated === undefined ? {} : { when: dated.id }),
      ...(about.length === 0 ? {} : { about }),
    };
    const key = JSON.stringify([sentence, source, content]);
    if (!guesses.has(key)) guesses.set(key, { value, ...certaintyOf(attribution, study) });
  }
  return { guesses: [...guesses.values()], unsourced };
}

function certaintyOf(attribution: FoundAttribution, { references }: Study) {
  const { confidence, kind } = attribution;
  const bySource = attribution.sourceConfidence * (references.get(attribution)?.chance ?? 1);
  const note = `${percent(confidence)} ${kind}, by this source ${percent(bySource)}`;
  return { note, chance: confidence * bySource };
}

function bySentence<T extends { readonly cue: Mention }>(
  items: readonly T[],
): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(item.cue.sentence);
    if (group === undefined) groups.set(item.cue.sentence, [item]);
    else group.push(item);
  }
  return groups;
}

function sourceOf(attribution: FoundAttribution, { reading, references }: Study) {
  if (attribution.source === undefined) return undefined;
  const reference = references.get(attribution);
  const words = textAt(reading, attribution.source);
  if (reference?.entity === undefined) return { words };
  return reference.by === 'name' ? reference.entity.id : { words, is: [reference.entity.id] };
}

/** The record leaves out “that”; a stretch that its sentence holds twice could not be told apart. */
function contentOf({ content, cue }: FoundAttribution, { reading }: Study) {
  return content.flatMap((part) => {
    const text = textAt(reading, part)
      .replace(/^that\s+/i, '')
      .replace(/^[\s,:]+|[\s,]+$/g, '');
    const home = reading.sentences[part.sentence]?.text ?? '';
    if (!/[\p{L}\p{N}]/u.test(text) || occurrences(home, text).length !== 1) return [];
    return [part.sentence === cue.sentence ? text : { sentence: `s${part.sentence + 1}`, text }];
  });
}

/**
 * Through whom it is heard, but for the source itself: the attributions that hold this one's cue in their content, the widest
 * first, and whoever cites its source.
 */
function viaOf(inner: Heard, others: readonly Heard[], study: Study) {
  const own = JSON.stringify(sourceOf(inner, study));
  const size = ({ content }: FoundAttribution) =>
    content.reduce((sum, { start, end }) => sum + end - start, 0);
  const outer = others
    .filter((other) => other !== inner && other.confidence >= leastProbable && holds(other, inner))
    .toSorted((a, b) => size(b) - size(a));
  return [
    ...outer.flatMap((other) => (other.through === undefined ? [other] : [other.through, other])),
    ...(inner.through === undefined ? [] : [inner.through]),
  ].flatMap((voice) => {
    const source = sourceOf(voice, study);
    return source === undefined || JSON.stringify(source) === own
      ? []
      : [{ source, cue: textAt(study.reading, voice.cue) }];
  });
}

function holds(outer: Heard, inner: Heard): boolean {
  const cue = inner.through?.cue ?? inner.cue;
  return outer.content.some((part) => part.sentence === cue.sentence && contains(part, cue));
}
