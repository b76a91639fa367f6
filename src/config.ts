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
  /** Where the story pages are found from outside, without a slash at its end. */
  readonly publicUrl: string | undefined;
  readonly playHost: string;
  readonly playPort: number;
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
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://example.org/stories' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  PLAY_HOST: z.string().default('127.0.0.1'),
  PLAY_PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port, such as 3000')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, 'must be a port, such as 3000')
    .default(3000),
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
    publicUrl: parsed.data.PUBLIC_URL,
    playHost: parsed.data.PLAY_HOST,
    playPort: parsed.data.PLAY_PORT,
    terminalLanguage: parsed.data.TERMINAL_LANGUAGE,
  };
}
