/**
 * Who finds a badly remembered quote among 20,000 sentences, and how fast? Puts the same queries to
 * our search and to the search libraries in `bench/peers`, each in a process of its own.
 *
 * (cd bench/peers && npm ci)
 * POLNEAR=folder npx tsx bench/search.ts [--records 20000] [--queries 150] [--systems ours,lunr]
 *   [--every 1] [--json FILE] [--markdown FILE] [--misses]
 *
 * `--queries` is the number of each kind; `--every 1` puts all of them to the slow systems too, which
 * takes hours.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runBundled } from './bundled.ts';
import { type CutPolnear, cutPolnear } from './cut-articles.ts';
import { type Competitor, competitors } from './peers/competitors.ts';
import { type Answers, answers, type Exam } from './peers/exam.ts';
import { type PolnearArticle, polnearOrExit } from './polnear.ts';
import { type Query, queriesOver } from './search-queries.ts';
import { hashOf } from './seeded.ts';

/** How a system did on one query. */
interface Outcome {
  readonly kind: string;
  /** The place of the first right record, counted from 1; none if it is not among the first ten. */
  readonly rank: number | undefined;
  readonly ms: number;
}

interface Result {
  readonly system: string;
  readonly buildMs: number;
  readonly memory: number;
  /** By number of the query; a slow system has fewer. */
  readonly outcomes: ReadonlyMap<number, Outcome>;
}

/** The kinds that must be found this well, and how much faster than Fuse.js ours must be. */
const wellFound = ['typos', 'few typos', 'dropped', 'shuffled'];
const leastFound = 0.97;
const timesFaster = 10;

const { values: options } = parseArgs({
  options: {
    records: { type: 'string', default: '20000' },
    queries: { type: 'string', default: '150' },
    systems: { type: 'string' },
    every: { type: 'string' },
    json: { type: 'string' },
    markdown: { type: 'string' },
    misses: { type: 'boolean', default: false },
  },
});
const articles = polnearOrExit();
const peers = path.join(import.meta.dirname, 'peers');
if (!existsSync(path.join(peers, 'node_modules'))) {
  process.stderr.write('The peers are not installed: (cd bench/peers && npm ci)\n');
  process.exit(2);
}

const library = libraryOf(articles, Number(options.records));
const records = library.flatMap(({ sentences }) => sentences.map(({ text }) => text));
const queries = queriesOver(library, Number(options.queries));
const kinds = [...new Set(queries.map(({ kind }) => kind))];
print([
  `${records.length} records of ${library.length} articles; ${queries.length} queries of ${kinds.length} kinds`,
]);

const chosen = options.systems?.split(',') ?? competitors.map(({ name }) => name);
const results = await measured(competitors.filter(({ name }) => chosen.includes(name)));
const tables = [totalsTable(results), kindsTable(results)];
print(['', ...tables.flatMap((table) => [...aligned(table), ''])]);
const ours = results.find(({ system }) => system === 'ours');
if (ours !== undefined) {
  const others = results.filter((result) => result !== ours);
  print([...goalLines(ours, others)]);
  if (options.misses) print(missLines(ours));
}
if (options.markdown !== undefined) {
  const settings = [
    ['system', 'settings'],
    ...competitors.map(({ name, settings: how }) => [name, how]),
  ];
  const parts = [...tables, settings].map((table) => markdown(table).join('\n'));
  writeFileSync(options.markdown, `${parts.join('\n\n')}\n`);
}

/** Articles drawn from the corpus, always the same ones, until there are enough sentences. */
function libraryOf(all: readonly PolnearArticle[], enough: number): readonly CutPolnear[] {
  const drawn = all.toSorted((a, b) => hashOf(`draw ${a.id}`) - hashOf(`draw ${b.id}`));
  const cut: CutPolnear[] = [];
  let count = 0;
  for (const article of drawn) {
    if (count >= enough) break;
    const next = cutPolnear(article);
    cut.push(next);
    count += next.sentences.length;
  }
  return cut;
}

