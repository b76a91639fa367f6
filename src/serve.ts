import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import path from 'node:path';
import { REST } from 'discord.js';
import type { Command } from './command.ts';
import type { Config } from './config.ts';
import { watchFolder } from './data-watch.ts';
import { readApplication, unreachable } from './discord/application.ts';
import { Gateway } from './discord/gateway.ts';
import { pacePerMinute } from './discord/pace.ts';
import { Reception } from './discord/reception.ts';
import { Registrar } from './discord/registrar.ts';
import { Sessions } from './discord/sessions.ts';
import { type HttpDesk, httpApp } from './http/app.ts';
import { HttpServer } from './http/server.ts';
import { SignatureCheck } from './http/signature.ts';
import { InFlight } from './in-flight.ts';
import { type Library, warm } from './library.ts';
import { LiveLibrary } from './live-library.ts';
import { log, messageOf } from './log.ts';
import { Metrics } from './metrics.ts';
import { tryDataFolder } from './open-data-folder.ts';
import { Readiness } from './readiness.ts';
import { openSettings } from './settings/open-settings.ts';
import { storyPages } from './web/story-pages.tsx';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Serves Discord, over its gateway, over HTTP or both, until the process is told to stop.
 *
 * @throws Error, with one line for the operator, when Discord refuses the token, the key or the
 *   commands, can't be reached, or ends the session for good
 */
export async function serve(
  config: Config,
  library: Library,
  commands: readonly Command[],
  env: Environment,
): Promise<void> {
  const stopped = stopSignal();
  const metrics = new Metrics();
  const readiness = new Readiness();
  const inFlight = new InFlight();
  const load = () => tryDataFolder(config.dataFolder, env);
  const live = new LiveLibrary(library, { load, metrics, log });
  const { ephemeral, logQuestions, publicUrl } = config;
  const settings = openSettings(config.settingsUrl, (problem) =>
    log.error({ problem }, 'settings'),
  );
  const rest = new REST({ api: config.apiUrl });
  const reception = new Reception({
    library: () => live.current,
    commands,
    ephemeral,
    settings,
    pace: pacePerMinute(config.questionsPerMinute),
    logQuestions,
    publicUrl,
    rest,
    inFlight,
    metrics,
    log,
  });

  readiness.waitsFor('start');
  const pages = storyPages(() => live.current, config);
  const server = await openServer(config, { reception, readiness, metrics, pages });
  const gateway = openGateway(config, env, rest, { reception, readiness, metrics, log });
  const unwatch = watchStories(config.dataFolder, live);
  const over = Promise.race([stopped, ...(gateway === undefined ? [] : [gateway.ended])]);
  try {
    const started = start(config, rest, commands, live, gateway);
    await Promise.race([Promise.all([started, settings.tryOut()]), over]);
    readiness.has('start');
    if (readiness.missing().length === 0) log.info('ready');
    await over;
    log.info('stopping');
  } finally {
    readiness.stop();
    await Promise.all([unwatch(), gateway?.close(), server?.stop(patienceMs)]);
    const lost = await inFlight.settled(patienceMs);
    await settings.close();
    if (lost > 0) log.warn({ lost }, 'answers did not reach Discord in time');
  }
}

/** Longer than any answer is worth, shorter than service managers wait before they kill. */
const patienceMs = 8000;

async function openServer(
  { port, host, transport, publicKey }: Config,
  {
    reception,
    ...served
  }: Pick<HttpDesk, 'readiness' | 'metrics' | 'pages'> & {
    readonly reception: Reception;
  },
): Promise<HttpServer | undefined> {
  if (port === undefined) return undefined;
  const interactions =
    transport === 'gateway' || publicKey === undefined
      ? undefined
      : { check: new SignatureCheck(publicKey), reception, metrics: served.metrics };
  const report = (problem: string) => log.error({ problem }, 'a request went wrong');
  const app = httpApp({ ...served, interactions, report });
  const server = await HttpServer.start(app, port, host);
  log.info({ port: server.port }, 'listening');
  return server;
}

function openGateway(
  { transport, token, apiUrl }: Config,
  env: Environment,
  rest: REST,
  desk: Omit<ConstructorParameters<typeof Gateway>[0], 'token' | 'rest' | 'sessions'>,
): Gateway | undefined {
  if (transport === 'http' || token === undefined) return undefined;
  const states = env.XDG_STATE_HOME || path.join(homedir(), '.local/state');
  const bot = createHash('sha256').update(`${apiUrl} ${token}`).digest('hex').slice(0, 16);
  const sessions = new Sessions(path.join(states, 'on-the-record', `gateway-${bot}.json`));
  return new Gateway({ ...desk, token, rest, sessions });
}

/** Whatever must be built, and Discord must know or let us have, before the bot is ready. */
async function start(
  { token, publicKey, apiUrl, guildId }: Config,
  rest: REST,
  commands: readonly Command[],
  live: LiveLibrary,
  gateway: Gateway | undefined,
): Promise<void> {
  await warm(live.current);
  if (token === undefined) {
    log.warn('commands not registered: that needs DISCORD_TOKEN, here or in another process');
    return;
  }
  rest.setToken(token);
  const application = await readApplication(rest, apiUrl);
  if (publicKey !== undefined && publicKey.toLowerCase() !== application.publicKey) {
    throw new Error('DISCORD_PUBLIC_KEY is not the key of the application of DISCORD_TOKEN.');
  }
  await gateway?.open().catch((error: unknown) => {
    throw unreachable(error, apiUrl);
  });
  const registrar = new Registrar(commands, rest, application.id, guildId);
  const changed = await registrar.register(live.current);
  log.info(changed ? 'commands registered' : 'commands unchanged');
  live.followedBy((library) => registerAnew(registrar, library));
}

/** What the stories of a reload make of the commands: with the second comes an option to choose one. */
async function registerAnew(registrar: Registrar, library: Library): Promise<void> {
  try {
    if (await registrar.register(library)) log.info('commands registered');
  } catch (error) {
    log.error({ problem: messageOf(error) }, 'commands stay as they were');
  }
}

/** @returns what ends the watch */
function watchStories(folder: string, live: LiveLibrary): () => Promise<void> {
  process.on('SIGHUP', () => void live.reload());
  return watchFolder(folder, () => void live.reload());
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
}
