import { WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
import { DiscordAPIError, REST, Routes } from 'discord.js';
import * as z from 'zod';
import type { Command } from '../command.ts';
import type { Config } from '../config.ts';
import type { Library } from '../library.ts';
import { log } from '../log.ts';
import { timelinePicture } from '../timeline/picture.ts';
import { registerCommands } from './registration.ts';
import { type Desk, type FollowUp, respond } from './respond.ts';

/**
 * Serves Discord over its gateway until the process is told to stop.
 *
 * discord.js's gateway layer hands over what Discord sends as it is. Its larger client would keep
 * caches that an answer never needs, and a malformed interaction would end the process there.
 *
 * @throws Error, with one line for the operator, when Discord refuses the token or the commands,
 *   can't be reached, or ends the session for good
 */
export async function serveGateway(
  config: Config & { readonly token: string },
  library: Library,
  commands: readonly Command[],
): Promise<void> {
  const rest = new REST({ api: config.apiUrl }).setToken(config.token);
  const gateway = new WebSocketManager({ token: config.token, intents: 0, rest });
  const draw = timelinePicture;
  const desk = { library, commands, ephemeral: config.ephemeral, report: log, draw };
  const answering = answerInteractions(gateway, rest, desk);
  const ended = Promise.race([stopSignal(), endForGood(gateway)]);
  noteConnection(gateway);
  try {
    const started = connect(gateway, rest, config.apiUrl).then((applicationId) =>
      register(commands, rest, applicationId, config.guildId),
    );
    await Promise.race([started.then(() => log('ready')), ended]);
    await ended;
    log('stopping');
  } finally {
    await Promise.allSettled(answering);
    await gateway.destroy();
  }
}

/** Only what the answer is sent with is read here; `respond` parses the rest. */
const callback = z.object({
  id: z.string(),
  token: z.string(),
  application_id: z.string().default(''),
});

function answerInteractions(
  gateway: WebSocketManager,
  rest: REST,
  desk: Desk,
): ReadonlySet<Promise<void>> {
  const answering = new Set<Promise<void>>();
  gateway.on(WebSocketShardEvents.Dispatch, ({ data }) => {
    if (data.t !== 'INTERACTION_CREATE') return;
    const answered = answer(rest, data.d, desk).finally(() => answering.delete(answered));
    answering.add(answered);
  });
  return answering;
}

async function answer(rest: REST, raw: unknown, desk: Desk): Promise<void> {
  const { data } = callback.safeParse(raw);
  if (data === undefined) return desk.report('an interaction without id or token');
  const { response, files, followUp } = await respond(raw, desk);
  try {
    const route = Routes.interactionCallback(data.id, data.token);
    await rest.post(route, { body: response, files: [...files], auth: false });
    if (followUp !== undefined) await send(rest, data, await followUp);
  } catch (error) {
    desk.report(`an answer did not reach Discord: ${messageOf(error)}`);
  }
}

async function send(
  rest: REST,
  { application_id: application, token }: z.infer<typeof callback>,
  { method, message: body }: FollowUp,
): Promise<void> {
  if (method === 'POST') await rest.post(Routes.webhook(application, token), { body, auth: false });
  else await rest.patch(Routes.webhookMessage(application, token), { body, auth: false });
}

/** @returns the id of the bot's application */
async function connect(gateway: WebSocketManager, rest: REST, apiUrl: string): Promise<string> {
  try {
    const application = z.object({ id: z.string() });
    const { id } = application.parse(await rest.get(Routes.currentApplication()));
    await gateway.connect();
    return id;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 401) throw new Error(tokenRefused);
    throw new Error(`Discord cannot be reached at ${apiUrl}: ${messageOf(error)}`);
  }
}

const tokenRefused =
  'Discord refused DISCORD_TOKEN. Copy it again from Bot → Reset Token at https://discord.com/developers/applications.';

async function register(
  commands: readonly Command[],
  rest: REST,
  applicationId: string,
  guildId: string | undefined,
): Promise<void> {
  try {
    const changed = await registerCommands(commands, { rest, applicationId, guildId });
    log(changed ? 'commands registered' : 'commands unchanged');
  } catch (error) {
    const where = guildId === undefined ? '' : ` for the server of DISCORD_GUILD_ID (${guildId})`;
    throw new Error(`Discord did not take the commands${where}: ${messageOf(error)}`);
  }
}

/** Lost connections are resumed without our help; the operator should still be able to see it. */
function noteConnection(gateway: WebSocketManager): void {
  gateway.on(WebSocketShardEvents.Closed, ({ code, shardId }) =>
    log(`shard ${shardId} closed (${code})`),
  );
  gateway.on(WebSocketShardEvents.Resumed, ({ shardId }) => log(`shard ${shardId} resumed`));
  gateway.on(WebSocketShardEvents.Error, ({ error, shardId }) =>
    log(`shard ${shardId}: ${messageOf(error)}`),
  );
}

/** Codes after which Discord takes no new connection: bad token, shards or intents. */
const finalCodes: ReadonlySet<number> = new Set([4004, 4010, 4011, 4012, 4013, 4014]);

function endForGood(gateway: WebSocketManager): Promise<never> {
  const ended = new Promise<never>((_resolve, reject) => {
    gateway.on(WebSocketShardEvents.Closed, ({ code }) => {
      if (finalCodes.has(code)) reject(new Error(`Discord ended the session for good (${code})`));
    });
  });
  // It may end before anybody waits for it.
  ended.catch(() => undefined);
  return ended;
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