async function measured(put: readonly Competitor[]): Promise<readonly Result[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'on-the-record-bench-'));
  try {
    const file = path.join(folder, 'exam.json');
    writeFileSync(file, JSON.stringify(examOf()));
    const done: Result[] = [];
    for (const { name, every } of put) {
      const program = path.join(peers, 'measure.ts');
      const args = [name, options.every ?? String(every), file];
      process.stderr.write(`${name} …`);
      const written = await runBundled(program, peers, ['--expose-gc'], args);
      const result = resultOf(name, answers.parse(JSON.parse(written)));
      done.push(result);
      const { hitAt1, p50 } = summaryOf([...result.outcomes.values()]);
      process.stderr.write(` hit@1 ${hitAt1.toFixed(3)}, p50 ${p50.toFixed(1)} ms\n`);
      keep(done);
    }
    return done;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function examOf(): Exam {
  return {
    articles: library.map(({ article, sentences }) => ({
      id: article.id,
      sentences: sentences.map(({ text }) => text),
    })),
    asked: queries.map(({ asked }) => asked),
  };
}

function resultOf(system: string, { buildMs, memory, answers: given }: Answers): Result {
  const outcomes = given.flatMap(({ query, ms, found }) => {
    const put = queries[query];
    if (put === undefined) return [];
    const outcome: Outcome = { kind: put.kind, rank: rankIn(found, put), ms };
    return [[query, outcome] as const];
  });
  return { system, buildMs, memory, outcomes: new Map(outcomes) };
}

function rankIn(found: readonly number[], { expected }: Query): number | undefined {
  const at = found.findIndex((record) => expected.has(record));
  return at < 0 ? undefined : at + 1;
}

/** Written after each system, so that a run cut short keeps what it has measured. */
function keep(done: readonly Result[]): void {
  if (options.json !== undefined)
    writeFileSync(options.json, `${JSON.stringify(reportOf(done), null, 2)}\n`);
}

function reportOf(done: readonly Result[]) {
  return {
    records: records.length,
    queries: queries.length,
    systems: done.map(({ system, buildMs, memory, outcomes }) => ({
      system,
      buildMs,
      memory,
      ...summaryOf([...outcomes.values()]),
      kinds: Object.fromEntries(kinds.map((kind) => [kind, summaryOf(ofKind(outcomes, kind))])),
    })),
  };
}

function summaryOf(outcomes: readonly Outcome[]) {
  const upTo = (most: number) => share(outcomes, ({ rank }) => rank !== undefined && rank <= most);
  const mrr = outcomes.reduce((sum, { rank }) => sum + 1 / (rank ?? Number.POSITIVE_INFINITY), 0);
  return {
    queries: outcomes.length,
    hitAt1: upTo(1),
    hitAt5: upTo(5),
    mrr: mrr / outcomes.length,
    p50: quantile(outcomes, 0.5),
    p99: quantile(outcomes, 0.99),
  };
}

function ofKind(outcomes: Result['outcomes'], kind: string): readonly Outcome[] {
  return [...outcomes.values()].filter((outcome) => outcome.kind === kind);
}

// Goals

function goalLines(own: Result, others: readonly Result[]): readonly string[] {
  const perKind = kinds.map((kind) => {
    const rivals = others
      .map((other) => ({ name: other.system, ...onTheSame(own, other, kind) }))
      .toSorted((a, b) => b.theirs - b.mine - (a.theirs - a.mine) || b.theirs - a.theirs);
    const [closest] = rivals;
    const against =
      closest === undefined
        ? 'no peer measured'
        : `${closest.mine.toFixed(3)} against ${closest.name} ${closest.theirs.toFixed(3)} on the same ${closest.queries}`;
    return `  ${yesNo(closest === undefined || closest.mine >= closest.theirs)} ${kind}: ${against}`;
  });
  const found = wellFound.map((kind) => {
    const hits = summaryOf(ofKind(own.outcomes, kind)).hitAt1;
    return `  ${yesNo(hits >= leastFound)} ${kind}: ${hits.toFixed(3)}`;
  });
  const faster = others
    .filter(({ system }) => system.startsWith('Fuse.js'))
    .map((other) => {
      const same = [...other.outcomes.keys()].flatMap((query) => own.outcomes.get(query) ?? []);
      const times = quantile([...other.outcomes.values()], 0.5) / quantile(same, 0.5);
      return `  ${yesNo(times >= timesFaster)} ${other.system}: ${times.toFixed(0)} times`;
    });
  return [
    'At least as good as the best peer, in every kind (the peer that comes closest, or is ahead)?',
    ...perKind,
    `hit@1 of ${leastFound} at least?`,
    ...found,
    `${timesFaster} times faster than Fuse.js at least, by the medians on the same queries?`,
    ...faster,
  ];
}

function onTheSame(own: Result, other: Result, kind: string) {
  const both = [...other.outcomes].filter(([, outcome]) => outcome.kind === kind);
  const mine = both.flatMap(([query]) => own.outcomes.get(query) ?? []);
  const theirs = both.map(([, outcome]) => outcome);
  return {
    queries: both.length,
    mine: summaryOf(mine).hitAt1,
    theirs: summaryOf(theirs).hitAt1,
  };
}

function missLines(own: Result): readonly string[] {
  return [...own.outcomes].flatMap(([query, { kind, rank }]) => {
    const put = queries[query];
    if (rank === 1 || put === undefined) return [];
    const [right = -1] = put.expected;
    return [
      '',
      `${kind}, ${rank === undefined ? 'not found' : `place ${rank}`}: ${put.asked}`,
      `  ${records[right] ?? ''}`,
    ];
  });
}

// Tables

type Table = readonly (readonly string[])[];

function totalsTable(all: readonly Result[]): Table {
  const rows = all.map(({ system, buildMs, memory, outcomes }) => {
    const sum = summaryOf([...outcomes.values()]);
    return [
      system,
      String(sum.queries),
      sum.hitAt1.toFixed(3),
      sum.hitAt5.toFixed(3),
      sum.mrr.toFixed(3),
      sum.p50.toFixed(1),
      sum.p99.toFixed(1),
      (buildMs / 1000).toFixed(1),
      (memory / 2 ** 20).toFixed(0),
    ];
  });
  const head = ['hit@1', 'hit@5', 'MRR', 'p50, ms', 'p99, ms', 'build, s', 'memory, MB'];
  return [['system', 'queries', ...head], ...rows];
}

function kindsTable(all: readonly Result[]): Table {
  const rows = all.map(({ system, outcomes }) => [
    system,
    ...kinds.map((kind) => summaryOf(ofKind(outcomes, kind)).hitAt1.toFixed(3)),
  ]);
  return [['hit@1', ...kinds], ...rows];
}

function aligned(table: Table): readonly string[] {
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  return table.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  '),
  );
}

function markdown([head = [], ...rows]: Table): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

function share<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.filter(test).length / items.length;
}

function quantile(outcomes: readonly Outcome[], part: number): number {
  const times = outcomes.map(({ ms }) => ms).sort((a, b) => a - b);
  return times[Math.min(times.length - 1, Math.floor(part * times.length))] ?? 0;
}

function yesNo(holds: boolean): string {
  return holds ? 'yes' : 'NO ';
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
