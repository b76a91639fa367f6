import { Client, DiscordAPIError, GatewayDispatchEvents, Routes } from 'discord.js';
import * as z from 'zod';
import type { Command } from '../command.ts';
import type { Config } from '../config.ts';
import type { Library } from '../library.ts';
import { log } from '../log.ts';
import { registerCommands } from './registration.ts';
import { type Desk, respond } from './respond.ts';

/**
 * Serves Discord over its gateway until the process is told to stop.
 *
 * @throws Error, with one line for the operator, when Discord refuses the token or can't be reached
 */
export async function serveGateway(
  config: Config & { readonly token: string },
  library: Library,
  commands: readonly Command[],
): Promise<void> {
  const client = new Client({ intents: [], rest: { api: config.apiUrl } });
  const desk = { library, commands, ephemeral: config.ephemeral, report: log };
  const answering = answerInteractions(client, desk);
  noteConnection(client);
  await login(client, config);
  const changed = await registerCommands(commands, {
    rest: client.rest,
    applicationId: client.application?.id ?? '',
    guildId: config.guildId,
  });
  log(changed ? 'commands registered' : 'commands unchanged');
  log(`ready as ${client.user?.tag ?? 'a bot'}`);
  await stopSignal();
  log('stopping');
  await Promise.allSettled(answering);
  client.removeAllListeners('shardReconnecting');
  await client.destroy();
}

/** Only what the answer is sent with is read here; `respond` parses the rest. */
const callback = z.object({ id: z.string(), token: z.string() });

function answerInteractions(client: Client, desk: Desk): ReadonlySet<Promise<void>> {
  const answering = new Set<Promise<void>>();
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (raw: unknown) => {
    const answered = answer(client, raw, desk).finally(() => answering.delete(answered));
    answering.add(answered);
  });
  return answering;
}

async function answer(client: Client, raw: unknown, desk: Desk): Promise<void> {
  const { data } = callback.safeParse(raw);
  if (data === undefined) return desk.report('an interaction without id or token');
  const body = respond(raw, desk);
  try {
    await client.rest.post(Routes.interactionCallback(data.id, data.token), { body, auth: false });
  } catch (error) {
    desk.report(`an answer did not reach Discord: ${messageOf(error)}`);
  }
}

async function login(client: Client, { token, apiUrl }: Config & { token: string }): Promise<void> {
  const ready = new Promise<void>((resolve) => client.once('clientReady', () => resolve()));
  try {
    await client.login(token);
    await ready;
  } catch (error) {
    await client.destroy();
    throw new Error(refusal(error, apiUrl));
  }
}

function refusal(error: unknown, apiUrl: string): string {
  const refused = error instanceof DiscordAPIError && error.status === 401;
  if (refused || (error instanceof Error && 'code' in error && error.code === 'TokenInvalid')) {
    return 'Discord refused DISCORD_TOKEN. Copy it again from Bot → Reset Token at https://discord.com/developers/applications.';
  }
  return `Discord cannot be reached at ${apiUrl}: ${messageOf(error)}`;
}

/** discord.js reconnects and resumes by itself; the operator should still be able to see it. */
function noteConnection(client: Client): void {
  client.on('error', (error) => log(`connection error: ${messageOf(error)}`));
  client.on('warn', (warning) => log(warning));
  client.on('shardReconnecting', (shard) =>
    log(`shard ${shard} lost its connection; reconnecting`),
  );
  client.on('shardResume', (shard) => log(`shard ${shard} resumed`));
  client.on('shardError', (error, shard) => log(`shard ${shard}: ${messageOf(error)}`));
  client.on('invalidated', () => log('Discord ended the session for good; restart the bot'));
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
