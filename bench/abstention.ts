/**
 * Where should the search say “not on record”? Asks articles for quotes they print, badly
 * remembered, and for quotes they do not print, and finds the score that best tells them apart.
 *
 * POLNEAR=folder npx tsx bench/abstention.ts [--articles 200] [--library 1] [--json FILE]
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { searchOver } from '../src/search/search.ts';
import { polnearOrExit } from './polnear.ts';
import { type Exam, examsOver, type Group, type Trial } from './trials.ts';

interface Outcome extends Omit<Trial, 'expected'> {
  readonly tuning: boolean;
  /** The best match's score; 0 without a match. */
  readonly score: number;
  /** Whether the best match is a sentence that answers. */
  readonly hit: boolean;
}

interface KindReport {
  readonly group: Group;
  readonly kind: string;
  readonly questions: number;
  /** Of a kind that is on record. */
  readonly hitAt1?: number;
  /** Against the plain absent quotes and the hard ones; of a kind that is absent, against all present ones. */
  readonly auroc: readonly number[];
  /** Tenth, fiftieth and ninetieth percentile of the score. */
  readonly scores: readonly number[];
}

interface CurvePoint {
  readonly threshold: number;
  /** Present quotes declined. */
  readonly missed: number;
  /** Present quotes answered with another sentence. */
  readonly misled: number;
  /** Absent quotes answered, plain and hard. */
  readonly wrong: number;
  readonly wrongHard: number;
}

interface HalfReport {
  readonly questions: number;
  readonly auroc: { readonly absent: number; readonly hard: number; readonly short: number };
  readonly hitAt1: number;
  readonly kinds: readonly KindReport[];
  readonly curve: readonly CurvePoint[];
}

const mostWrong = 0.01;
const mostWrongHard = 0.025;
const curveHeader = 'threshold   missed   misled    wrong  wrong, hard';

const { values: options } = parseArgs({
  options: {
    articles: { type: 'string', default: '200' },
    library: { type: 'string', default: '1' },
    json: { type: 'string' },
  },
});
const exams = examsOver(polnearOrExit(), Number(options.articles), Number(options.library));
const outcomes = exams.flatMap(sit);
const tuned = outcomes.filter(({ tuning }) => tuning);
const held = outcomes.filter(({ tuning }) => !tuning);
const fine = Array.from({ length: 91 }, (_, step) => 0.05 + step / 100);
const fineCurve = curveOf(tuned, fine);
const strict = fineCurve.find(({ wrong }) => wrong <= mostWrong);
const careful = fineCurve.find(
  ({ wrong, wrongHard }) => wrong <= mostWrong && wrongHard <= mostWrongHard,
);
const cheapest = fineCurve.toSorted((a, b) => cost(a) - cost(b))[0];
const report = {
  articles: Number(options.articles),
  library: Number(options.library),
  chosen: {
    strict: strict?.threshold,
    careful: careful?.threshold,
    cheapest: cheapest?.threshold,
  },
  tuned: reportOf(tuned),
  held: reportOf(held),
};
if (options.json !== undefined) {
  writeFileSync(options.json, `${JSON.stringify(report, undefined, 2)}\n`);
}
print(halfTable('TUNED HALF', report.tuned));
print(halfTable('HELD-OUT HALF', report.held));
for (const [name, point] of [
  [`strict: wrong answers on absent quotes at most ${percent(mostWrong)}`, strict],
  [`careful: strict, and of the hard ones at most ${percent(mostWrongHard)}`, careful],
  ['cheapest: least 2 × wrong + missed', cheapest],
] as const) {
  if (point === undefined) continue;
  const there = curveOf(held, [point.threshold]);
  print([
    `THRESHOLD ${point.threshold.toFixed(2)} (${name})`,
    curveHeader,
    ...[point, ...there].map((row, at) => `${curveLine(row)}  ${at === 0 ? 'tuned' : 'held out'}`),
    '',
  ]);
}

function sit({ sentences, trials, tuning }: Exam): readonly Outcome[] {
  const search = searchOver(sentences);
  return trials.map(({ expected, ...trial }) => {
    const [best] = search.find(trial.asked, 1);
    const hit = best !== undefined && expected.has(best.sentence.id);
    return { ...trial, tuning, score: best?.score ?? 0, hit };
  });
}

