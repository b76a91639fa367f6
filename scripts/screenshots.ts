// npm run screenshots: pictures of the pages and the playground, as they are, into docs/screenshots/.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { LocalSite, openBrowser } from '../test/browser.ts';

const folder = 'docs/screenshots';
const screens = {
  phone: { viewport: { width: 390, height: 760 }, deviceScaleFactor: 1, isMobile: true },
  desktop: { viewport: { width: 1200, height: 660 }, deviceScaleFactor: 1, isMobile: false },
} as const;

type Screen = keyof typeof screens;
type Light = 'light' | 'dark';

await mkdir(folder, { recursive: true });
const site = await LocalSite.start();
const browser = await openBrowser();
try {
  for (const screen of ['phone', 'desktop'] as const) {
    for (const light of ['light', 'dark'] as const) {
      await picture(browser, screen, light, 'story', showStory);
      await picture(browser, screen, light, 'playground', playAround);
    }
  }
} finally {
  await browser.close();
  await site.stop();
}

async function picture(
  from: Browser,
  screen: Screen,
  light: Light,
  name: string,
  show: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await from.newContext({
    ...screens[screen],
    colorScheme: light,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await show(page);
  const file = path.join(folder, `${name}-${screen}-${light}.png`);
  await page.screenshot({ path: file });
  await context.close();
}

/** The first story's text, with the card of somebody who speaks in it. */
async function showStory(page: Page): Promise<void> {
  await page.goto(site.address);
  await page.click('.stories a');
  await page.locator('#text').evaluate((text) => text.scrollIntoView({ block: 'start' }));
}

/** Somebody looks for half-remembered words, and turns to the timeline. */
async function playAround(page: Page): Promise<void> {
  await page.goto(`${site.address}/play`);
  await page.fill('#command', '/who said ');
  await page.fill('.field input', 'he opposed the deal');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.message');
  await page.fill('#command', '/ti');
  await page.waitForTimeout(200);
}
