/**
 * npm run test:fuzz [-- INTERACTIONS [SEED]]: hostile interactions against the signed endpoint. The
 * seed it prints brings the same ones again.
 */
import { provoke } from './hostility.ts';

const [interactions = '100000', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
process.stdout.write(`seed ${seed}\n`);
const start = performance.now();
const found = await provoke(Number(interactions), Number(seed));
const seconds = (performance.now() - start) / 1000;
const faults = {
  crashes: found.crashes,
  'invalid payloads': found.invalidPayloads,
  pings: found.pings,
  'forged or altered requests accepted': found.forgeriesAccepted,
};
process.stdout.write(
  [
    `${found.interactions} hostile interactions in ${seconds.toFixed(0)} s:`,
    `  ${found.answered} answered, ${found.malformed} signed but malformed (400),`,
    `  ${found.forgeries} sent again forged or altered`,
    ...Object.entries(faults).flatMap(([name, lines]) => [
      `${String(lines.length).padStart(6)} ${name}`,
      ...lines.slice(0, 5).map((line) => `       ${line.slice(0, 600)}`),
    ]),
    '',
  ].join('\n'),
);
if (Object.values(faults).some((lines) => lines.length > 0)) process.exitCode = 1;
