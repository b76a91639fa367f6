/**
 * npm run test:fault [-- WORD]: faults at every border of a running bot, and what is lost by them.
 * With a word, only the faults that it stands in.
 */
import { gatewayFaults } from './gateway-faults.ts';
import { httpFaults } from './http-faults.ts';
import { settingsFaults } from './settings-faults.ts';
import { type Row, runTrials, wentWell } from './trial.ts';

const [word = ''] = process.argv.slice(2);
const trials = [...gatewayFaults, ...httpFaults, ...settingsFaults].filter(({ fault }) =>
  fault.includes(word),
);

print(`${['fault'.padEnd(52), 'asked', 'lost', 'twice', 'again'].join('  ')}`);
const rows = await runTrials(trials, (row) => {
  const { fault, asked, answered, twice, again, reasons, note, unavoidable } = row;
  const figures = [asked, asked - answered, twice, again].map((figure) =>
    String(figure).padStart(5),
  );
  print([fault.padEnd(52), ...figures, wentWell(row) ? '' : 'NO'].join('  '));
  if (asked > answered)
    for (const line of unavoidable === undefined ? reasons : [unavoidable]) print(`    ${line}`);
  if (note !== undefined) print(`    ${note}`);
});
const sum = (figure: (row: Row) => number) => rows.reduce((total, row) => total + figure(row), 0);
const avoidable = rows.filter(({ unavoidable }) => unavoidable === undefined);
print(
  [
    '',
    `${rows.length} faults, ${sum(({ asked }) => asked)} questions`,
    `${avoidable.reduce((lost, { asked, answered }) => lost + asked - answered, 0)} lost where the protocol allows to lose none`,
    `${sum(({ asked, answered }) => asked - answered)} lost in all, ${sum(({ twice }) => twice)} answered twice`,
  ].join('\n'),
);
if (!rows.every(wentWell)) process.exitCode = 1;

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
