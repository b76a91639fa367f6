import { describe, expect, it } from 'vitest';
import { provoke } from './fuzz/hostility.ts';

describe('whoever means harm', () => {
  it('gets proper answers to what Discord signs, and none to anything else', async () => {
    const seed = Date.now() % 2 ** 31;
    const found = await provoke(1000, seed);
    expect(found, `seed ${seed}`).toMatchObject({
      crashes: [],
      invalidPayloads: [],
      pings: [],
      forgeriesAccepted: [],
    });
    expect(found.answered).toBeGreaterThan(500);
    expect(found.forgeries).toBe(1000);
  });
});
