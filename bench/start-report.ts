import { z } from 'zod';

/** What one start of the bot took, as it goes from one process to the other. */
export const startReport = z.object({
  seconds: z.object({
    stories: z.number(),
    search: z.number(),
    names: z.number(),
    quotes: z.number(),
    total: z.number(),
  }),
  /** What the process holds afterwards. */
  bytes: z.number(),
});
export type StartReport = z.infer<typeof startReport>;
