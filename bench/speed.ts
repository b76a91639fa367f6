// npm run bench: how long a question takes, from the start of a process and inside one.
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { commands } from '../commands/index.ts';
import { answerLine } from '../src/console/answer-line.ts';
import { openDataFolder } from '../src/open-data-folder.ts';
import { english } from '../src/reply/languages/index.ts';

const runs = 15;
const rounds = 400;

const library = await openDataFolder('data');
print('From a cold process to the first answer (median of %, ms)', [
  ['node, doing nothing', ['node', '-e', '0']],
  ['node scripts/run.mjs ask', ['node', 'scripts/run.mjs', 'ask', '/who said countless']],
  ['npm run -s ask', ['npm', 'run', '-s', 'ask', '--', '/who said countless']],
]);

const sentences = library.stories.flatMap((story) => story.sentences);
const questions = [
  ...sentences.map(({ text }) => `/who said ${text.slice(0, 60)}`),
  ...sentences.map(({ text }) => `/who said ${text.split(' ').toReversed().join(' ')}`),
  ...library.stories.flatMap(({ entities }) => entities.map(({ name }) => `/entity ${name}`)),
  '/who said nothing of the kind was ever printed here',
  '/entity nobody at all',
  '/timeline',
  '/story',
];
const times: number[] = [];
for (let round = 0; round <= rounds / 10; round += 1) {
  for (const question of questions) {
    const start = performance.now();
    answerLine(question, commands, library);
    // The first round warms the program up.
    if (round > 0) times.push(performance.now() - start);
  }
}
const keys = ['c', 'mnu', 'tik tok', 'feeding data to', 'safset', 'bytedanse'];
const typing: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  for (const typed of keys) {
    const start = performance.now();
    for (const command of commands) {
      for (const option of command.options) command.complete(option.name, typed, library, english);
    }
    typing.push(performance.now() - start);
  }
}
report('One question in a running process', times);
report('Suggestions for every option of every command', typing);

function print(title: string, rows: readonly (readonly [string, readonly string[]])[]): void {
  const measured = rows.map(([name]) => ({ name, times: [] as number[] }));
  for (let run = 0; run <= runs; run += 1) {
    rows.forEach(([, [program = '', ...args]], row) => {
      const start = performance.now();
      spawnSync(program, args, { stdio: 'ignore' });
      // The first round warms the disk.
      if (run > 0) measured[row]?.times.push(performance.now() - start);
    });
  }
  process.stdout.write(`${title.replace('%', `${runs}`)}\n`);
  for (const { name, times: each } of measured) {
    process.stdout.write(`  ${name.padEnd(28)} ${at(each, 0.5).toFixed(0).padStart(6)}\n`);
  }
}

function report(title: string, each: number[]): void {
  const [p50, p99] = [at(each, 0.5), at(each, 0.99)].map((ms) => ms.toFixed(2));
  process.stdout.write(`${title} (${each.length} times): p50 ${p50} ms, p99 ${p99} ms\n`);
}

function at(times: number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}
