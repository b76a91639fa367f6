import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import * as z from 'zod';

/** A way to look at a page. */
export interface Look {
  readonly name: string;
  readonly options: BrowserContextOptions;
}

const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true } as const;
const desktop = { viewport: { width: 1280, height: 800 } } as const;

export const looks: readonly Look[] = [
  { name: 'on a phone, by day', options: { ...phone, colorScheme: 'light' } },
  { name: 'on a phone, by night', options: { ...phone, colorScheme: 'dark' } },
  { name: 'on a desk, by day', options: { ...desktop, colorScheme: 'light' } },
  { name: 'on a desk, by night', options: { ...desktop, colorScheme: 'dark' } },
];

/** A page that is watched: what it loaded, and what went wrong in it. */
export class WatchedPage {
  readonly problems: string[] = [];
  readonly requests: string[] = [];
  bytes = 0;

  private constructor(readonly page: Page) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(message.text());
    });
    page.on('pageerror', (error) => this.problems.push(error.message));
    page.on('dialog', (dialog) => {
      this.problems.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => this.requests.push(request.url()));
  }

  static async open(
    browser: Browser,
    address: string,
    options: BrowserContextOptions = {},
  ): Promise<WatchedPage> {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    const watched = new WatchedPage(await context.newPage());
    const loading: Promise<void>[] = [];
    watched.page.on('response', (response) => {
      loading.push(
        response.body().then(
          (body) => {
            watched.bytes += body.length;
          },
          () => undefined,
        ),
      );
    });
    await watched.page.goto(address, { waitUntil: 'load' });
    await Promise.all(loading);
    return watched;
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}

const results = z.object({
  violations: z.array(
    z.object({
      id: z.string(),
      impact: z.string().nullable(),
      nodes: z.array(z.object({ html: z.string() })),
    }),
  ),
});

/** What axe finds that would keep somebody from using a page. */
export async function seriousFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = results.parse(await page.evaluate('axe.run(document)'));
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** How far a page can be pushed sideways, in pixels. */
export async function sidewaysScroll(page: Page): Promise<number> {
  const expression = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  return z.number().parse(await page.evaluate(expression));
}
