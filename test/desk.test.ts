import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectFolder, run } from './asking.ts';
import { chromiumPath, openBrowser } from './browser.ts';
import { seriousFaults, WatchedPage } from './browser-checks.ts';

const article = `Mayor Ruth Okafor said on Tuesday that the bridge will close.

“The bearings are older than I am,” Okafor said.
`;

let home: string;
let yaml: string;
let desk: ChildProcess;
let address: string;
let said = '';
const file = (...parts: readonly string[]) => path.join(home, 'data', 'bridge', ...parts);
const save = (text: string) => writeFile(file('story.yaml'), text);

/** Starts the desk; its address once it says where that is. */
function opened(args: readonly string[], port: string): Promise<string> {
  desk = spawn(process.execPath, ['scripts/run.mjs', ...args], {
    cwd: projectFolder,
    env: { ...process.env, DATA_DIR: path.join(home, 'data'), PLAY_HOST: '', PLAY_PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    const listen = (text: string) => {
      said += text;
      const found = /In your browser: (http:\/\/\S+)\n/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    };
    desk.stdout?.setEncoding('utf8').on('data', listen);
    desk.stderr?.setEncoding('utf8').on('data', listen);
    desk.on('close', (code) => reject(new Error(`it ended with ${code}: ${said}`)));
  });
}

async function page(): Promise<string> {
  return (await fetch(address)).text();
}

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'desk-'));
  await mkdir(path.join(home, 'data'));
  await writeFile(path.join(home, 'bridge.txt'), article);
  address = await opened(
    ['draft', path.join(home, 'bridge.txt'), '--story', 'bridge', '--outlet', 'Courier', '--watch'],
    '3290',
  );
  yaml = await readFile(file('story.yaml'), 'utf8');
});
afterAll(async () => {
  desk.removeAllListeners('close');
  const ended = new Promise((resolve) => desk.once('close', resolve));
  desk.kill('SIGTERM');
  await ended;
  await rm(home, { recursive: true });
});

describe('An editor has the page of a draft beside its file', () => {
  test('it is there, marked as a draft, with the next guess to check', async () => {
    expect(new URL(address).hostname).toBe('127.0.0.1');
    expect(new URL(address).pathname).toBe('/s/bridge');
    const html = await page();
    expect(html).toContain('Draft: no reader is served this.');
    expect(html).toContain('The bearings are older than I am');
    expect(html).toMatch(/Next to check: \S+story\.yaml:\d+:\d+/);
    expect(said).toMatch(/bridge: a draft, not served; 0 faults, \d+ guesses to check/);
  });

  test('it has the headers of every page', async () => {
    const { headers } = await fetch(address);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('a save is shown, also a faulty one, with its faults', async () => {
    await save(yaml.replaceAll('cue: said', 'cue: sayd'));
    await expect.poll(page, { timeout: 10_000 }).toContain('sayd');
    expect(said).toMatch(/story\.yaml:\d+:\d+ “sayd” is not in s1 word for word/);
    expect(await page()).toContain('The bearings are older than I am');
  });

  test('while its file is no YAML, the last page stays below the faults', async () => {
    await save(`${yaml}\n  ]: [\n`);
    await expect.poll(page, { timeout: 10_000 }).toContain('this is not YAML');
    expect(await page()).toContain('as it was when the file could last be read');
    expect(await page()).toContain('The bearings are older than I am');
    const served = await run('ask', {
      args: ['/story'],
      env: { DATA_DIR: path.join(home, 'data') },
    });
    expect(served.stderr).toBe('');
    await save(yaml);
    await expect.poll(page, { timeout: 10_000 }).not.toContain('this is not YAML');
  });

  test('a change of the article is shown', async () => {
    await writeFile(file('articles', 'bridge.txt'), `${article}\nThe ferry sails at noon.\n`);
    await expect.poll(page, { timeout: 10_000 }).toContain('The ferry sails at noon.');
  });
});

const needsChromium = chromiumPath === undefined ? ' (skipped: apt-get install chromium)' : '';

describe.skipIf(chromiumPath === undefined)(`In a browser${needsChromium}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('the page follows each save by itself', async () => {
    const watched = await WatchedPage.open(browser, address);
    const { page: shown, problems } = watched;
    const note = shown.getByRole('complementary', { name: 'Left to do' });
    const guesses = async () => Number(/(\d+) guesses/.exec((await note.textContent()) ?? '')?.[1]);
    const before = await guesses();
    await save(yaml.replace(/^\s*# check.*\n/m, ''));
    await expect.poll(guesses, { timeout: 10_000 }).toBe(before - 1);
    await save(yaml.replace('title:', 'titel:'));
    await expect.poll(() => note.textContent(), { timeout: 10_000 }).toContain('titel');
    expect(await seriousFaults(shown)).toEqual([]);
    expect(problems).toEqual([]);
    await watched.close();
  });
});
