import { z } from 'zod';

const kindTimes = z.object({
  kind: z.string(),
  /** In milliseconds, one for each question. */
  times: z.array(z.number()),
  /** The same by the processor's clock, which stands still while other programs have it. */
  cpu: z.array(z.number()),
  /** How many were answered with their own sentence first. */
  found: z.number(),
});
export type KindTimes = z.infer<typeof kindTimes>;

/** What is measured of a library, as it goes from one process to the other. */
export const growthReport = z.object({
  stories: z.number(),
  sentences: z.number(),
  buildMs: z.number(),
  /** Of the index alone; the sentences are there before. */
  indexBytes: z.number(),
  sentenceBytes: z.number(),
  residentBytes: z.number(),
  /** Searches over all stories, and over the one story that holds the answer. */
  all: z.array(kindTimes),
  one: z.array(kindTimes),
  /** How long the garbage collector stopped the questions, each time, in milliseconds. */
  pauses: z.array(z.number()),
});
export type GrowthReport = z.infer<typeof growthReport>;
