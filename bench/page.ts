/**
 * How heavy is a story's page, and when does a reader without JavaScript see it?
 *
 * npm run bench:page
 *
 * Every story of `data` and `test/stories` is exported and read in Chromium with JavaScript off, as a
 * phone that Lighthouse takes for slow: a processor four times slower, 150 ms a round trip and
 * 1.6 Mbit/s down (its “slow 4G”). The files come compressed, as a proxy sends them. The first row is a
 * page of three words: what is over that is the story's.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../test/browser.ts';

const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true } as const;
const slow4g = { latency: 150, downloadThroughput: 1638.4 * 128, uploadThroughput: 675 * 128 };
const slowdown = 4;
const loads = 5;
const port = 3455;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const site = await mkdtemp(path.join(tmpdir(), 'pages-'));
const browser = await openBrowser();
const server = serve({ fetch: filesOf(site).fetch, port, hostname: '127.0.0.1' });
try {
  const rows = ['| story | page, kB | with all it loads, kB | compressed, kB | first paint, ms |'];
  rows.push('|---|---|---|---|---|');
  const bare = '<!doctype html><title>bare</title><link rel=icon href=data:,><p>Nothing else.';
  await writeFile(path.join(site, 'bare.html'), bare);
  rows.push(await rowOf(browser, 'bare.html'));
  for (const folder of ['data', 'test/stories']) {
    await exported(folder, path.join(site, folder));
    const pages = await readdir(path.join(site, folder, 's'));
    for (const page of pages.filter((name) => name.endsWith('.html')).sort()) {
      rows.push(await rowOf(browser, `${folder}/s/${page}`));
    }
  }
  process.stdout.write(`${rows.join('\n')}\n`);
} finally {
  server.close();
  await browser.close();
  await rm(site, { recursive: true });
}

async function exported(data: string, out: string): Promise<void> {
  const env = { ...process.env, DATA_DIR: data };
  await promisify(execFile)(process.execPath, ['scripts/run.mjs', 'export', '--out', out], { env });
}

function filesOf(folder: string): Hono {
  const files = new Hono();
  files.get('*', async ({ req, body }) => {
    const file = path.join(folder, path.normalize(decodeURIComponent(req.path)));
    return body(new Uint8Array(gzipSync(await readFile(file))), 200, {
      'Content-Encoding': 'gzip',
      'Content-Type': types[path.extname(file)] ?? 'application/octet-stream',
    });
  });
  return files;
}

async function rowOf(within: Browser, page: string): Promise<string> {
  const { requests } = await load(within, page, { javaScriptEnabled: true });
  const files = await Promise.all(requests.map((url) => readFile(path.join(site, url))));
  const bytes = files.reduce((sum, { length }) => sum + length, 0);
  const sent = files.reduce((sum, file) => sum + gzipSync(file).length, 0);
  const html = await readFile(path.join(site, page));
  const paints: number[] = [];
  for (let at = 0; at < loads; at += 1) {
    paints.push((await load(within, page, { javaScriptEnabled: false })).paintMs);
  }
  const paint = paints.sort((a, b) => a - b)[Math.floor(loads / 2)] ?? Number.NaN;
  const kilobytes = [html.length, bytes, sent].map((count) => (count / 1000).toFixed(1));
  return `| ${path.basename(page, '.html')} | ${kilobytes.join(' | ')} | ${paint.toFixed(0)} |`;
}

/** Loads a page with nothing in the cache, and tells what it asked for and when it was first painted. */
async function load(
  within: Browser,
  page: string,
  options: { readonly javaScriptEnabled: boolean },
) {
  const context = await within.newContext({ ...phone, ...options });
  try {
    const tab = await context.newPage();
    const requests: string[] = [];
    tab.on('request', (request) => {
      if (request.url().startsWith('http')) requests.push(new URL(request.url()).pathname);
    });
    const devtools = await context.newCDPSession(tab);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', { offline: false, ...slow4g });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await devtools.send('Page.enable');
    await devtools.send('Page.setLifecycleEventsEnabled', { enabled: true });
    const started = new Promise<number>((resolve) => {
      devtools.once('Network.requestWillBeSent', ({ timestamp }) => resolve(timestamp));
    });
    const painted = new Promise<number>((resolve) => {
      devtools.on('Page.lifecycleEvent', ({ name, timestamp }) => {
        if (name === 'firstContentfulPaint') resolve(timestamp);
      });
    });
    await tab.goto(`http://127.0.0.1:${port}/${page}`, { waitUntil: 'load' });
    const paintMs = ((await painted) - (await started)) * 1000;
    return { requests, paintMs };
  } finally {
    await context.close();
  }
}
