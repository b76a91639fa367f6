import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, finished, projectFolder } from './asking.ts';
import { chromiumPath, openBrowser } from './browser.ts';
import { WatchedPage } from './browser-checks.ts';

// The pages as files, for somebody who has no server.

let site: string;

beforeAll(async () => {
  site = await mkdtemp(path.join(tmpdir(), 'site-'));
  const { stdout, stderr } = await exported(['--out', site]);
  expect(stderr).toBe('');
  expect(stdout).toBe(`1 story in ${site}/index.html\n`);
});

afterAll(() => rm(site, { recursive: true, force: true }));

const exported = (args: readonly string[], env = {}) =>
  finished(process.execPath, ['scripts/run.mjs', 'export', ...args], '', env);

test('Exported pages link to one another and to their files by relative paths alone', async () => {
  const files = await readdir(site, { recursive: true });
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    const html = await readFile(path.join(site, file), 'utf8');
    const links = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, link = '']) => link);
    for (const link of links.filter((each) => !each.startsWith('#') && each !== 'data:,')) {
      expect(files).toContain(path.join(path.dirname(file), link));
    }
  }
});

test('A wrong argument is told in one line', async () => {
  const { stderr, exitCode } = await exported(['somewhere']);
  expect(stderr).toMatch(
    /^on-the-record: usage: npm run export -- \[--out FOLDER\] \[--lang .*\bde\b.*\]\n$/,
  );
  expect(exitCode).toBe(1);
});

test.each(['/proc/pages', '/dev/null/pages'])(
  'A place that takes no pages is told of: %s',
  async (out) => {
    const { stdout, stderr, exitCode } = await exported(['--out', out]);
    expect(stderr).toMatch(
      /^on-the-record: the pages cannot be written to .*; choose another --out\n$/,
    );
    expect(stderr).toContain(out);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
  },
);

test('Exported pages are labelled in the language that was chosen, one that the bot speaks', async () => {
  const out = await mkdtemp(path.join(tmpdir(), 'site-'));
  await exported(['--out', out, '--lang', 'ja']);
  const html = await readFile(path.join(out, 's', 'tiktok-2020.html'), 'utf8');
  expect(html).toContain('<html lang="ja">');
  expect(html).toContain('data-search="検索"');
  expect(html).toContain('<article class="printed" lang="en">');
  expect(await exported(['--lang', 'tlh'])).toMatchObject({ exitCode: 1 });
  await rm(out, { recursive: true });
});

const needsChromium = chromiumPath === undefined ? ' (skipped: apt-get install chromium)' : '';

describe.skipIf(chromiumPath === undefined)(`An exported page${needsChromium}`, () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(() => browser?.close());

  test('opened from a folder is styled, filtered and searched by the bot’s own search', async () => {
    const watched = await WatchedPage.open(browser, pathToFileURL(`${site}/index.html`).href);
    const { page } = watched;
    await page.locator('.stories a').click();
    const background = "getComputedStyle(document.querySelector('.tools')).borderRadius";
    await expect.poll(() => page.evaluate(background)).toBe('6px');
    await page.fill('#q', 'he oposed the deal');
    await page.getByRole('button', { name: 'Search' }).click();
    expect(await page.locator('.answer mark').first().textContent()).toBe('he opposed the deal');
    await page.fill('#q', 'it could be their visual recognition');
    await page.getByRole('button', { name: 'Search' }).click();
    expect(await page.locator('.answer mark').first().textContent()).toMatch(
      /^it could be their facial recognition/i,
    );
    await page.fill('#q', 'we will ban it tomorrow');
    await page.getByRole('button', { name: 'Search' }).click();
    expect(await page.locator('.answer').textContent()).toContain('Not on record');
    await page.selectOption('#speaker', 'Vanessa Pappas');
    expect(await page.locator('#s6').isVisible()).toBe(false);
    expect(watched.problems).toEqual([]);
    await watched.close();
  });

  test('offers nothing that would not work without JavaScript', async () => {
    const stories = pathToFileURL(`${site}/s/tiktok-2020.html`).href;
    const watched = await WatchedPage.open(browser, stories, { javaScriptEnabled: false });
    expect(await watched.page.locator('#s13').isVisible()).toBe(true);
    expect(await watched.page.locator('form:visible').count()).toBe(0);
    await watched.close();
  });
});

test('With PUBLIC_URL an answer leads to its sentence on the page', async () => {
  const env = { PUBLIC_URL: 'https://example.org/news/' };
  const [answer] = (await ask('/who said he opposed the deal', env)).answers;
  expect(answer).toMatchObject({
    url: null,
    page: 'https://example.org/news/s/tiktok-2020#s13',
  });
});

test('An article that may only be quoted shows only what is cited, and a … for the rest', async () => {
  const data = await mkdtemp(path.join(tmpdir(), 'quoted-'));
  const stories = path.join(projectFolder, 'test', 'stories');
  await cp(path.join(stories, 'harbour-bridge'), path.join(data, 'bridge'), { recursive: true });
  const file = path.join(data, 'bridge', 'story.yaml');
  const yaml = await readFile(file, 'utf8');
  await writeFile(file, yaml.replace(/^( +)outlet: .*$/m, '$&\n$1page: cited'));
  const out = await mkdtemp(path.join(tmpdir(), 'site-'));
  await exported(['--out', out], { DATA_DIR: data });
  const html = await readFile(path.join(out, 's', 'bridge.html'), 'utf8');
  const shown = [...html.matchAll(/class="sentence" id="(s\d+)"/g)].map(([, id]) => id);
  expect(shown).not.toContain('s15');
  expect(shown).toContain('s14');
  // A link to it still leads to its place.
  expect(html).toContain('… <span id="s15"></span>');
  expect(html).not.toContain('The repairs are expected to take 18 months');
  await rm(out, { recursive: true });
  await rm(data, { recursive: true });
});
