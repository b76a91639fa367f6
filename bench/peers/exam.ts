import { z } from 'zod';

/** What `bench/search.ts` puts to a system, in a file. */
export const exam = z.object({
  articles: z.array(z.object({ id: z.string(), sentences: z.array(z.string()) })),
  asked: z.array(z.string()),
});
export type Exam = z.infer<typeof exam>;

/** What the system answers, on standard output. */
export const answers = z.object({
  buildMs: z.number(),
  memory: z.number(),
  answers: z.array(
    z.object({
      /** Which of the queries, counted from 0. */
      query: z.number(),
      ms: z.number(),
      found: z.array(z.number()),
    }),
  ),
});
export type Answers = z.infer<typeof answers>;
