import { type ErrorHandler, Hono } from 'hono';
import { messageOf } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Readiness } from '../readiness.ts';
import { type InteractionsDesk, interactionsEndpoint } from './interactions.ts';

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
  const failed: ErrorHandler = (error, c) => {
    report(`no answer over HTTP: ${messageOf(error)}`);
    return c.text('Something went wrong.\n', 500);
  };
  const app = new Hono().onError(failed);
  app.use(async (c, next) => {
    await next();
    // A balancer that keeps its connections would go on sending requests to a replica that ends.
    if (readiness.stopping) c.header('connection', 'close');
  });
  if (interactions !== undefined) app.route('/interactions', interactionsEndpoint(interactions));
  app.get('/healthz', (c) => c.text('ok\n'));
  app.get('/readyz', (c) => {
    const missing = readiness.missing();
    return missing.length === 0
      ? c.text('ready\n')
      : c.text(`not ready: ${missing.join(', ')}\n`, 503);
  });
  app.get('/metrics', async (c) =>
    c.body(await metrics.text(), 200, { 'content-type': metrics.contentType }),
  );
  // With their patterns beside it, the router would be slower to find where Discord posts.
  const others = new Hono().onError(failed).route('/', pages);
  app.all('*', (c) => others.fetch(c.req.raw, c.env));
  return app;
}
