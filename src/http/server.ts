import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';

/** Discord waits three seconds; a client that dawdles with its request is let go soon after. */
const slowestRequestMs = 5000;

/** An HTTP server of a Hono app. */
export class HttpServer {
  readonly #server: Server;

  /**
   * @param port 0 for any free one
   * @throws Error with one line for the operator, when it is taken or not to be had
   */
  static async start(app: Hono, port: number, host: string | undefined): Promise<HttpServer> {
    const server = createServer(
      {
        headersTimeout: slowestRequestMs,
        requestTimeout: slowestRequestMs,
        connectionsCheckingInterval: 1000,
        // Longer than a balancer keeps its idle connections, so that it never meets a closed one.
        keepAliveTimeout: 75_000,
      },
      getRequestListener(app.fetch),
    );
    server.listen(port, host);
    try {
      await once(server, 'listening');
    } catch (error) {
      throw cannotListen(error, port, host);
    }
    return new HttpServer(server);
  }

  private constructor(server: Server) {
    this.#server = server;
  }

  get port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  /** Takes no new connection, finishes the requests that have begun, and ends the others. */
  async stop(limitMs: number): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    const limit = setTimeout(() => this.#server.closeAllConnections(), limitMs);
    // A kept connection becomes idle only as its last answer leaves.
    const idle = setInterval(() => this.#server.closeIdleConnections(), 50);
    await closed;
    clearTimeout(limit);
    clearInterval(idle);
  }
}

/** Names the settings that choose another place. */
function cannotListen(error: unknown, port: number, host: string | undefined): Error {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const where = host === undefined ? '' : ` of HOST ${host}`;
  if (code === 'EADDRINUSE') {
    const mend = 'stop the program that listens there, or choose another PORT';
    return new Error(`PORT ${port}${where} is taken; ${mend}.`);
  }
  if (code === 'EACCES')
    return new Error(`PORT ${port}${where} needs rights; choose one from 1024 on.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new Error(`HOST ${host} is no address of this machine; leave it empty for all of them.`);
  }
  return new Error(`The HTTP server cannot listen on PORT ${port}${where}: ${error}`);
}
