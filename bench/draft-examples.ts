import type { AttributionWeights } from '../src/draft/attributions.ts';
import { frontedContent } from '../src/draft/content.ts';
import { endFeatures, lastPlace } from '../src/draft/content-end.ts';
import { type CueCandidate, cueCandidates } from '../src/draft/cue.ts';
import { cueFeatures } from '../src/draft/cue-features.ts';
import { directionFeatures } from '../src/draft/direction.ts';
import { placesIn } from '../src/draft/places.ts';
import { readArticle } from '../src/draft/reading.ts';
import { type SourceOption, sourceFeatures, sourceOptions } from '../src/draft/source-choice.ts';
import { type WeightsFile, weightsFrom } from '../src/draft/weights.ts';
import { overlap, type Span } from '../src/record/span.ts';
import { type Example, example, type Fit, fitted } from './logistic.ts';
import type { PolnearArticle, PolnearAttribution } from './polnear.ts';

/** What each of the draft's regressions learns from. */
type Examples = Readonly<Record<keyof AttributionWeights, Example[]>>;

type FittedWeights = Readonly<Record<keyof AttributionWeights, WeightsFile>>;

const fits: Readonly<Record<keyof AttributionWeights, Fit>> = {
  cue: { bits: 16, rounds: 6, rate: 0.05, penalty: 0.002 },
  end: { bits: 14, rounds: 6, rate: 0.05, penalty: 0.002 },
  direction: { bits: 12, rounds: 10, rate: 0.1, penalty: 0.001 },
  source: { bits: 14, rounds: 6, rate: 0.05, penalty: 0.001 },
};

/** Fits the draft's weights on some annotated articles. */
export function fittedOn(articles: readonly PolnearArticle[]): FittedWeights {
  const { cue, end, direction, source } = examplesFrom(articles);
  return {
    cue: fitted(cue, fits.cue),
    end: fitted(end, fits.end),
    direction: fitted(direction, fits.direction),
    source: fitted(source, fits.source),
  };
}

/** Fitted weights as the draft uses them. */
export function weightsOf({ cue, end, direction, source }: FittedWeights): AttributionWeights {
  return {
    cue: weightsFrom(cue),
    end: weightsFrom(end),
    direction: weightsFrom(direction),
    source: weightsFrom(source),
  };
}

function examplesFrom(articles: readonly PolnearArticle[]): Examples {
  const examples: Examples = { cue: [], end: [], direction: [], source: [] };
  for (const article of articles) learnFrom(article, examples);
  return examples;
}

function learnFrom({ text, attributions }: PolnearArticle, examples: Examples): void {
  const { sentences } = readArticle(text, 'en');
  const place = placesIn(text, sentences);
  for (const sentence of sentences) {
    const places = sentence.tokens.map((token) => place({ ...token, sentence: sentence.index }));
    const cues = cueCandidates(sentence);
    const meant = attributionsByCue(cues, places, attributions);
    for (const cue of cues) {
      const attribution = meant.get(cue);
      examples.cue.push(example(cueFeatures(cue, sentences), attribution !== undefined));
      if (attribution === undefined) continue;
      const isContent = places.map((token) => covers(attribution.content.spans, token));
      learnContent(cue, isContent, examples);
      const isSource = places.map((token) => covers(attribution.source?.spans, token));
      learnSource(cue, isSource, examples);
    }
  }
}

/** Of several verbs in one annotated cue (“went on to say”) the last is the one to find. */
function attributionsByCue(
  cues: readonly CueCandidate[],
  places: readonly Span[],
  attributions: readonly PolnearAttribution[],
): ReadonlyMap<CueCandidate, PolnearAttribution> {
  const found = attributions.flatMap((attribution) => {
    const within = cues.filter(({ group }) => {
      const head = places[group.head];
      return head !== undefined && covers(attribution.cue?.spans, head);
    });
    const main = within.findLast(({ kind }) => kind === 'verb') ?? within.at(-1);
    return main === undefined ? [] : [[main, attribution] as const];
  });
  return new Map(found);
}

function learnContent(
  cue: CueCandidate,
  isContent: readonly boolean[],
  { end: ends, direction: directions }: Examples,
): void {
  const { group, complement, kind } = cue;
  const left = isContent.slice(0, group.start).includes(true);
  const right = isContent.slice(group.end).includes(true);
  const before = frontedContent(cue);
  if (before !== undefined && kind === 'verb' && left !== right && complement.shape !== 'none') {
    directions.push(example(directionFeatures(cue, before), left));
  }
  if (left || !right) return;
  const { tokens } = cue.sentence;
  let { start } = complement;
  while (/^[:,]$/.test(tokens[start]?.text ?? '')) start += 1;
  const end = isContent.lastIndexOf(true) + 1;
  for (let at = start + 1; at < Math.min(lastPlace(cue), end + 1); at += 1) {
    ends.push(example(endFeatures(cue, start, at), at === end));
  }
}

/** The phrase that is most like the annotated source is right, every other one wrong. */
function learnSource(
  cue: CueCandidate,
  isSource: readonly boolean[],
  { source: sources }: Examples,
): void {
  const all = isSource.filter(Boolean).length;
  const likeness = ({ stretch: { start, end } }: SourceOption) => {
    const both = isSource.slice(start, end).filter(Boolean).length;
    return both / Math.max(1, all + end - start - both);
  };
  const options = sourceOptions(cue);
  const [best] = options.toSorted((a, b) => likeness(b) - likeness(a));
  for (const option of options) {
    const is = option === best && likeness(option) > 0;
    sources.push(example(sourceFeatures(cue, option), is));
  }
}

function covers(spans: readonly Span[] | undefined, token: Span): boolean {
  return spans?.some((span) => overlap(span, token) > 0) ?? false;
}
