import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

/** What a program of the project left behind when it ended. */
export interface Run {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
}

export interface RunOptions {
  readonly args?: readonly string[];
  /** What stands on standard input, which is closed after it. */
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

/** The developer's own settings, also those of a `.env` file, and what is kept at home stay outside. */
export const noSettings = {
  TRANSPORT: '',
  DISCORD_TOKEN: '',
  DISCORD_PUBLIC_KEY: '',
  DISCORD_GUILD_ID: '',
  DISCORD_API_URL: '',
  EPHEMERAL_REPLIES: '',
  DATA_DIR: '',
  TERMINAL_LANGUAGE: '',
  PUBLIC_URL: '',
  PLAY_HOST: '',
  PLAY_PORT: '',
  NO_COLOR: '',
  XDG_CACHE_HOME: path.join(tmpdir(), 'on-the-record-tests'),
};

/** Runs `npm run ask`, `npm run check`, `npm run draft` or `npm start` the way those scripts do. */
export function run(
  entry: 'ask' | 'check' | 'draft' | 'main',
  options: RunOptions = {},
): Promise<Run> {
  const { args = [], input = '', env = {} } = options;
  return finished(process.execPath, ['scripts/run.mjs', entry, ...args], input, env);
}

/** Runs a program in the project's folder and waits for its end. */
export function finished(
  program: string,
  args: readonly string[],
  input = '',
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: projectFolder,
      env: { ...process.env, ...noSettings, ...env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ stdout, stderr, exitCode }));
    // A program that ends before it has read everything closes its end of the pipe.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

const voice = z.object({ id: z.string().nullable(), name: z.string().min(1) });

const answer = z.looseObject({
  sentence: z.string().regex(/^s[1-9]\d*$/),
  text: z.string().min(1),
  quote: z.string().min(1),
  speaker: voice.nullable(),
  via: z.array(voice),
  kind: z.enum(['direct', 'indirect', 'mixed', 'narration']),
  verdict: z.enum(['verbatim', 'altered', 'reported', 'narration', 'not_on_record']),
  article: z.string().min(1),
  paragraph: z.number().int().positive(),
  score: z.number().min(0).max(1),
});

const event = z.object({
  date: z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?(\/\d{4}(-\d\d(-\d\d)?)?)?$/),
  precision: z.enum(['year', 'month', 'day', 'range']),
  dateText: z.string().min(1),
  resolvedByCurator: z.boolean(),
  sentence: z.string().regex(/^s[1-9]\d*$/),
  text: z.string().min(1),
});

const entity = z.object({
  id: z.string().min(1),
  story: z.string().min(1),
  name: z.string().min(1),
  type: z.string().min(1),
});

/** The answer format of `--json` as README.md documents it. Keys may be added, never taken away. */
export const jsonReply = z.object({
  query: z.string(),
  command: z.string().nullable(),
  status: z.enum(['found', 'not_on_record', 'ambiguous', 'error']),
  answers: z.array(answer),
  entity: entity.nullable(),
  events: z.array(event),
  message: z.string().nullable(),
  suggestions: z.array(
    z.object({ command: z.string(), options: z.record(z.string(), z.string()) }),
  ),
});

export type JsonReply = z.infer<typeof jsonReply>;
export type JsonAnswer = z.infer<typeof answer>;

/** Asks one question as an argument, and reads the answer as data. */
export async function ask(
  question: string,
  env: Readonly<Record<string, string>> = {},
): Promise<JsonReply> {
  const { stdout } = await run('ask', { args: ['--json', question], env });
  return jsonReply.parse(JSON.parse(stdout));
}

/** Asks many questions over standard input; the answers by their questions. */
export async function askAll(
  questions: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<(question: string) => JsonReply> {
  const input = questions.map((question) => `${question}\n`).join('');
  const { stdout, stderr } = await run('ask', { args: ['--json'], input, env });
  const lines = stdout.split('\n').filter((line) => line !== '');
  if (lines.length !== questions.length) {
    throw new Error(`${questions.length} questions, ${lines.length} answers. ${stderr}`);
  }
  const replies = lines.map((line) => jsonReply.parse(JSON.parse(line)));
  const byQuestion = new Map(questions.map((question, at) => [question, replies[at]]));
  return (question) => {
    const reply = byQuestion.get(question);
    if (reply === undefined) throw new Error(`${question} was not asked`);
    return reply;
  };
}
