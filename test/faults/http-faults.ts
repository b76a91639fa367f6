import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { onStage, type Stage } from './asking.ts';
import type { Trial } from './trial.ts';

const many = 20;

/** What goes wrong between Discord, a balancer and the bot's HTTP server. */
export const httpFaults: readonly Trial[] = [
  trial('HTTP: 50 clients hang in mid-body', async ({ bot, ask }) => {
    for (let client = 0; client < 50; client += 1) hang(bot.url, false);
    await sleep(200);
    await ask(many);
  }),
  trial('HTTP: 50 clients break off in mid-body', async ({ bot, ask }) => {
    for (let client = 0; client < 50; client += 1) hang(bot.url, true);
    await ask(many);
  }),
  trial('HTTP: Discord’s REST is down', async ({ discord, ask }) => {
    discord.fail('POST', /./, { status: 503, times: 1000 });
    await ask(many);
  }),
  trial('HTTP: SIGTERM while a client hangs', async ({ bot, ask }) => {
    hang(bot.url, false);
    await ask(many);
    await bot.stop();
  }),
  trial('HTTP: SIGTERM, one replica after the other', async ({ discord, bot, ask, restart }) => {
    const asked: Promise<void>[] = [];
    for (let round = 0; round < 10; round += 1) asked.push(ask(2));
    await restart();
    await Promise.all([bot.stop(), ...asked, ask(many)]);
    if (discord.violations.length > 0) throw new Error(discord.violations.join('; '));
  }),
  {
    fault: 'HTTP: kill -9 in mid-answer, no other replica',
    unavoidable:
      'Discord posts an interaction once; with a second replica behind a balancer that tries again nothing is lost',
    run: () =>
      onStage('http', async ({ bot, ask, restart }) => {
        const asked = ask(many);
        await bot.kill('SIGKILL');
        await asked;
        await restart();
        await ask(many);
      }),
  },
];

/** Sends the beginning of a request, and then nothing more or goodbye. */
function hang(url: string, breaksOff: boolean): void {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write('POST /interactions HTTP/1.1\r\nhost: bot\r\ncontent-length: 500\r\n\r\n{"type":');
  if (breaksOff) setTimeout(() => socket.resetAndDestroy(), 50);
}

function trial(fault: string, play: (stage: Stage) => Promise<void>): Trial {
  return { fault, run: () => onStage('http', play) };
}
