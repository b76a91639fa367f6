import type { MiddlewareHandler } from 'hono';

/** Nothing but the page's own files is loaded, and nothing in its text can run. */
export const contentPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');

/** What every page is sent with. */
export const pageHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('Content-Security-Policy', `${contentPolicy}; frame-ancestors 'none'`);
  context.header('X-Content-Type-Options', 'nosniff');
  context.header('Referrer-Policy', 'no-referrer');
};
