/**
 * npm run bench:http [-- --seconds 5 --rounds 5 --minutes 10 --stories 10000]
 *
 * Signed `/who said` over HTTP beside a bare Hono route that only verifies the signature, in turns;
 * suggestions in a large library; and memory over a long run. The client takes one core, the server
 * the other. No question is asked twice, and nothing is measured before a server has warmed up.
 */
import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { parseArgs } from 'node:util';
import { commands } from '../commands/index.ts';
import { respond } from '../src/discord/respond.ts';
import { openLibrary } from '../src/library.ts';
import { autocomplete, somebody } from '../test/discord/interactions.ts';
import { generatedStories } from './generated-stories.ts';
import { type Load, type Mode, startServer } from './http-servers.ts';
import { grammarProse } from './prose.ts';
import { between, pick, randomFrom } from './seeded.ts';

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '5' },
    minutes: { type: 'string', default: '10' },
    stories: { type: 'string', default: '10000' },
  },
});

const titles: Readonly<Record<Mode, string>> = {
  bare: 'a route that only verifies',
  answers: 'this bot',
  whole: '… with settings and pace',
};
const modes = ['bare', 'answers', 'whole'] as const;

await compareWithBare();
await suggest();
await remember();
timeSignatures();

async function compareWithBare(): Promise<void> {
  const servers = await Promise.all(modes.map(startServer));
  for (const server of servers) await server.warm();
  const rounds: Load[][] = [];
  for (let round = 0; round < Number(options.rounds); round += 1) {
    const loads: Load[] = [];
    for (const server of servers) loads.push(await server.load(Number(options.seconds)));
    rounds.push(loads);
  }
  for (const server of servers) server.stop();
  print(
    'Signed /who said, 8 connections   a second   p50, ms   p99, ms   CPU, ms   of bare   by CPU',
  );
  modes.forEach((mode, at) => {
    const of = (figure: (load: Load, bare: Load) => number) =>
      median(
        rounds.flatMap((loads) => {
          const [own, bare] = [loads[at], loads[0]];
          return own === undefined || bare === undefined ? [] : [figure(own, bare)];
        }),
      );
    const figures = [
      of(({ perSecond }) => perSecond).toFixed(0),
      of(({ p50 }) => p50),
      of(({ p99 }) => p99),
      of(({ cpuMs }) => cpuMs).toFixed(3),
      of((own, bare) => own.perSecond / bare.perSecond).toFixed(2),
      of((own, bare) => bare.cpuMs / own.cpuMs).toFixed(2),
    ];
    print(
      `  ${titles[mode].padEnd(32)}${figures.map((each) => String(each).padStart(10)).join('')}`,
    );
  });
  const ratios = rounds.map(([bare, own]) => (own?.perSecond ?? 0) / (bare?.perSecond ?? 1));
  print(`  rounds: ${ratios.map((each) => each.toFixed(2)).join(', ')}`);
  print(`  ${median(ratios) >= 0.7 ? 'yes' : 'NO '} at least 0.7 of the bare route\n`);
}

/** In this process: the time of our own work, without HTTP. */
async function suggest(): Promise<void> {
  const library = openLibrary(generatedStories(Number(options.stories), grammarProse()));
  const desk = { library, commands, ephemeral: false, report: print };
  const random = randomFrom('typing');
  const typed = Array.from({ length: 2000 }, () => {
    const story = pick(library.stories, random);
    const sentence = pick(story?.sentences ?? [], random)?.text ?? '';
    const name = pick(story?.entities ?? [], random)?.name ?? '';
    const [command, option, text] =
      random() < 0.5 ? ['who said', 'text', sentence] : ['entity', 'name', name];
    const part = text.slice(0, between(1, Math.max(1, Math.min(40, text.length)), random));
    return autocomplete(somebody, { id: '5', path: command }, { [option]: part }, option);
  });
  for (const each of typed.slice(0, 200)) await respond(each, desk);
  const times: number[] = [];
  for (const each of typed) {
    const start = performance.now();
    await respond(each, desk);
    times.push(performance.now() - start);
  }
  const p99 = quantile(times, 0.99);
  print(`Suggestions at ${options.stories} stories, ${typed.length} keys:`);
  print(`  p50 ${quantile(times, 0.5).toFixed(2)} ms, p99 ${p99.toFixed(2)} ms`);
  print(`  ${p99 < 10 ? 'yes' : 'NO '} p99 under 10 ms\n`);
}

/** What the whole bot holds after a forced collection, ten times over a long run. */
async function remember(): Promise<void> {
  const server = await startServer('whole');
  await server.warm();
  print('Memory over a long run, MB   requests        held    resident');
  const held: { minute: number; megabytes: number }[] = [];
  let requests = 0;
  const parts = 10;
  for (let part = 1; part <= parts; part += 1) {
    requests += (await server.load((Number(options.minutes) * 60) / parts)).requests;
    const { held: bytes, resident } = await server.memory();
    const megabytes = bytes / 2 ** 20;
    held.push({ minute: (part * Number(options.minutes)) / parts, megabytes });
    const figures = [String(requests), megabytes.toFixed(1), (resident / 2 ** 20).toFixed(0)];
    print(`${''.padEnd(26)}${figures.map((each) => each.padStart(12)).join('')}`);
  }
  server.stop();
  const perHour = 60 * slope(held.slice(parts / 2));
  print(`  in its second half what is held grows by ${perHour.toFixed(1)} MB an hour`);
}

/** Of the line with the least squares. */
function slope(points: readonly { minute: number; megabytes: number }[]): number {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const minute = mean(points.map((point) => point.minute));
  const megabytes = mean(points.map((point) => point.megabytes));
  const rise = mean(points.map((point) => (point.minute - minute) * (point.megabytes - megabytes)));
  return rise / mean(points.map((point) => (point.minute - minute) ** 2));
}

/** Is the signature what costs most? */
function timeSignatures(): void {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const body = Buffer.alloc(1500, 'x');
  const signature = sign(null, body, privateKey);
  const times = Array.from({ length: 5000 }, () => {
    const start = performance.now();
    verify(null, body, publicKey, signature);
    return performance.now() - start;
  });
  print(`\nOne Ed25519 verification with node:crypto: median ${median(times).toFixed(3)} ms`);
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(part * (sorted.length - 1))] ?? 0;
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
