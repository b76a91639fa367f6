import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import * as z from 'zod';
import type { FakeDiscord } from './discord/fake-discord.ts';

/** What an operator sees of a bot that has ended. */
export interface Ended {
  /** null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Settings of the bot beside its token and Discord's address, as in `.env.example`. */
export type Settings = Readonly<Record<string, string>>;

/** One line of the bot's log; what else it holds depends on what it tells. */
export type LogLine = z.infer<typeof logLine>;

const logLine = z.looseObject({ time: z.iso.datetime(), level: z.string(), msg: z.string() });

type Process = ChildProcessByStdio<null, Readable, Readable>;

/** The bot as an operator runs it: a process of its own, of which only its output is seen. */
export class RunningBot {
  /** Resolves when the process has ended, whatever ended it. */
  readonly ended: Promise<Ended>;
  readonly #process: Process;
  #stdout = '';
  #stderr = '';

  constructor(settings: Settings) {
    this.#process = spawn(process.execPath, ['scripts/run.mjs', 'main'], {
      env: { ...bareEnvironment(), ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.#stdout += text;
    });
    this.#process.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr += text;
    });
    this.ended = once(this.#process, 'close').then(() => this.#asEnded());
  }

  get stderr(): string {
    return this.#stderr;
  }

  /** What the bot logged, a line each. */
  get log(): readonly LogLine[] {
    const whole = this.#stdout.slice(0, this.#stdout.lastIndexOf('\n') + 1);
    return whole
      .split('\n')
      .flatMap((line) => (line === '' ? [] : logLine.parse(JSON.parse(line))));
  }

  /** What the bot logged, without the details. */
  get said(): string {
    return this.log.map(({ msg }) => msg).join('\n');
  }

  /** Where its HTTP server listens. */
  get url(): string {
    const port = this.log.find(({ msg }) => msg === 'listening')?.port;
    if (port === undefined) throw new Error('The bot does not listen.');
    return `http://127.0.0.1:${port}`;
  }

  /** Resolves when the bot says it is ready; rejects with what it said if it ends instead. */
  async ready(): Promise<void> {
    const gone = this.ended.then(({ code, stderr }) => {
      throw new Error(`The bot ended with ${code} before it was ready:\n${stderr}`);
    });
    const saysReady = new Promise<void>((resolve) => {
      this.#process.stdout.on('data', () => {
        if (this.log.some(({ msg }) => msg === 'ready')) resolve();
      });
    });
    await Promise.race([saysReady, gone]);
  }

  /** Asks the bot to stop, as a service manager does, and waits until it has. */
  async stop(): Promise<Ended> {
    return this.kill('SIGTERM');
  }

  /** Sends a signal that ends it, and waits until it has. */
  async kill(signal: 'SIGTERM' | 'SIGKILL'): Promise<Ended> {
    this.#process.kill(signal);
    return this.ended;
  }

  /** SIGHUP: load the stories anew. */
  reload(): void {
    this.#process.kill('SIGHUP');
  }

  #asEnded(): Ended {
    return { code: this.#process.exitCode, stdout: this.#stdout, stderr: this.#stderr };
  }
}

/** Starts the bot against a fake Discord and waits until it is ready. */
export async function startBot(discord: FakeDiscord, settings: Settings = {}): Promise<RunningBot> {
  const bot = launchBot(discord, settings);
  const isOnGateway = settings.TRANSPORT !== 'http';
  await Promise.all([bot.ready(), ...(isOnGateway ? [discord.connected()] : [])]);
  return bot;
}

/** The ways in which interactions reach the bot. */
export const transports = ['gateway', 'http'] as const;

/** Starts the bot so that a fake Discord's interactions reach it over one transport. */
export async function startBotOver(
  transport: (typeof transports)[number],
  discord: FakeDiscord,
  settings: Settings = {},
): Promise<RunningBot> {
  if (transport === 'gateway') return startBot(discord, settings);
  const bot = await startBot(discord, { ...httpSettings(discord, 'http'), ...settings });
  discord.interactionsUrl = `${bot.url}/interactions`;
  return bot;
}

/** A bot that listens on any free port. */
export function httpSettings({ signer }: FakeDiscord, transport: 'http' | 'both'): Settings {
  return { TRANSPORT: transport, DISCORD_PUBLIC_KEY: signer.publicKey, PORT: '0' };
}

/** Starts the bot, which need not get as far as being ready. */
export function launchBot(
  { token, apiUrl }: Pick<FakeDiscord, 'token' | 'apiUrl'>,
  settings: Settings = {},
): RunningBot {
  return new RunningBot({ DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl, ...settings });
}

const state = mkdtempSync(path.join(tmpdir(), 'on-the-record-state-'));

/** Nothing of the developer's own: an empty setting also keeps a `.env` from filling it in. */
function bareEnvironment(): Record<string, string> {
  const { PATH = '' } = process.env;
  const none = [
    'DISCORD_GUILD_ID',
    'DISCORD_PUBLIC_KEY',
    'TRANSPORT',
    'PORT',
    'HOST',
    'EPHEMERAL_REPLIES',
    'DATA_DIR',
    'TERMINAL_LANGUAGE',
    'PUBLIC_URL',
    'LOG_QUESTIONS',
    'SETTINGS_URL',
  ];
  const tireless = { QUESTIONS_PER_MINUTE: '1000000' };
  return {
    PATH,
    XDG_STATE_HOME: state,
    ...tireless,
    ...Object.fromEntries(none.map((name) => [name, ''])),
  };
}
