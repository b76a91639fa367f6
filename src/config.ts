import * as z from 'zod';
import type { Language } from './reply/language.ts';
import { languageFor, languageTags, nearestLanguage } from './reply/languages/index.ts';

/** The settings of a running bot, read from the environment; `.env.example` explains each. */
export interface Config {
  /** How interactions reach the bot. */
  readonly transport: 'gateway' | 'http' | 'both';
  readonly token: string | undefined;
  /** The application's Ed25519 key, with which Discord signs what it sends over HTTP. */
  readonly publicKey: string | undefined;
  /** Where the HTTP server listens; undefined for no server. 0 takes any free port. */
  readonly port: number | undefined;
  /** Undefined for every address of the machine. */
  readonly host: string | undefined;
  readonly guildId: string | undefined;
  readonly apiUrl: string;
  readonly ephemeral: boolean;
  readonly dataFolder: string;
  /** Where the story pages are found from outside, without a slash at its end. */
  readonly publicUrl: string | undefined;
  readonly playHost: string;
  readonly playPort: number;
  /** Where servers' settings are kept: a folder, or the address of a Redis. */
  readonly settingsUrl: string;
  /** How many questions a person may ask in a minute. */
  readonly questionsPerMinute: number;
  /** On Discord every reader has a language of their own. */
  readonly terminalLanguage: Language;
  /** Whether what people ask may be written to the log. */
  readonly logQuestions: boolean;
}

/** Thrown for settings that make no sense; the message is one line, fit for an operator. */
export class BadConfig extends Error {}

const flag = z
  .enum(['true', 'false'], 'must be true or false')
  .default('false')
  .transform((value) => value === 'true');

const settings = z
  .object({
    TRANSPORT: z
      .enum(['gateway', 'http', 'both'], 'must be gateway, http or both')
      .default('gateway'),
    DISCORD_TOKEN: z.string().optional(),
    DISCORD_PUBLIC_KEY: z
      .string()
      .regex(/^[0-9a-f]{64}$/i, 'must be the 64 hexadecimal digits of General Information')
      .optional(),
    DISCORD_GUILD_ID: z
      .string()
      .regex(/^\d{17,20}$/, 'must be a server id: 17 to 20 digits')
      .optional(),
    DISCORD_API_URL: z
      .url({ protocol: /^https?$/, error: 'must be an address such as https://discord.com/api' })
      .default('https://discord.com/api')
      .transform((url) => url.replace(/\/+$/, '').replace(/\/v\d+$/, '')),
    PORT: z
      .string()
      .regex(/^\d+$/, 'must be a port number')
      .transform(Number)
      .pipe(z.number().max(65_535, 'must be a port number'))
      .optional(),
    HOST: z.string().optional(),
    EPHEMERAL_REPLIES: flag,
    DATA_DIR: z.string().default('data'),
    PUBLIC_URL: z
      .url({
        protocol: /^https?$/,
        error: 'must be an address such as https://example.org/stories',
      })
      .transform((url) => url.replace(/\/+$/, ''))
      .optional(),
    PLAY_HOST: z.string().default('127.0.0.1'),
    PLAY_PORT: z
      .string()
      .regex(/^\d{1,5}$/, 'must be a port, such as 3000')
      .transform(Number)
      .refine((port) => port >= 1 && port <= 65_535, 'must be a port, such as 3000')
      .default(3000),
    SETTINGS_URL: z
      .string()
      .refine(isFolderOrRedis, 'must be a folder, or an address such as redis://localhost:6379')
      .default('state/settings'),
    QUESTIONS_PER_MINUTE: z
      .string()
      .regex(/^[1-9]\d{0,8}$/, 'must be a whole number, at least 1')
      .default('60')
      .transform(Number),
    TERMINAL_LANGUAGE: z
      .string()
      .default('en')
      .refine((tag) => nearestLanguage(tag) !== undefined, {
        error: `must be one of ${languageTags.join(', ')}`,
      })
      .transform(languageFor),
    LOG_QUESTIONS: flag,
  })
  .superRefine(({ TRANSPORT, DISCORD_TOKEN, DISCORD_PUBLIC_KEY }, { addIssue }) => {
    const missing = (name: string) =>
      addIssue({
        code: 'custom',
        path: [name],
        message: `is missing; TRANSPORT=${TRANSPORT} needs it`,
      });
    if (TRANSPORT !== 'gateway' && DISCORD_PUBLIC_KEY === undefined) missing('DISCORD_PUBLIC_KEY');
    if (TRANSPORT === 'both' && DISCORD_TOKEN === undefined) missing('DISCORD_TOKEN');
  });

/** What an operator may set, as `.env.example` lists it. */
export const settingNames: readonly string[] = Object.keys(settings.shape);

const usualPort = 8080;

/** @throws BadConfig naming every setting that is wrong */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env)
      .map(([name, value]) => [name, value?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    throw new BadConfig(`${wrong.join('; ')}. See .env.example.`);
  }
  const { TRANSPORT: transport, PORT } = parsed.data;
  return {
    transport,
    token: parsed.data.DISCORD_TOKEN,
    publicKey: parsed.data.DISCORD_PUBLIC_KEY,
    port: PORT ?? (transport === 'gateway' ? undefined : usualPort),
    host: parsed.data.HOST,
    guildId: parsed.data.DISCORD_GUILD_ID,
    apiUrl: parsed.data.DISCORD_API_URL,
    ephemeral: parsed.data.EPHEMERAL_REPLIES,
    dataFolder: parsed.data.DATA_DIR,
    publicUrl: parsed.data.PUBLIC_URL,
    playHost: parsed.data.PLAY_HOST,
    playPort: parsed.data.PLAY_PORT,
    settingsUrl: parsed.data.SETTINGS_URL,
    questionsPerMinute: parsed.data.QUESTIONS_PER_MINUTE,
    terminalLanguage: parsed.data.TERMINAL_LANGUAGE,
    logQuestions: parsed.data.LOG_QUESTIONS,
  };
}

function isFolderOrRedis(url: string): boolean {
  return /^rediss?:/.test(url) ? URL.canParse(url) : !/^\w+:\/\//.test(url);
}
