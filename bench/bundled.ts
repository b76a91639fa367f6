import { spawn } from 'node:child_process';
import path from 'node:path';
import { build } from 'esbuild';

/**
 * Runs a TypeScript file in a process of its own, as plain JavaScript without a loader, the way the
 * bot itself runs: a loader makes every function slower to create and would blur what is measured.
 *
 * @param home the folder of the `node_modules` the file's packages are taken from
 * @returns what it wrote to standard output
 */
export async function runBundled(
  file: string,
  home: string,
  flags: readonly string[],
  args: readonly string[],
): Promise<string> {
  const outfile = await bundled(file, home);
  const child = spawn(process.execPath, [...flags, outfile, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let written = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    written += part;
  });
  return await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(written);
      else reject(new Error(`${file} ${args.join(' ')} ended with code ${code}`));
    });
  });
}

/**
 * Makes one file of plain JavaScript of a TypeScript file and of ours that it imports.
 *
 * @param home the folder of the `node_modules` the file's packages are taken from
 * @returns where it is
 */
export async function bundled(file: string, home: string): Promise<string> {
  const outfile = path.join(
    home,
    'node_modules/.cache/on-the-record-bench',
    `${path.basename(file, '.ts')}.mjs`,
  );
  await build({
    entryPoints: [file],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    logLevel: 'warning',
  });
  return outfile;
}
