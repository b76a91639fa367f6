/**
 * Opens a data folder once and answers from all that is built at the first use; started by
 * `bench/start.ts`.
 *
 * node --expose-gc start-once.mjs DATA CACHE
 */
import { openDataFolder } from '../src/open-data-folder.ts';
import { memoryInUse } from './memory.ts';
import type { StartReport } from './start-report.ts';

const [data = '', cache = ''] = process.argv.slice(2);
const begin = performance.now();
let before = begin;
const library = await openDataFolder(data, { XDG_CACHE_HOME: cache });
const stories = lap();
library.search.find('the', 1);
const search = lap();
library.names.find('nobody');
const names = lap();
library.quotes.complete('the', 1);
const quotes = lap();
const total = (performance.now() - begin) / 1000;
const report: StartReport = {
  seconds: { stories, search, names, quotes, total },
  bytes: await memoryInUse(),
};
process.stdout.write(JSON.stringify(report));

/** The seconds since the lap before. */
function lap(): number {
  const now = performance.now();
  const took = (now - before) / 1000;
  before = now;
  return took;
}
