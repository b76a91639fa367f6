import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { noSettings, projectFolder } from './asking.ts';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where Chromium is; undefined where there is none. */
export const chromiumPath = places.find((place) => existsSync(place));

/** A browser with nothing of the developer's own, that looks for nothing on the network. */
export function openBrowser(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('Chromium is missing: apt-get install chromium');
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** The pages as `npm start` serves them without a token. */
export class LocalSite {
  private constructor(
    readonly address: string,
    private readonly process: ChildProcess,
  ) {}

  /** Starts the program and waits until it says where its pages are. */
  static start(env: Readonly<Record<string, string>> = {}): Promise<LocalSite> {
    const child = spawn(process.execPath, ['scripts/run.mjs', 'main'], {
      cwd: projectFolder,
      env: { ...process.env, ...noSettings, ...env },
      // With no input it serves until it is told to stop.
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new Promise((resolve, reject) => {
      let said = '';
      const listen = (text: string) => {
        said += text;
        const address = /(http:\/\/\S+)\/play\n/.exec(said)?.[1];
        if (address !== undefined) resolve(new LocalSite(address, child));
      };
      child.stdout.setEncoding('utf8').on('data', listen);
      child.stderr.setEncoding('utf8').on('data', listen);
      child.on('close', (code) => reject(new Error(`it ended with ${code}: ${said}`)));
    });
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.process.once('close', () => resolve());
      this.process.kill('SIGTERM');
    });
  }
}
