/**
 * How well does the draft find who says what? Measures it, and two simple ways, on PolNeAR's training
 * part: on the half of the articles that it was tuned on, and on the half that was kept aside. Where
 * an article has several annotators, one is taken, by the article's name.
 *
 * POLNEAR=folder npm run bench:draft
 * npm run bench:draft -- --crossed     the tuning half, each third by weights learnt on the other two:
 *                                      the figures to choose by
 * npm run bench:draft -- --annotators  how far two annotators of the same articles agree, by the same count
 * npm run bench:draft -- --story ID    compares the draft of a story's articles with the curated one
 */
import { parseArgs } from 'node:util';
import { type AttributionWeights, findAttributions } from '../src/draft/attributions.ts';
import { placesIn } from '../src/draft/places.ts';
import { readArticle } from '../src/draft/reading.ts';
import { marksAndNearestName, verbsAndSubject } from './draft-baselines.ts';
import { fittedOn, weightsOf } from './draft-examples.ts';
import {
  type Agreement,
  type Attributed,
  isTuning,
  type Kind,
  noScores,
  type Scores,
  score,
} from './draft-scores.ts';
import { compareWithStory } from './draft-story.ts';
import { type PolnearArticle, polnearOrExit, readTwiceOrExit } from './polnear.ts';
import { hashOf } from './seeded.ts';

const { values: options } = parseArgs({
  options: {
    story: { type: 'string' },
    annotators: { type: 'boolean', default: false },
    crossed: { type: 'boolean', default: false },
  },
});

const ways: Readonly<Record<string, (text: string) => readonly Attributed[]>> = {
  'the draft': (text) => attributionsIn(text),
  'quotation marks and the nearest name': marksAndNearestName,
  'verbs that report and their subject': verbsAndSubject,
};

if (options.story !== undefined) await compareWithStory(options.story);
else if (options.annotators) compareAnnotators();
else if (options.crossed) measureCrossed();
else measure();

function measure(): void {
  const articles = polnearOrExit();
  attributionsIn('Warm up the tagger, Lee said.');
  for (const half of ['tuning', 'kept aside'] as const) {
    const own = articles.filter((article) => isTuning(article) === (half === 'tuning'));
    process.stdout.write(`\n${half}: ${own.length} articles\n`);
    for (const [name, way] of Object.entries(ways)) report(name, own, way);
  }
}

/** What the draft finds, by its own weights or by others. */
function attributionsIn(text: string, weights?: AttributionWeights): readonly Attributed[] {
  const reading = readArticle(text, 'en');
  const place = placesIn(text, reading.sentences);
  return findAttributions(reading, weights).map(({ source, cue, content }) => ({
    source: source === undefined ? [] : [place(source)],
    cue: [place(cue)],
    content: content.map(place),
  }));
}

function measureCrossed(): void {
  const articles = polnearOrExit().filter(isTuning);
  const third = ({ id }: PolnearArticle) => hashOf(`fold ${id}`) % 3;
  const scores = noScores();
  for (const own of [0, 1, 2]) {
    const weights = weightsOf(fittedOn(articles.filter((article) => third(article) !== own)));
    for (const article of articles.filter((each) => third(each) === own)) {
      score(article, attributionsIn(article.text, weights), scores);
    }
  }
  print(`the draft, crossed: ${articles.length} articles`, scores);
}

/** The bound of what can be measured: one annotator scored as if the draft were the other. */
function compareAnnotators(): void {
  const scores = noScores();
  const pairs = readTwiceOrExit();
  for (const [one, { attributions }] of pairs) {
    const found = attributions.map(({ source, cue, content }) => ({
      source: source?.spans ?? [],
      cue: cue?.spans ?? [],
      content: content.spans,
    }));
    score(one, found, scores);
  }
  print(`two annotators of ${pairs.length} articles`, scores);
}

function report(
  name: string,
  articles: readonly PolnearArticle[],
  way: (text: string) => readonly Attributed[],
): void {
  const scores = noScores();
  const times = articles.map((article) => {
    const start = process.cpuUsage();
    const found = way(article.text);
    const { user, system } = process.cpuUsage(start);
    score(article, found, scores);
    return (user + system) / 1000;
  });
  print(`${name}: median ${median(times).toFixed(1)} ms of CPU an article`, scores);
}

function print(title: string, scores: Scores): void {
  const lines = kindsOf(scores).flatMap((kind) => [
    `  ${kind}`,
    ...Array.from(
      scores.parts[kind],
      ([part, agreement]) => `    ${part.padEnd(16)} ${figures(agreement)}`,
    ),
    `    source right in ${share(scores.sources[kind].right, scores.sources[kind].found)} of those found, ${share(scores.sources[kind].right, scores.sources[kind].meant)} of all`,
  ]);
  process.stdout.write(`${[title, ...lines].join('\n')}\n`);
}

function kindsOf({ parts }: Scores): readonly Kind[] {
  return Object.keys(parts).filter((kind): kind is Kind => kind in parts);
}

function figures({ found, meant, right }: Agreement): string {
  const f1 = (2 * right) / Math.max(1, found + meant);
  return `precision ${share(right, found)}  recall ${share(right, meant)}  F1 ${f1.toFixed(3)}`;
}

function share(part: number, whole: number): string {
  return (part / Math.max(1, whole)).toFixed(3);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
