/**
 * Fits the weights of src/draft on the tuning half of PolNeAR's training part, and writes them there.
 *
 * POLNEAR=folder npx tsx bench/draft-fit.ts
 */
import { writeFileSync } from 'node:fs';
import { frontedContent } from '../src/draft/content.ts';
import { endFeatures, lastPlace } from '../src/draft/content-end.ts';
import { type CueCandidate, cueCandidates, cueFeatures } from '../src/draft/cue.ts';
import { directionFeatures } from '../src/draft/direction.ts';
import { placesIn } from '../src/draft/places.ts';
import { readArticle } from '../src/draft/reading.ts';
import { overlap, type Span } from '../src/record/span.ts';
import { isTuning } from './draft-scores.ts';
import { type Example, type Fit, fitted } from './logistic.ts';
import { type PolnearArticle, polnearOrExit } from './polnear.ts';

const cues: Example[] = [];
const ends: Example[] = [];
const directions: Example[] = [];

for (const article of polnearOrExit().filter(isTuning)) learnFrom(article);
write('cue', cues, { keep: 3500, least: 8, rounds: 10 });
write('end', ends, { keep: 1200, least: 8, rounds: 6 });
write('direction', directions, { keep: 300, least: 4, rounds: 10 });

function write(name: string, examples: readonly Example[], fit: Fit): void {
  const weights = fitted(examples, fit);
  writeFileSync(`src/draft/${name}-weights.json`, `${JSON.stringify(weights, null, 2)}\n`);
  process.stdout.write(
    `${name}: ${examples.length} examples, ${Object.keys(weights).length} weights\n`,
  );
}

function learnFrom({ text, attributions }: PolnearArticle): void {
  const { sentences } = readArticle(text, 'en');
  const place = placesIn(text, sentences);
  for (const sentence of sentences) {
    const places = sentence.tokens.map((token) => place({ ...token, sentence: sentence.index }));
    for (const cue of cueCandidates(sentence)) {
      const head = places[cue.group.head];
      const meant = attributions.find(
        (each) => head !== undefined && covers(each.cue?.spans, head),
      );
      cues.push({ features: cueFeatures(cue), is: meant !== undefined });
      if (meant === undefined) continue;
      learnContent(
        cue,
        places.map((token) => covers(meant.content.spans, token)),
      );
    }
  }
}

function learnContent(cue: CueCandidate, isContent: readonly boolean[]): void {
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
