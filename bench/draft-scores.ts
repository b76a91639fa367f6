import type { Span } from '../src/record/span.ts';
import type { PolnearArticle } from './polnear.ts';
import { hashOf } from './seeded.ts';

/** An attribution as stretches of its article's text, found or annotated. */
export interface Attributed {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/** What may be counted of a part: how many were found, how many there are, and how many agree. */
export interface Agreement {
  found: number;
  meant: number;
  right: number;
}

export type Part =
  | 'cue'
  | 'cue, exact'
  | 'content, words'
  | 'content, exact'
  | 'source'
  | 'source and cue'
  | 'source, words'
  | 'source, exact';
export type Kind = 'all' | 'direct' | 'indirect' | 'mixed';

export interface Scores {
  readonly parts: Readonly<Record<Kind, ReadonlyMap<Part, Agreement>>>;
  /** Of the attributions that name a source: whether ours does; `found` counts those that met one of ours. */
  readonly sources: Readonly<Record<Kind, Agreement>>;
}

/** Half of the articles, for tuning; the other half is only measured on. */
export function isTuning({ id }: { readonly id: string }): boolean {
  return hashOf(`half ${id}`) % 2 === 0;
}

const partNames: readonly Part[] = [
  'cue',
  'cue, exact',
  'content, words',
  'content, exact',
  'source',
  'source and cue',
  'source, words',
  'source, exact',
];
const kinds: readonly Kind[] = ['all', 'direct', 'indirect', 'mixed'];
const none = (): Agreement => ({ found: 0, meant: 0, right: 0 });

export function noScores(): Scores {
  const perKind = <T>(make: () => T) => ({
    all: make(),
    direct: make(),
    indirect: make(),
    mixed: make(),
  });
  return {
    parts: perKind(() => new Map(partNames.map((part) => [part, none()]))),
    sources: perKind(none),
  };
}

/**
 * Compares what was found in an article with what its annotator marked.
 *
 * The two are paired one to one: first those whose cues share a word, then those whose contents do,
 * the greatest overlap first. A pair is of the kind that its annotator's marks give it. A cue or a
 * source is right when it shares a word with its partner's; `exact` wants the same words. The content
 * of a pair counts word by word. What has no partner is wrong.
 *
 * A source counts among those meant where the annotator marked one, and among those found where the
 * draft names one: naming one where none is marked is wrong, naming none where none is marked counts
 * nowhere. A part in several stretches is the words of all of them.
 *
 * Citron (Newell et al., 2018) counts more strictly: its sources only where the cues meet, and by
 * words. Those are `source and cue` and `source, words`.
 */
export function score(article: PolnearArticle, found: readonly Attributed[], scores: Scores): void {
  const { text } = article;
  const wordsOf = wordCounter(text);
  const inWords = (each: Attributed) => {
    const content = wordsOf(each.content);
    return {
      source: wordsOf(each.source),
      cue: wordsOf(each.cue),
      content,
      kind: kindOf(text, each.content),
    };
  };
  const meant = article.attributions
    .map(({ source, cue, content }) => ({
      source: source?.spans ?? [],
      cue: cue?.spans ?? [],
      content: content.spans,
    }))
    .map(inWords);
  const ours = found.map(inWords);
  const partners = paired(meant, ours);
  const kindOfPair = new Map(Array.from(partners, ([one, other]) => [other, one.kind] as const));
  for (const kind of kinds) {
    const own = (each: InWords) => kind === 'all' || (kindOfPair.get(each) ?? each.kind) === kind;
    for (const each of ours.filter(own)) count(scores.parts[kind], each, 'found');
    for (const each of meant.filter(own)) {
      count(scores.parts[kind], each, 'meant');
      const partner = partners.get(each);
      if (partner !== undefined) countRight(scores.parts[kind], each, partner);
      if (each.source.size === 0) continue;
      const sources = scores.sources[kind];
      sources.meant += 1;
      if (partner !== undefined) sources.found += 1;
      if (partner !== undefined && shared(each.source, partner.source) > 0) sources.right += 1;
    }
  }
}

interface InWords {
  readonly source: ReadonlySet<number>;
  readonly cue: ReadonlySet<number>;
  readonly content: ReadonlySet<number>;
  readonly kind: Kind;
}

function paired(
  meant: readonly InWords[],
  ours: readonly InWords[],
): ReadonlyMap<InWords, InWords> {
  const pairs = meant.flatMap((one) =>
    ours.flatMap((other) => {
      const both = shared(one.content, other.content);
      const cues = shared(one.cue, other.cue);
      const likeness = both / Math.max(1, one.content.size + other.content.size - both);
      return cues + both > 0 ? [{ one, other, rank: (cues > 0 ? 2 : 0) + likeness }] : [];
    }),
  );
  const partners = new Map<InWords, InWords>();
  const taken = new Set<InWords>();
  for (const { one, other } of pairs.toSorted((a, b) => b.rank - a.rank)) {
    if (partners.has(one) || taken.has(other)) continue;
    partners.set(one, other);
    taken.add(other);
  }
  return partners;
}

function count(parts: ReadonlyMap<Part, Agreement>, each: InWords, as: 'found' | 'meant'): void {
  for (const [part, agreement] of parts) {
    if (part === 'content, words') agreement[as] += each.content.size;
    else if (part === 'source, words') agreement[as] += each.source.size;
    else if (part.startsWith('source')) agreement[as] += each.source.size > 0 ? 1 : 0;
    else agreement[as] += 1;
  }
}

function countRight(parts: ReadonlyMap<Part, Agreement>, one: InWords, other: InWords): void {
  const equal = (a: ReadonlySet<number>, b: ReadonlySet<number>) =>
    a.size === b.size && shared(a, b) === a.size;
  const cuesMeet = shared(one.cue, other.cue) > 0;
  const right: Readonly<Record<Part, number>> = {
    cue: Number(cuesMeet),
    'cue, exact': Number(equal(one.cue, other.cue)),
    'content, words': shared(one.content, other.content),
    'content, exact': Number(equal(one.content, other.content)),
    source: Number(shared(one.source, other.source) > 0),
    'source and cue': Number(cuesMeet && shared(one.source, other.source) > 0),
    'source, words': cuesMeet ? shared(one.source, other.source) : 0,
    'source, exact': Number(one.source.size > 0 && equal(one.source, other.source)),
  };
  for (const [part, agreement] of parts) agreement.right += right[part];
}

function shared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  return [...a].filter((word) => b.has(word)).length;
}

/** Content that is all within one pair of marks is direct, with marks in it mixed. */
function kindOf(text: string, content: readonly Span[]): Kind {
  const printed = content.map(({ start, end }) => text.slice(start, end).trim());
  const quote = /["“”«»]|''/;
  if (printed.length > 0 && printed.every((part) => new RegExp(`^(?:${quote.source})`).test(part)))
    return 'direct';
  return printed.some((part) => quote.test(part)) ? 'mixed' : 'indirect';
}

/** Numbers a text's words, and says which of them some stretches hold. */
function wordCounter(text: string): (spans: readonly Span[]) => ReadonlySet<number> {
  const words = Array.from(text.matchAll(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return (spans) => {
    const held = new Set<number>();
    for (const { start, end } of spans) {
      for (let at = firstAfter(words, start); (words[at]?.start ?? end) < end; at += 1)
        held.add(at);
    }
    return held;
  };
}

function firstAfter(words: readonly Span[], start: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}
