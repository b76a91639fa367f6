// node scripts/run.mjs ENTRY [ARGUMENT ...]: runs src/ as it stands, with no build step.
//
// The sources are bundled once for every state they are in, which saves a question in the terminal
// the quarter of a second that a TypeScript loader takes at each start.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const cache = path.resolve('node_modules/.cache/on-the-record');

const [entry] = process.argv.splice(2, 1);
const bundled = path.join(cache, stateOfSources());
if (!existsSync(bundled)) await bundleInto(bundled);
await import(pathToFileURL(path.join(bundled, `${entry}.js`)).href);

function stateOfSources() {
  const state = createHash('sha256');
  for (const folder of ['src', 'commands']) addFolder(folder, state);
  addFile('package-lock.json', state);
  addFile('scripts/bundle.mjs', state);
  return state.digest('hex').slice(0, 16);
}

function addFolder(folder, state) {
  for (const item of readdirSync(folder, { withFileTypes: true })) {
    const name = `${folder}/${item.name}`;
    if (item.isDirectory()) addFolder(name, state);
    else addFile(name, state);
  }
}

function addFile(file, state) {
  const { mtimeMs, size } = statSync(file);
  state.update(`${file} ${mtimeMs} ${size}\n`);
}

/** Bundled aside and moved into place whole, for two may start at once. */
async function bundleInto(folder) {
  const { bundle } = await import('./bundle.mjs');
  const aside = `${folder}.${process.pid}`;
  await bundle(aside);
  await rename(aside, folder).catch(() => rm(aside, { recursive: true }));
}
