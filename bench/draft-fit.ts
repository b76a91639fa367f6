/**
 * Fits the weights of src/draft on the tuning half of PolNeAR's training part, and writes them there.
 *
 * POLNEAR=folder npm run fit:draft
 */
import { writeFileSync } from 'node:fs';
import { fittedOn } from './draft-examples.ts';
import { isTuning } from './draft-scores.ts';
import { polnearOrExit } from './polnear.ts';

const weights = fittedOn(polnearOrExit().filter(isTuning));
for (const [name, own] of Object.entries(weights)) {
  writeFileSync(`src/draft/${name}-weights.json`, `${JSON.stringify(own, null, 2)}\n`);
  process.stdout.write(`${name}: ${own.buckets.length} bytes\n`);
}
