import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDataFolder } from '../src/open-data-folder.ts';
import { projectFolder } from './asking.ts';
import { chromiumPath, LocalSite, openBrowser } from './browser.ts';
import { looks, seriousFaults, sidewaysScroll, WatchedPage } from './browser-checks.ts';

// Every story of the project, as a reader's browser shows it.

const needsChromium = chromiumPath === undefined ? ' (skipped: apt-get install chromium)' : '';

describe.skipIf(chromiumPath === undefined)(`The page of a story${needsChromium}`, () => {
  let data: string;
  let site: LocalSite;
  let browser: Browser;
  let seed: string;

  beforeAll(async () => {
    data = await mkdtemp(path.join(tmpdir(), 'stories-'));
    await cp(path.join(projectFolder, 'data'), data, { recursive: true });
    await cp(path.join(projectFolder, 'test', 'stories'), data, { recursive: true });
    site = await LocalSite.start({ DATA_DIR: data, PLAY_PORT: '3210' });
    browser = await openBrowser();
    seed = `${site.address}/s/tiktok-2020`;
  });

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
    await rm(data, { recursive: true, force: true });
  });

  const open = (address: string, options = {}) => WatchedPage.open(browser, address, options);

  test('shows every sentence as printed, with a place to link to', async () => {
    const library = await openDataFolder(data, {});
    for (const { id: story, sentences, articles } of library.stories) {
      const watched = await open(`${site.address}/s/${story}`);
      const printed = watched.page.locator('.sentence');
      const shown = await printed.evaluateAll((all) =>
        all.map((each) => {
          const copy = each.cloneNode(true);
          copy.querySelector('.number').remove();
          return [each.id, copy.textContent];
        }),
      );
      expect(shown).toEqual(sentences.map(({ id, text }) => [id, text]));
      expect(await watched.page.locator('article.printed').count()).toBe(articles.length);
      expect(watched.problems).toEqual([]);
      await watched.close();
    }
  });

  test('marks who speaks, the word that tells it and what is said, one within another', async () => {
    const { page, close } = await opened(seed);
    const marked = (sentence: string, kind: string) =>
      page.locator(`#${sentence} .${kind}`).allTextContents();
    expect(await marked('s2', 'source')).toEqual(['Pompeo']);
    expect(await marked('s2', 'cue')).toEqual(['said']);
    expect(await marked('s13', 'source')).toEqual([
      'The Wall Street Journal',
      'a person familiar with the matter',
      'Trump',
    ]);
    expect(await marked('s13', 'cue')).toEqual(['citing', 'reported', 'said']);
    expect(await marked('s13', 'content .content')).toEqual(['he opposed the deal']);
    expect(await marked('s6', 'content')).toEqual([]);
    await close();
  });

  test('speaks the reader’s language, or the one asked for, around the article’s own', async () => {
    const { page, close } = await opened(seed, { locale: 'fr-CA', javaScriptEnabled: false });
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    expect(await page.getByRole('navigation').getByText('Chronologie').count()).toBe(1);
    expect(await page.locator('#s5').textContent()).toContain(
      'information on 100 million Americans',
    );
    await page.goto(`${seed}?lang=de`);
    await page.getByRole('searchbox').fill('countless');
    await page.getByRole('button', { name: 'Suchen' }).click();
    expect(await page.locator('.answer').textContent()).toContain('wörtlich');
    await page.getByRole('link', { name: 'On the Record' }).click();
    expect(await page.getByRole('heading', { name: 'Berichte' }).count()).toBe(1);
    await close();
  });

  test('is read, searched and filtered without JavaScript', async () => {
    const { page, close } = await opened(seed, { javaScriptEnabled: false });
    expect(await page.locator('#s13').isVisible()).toBe(true);
    await page.fill('#q', 'opose the deal');
    await page.getByRole('button', { name: 'Search' }).click();
    expect(await page.locator('.answer mark').first().textContent()).toBe('opposed the deal');
    await page.fill('#q', 'which company is negotiating');
    await page.getByRole('button', { name: 'Search' }).click();
    const words = page.locator('.answer mark').first();
    expect(await words.textContent()).toMatch(/^Microsoft has paused negotiations after .+ deal$/);
    expect(await words.locator('strong').textContent()).toBe('Microsoft');
    await page.fill('#q', 'we will ban it tomorrow');
    await page.getByRole('button', { name: 'Search' }).click();
    expect(await page.locator('.answer').textContent()).toContain('Not on record');
    await page.selectOption('#speaker', 'Vanessa Pappas');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.locator('.sentence').evaluateAll((all) => all.map(({ id }) => id))).toEqual([
      's7',
    ]);
    await close();
  });

  test('sets off and credits no more of a sentence than the bot does elsewhere', async () => {
    const address = `${site.address}/s/harbour-bridge`;
    const { page, close } = await opened(`${address}?q=who+commissioned+the+report`);
    const answer = page.locator('.answer figure').first();
    expect(await answer.locator('mark').count()).toBe(0);
    expect(await answer.locator('strong').textContent()).toBe('Brackley Stroud');
    await page.goto(`${address}?q=discuss+the+price`);
    expect(await answer.locator('mark').textContent()).toBe('declined to discuss the price');
    const caption = await answer.locator('figcaption').textContent();
    expect(caption).toContain('nobody: the article does not say that it is so, either');
    expect(caption).not.toContain('own words');
    await close();
  });

  test('filters by speaker at once where there is JavaScript', async () => {
    const { page, close } = await opened(seed);
    await page.selectOption('#speaker', 'Vanessa Pappas');
    expect(await page.locator('#s7').isVisible()).toBe(true);
    expect(await page.locator('#s6').isVisible()).toBe(false);
    await page.selectOption('#speaker', '');
    expect(await page.locator('#s6').isVisible()).toBe(true);
    await close();
  });

  test('shows who somebody is to the mouse and to the keyboard', async () => {
    const { page, close } = await opened(seed);
    const card = page.getByRole('tooltip');
    await page.locator('#s2 .source a').hover();
    expect(await card.textContent()).toContain('US Secretary of State');
    await page.keyboard.press('Escape');
    expect(await card.isVisible()).toBe(false);
    await page.locator('.voices li[data-of=s4] a').focus();
    await page.keyboard.press('Tab');
    expect(await card.isVisible()).toBe(true);
    expect(await card.textContent()).toContain('Committee on Foreign Investment');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#e-cfius$/);
    await close();
  });

  test('weighs less than 100 kB with all it loads, and asks nobody else for anything', async () => {
    const watched = await open(seed);
    expect(watched.bytes).toBeGreaterThan(10_000);
    expect(watched.bytes).toBeLessThan(100_000);
    expect(watched.requests.filter((url) => !url.startsWith(site.address))).toEqual([]);
    await watched.close();
  });

  test('prints the text without what a sheet of paper cannot do', async () => {
    const { page, close } = await opened(seed);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.tools').isVisible()).toBe(false);
    expect(await page.locator('#s1').isVisible()).toBe(true);
    await close();
  });

  describe.each(looks)('$name', ({ options }) => {
    test.each(['/', '/s/tiktok-2020?q=countless', '/s/club-takeover'])(
      '%s has no serious fault, and fits',
      async (address) => {
        const watched = await open(`${site.address}${address}`, options);
        expect(await seriousFaults(watched.page)).toEqual([]);
        expect(await sidewaysScroll(watched.page)).toBe(0);
        expect(watched.problems).toEqual([]);
        await watched.close();
      },
    );
  });

  test('that does not exist is said not to', async () => {
    const answer = await fetch(`${site.address}/s/nothing`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('No story is here');
  });

  async function opened(address: string, options = {}) {
    const watched = await open(address, options);
    return { page: watched.page, close: () => watched.close() };
  }
});
