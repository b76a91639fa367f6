import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { commands } from '../commands/index.ts';
import { respond } from '../src/discord/respond.ts';
import { openDataFolder } from '../src/open-data-folder.ts';
import { chromiumPath, LocalSite, openBrowser } from './browser.ts';
import { looks, seriousFaults, sidewaysScroll, WatchedPage } from './browser-checks.ts';

// What `npm start` opens for somebody who has no token yet.

const needsChromium = chromiumPath === undefined ? ' (skipped: apt-get install chromium)' : '';

describe.skipIf(chromiumPath === undefined)(`The playground${needsChromium}`, () => {
  let site: LocalSite;
  let browser: Browser;

  beforeAll(async () => {
    site = await LocalSite.start({ PLAY_PORT: '3240' });
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  const open = async (options = {}) => {
    const watched = await WatchedPage.open(browser, `${site.address}/play`, options);
    await watched.page.getByRole('button', { name: '/who said' }).waitFor();
    return watched;
  };

  test('completes commands and their options as they are typed', async () => {
    const { page, close } = await opened();
    await page.getByLabel('Slash command').pressSequentially('/w');
    const suggested = page.getByRole('option');
    expect(await suggested.locator('.label').allTextContents()).toEqual(['/who said', '/who is']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByLabel(/^name:/).pressSequentially('pomp');
    await suggested.filter({ hasText: 'Mike Pompeo' }).click();
    await page.keyboard.press('Enter');
    expect(await lastAnswer(page)).toContain('US Secretary of State');
    expect(await page.locator('.used .command').textContent()).toContain(
      '/who is name:Mike Pompeo',
    );
    await close();
  });

  test('shows the very payload that Discord would get', async () => {
    const { page, close } = await opened();
    await ask(page, '/who said', 'he opposed the deal');
    expect(await lastAnswer(page)).toContain('Wall Street Journal');
    expect(await page.locator('.embed strong').first().textContent()).toBe('he opposed the deal');
    await page.getByText('Payload', { exact: true }).click();
    const [response, interaction] = await page.locator('.raw pre').allTextContents();
    const library = await openDataFolder('data', {});
    const desk = { library, commands, ephemeral: false, report: () => undefined };
    const raw: unknown = JSON.parse(interaction ?? '');
    expect(JSON.parse(response ?? '')).toEqual((await respond(raw, desk)).response);
    await close();
  });

  test('draws a plain answer bold, and underlines the words it is taken from', async () => {
    const { page, close } = await opened();
    await ask(page, '/ask', 'which company is negotiating');
    const words = page.locator('.embed blockquote u');
    expect(await words.textContent()).toMatch(/^Microsoft has paused negotiations after .+ deal$/);
    expect(await words.locator('strong').textContent()).toBe('Microsoft');
    await close();
  });

  test('has menus to pick from, as a server’s settings do', async () => {
    const several = await LocalSite.start({ PLAY_PORT: '3300', DATA_DIR: 'test/stories' });
    const watched = await WatchedPage.open(browser, `${several.address}/play`, { locale: 'en-US' });
    const { page } = watched;
    await page.getByRole('button', { name: '/settings' }).click();
    await page.keyboard.press('Enter');
    await page.getByLabel('Answers are written in').selectOption('Answers are written in: Deutsch');
    await expect.poll(() => lastAnswer(page)).toContain('Kept. From now on');
    await page.locator('details.menu summary').click();
    await page.getByLabel(/Wenmouth votes/).uncheck();
    await page.getByRole('button', { name: 'OK' }).click();
    await expect
      .poll(() => page.locator('.embed').last().textContent())
      .not.toContain('Wenmouth votes');
    expect(await seriousFaults(page)).toEqual([]);
    expect(watched.problems).toEqual([]);
    await watched.close();
    await several.stop();
  });

  test('shows the picture of a timeline, with what it says for those who do not see it', async () => {
    const { page, close } = await opened();
    await ask(page, '/timeline');
    const picture = page.locator('.embed img');
    await picture.waitFor();
    expect(await picture.getAttribute('alt')).toContain('“the drumbeat of comments');
    expect(await picture.evaluate((image) => image.naturalWidth)).toBe(720);
    await close();
  });

  test('presses buttons: a page is turned in place, context is for oneself', async () => {
    const { page, close } = await opened();
    await ask(page, '/story show');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Previous' }).waitFor();
    expect(await page.locator('.message').count()).toBe(1);
    await ask(page, '/who said', 'countless');
    await page
      .getByRole('button', { name: /context/i })
      .first()
      .click();
    await page.locator('.private').waitFor();
    expect(await page.locator('.private').textContent()).toContain('Only you can see this');
    await page.getByRole('button', { name: 'Dismiss message' }).click();
    expect(await page.locator('.private').count()).toBe(0);
    await close();
  });

  test('takes a wish for privacy, and checks the quotes of a message', async () => {
    const { page, close } = await opened();
    await page.getByLabel('Slash command').fill('/story show ');
    await page.getByRole('button', { name: '+ private' }).click();
    await page.getByRole('option', { name: 'True' }).click();
    await page.keyboard.press('Enter');
    await page.locator('.private').waitFor();
    await page.getByLabel('Slash command').fill('Did he say “the safest app”?');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Who said this?' }).click();
    await page.locator('.embed', { hasText: 'the safest app' }).waitFor();
    expect(await lastAnswer(page)).toContain('Vanessa Pappas');
    await close();
  });

  test('puts a plain question to the bot, if that is wanted', async () => {
    const { page, close } = await opened();
    await page.getByLabel('Slash command').fill('Who owns TikTok?');
    await page.keyboard.press('Enter');
    await page.locator('.message').getByRole('button', { name: '/ask' }).click();
    await page.locator('.embed', { hasText: 'ByteDance' }).waitFor();
    expect(await page.locator('.used .command').textContent()).toBe('/ask Who owns TikTok?');
    await close();
  });

  describe.each(looks)('$name', ({ options }) => {
    test('has no serious fault, and fits', async () => {
      const watched = await open(options);
      const { page } = watched;
      await ask(page, '/entity', 'ByteDance');
      await page.getByLabel('Slash command').fill('/');
      expect(await seriousFaults(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBe(0);
      expect(watched.problems).toEqual([]);
      expect(watched.requests.filter((url) => !url.startsWith(site.address))).toEqual([]);
      await watched.close();
    });
  });

  test('runs nothing that stands in an article', async () => {
    const data = await mkdtemp(path.join(tmpdir(), 'hostile-'));
    const text =
      'Ann said <img src=x onerror=alert(1)> and [x](javascript:alert(1)) **b** <b>c</b>.';
    await mkdir(path.join(data, 'hostile', 'articles'), { recursive: true });
    await writeFile(path.join(data, 'hostile', 'articles', 'one.txt'), text);
    const yaml =
      'title: <script>alert(1)</script>\narticles:\n  - { id: one, file: articles/one.txt, outlet: "<i>Post</i>" }\n';
    await writeFile(path.join(data, 'hostile', 'story.yaml'), yaml);
    const hostile = await LocalSite.start({ PLAY_PORT: '3260', DATA_DIR: data });
    const watched = await WatchedPage.open(browser, `${hostile.address}/play`);
    await watched.page.getByRole('button', { name: '/story show' }).waitFor();
    await ask(watched.page, '/story show');
    expect(await watched.page.locator('.embed blockquote').textContent()).toBe(text);
    expect(await watched.page.locator('.embed :is(img, script, i, b, a)').count()).toBe(0);
    expect(watched.problems).toEqual([]);
    await watched.close();
    await hostile.stop();
    await rm(data, { recursive: true });
  });

  async function opened() {
    const watched = await open();
    return { page: watched.page, close: () => watched.close() };
  }
});

describe('The playground is for this computer', () => {
  test('answers to no name but its own, and takes the next port when one is taken', async () => {
    const other = createServer().listen(3280, '127.0.0.1');
    await once(other, 'listening');
    const site = await LocalSite.start({ PLAY_PORT: '3280' });
    try {
      expect(site.address).toBe('http://127.0.0.1:3281');
      expect(await statusFor(site.address, 'localhost:3281')).toBe(200);
      expect(await statusFor(site.address, 'evil.example')).toBe(403);
      expect(await statusFor(site.address, '127.0.0.1.evil.example:3281')).toBe(403);
    } finally {
      await site.stop();
      other.close();
    }
  });
});

/** Writes a command with its first option, sends it and waits for the answer. */
async function ask(page: Page, command: string, value?: string): Promise<void> {
  const before = await page.locator('.message').count();
  await page.getByLabel('Slash command').fill(`${command} `);
  if (value !== undefined) await page.locator('.field input').first().fill(value);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.locator('.message').nth(before).waitFor();
}

async function lastAnswer(page: Page): Promise<string> {
  const last = page.locator('.message .payload').last();
  await last.waitFor();
  return (await last.textContent()) ?? '';
}

/** What a browser gets that was led here under another name. */
async function statusFor(address: string, host: string): Promise<number> {
  const sent = request(`${address}/play`, { headers: { host } }).end();
  const [answer] = z
    .tuple([z.object({ statusCode: z.number() })])
    .parse(await once(sent, 'response'));
  sent.destroy();
  return answer.statusCode;
}
