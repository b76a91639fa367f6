import { setTimeout as sleep } from 'node:timers/promises';
import { onStage, type Stage } from './asking.ts';
import type { Trial } from './trial.ts';

const callback = /\/callback$/;
/** Questions asked at once. */
const many = 20;

/** What goes wrong between the bot and Discord's gateway, and between it and the REST API. */
export const gatewayFaults: readonly Trial[] = [
  trial('socket dropped, asked meanwhile', async ({ discord, ask }) => {
    discord.dropSockets();
    await ask(many);
  }),
  trial('socket dropped ten times', async ({ discord, ask }) => {
    for (let times = 0; times < 10; times += 1) {
      discord.dropSockets();
      await ask(2);
      await discord.connected();
    }
  }),
  trial('socket dropped with answers in flight', async ({ discord, ask }) => {
    discord.fail('POST', callback, { delayMs: 400, times: many });
    const asked = ask(many);
    await sleep(150);
    discord.dropSockets();
    await asked;
  }),
  trial('Discord asks to reconnect (op 7)', async ({ discord, ask }) => {
    discord.askReconnect();
    await ask(many);
  }),
  trial('session invalid, can be resumed (op 9)', async ({ discord, ask }) => {
    discord.invalidateSession(true);
    await ask(many);
  }),
  trial('session invalid for good, answers in flight (op 9)', async ({ discord, ask }) => {
    discord.fail('POST', callback, { delayMs: 400, times: many });
    const asked = ask(many);
    await sleep(150);
    discord.invalidateSession(false);
    await asked;
    await discord.connected();
    await ask(many);
  }),
  {
    fault: 'heartbeats not acknowledged (zombie connection)',
    run: () =>
      onStage(
        'gateway',
        async ({ discord, ask }) => {
          discord.acknowledgesHeartbeats = false;
          await sleep(2500);
          discord.acknowledgesHeartbeats = true;
          await discord.connected();
          await ask(many);
        },
        { heartbeatIntervalMs: 500 },
      ),
  },
  {
    fault: 'sockets of four shards dropped',
    run: () =>
      onStage(
        'gateway',
        async ({ discord, ask }) => {
          discord.dropSockets();
          await ask(many);
        },
        { shards: 4 },
      ),
  },
  trial('every interaction delivered twice', async ({ discord, ask }) => {
    discord.deliveries = 2;
    await ask(many);
  }),
  trial('429 on answers, retry after 0.3 s', async ({ discord, ask }) => {
    discord.fail('POST', callback, { status: 429, retryAfter: 0.3, times: many });
    await ask(many);
  }),
  trial('502 once for each answer', async ({ discord, ask }) => {
    discord.fail('POST', callback, { status: 502, times: many });
    await ask(many);
  }),
  trial('503 three times in a row', async ({ discord, ask }) => {
    discord.fail('POST', callback, { status: 503, times: 3 });
    await ask(1);
  }),
  trial('slow REST: 1.5 s an answer', async ({ discord, ask }) => {
    discord.fail('POST', callback, { delayMs: 1500, times: many });
    await ask(many);
  }),
  trial('answer taken, but Discord’s reply lost', async ({ discord, ask }) => {
    discord.fail('POST', callback, { lost: true, times: many });
    await ask(many);
  }),
  {
    fault: 'REST down for longer than three seconds',
    unavoidable: 'Discord takes a first answer for three seconds',
    run: () =>
      onStage('gateway', async ({ discord, ask }) => {
        discord.fail('POST', callback, { status: 503, times: 40 });
        await ask(10);
        await ask(many);
      }),
  },
  trial('SIGTERM with answers in flight', async ({ discord, bot, ask }) => {
    discord.fail('POST', callback, { delayMs: 800, times: many });
    const asked = ask(many);
    await sleep(250);
    await Promise.all([asked, bot.stop()]);
  }),
  {
    fault: 'restart (SIGTERM), asked in between',
    unavoidable: 'what waits for more than three seconds, if the start takes as long, is void',
    run: () =>
      onStage('gateway', async ({ bot, ask, restart }) => {
        await bot.stop();
        await Promise.all([ask(many), restart()]);
      }),
  },
  {
    fault: 'kill -9 in mid-answer, started again',
    unavoidable: 'what waits for more than three seconds, if the start takes as long, is void',
    run: () => onStage('gateway', killed),
  },
];

/** Some answered, some in flight, some asked while no bot runs. */
async function killed({ discord, bot, ask, restart }: Stage): Promise<void> {
  await ask(5);
  discord.fail('POST', callback, { delayMs: 600, status: 500, times: many });
  const inFlight = ask(many);
  await sleep(200);
  await bot.kill('SIGKILL');
  await Promise.all([inFlight, ask(5), restart()]);
}

function trial(fault: string, play: (stage: Stage) => Promise<void>): Trial {
  return { fault, run: () => onStage('gateway', play) };
}
