import { type ErrorHandler, Hono } from 'hono';
import { messageOf } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Readiness } from '../readiness.ts';
import { type InteractionsDesk, interactionsHandler } from './interactions.ts';

/** What is served over HTTP. */
export interface HttpDesk {
  readonly metrics: Metrics;
  readonly readiness: Readiness;
  /** Absent when Discord sends its interactions over the gateway only. */
  readonly interactions: InteractionsDesk | undefined;
  /** What readers open in a browser. */
  readonly pages: Hono;
  readonly report: (problem: string) => void;
}

/** Every address of the bot's HTTP server. */
export function httpApp({ metrics, readiness, interactions, pages, report }: HttpDesk): Hono {
  // A balancer that keeps its connections would go on sending requests to a replica that ends.
  const parting = (response: Response) => {
    if (readiness.stopping) response.headers.set('connection', 'close');
    return response;
  };
  const failed: ErrorHandler = (error, c) => {
    report(`no answer over HTTP: ${messageOf(error)}`);
    return parting(c.text('Something went wrong.\n', 500));
  };
  const app = new Hono().onError(failed);
  const others = new Hono().onError(failed);
  others.use(async (c, next) => {
    await next();
    parting(c.res);
  });
  if (interactions !== undefined) {
    const take = interactionsHandler(interactions);
    app.post('/interactions', async (c) => parting(await take(c)));
    others.all('/interactions', (c) =>
      c.text('Discord posts interactions here.\n', 405, { allow: 'POST' }),
    );
  }
  others.get('/healthz', (c) => c.text('ok\n'));
  others.get('/readyz', (c) => {
    const missing = readiness.missing();
    return missing.length === 0
      ? c.text('ready\n')
      : c.text(`not ready: ${missing.join(', ')}\n`, 503);
  });
  others.get('/metrics', async (c) =>
    c.body(await metrics.text(), 200, { 'content-type': metrics.contentType }),
  );
  others.route('/', pages);
  // Where Discord posts, one handler alone matches: Hono calls it as it is, and chains up several.
  return app.notFound((c) => others.fetch(c.req.raw, c.env));
}
