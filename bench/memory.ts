/** What the heap and the buffers beside it hold, in bytes; needs `--expose-gc`. */
export async function memoryInUse(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    // What only the task under way still holds is let go between two tasks.
    await new Promise((resolve) => setImmediate(resolve));
    globalThis.gc?.();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
