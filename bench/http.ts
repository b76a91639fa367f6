/**
 * npm run bench:http [-- --seconds 5 --rounds 5 --minutes 2 --stories 10000]
 *
 * Signed `/who said` over HTTP beside a bare Hono route that only verifies the signature, in turns;
 * suggestions in a large library; and memory over a long run. The client takes one core, the server
 * the other.
 */
import { spawn } from 'node:child_process';
import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { build } from 'esbuild';
import * as z from 'zod';
import { commands } from '../commands/index.ts';
import { respond } from '../src/discord/respond.ts';
import { openLibrary } from '../src/library.ts';
import { openDataFolder } from '../src/open-data-folder.ts';
import { Signer } from '../test/discord/endpoint.ts';
import { autocomplete, type Scene, slashCommand } from '../test/discord/interactions.ts';
import { generatedStories } from './generated-stories.ts';
import { grammarProse } from './prose.ts';
import { between, pick, randomFrom } from './seeded.ts';

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '5' },
    minutes: { type: 'string', default: '2' },
    stories: { type: 'string', default: '10000' },
  },
});

const signer = new Signer();
const scene: Scene = {
  applicationId: '1',
  guildId: '2',
  channelId: '3',
  userId: '4',
  locale: 'en-US',
  guildLocale: 'en-US',
};

await compareWithBare();
await suggest();
await remember();
timeSignatures();

async function compareWithBare(): Promise<void> {
  const servers = { bare: await startServer('bare'), ours: await startServer('ours') };
  const rounds: { bare: Load; ours: Load }[] = [];
  await load(servers.bare.url, 1);
  await load(servers.ours.url, 2);
  for (let round = 0; round < Number(options.rounds); round += 1) {
    const bare = await load(servers.bare.url, Number(options.seconds));
    const ours = await load(servers.ours.url, Number(options.seconds));
    rounds.push({ bare, ours });
  }
  for (const server of Object.values(servers)) server.stop();
  print('Signed /who said, 8 connections     per second     p50, ms     p99, ms');
  for (const name of ['bare', 'ours'] as const) {
    const of = (figure: (each: Load) => number) =>
      median(rounds.map((round) => figure(round[name])));
    const figures = [
      of((each) => each.perSecond).toFixed(0),
      of((each) => each.p50),
      of((each) => each.p99),
    ];
    const title = name === 'bare' ? 'a route that only verifies' : 'this bot';
    print(`  ${title.padEnd(32)}${figures.map((each) => String(each).padStart(12)).join('')}`);
  }
  const ratios = rounds.map(({ bare, ours }) => ours.perSecond / bare.perSecond);
  const ratio = median(ratios);
  print(
    `  ratio ${ratio.toFixed(2)} (rounds: ${ratios.map((each) => each.toFixed(2)).join(', ')})`,
  );
  print(`  ${ratio >= 0.7 ? 'yes' : 'NO '} at least 0.7 of the bare route\n`);
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
    return autocomplete(scene, { id: '5', path: command }, { [option]: part }, option);
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

/** What the server's own metrics say of its memory, ten times over a long run. */
async function remember(): Promise<void> {
  const server = await startServer('ours');
  print('Memory over a long run, MB   requests    resident        heap');
  let requests = 0;
  for (let part = 0; part < 10; part += 1) {
    requests += (await load(server.url, Number(options.minutes) * 6)).requests;
    const told = await (await fetch(`${server.url}/metrics`)).text();
    const megabytes = (name: string) =>
      (Number(new RegExp(`^${name} (\\S+)`, 'm').exec(told)?.[1]) / 2 ** 20).toFixed(0);
    const figures = [
      String(requests),
      megabytes('process_resident_memory_bytes'),
      megabytes('nodejs_heap_size_used_bytes'),
    ];
    print(`${''.padEnd(26)}${figures.map((each) => each.padStart(12)).join('')}`);
  }
  server.stop();
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

interface Load {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

async function load(url: string, seconds: number): Promise<Load> {
  const result = await autocannon({
    url: `${url}/interactions`,
    connections: 8,
    duration: seconds,
    requests: await signedQuestions(),
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${result.non2xx} refused, ${result.errors} failed`);
  }
  const { p50, p99 } = result.latency;
  return { requests: result['2xx'], perSecond: result.requests.average, p50, p99 };
}

/** Signed at the last moment: a signature holds for five minutes. */
async function signedQuestions() {
  const { stories } = await openDataFolder('data');
  const sentences = stories.flatMap((story) => story.sentences.map(({ text }) => text));
  const random = randomFrom('questions');
  return Array.from({ length: 500 }, () => {
    const words = (pick(sentences, random) ?? '').split(' ');
    const from = between(0, Math.max(0, words.length - 4), random);
    const text = words.slice(from, from + between(3, 8, random)).join(' ');
    const body = JSON.stringify(slashCommand(scene, { id: '5', path: 'who said' }, { text }));
    return { method: 'POST' as const, path: '/interactions', body, headers: signer.headers(body) };
  });
}

/** The bot's code runs as in production, bundled. */
async function startServer(mode: 'bare' | 'ours') {
  const outfile = path.resolve('node_modules/.cache/on-the-record-bench/http-server.mjs');
  await build({
    entryPoints: [path.join(import.meta.dirname, 'http-server.ts')],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    logLevel: 'warning',
  });
  const child = spawn(process.execPath, [outfile, mode, signer.publicKey], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const [port] = await once(child.stdout, 'data');
  return {
    url: `http://127.0.0.1:${z.coerce.number().parse(String(port).trim())}`,
    stop: () => child.kill(),
  };
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
