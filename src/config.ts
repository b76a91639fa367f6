import * as z from 'zod';
import type { Language } from './reply/language.ts';
import { languageFor, languages, nearestLanguage } from './reply/languages/index.ts';

/** The settings of a running bot, read from the environment; `.env.example` explains each. */
export interface Config {
  readonly token: string | undefined;
  readonly guildId: string | undefined;
  readonly apiUrl: string;
  readonly ephemeral: boolean;
  readonly dataFolder: string;
  /** Where servers' settings are kept: a folder, or the address of a Redis. */
  readonly settingsUrl: string;
  /** How many questions a person may ask in a minute. */
  readonly questionsPerMinute: number;
  /** On Discord every reader has a language of their own. */
  readonly terminalLanguage: Language;
}

/** Thrown for settings that make no sense; the message is one line, fit for an operator. */
export class BadConfig extends Error {}

const settings = z.object({
  DISCORD_TOKEN: z.string().optional(),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{17,20}$/, 'must be a server id: 17 to 20 digits')
    .optional(),
  DISCORD_API_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://discord.com/api' })
    .default('https://discord.com/api')
    .transform((url) => url.replace(/\/+$/, '').replace(/\/v\d+$/, '')),
  EPHEMERAL_REPLIES: z
    .enum(['true', 'false'], 'must be true or false')
    .default('false')
    .transform((value) => value === 'true'),
  DATA_DIR: z.string().default('data'),
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
      error: `must be one of ${languages.map(({ tag }) => tag).join(', ')}`,
    })
    .transform(languageFor),
});

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
  return {
    token: parsed.data.DISCORD_TOKEN,
    guildId: parsed.data.DISCORD_GUILD_ID,
    apiUrl: parsed.data.DISCORD_API_URL,
    ephemeral: parsed.data.EPHEMERAL_REPLIES,
    dataFolder: parsed.data.DATA_DIR,
    settingsUrl: parsed.data.SETTINGS_URL,
    questionsPerMinute: parsed.data.QUESTIONS_PER_MINUTE,
    terminalLanguage: parsed.data.TERMINAL_LANGUAGE,
  };
}

function isFolderOrRedis(url: string): boolean {
  return /^rediss?:/.test(url) ? URL.canParse(url) : !/^\w+:\/\//.test(url);
}
