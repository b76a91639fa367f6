import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import * as z from 'zod';
import { openDataFolder } from '../src/open-data-folder.ts';
import { Signer } from '../test/discord/endpoint.ts';
import { slashCommand, somebody } from '../test/discord/interactions.ts';
import { bundled } from './bundled.ts';
import type { Told } from './http-server.ts';
import { between, pick, randomFrom } from './seeded.ts';

/** See `http-server.ts`. */
export type Mode = 'bare' | 'answers' | 'whole';

/** How a server did under a load. */
export interface Load {
  readonly requests: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** What a request took of a processor, in milliseconds; other processes matter little to it. */
  readonly cpuMs: number;
}

const signer = new Signer();

const serverFile = path.join(import.meta.dirname, 'http-server.ts');
const connections = 8;
/** So many requests make the functions that serve them as fast as they become. */
const warmRequests = 8000;
/** Questions are signed a little before they are sent: a signature holds for five minutes. */
const longestPart = 5;

/** Starts a server of the bundled code, as in production, in a process of its own. */
export async function startServer(mode: Mode): Promise<BenchServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'on-the-record-'));
  const child = fork(await bundled(serverFile, process.cwd()), [mode, signer.publicKey, folder], {
    execArgv: ['--expose-gc'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const [port] = await once(child, 'message');
  child.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return new BenchServer(child, z.number().parse(port));
}

export class BenchServer {
  readonly #child: ChildProcess;
  readonly #url: string;
  /** How many questions a second it has answered; at first, as many as one could. */
  #pace = 4000;

  constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.#url = `http://127.0.0.1:${port}`;
  }

  stop(): void {
    this.#child.kill();
  }

  async warm(): Promise<void> {
    for (let asked = 0; asked < warmRequests; ) asked += (await this.load(2)).requests;
  }

  /** Asks as fast as it answers. */
  async load(seconds: number): Promise<Load> {
    const loads: Load[] = [];
    for (let left = seconds; left > 0; left -= longestPart) {
      loads.push(await this.#shortLoad(Math.min(left, longestPart)));
    }
    const requests = loads.reduce((sum, load) => sum + load.requests, 0);
    const mean = (figure: (load: Load) => number) =>
      loads.reduce((sum, load) => sum + figure(load) * load.requests, 0) / requests;
    return {
      requests,
      perSecond: mean(({ perSecond }) => perSecond),
      p50: mean(({ p50 }) => p50),
      p99: mean(({ p99 }) => p99),
      cpuMs: mean(({ cpuMs }) => cpuMs),
    };
  }

  async #shortLoad(seconds: number): Promise<Load> {
    const each = Math.ceil((1.5 * this.#pace * seconds) / connections);
    const asked = Array.from({ length: connections }, () => questions(each));
    const before = await this.#told('cpu');
    const result = await autocannon({
      url: `${this.#url}/interactions`,
      connections,
      duration: seconds,
      setupClient: (client) => client.setRequests(asked.pop() ?? []),
    });
    const cpuMs = (1000 * ((await this.#told('cpu')) - before)) / result['2xx'];
    if (result.non2xx > 0 || result.errors > 0) {
      throw new Error(`${result.non2xx} refused, ${result.errors} failed`);
    }
    this.#pace = result.requests.average;
    const { p50, p99 } = result.latency;
    return { requests: result['2xx'], perSecond: this.#pace, p50, p99, cpuMs };
  }

  /** In bytes: what is still held once everything is let go of that can be, and all it has. */
  async memory(): Promise<{ held: number; resident: number }> {
    return { held: await this.#told('held'), resident: await this.#told('resident') };
  }

  async #told(what: Told): Promise<number> {
    const told = once(this.#child, 'message');
    this.#child.send(what);
    return z.number().parse((await told)[0]);
  }
}

const { stories } = await openDataFolder('data');
const sentences = stories.flatMap((story) => story.sentences.map(({ text }) => text));
const random = randomFrom('questions');

/** Parts of the article's sentences, each asked by somebody else on one of many servers. */
function questions(count: number) {
  return Array.from({ length: count }, () => {
    const words = (pick(sentences, random) ?? '').split(' ');
    const from = between(0, Math.max(0, words.length - 4), random);
    const text = words.slice(from, from + between(3, 8, random)).join(' ');
    const userId = String(between(1, 1e15, random));
    const guildId = String(between(1, 20_000, random));
    const asked = slashCommand(
      { ...somebody, userId, guildId },
      { id: '5', path: 'who said' },
      { text },
    );
    const body = JSON.stringify(asked);
    return { method: 'POST' as const, path: '/interactions', body, headers: signer.headers(body) };
  });
}
