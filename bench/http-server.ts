/**
 * One HTTP server in a process of its own; started by `bench/http-servers.ts`, which reads its port,
 * and tells it what it has used whenever it is asked.
 *
 * node --expose-gc http-server.mjs bare|answers|whole PUBLIC_KEY FOLDER
 */
import { Hono } from 'hono';
import { pacePerMinute } from '../src/discord/pace.ts';
import { HttpServer } from '../src/http/server.ts';
import { SignatureCheck } from '../src/http/signature.ts';
import { log } from '../src/log.ts';
import { openDataFolder } from '../src/open-data-folder.ts';
import { openSettings } from '../src/settings/open-settings.ts';
import { httpEndpoint } from '../test/http-endpoint.ts';
import { memoryInUse } from './memory.ts';

const [mode, publicKey = '', folder = ''] = process.argv.slice(2);
const check = new SignatureCheck(publicKey);
const server = await HttpServer.start(mode === 'bare' ? bare() : await ours(), 0, '127.0.0.1');
process.on('message', (what: Told) => void tell(what));
process.send?.(server.port);

/** Seconds of a processor so far; bytes that are held after a forced collection, and all it has. */
export type Told = 'cpu' | 'held' | 'resident';

async function tell(what: Told): Promise<void> {
  const { user, system } = process.cpuUsage();
  if (what === 'cpu') process.send?.((user + system) / 1e6);
  else if (what === 'held') process.send?.(await memoryInUse());
  else process.send?.(process.memoryUsage.rss());
}

/** What any bot has to do at least: read the body, believe it, say something. */
function bare(): Hono {
  return new Hono().post('/interactions', async (c) => {
    const body = new Uint8Array(await c.req.arrayBuffer());
    const distrust = await check.distrust(
      {
        signature: c.req.header('x-signature-ed25519'),
        timestamp: c.req.header('x-signature-timestamp'),
      },
      body,
    );
    return distrust === undefined ? c.json({ type: 1 }) : c.text('', 401);
  });
}

/** The bot; as a whole it also knows what servers have chosen, and holds back who asks too much. */
async function ours(): Promise<Hono> {
  const library = await openDataFolder('data');
  const whole = { settings: openSettings(folder, report), pace: pacePerMinute(30) };
  return httpEndpoint(library, { publicKey, log, report, desk: mode === 'whole' ? whole : {} });
}

function report(problem: string): void {
  log.error(problem);
}