function reportOf(half: readonly Outcome[]): HalfReport {
  const of = (...groups: readonly Group[]) => half.filter(({ group }) => groups.includes(group));
  const present = of('present');
  const kinds = new Map<string, Outcome[]>();
  for (const outcome of half) {
    for (const key of keysOf(outcome)) kinds.set(key, [...(kinds.get(key) ?? []), outcome]);
  }
  return {
    questions: half.length,
    auroc: {
      absent: auroc(present, of('absent')),
      hard: auroc(present, of('hard')),
      short: auroc(of('short present'), of('short absent')),
    },
    hitAt1: share(present, ({ hit }) => hit),
    kinds: [...kinds].map(([key, own]) => {
      const [group, kind] = [own[0]?.group ?? 'present', key.split('|')[1] ?? ''];
      const onRecord = group === 'present' || group === 'altered' || group === 'short present';
      const against =
        group === 'short present'
          ? [of('short absent')]
          : group === 'short absent'
            ? [of('short present')]
            : onRecord
              ? [of('absent'), of('hard')]
              : [present];
      return {
        group,
        kind,
        questions: own.length,
        ...(onRecord ? { hitAt1: share(own, ({ hit }) => hit) } : {}),
        auroc: against.map((other) => (onRecord ? auroc(own, other) : auroc(other, own))),
        scores: [0.1, 0.5, 0.9].map((part) => quantile(own, part)),
      };
    }),
    curve: curveOf(
      half,
      Array.from({ length: 14 }, (_, step) => 0.3 + step * 0.05),
    ),
  };
}

/** A kind's own key and, for a present quote, that of whether it goes over several sentences. */
function keysOf({ group, kind, sentences }: Outcome): readonly string[] {
  const own = `${group}|${kind}`;
  if (group !== 'present') return [own];
  return [own, `${group}|(all, ${sentences > 1 ? 'over several sentences' : 'in one sentence'})`];
}

function curveOf(half: readonly Outcome[], thresholds: readonly number[]): readonly CurvePoint[] {
  const of = (group: Group) => half.filter((outcome) => outcome.group === group);
  const [present, absent, hard] = [of('present'), of('absent'), of('hard')];
  return thresholds.map((threshold) => ({
    threshold,
    missed: share(present, ({ score }) => score < threshold),
    misled: share(present, ({ score, hit }) => score >= threshold && !hit),
    wrong: share(absent, ({ score }) => score >= threshold),
    wrongHard: share(hard, ({ score }) => score >= threshold),
  }));
}

/** “A wrong answer is worse than a missed one.” */
function cost({ wrong, missed }: CurvePoint): number {
  return 2 * wrong + missed;
}

/** The chance that a present quote scores higher than an absent one; a tie is half a chance. */
function auroc(present: readonly Outcome[], absent: readonly Outcome[]): number {
  const low = absent.map(({ score }) => score).sort((a, b) => a - b);
  const wins = present.map(
    ({ score }) => (countBelow(low, score) + countBelow(low, score, true)) / 2,
  );
  return wins.reduce((sum, win) => sum + win, 0) / (present.length * absent.length);
}

function countBelow(sorted: readonly number[], score: number, orSame = false): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const value = sorted[middle] ?? 0;
    if (value < score || (orSame && value === score)) from = middle + 1;
    else to = middle;
  }
  return from;
}

function share<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.filter(test).length / items.length;
}

function quantile(own: readonly Outcome[], part: number): number {
  const scores = own.map(({ score }) => score).sort((a, b) => a - b);
  return scores[Math.min(scores.length - 1, Math.floor(part * scores.length))] ?? 0;
}

function curveLine({ threshold, ...shares }: CurvePoint): string {
  const cells = [shares.missed, shares.misled, shares.wrong].map((one) => percent(one).padStart(9));
  return `${threshold.toFixed(2).padStart(9)}${cells.join('')}${percent(shares.wrongHard).padStart(13)}`;
}

function halfTable(title: string, half: HalfReport): readonly string[] {
  return [
    `${title}: ${half.questions} questions`,
    `AUROC of present quotes: ${half.auroc.absent.toFixed(4)} vs absent, ${half.auroc.hard.toFixed(4)} vs hard; short questions ${half.auroc.short.toFixed(4)}; hit@1 ${half.hitAt1.toFixed(4)}`,
    '',
    `${'group'.padEnd(14)}${'kind'.padEnd(30)}${'n'.padStart(5)}   hit@1   AUROC vs absent, hard   score p10  p50  p90`,
    ...half.kinds
      .toSorted((a, b) => a.group.localeCompare(b.group))
      .map(
        ({ group, kind, questions, hitAt1, auroc: areas, scores }) =>
          `${group.padEnd(14)}${kind.padEnd(30)}${String(questions).padStart(5)}${(hitAt1?.toFixed(4) ?? '').padStart(8)}   ${areas
            .map((area) => area.toFixed(4))
            .join('  ')
            .padEnd(22)}       ${scores.map((score) => score.toFixed(2)).join(' ')}`,
      ),
    '',
    curveHeader,
    ...half.curve.map(curveLine),
    '',
  ];
}

function percent(part: number): string {
  return `${(part * 100).toFixed(1)} %`;
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
