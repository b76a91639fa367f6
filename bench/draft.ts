/**
 * How well does the draft find who says what? Measures it, and two simple ways, on PolNeAR's training
 * part: on the half of the articles that it was tuned on, and on the half that was kept aside. Where
 * an article has several annotators, one is taken, by the article's name.
 *
 * POLNEAR=folder npm run bench:draft
 * npm run bench:draft -- --story ID   compares the draft of a story's articles with the curated one
 */
import { parseArgs } from 'node:util';
import { draftOf } from '../src/draft/draft.ts';
import { marksAndNearestName, verbsAndSubject } from './draft-baselines.ts';
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
import { type PolnearArticle, polnearOrExit } from './polnear.ts';

const { values: options } = parseArgs({ options: { story: { type: 'string' } } });

const ways: Readonly<Record<string, (text: string) => readonly Attributed[]>> = {
  'the draft': (text) =>
    draftOf(text).attributions.map(({ source, cue, content }) => ({
      source: source === null ? [] : [source],
      cue: [cue],
      content,
    })),
  'quotation marks and the nearest name': marksAndNearestName,
  'verbs that report and their subject': verbsAndSubject,
};

if (options.story === undefined) measure();
else await compareWithStory(options.story);

function measure(): void {
  const articles = polnearOrExit();
  draftOf('Warm up the tagger, Lee said.');
  for (const half of ['tuning', 'kept aside'] as const) {
    const own = articles.filter((article) => isTuning(article) === (half === 'tuning'));
    process.stdout.write(`\n${half}: ${own.length} articles\n`);
    for (const [name, way] of Object.entries(ways)) report(name, own, way);
  }
}

function report(
  name: string,
  articles: readonly PolnearArticle[],
  way: (text: string) => readonly Attributed[],
): void {
  const scores = noScores();
  const times = articles.map((article) => {
    const start = performance.now();
    const found = way(article.text);
    const time = performance.now() - start;
    score(article, found, scores);
    return time;
  });
  const lines = kindsOf(scores).flatMap((kind) => [
    `  ${kind}`,
    ...Array.from(
      scores.parts[kind],
      ([part, agreement]) => `    ${part.padEnd(16)} ${figures(agreement)}`,
    ),
    `    source right in ${share(scores.sources[kind].right, scores.sources[kind].found)} of those found, ${share(scores.sources[kind].right, scores.sources[kind].meant)} of all`,
  ]);
  process.stdout.write(
    `${[`${name}: median ${median(times).toFixed(1)} ms an article`, ...lines].join('\n')}\n`,
  );
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
