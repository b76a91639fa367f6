/**
 * Does a question cost more in a large library? Generates libraries of 1 to 10,000 stories, asks them
 * questions of every kind, and draws in docs/growth.svg how much of the processor's time each took.
 *
 * [POLNEAR=folder] npx tsx bench/growth.ts [--prose spliced|grammar] [--stories 1,10,100] [--svg FILE]
 *
 * With the corpus the stories are spliced from real sentences, without it a small grammar writes them.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runBundled } from './bundled.ts';
import { growthPlot } from './growth-plot.ts';
import { type GrowthReport, growthReport, type KindTimes } from './growth-report.ts';

/** How long a question may take in the largest library, in milliseconds. */
const goal = 20;

const { values: options } = parseArgs({
  options: {
    prose: { type: 'string', default: process.env.POLNEAR === undefined ? 'grammar' : 'spliced' },
    stories: { type: 'string', default: '1,10,100,1000,10000' },
    svg: { type: 'string', default: 'docs/growth.svg' },
    json: { type: 'string' },
  },
});
const sizes = options.stories.split(',').map(Number);

const reports: GrowthReport[] = [];
const columns = ['stories', 'sentences', 'build, s', 'index, MB', 'text, MB', 'process, MB'];
const timed = ['all: p50', 'p99', 'cpu: p50', 'p99', 'one: p50', 'p99', 'cpu: p50', 'p99, ms'];
const right = ['found', 'in one'];
print([...columns, ...timed, ...right].map((name) => name.padStart(11)).join(''));
for (const size of sizes) {
  const report = await measured(size);
  reports.push(report);
  print(
    rowOf(report)
      .map((cell) => cell.padStart(11))
      .join(''),
  );
}
const largest = reports.at(-1);
if (largest !== undefined) {
  print(`\nBy kind of question, at ${largest.stories} stories (all: p50, p99; one: p50, p99, ms):`);
  largest.all.forEach((all, kind) => {
    const one = largest.one[kind];
    const times = [all, ...(one === undefined ? [] : [one])].flatMap((each) =>
      [0.5, 0.99].map((part) => quantile(each.times, part).toFixed(1).padStart(8)),
    );
    print(`  ${all.kind.padEnd(32)}${times.join('')}`);
  });
  const clocks = [
    ['by the processor’s clock', processorTimesOf(largest.all)],
    ['by the clock on the wall', timesOf(largest.all)],
  ] as const;
  const { pauses } = largest;
  print(
    `\ngarbage collection: ${pauses.length} pauses, ${pauses.reduce((sum, ms) => sum + ms, 0).toFixed(0)} ms in all, the longest ${Math.max(0, ...pauses).toFixed(1)} ms`,
  );
  for (const [clock, times] of clocks) {
    const met = quantile(times, 0.99) < goal ? 'yes' : 'NO ';
    print(`${met} p99 under ${goal} ms at ${largest.stories} stories, ${clock}`);
  }
}
writeFileSync(
  options.svg,
  growthPlot(
    reports.map(({ stories, all, one }) => ({
      stories,
      all: quantilesOf(processorTimesOf(all)),
      one: quantilesOf(processorTimesOf(one)),
    })),
    goal,
  ),
);
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(reports)}\n`);

async function measured(stories: number): Promise<GrowthReport> {
  const program = path.join(import.meta.dirname, 'growth-size.ts');
  const flags = ['--expose-gc', '--max-old-space-size=12000'];
  const root = path.resolve(import.meta.dirname, '..');
  const written = await runBundled(program, root, flags, [String(stories), options.prose]);
  return growthReport.parse(JSON.parse(written));
}

function rowOf(report: GrowthReport): readonly string[] {
  const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0);
  const times = [report.all, report.one].flatMap((kinds) =>
    [timesOf(kinds), processorTimesOf(kinds)].map(quantilesOf),
  );
  return [
    String(report.stories),
    String(report.sentences),
    (report.buildMs / 1000).toFixed(2),
    megabytes(report.indexBytes),
    megabytes(report.sentenceBytes),
    megabytes(report.residentBytes),
    ...times.flatMap(({ p50, p99 }) => [p50, p99].map((ms) => ms.toFixed(1))),
    foundOf(report.all),
    foundOf(report.one),
  ];
}

/** Of the kinds of question that mean one sentence. */
function foundOf(kinds: readonly KindTimes[]): string {
  const meant = kinds.filter(({ kind }) => !/stopwords|two words|unknown|400/.test(kind));
  const found = meant.reduce((sum, kind) => sum + kind.found, 0);
  return (found / meant.reduce((sum, { times }) => sum + times.length, 0)).toFixed(3);
}

function timesOf(kinds: readonly KindTimes[]): readonly number[] {
  return kinds.flatMap(({ times }) => times);
}

function processorTimesOf(kinds: readonly KindTimes[]): readonly number[] {
  return kinds.flatMap(({ cpu }) => cpu);
}

function quantilesOf(times: readonly number[]) {
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

function quantile(times: readonly number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
