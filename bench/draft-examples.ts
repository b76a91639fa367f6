import type { AttributionWeights } from '../src/draft/attributions.ts';
import { frontedContent } from '../src/draft/content.ts';
import { endFeatures, lastPlace } from '../src/draft/content-end.ts';
import { type CueCandidate, cueCandidates, cueFeatures } from '../src/draft/cue.ts';
import { directionFeatures } from '../src/draft/direction.ts';
import { placesIn } from '../src/draft/places.ts';
import { readArticle } from '../src/draft/reading.ts';
import { overlap, type Span } from '../src/record/span.ts';
import { type Example, type Fit, fitted } from './logistic.ts';
import type { PolnearArticle } from './polnear.ts';

/** What each of the draft's regressions learns from. */
export type Examples = Readonly<Record<keyof AttributionWeights, Example[]>>;

const fits: Readonly<Record<keyof AttributionWeights, Fit>> = {
  cue: { keep: 3500, least: 8, rounds: 10 },
  end: { keep: 1200, least: 8, rounds: 6 },
  direction: { keep: 300, least: 4, rounds: 10 },
};

/** Fits the draft's weights on some annotated articles. */
export function fittedOn(articles: readonly PolnearArticle[]): AttributionWeights {
  const { cue, end, direction } = examplesFrom(articles);
  return {
    cue: fitted(cue, fits.cue),
    end: fitted(end, fits.end),
    direction: fitted(direction, fits.direction),
  };
}

export function examplesFrom(articles: readonly PolnearArticle[]): Examples {
  const examples: Examples = { cue: [], end: [], direction: [] };
  for (const article of articles) learnFrom(article, examples);
  return examples;
}

function learnFrom({ text, attributions }: PolnearArticle, examples: Examples): void {
  const { sentences } = readArticle(text, 'en');
  const place = placesIn(text, sentences);
  for (const sentence of sentences) {
    const places = sentence.tokens.map((token) => place({ ...token, sentence: sentence.index }));
    for (const cue of cueCandidates(sentence)) {
      const head = places[cue.group.head];
      const meant = attributions.find(
        (each) => head !== undefined && covers(each.cue?.spans, head),
      );
      examples.cue.push({ features: cueFeatures(cue), is: meant !== undefined });
      if (meant === undefined) continue;
      const isContent = places.map((token) => covers(meant.content.spans, token));
      learnContent(cue, isContent, examples);
    }
  }
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
    directions.push({ features: directionFeatures(cue, before), is: left });
  }
  if (left || !right) return;
  const { tokens } = cue.sentence;
  let { start } = complement;
  while (/^[:,]$/.test(tokens[start]?.text ?? '')) start += 1;
  const end = isContent.lastIndexOf(true) + 1;
  for (let at = start + 1; at < Math.min(lastPlace(cue), end + 1); at += 1) {
    ends.push({ features: endFeatures(cue, start, at), is: at === end });
  }
}

function covers(spans: readonly Span[] | undefined, token: Span): boolean {
  return spans?.some((span) => overlap(span, token) > 0) ?? false;
}
