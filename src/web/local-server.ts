import { createServer, type Server } from 'node:http';
import { isIP } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { PageSettings } from './story-pages.tsx';

/** Where pages are served on this machine. */
export interface LocalSettings extends PageSettings {
  /** The address to listen on; `127.0.0.1` unless the operator says otherwise. */
  readonly host: string;
  /** The first port to try. */
  readonly port: number;
}

export interface LocalServer {
  /** Such as `http://127.0.0.1:3000`. */
  readonly address: string;
  close(): void;
}

/**
 * Serves pages on this machine, to nobody who comes by another name.
 *
 * @throws Error when no port is free or the host is none of this machine's
 */
export async function serveLocally(pages: Hono, settings: LocalSettings): Promise<LocalServer> {
  const site = new Hono();
  site.use(async (context, next) => {
    if (isOurs(context.req.header('host') ?? '', settings)) return next();
    return context.text('This address is not served here.', 403);
  });
  site.route('/', pages);
  const server = createServer(getRequestListener(site.fetch));
  const port = await listenNear(server, settings);
  const name = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  return {
    address: `http://${name}:${port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/**
 * A page elsewhere may have its own name lead here (DNS rebinding), and would then read along; an
 * address of digits cannot be made to lead anywhere else.
 */
function isOurs(host: string, { host: own, publicUrl }: LocalSettings): boolean {
  const name = host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
  const known = [
    own,
    'localhost',
    ...(publicUrl === undefined ? [] : [new URL(publicUrl).hostname]),
  ];
  return isIP(name) !== 0 || known.includes(name);
}

/** A port that is taken is no reason not to start: the next ones are tried. */
async function listenNear(server: Server, { host, port }: LocalSettings): Promise<number> {
  for (let each = port; each < port + portsTried && each <= lastPort; each += 1) {
    if (await listens(server, host, each)) return each;
  }
  throw new Error(`no port from ${port} to ${port + portsTried - 1} is free for the pages`);
}

const portsTried = 20;
const lastPort = 65_535;

function listens(server: Server, host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(new Error(`the pages cannot listen on PLAY_HOST ${host}: ${error.code}`));
    };
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      resolve(true);
    });
  });
}
