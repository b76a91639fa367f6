import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '../discord/fake-discord.ts';
import { freePort, hasRedis, RunningRedis } from '../redis.ts';
import { onStage, type Stage } from './asking.ts';
import type { Trial } from './trial.ts';

/** Questions asked at once. */
const many = 20;

const moderator = { permissions: '32' } as const;

/** What goes wrong where servers' settings are kept. */
export const settingsFaults: readonly Trial[] = [
  {
    fault: 'bot killed 10 times while settings are written',
    run: () => {
      const folder = newFolder();
      return onStage('gateway', (stage) => killedWhileWriting(stage), {}, { SETTINGS_URL: folder });
    },
  },
  ...(canMount()
    ? [
        {
          fault: 'disk full while settings are written',
          run: async () => {
            const folder = newFolder();
            mount(folder);
            const settings = { SETTINGS_URL: path.join(folder, 'kept') };
            return onStage('gateway', (stage) => fullDisk(stage, folder), {}, settings).finally(
              () => spawnSync('umount', ['--lazy', folder]),
            );
          },
        },
      ]
    : []),
  ...(hasRedis
    ? [
        {
          fault: 'settings in a Redis that was never there',
          run: async () => {
            const url = `redis://127.0.0.1:${await freePort()}`;
            return onStage('gateway', ({ ask }) => ask(many), {}, { SETTINGS_URL: url });
          },
        },
        withRedis('Redis killed with questions in flight', async (redis, { ask }) => {
          await ask(many);
          const asked = ask(many);
          await redis.kill();
          await asked;
          await ask(many);
        }),
        withRedis('Redis hangs, questions meanwhile', async (redis, { ask }) => {
          await ask(many);
          redis.hang();
          await ask(many);
          await ask(many);
          redis.goOn();
          await ask(many);
        }),
      ]
    : []),
];

function withRedis(
  fault: string,
  play: (redis: RunningRedis, stage: Stage) => Promise<void>,
): Trial {
  return {
    fault,
    run: async () => {
      const redis = await RunningRedis.start();
      try {
        const settings = { SETTINGS_URL: redis.url };
        return await onStage('gateway', (stage) => play(redis, stage), {}, settings);
      } finally {
        redis.goOn();
        await redis.kill();
      }
    },
  };
}

/** What was said to be kept is in force after the restart, though the same was being written anew. */
async function killedWhileWriting({ discord, bot, ask, restart }: Stage): Promise<void> {
  let running = bot;
  const choose = (answers: string, timeLimitMs: number) =>
    discord.slash('settings', { answers }, { ...moderator, timeLimitMs });
  for (let times = 0; times < 10; times += 1) {
    const [wanted, shown] =
      times % 2 === 0 ? ['asker', 'the asker only'] : ['everyone', 'everybody'];
    const kept = textOf(await choose(wanted, 5000));
    if (!kept.includes('Kept')) throw new Error(`settings not kept: ${kept}`);
    const writing = Array.from({ length: 20 }, () => choose(wanted, 700).catch(() => undefined));
    await sleep(2 * times);
    await running.kill('SIGKILL');
    await Promise.all(writing);
    running = await restart();
    await discord.connected();
    const card = textOf(await discord.slash('settings', {}, moderator));
    if (!card.includes(shown)) throw new Error(`settings lost: ${card}`);
  }
  await ask(many);
}

async function fullDisk({ discord, ask }: Stage, folder: string): Promise<void> {
  await discord.slash('settings', { answers: 'asker' }, moderator);
  fill(folder);
  const refused = await discord.slash('settings', { answers: 'everyone' }, moderator);
  if (!textOf(refused).includes('could not be kept')) throw new Error(textOf(refused));
  const card = await discord.slash('settings', {}, moderator);
  if (!textOf(card).includes('the asker only')) throw new Error(`settings lost: ${textOf(card)}`);
  await ask(many);
}

function textOf({ data }: Answer): string {
  return (data.embeds ?? []).map(({ description }) => description).join('\n');
}

function newFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'settings-'));
}

/** Only root may; elsewhere that trial is left out. */
function canMount(): boolean {
  const folder = newFolder();
  const mounted = mount(folder);
  if (mounted) spawnSync('umount', [folder]);
  return mounted;
}

function mount(folder: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]).status === 0;
}

/** To the last byte. */
function fill(folder: string): void {
  try {
    writeFileSync(path.join(folder, 'ballast'), Buffer.alloc(1 << 20));
  } catch {
    // That is what it is for.
  }
}
