import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSettings } from '../src/settings/open-settings.ts';
import { unchanged } from '../src/settings/settings.ts';
import { freePort, hasRedis, RunningRedis } from './redis.ts';

const chosen = { story: 'a-story', ephemeral: true } as const;

// Install it with: apt-get install redis-server
describe.skipIf(!hasRedis)('settings kept in Redis (skipped without redis-server)', () => {
  let redis: RunningRedis;
  let reported: string[];
  let opened: ReturnType<typeof openSettings>[];

  const open = (url = redis.url) => {
    const settings = openSettings(url, (problem) => reported.push(problem));
    opened.push(settings);
    return settings;
  };

  beforeEach(async () => {
    reported = [];
    opened = [];
    redis = await RunningRedis.start();
  });

  afterEach(async () => {
    redis.goOn();
    await Promise.all(opened.map((settings) => settings.close().catch(() => undefined)));
    await redis.kill();
  });

  it('are what was last chosen, for every process that uses it', async () => {
    const [one, other] = [open(), open()];
    expect(await one.of('1')).toEqual(unchanged);
    await one.change('1', chosen);
    expect(await other.of('1')).toEqual(chosen);
    expect(await other.of('2')).toEqual(unchanged);
    expect(reported).toEqual([]);
  });

  it('leave what is known in force while it is down, and are back when it is', async () => {
    const settings = open();
    await settings.change('1', chosen);
    await redis.kill();
    expect(await settings.of('1')).toEqual(chosen);
    await expect(settings.change('1', {})).rejects.toThrow();
    redis = await RunningRedis.start(redis.port);
    await expect
      .poll(() => settings.change('1', { story: 'another' }).catch(() => 'down'), { timeout: 9000 })
      .toBeUndefined();
    await expect.poll(() => settings.of('1'), { timeout: 9000 }).toEqual({ story: 'another' });
    expect(reported.length).toBeGreaterThan(0);
  });

  it('are none, and soon, where it was never there', async () => {
    const settings = open(`redis://127.0.0.1:${await freePort()}`);
    const before = Date.now();
    expect(await settings.of('1')).toEqual(unchanged);
    expect(await settings.of('2')).toEqual(unchanged);
    expect(Date.now() - before).toBeLessThan(2500);
    expect(reported).toHaveLength(1);
    expect(reported[0]).toMatch(/settings could not be read/);
  });

  it('do not keep anybody waiting while it hangs', async () => {
    const settings = open();
    await settings.change('1', chosen);
    redis.hang();
    const before = Date.now();
    expect(await settings.of('1')).toEqual(chosen);
    expect(await settings.of('1')).toEqual(chosen);
    expect(Date.now() - before).toBeLessThan(2500);
    redis.goOn();
  });
});
