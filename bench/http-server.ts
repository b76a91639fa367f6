/**
 * One HTTP server in a process of its own; started by `bench/http.ts`, which reads its port.
 *
 * node http-server.mjs bare|ours PUBLIC_KEY
 */
import { Hono } from 'hono';
import { HttpServer } from '../src/http/server.ts';
import { SignatureCheck } from '../src/http/signature.ts';
import { log } from '../src/log.ts';
import { openDataFolder } from '../src/open-data-folder.ts';
import { httpEndpoint } from '../test/http-endpoint.ts';

const [mode, publicKey = ''] = process.argv.slice(2);
const check = new SignatureCheck(publicKey);
const server = await HttpServer.start(mode === 'ours' ? await ours() : bare(), 0, '127.0.0.1');
process.stdout.write(`${server.port}\n`);

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

async function ours(): Promise<Hono> {
  const library = await openDataFolder('data');
  return httpEndpoint(library, { publicKey, log, report: (problem) => log.error(problem) });
}
