import { DiscordAPIError, type REST, Routes } from 'discord.js';
import * as z from 'zod';
import type { Command } from '../command.ts';
import type { Library } from '../library.ts';
import { messageOf } from '../log.ts';
import { registerCommands } from './registration.ts';

/** The application a token belongs to, as Discord knows it. */
export type Application = z.infer<typeof application>;

const application = z
  .object({ id: z.string(), verify_key: z.string() })
  .transform(({ id, verify_key: publicKey }) => ({ id, publicKey }));

/** @throws Error, with one line for the operator, when Discord refuses the token or is not there */
export async function readApplication(rest: REST, apiUrl: string): Promise<Application> {
  try {
    return application.parse(await rest.get(Routes.currentApplication()));
  } catch (error) {
    throw unreachable(error, apiUrl);
  }
}

/** What an operator is told when Discord can't be reached or does not take the token. */
export function unreachable(error: unknown, apiUrl: string): Error {
  if (error instanceof DiscordAPIError && error.status === 401) return new Error(tokenRefused);
  return new Error(`Discord cannot be reached at ${apiUrl}: ${messageOf(error)}`);
}

const tokenRefused =
  'Discord refused DISCORD_TOKEN. Copy it again from Bot → Reset Token at https://discord.com/developers/applications.';

/**
 * Registers the commands with one server, or with all of them.
 *
 * @returns whether anything had to be sent
 * @throws Error, with one line for the operator, when Discord does not take them
 */
export async function register(
  commands: readonly Command[],
  library: Library,
  rest: REST,
  applicationId: string,
  guildId: string | undefined,
): Promise<boolean> {
  try {
    return await registerCommands(commands, { rest, applicationId, guildId, library });
  } catch (error) {
    const where = guildId === undefined ? '' : ` for the server of DISCORD_GUILD_ID (${guildId})`;
    throw new Error(`Discord did not take the commands${where}: ${messageOf(error)}`);
  }
}
