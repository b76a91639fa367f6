import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
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

  /** Resolves when the bot says it is ready; rejects with what it said if it ends instead. */
  async ready(): Promise<void> {
    const gone = this.ended.then(({ code, stderr }) => {
      throw new Error(`The bot ended with ${code} before it was ready:\n${stderr}`);
    });
    const saysReady = new Promise<void>((resolve) => {
      this.#process.stderr.on('data', () => {
        if (/\bready\b/i.test(this.#stderr)) resolve();
      });
    });
    await Promise.race([saysReady, gone]);
  }

  /** Asks the bot to stop, as a service manager does, and waits until it has. */
  async stop(): Promise<Ended> {
    this.#process.kill('SIGTERM');
    return this.ended;
  }

  #asEnded(): Ended {
    return { code: this.#process.exitCode, stdout: this.#stdout, stderr: this.#stderr };
  }
}

/** Starts the bot against a fake Discord and waits until it is ready. */
export async function startBot(discord: FakeDiscord, settings: Settings = {}): Promise<RunningBot> {
  const bot = launchBot(discord, settings);
  await Promise.all([bot.ready(), discord.connected()]);
  return bot;
}

/** Starts the bot, which need not get as far as being ready. */
export function launchBot(
  { token, apiUrl }: Pick<FakeDiscord, 'token' | 'apiUrl'>,
  settings: Settings = {},
): RunningBot {
  return new RunningBot({ DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl, ...settings });
}

/** Nothing of the developer's own: an empty setting also keeps a `.env` from filling it in. */
function bareEnvironment(): Record<string, string> {
  const { PATH = '' } = process.env;
  return {
    PATH,
    DISCORD_GUILD_ID: '',
    EPHEMERAL_REPLIES: '',
    DATA_DIR: '',
    TERMINAL_LANGUAGE: '',
    SETTINGS_URL: '',
    QUESTIONS_PER_MINUTE: '1000000',
  };
}
