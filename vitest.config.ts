import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // Most tests wait for other processes; on two cores the default is one worker.
    maxWorkers: '100%',
  },
});
