import * as z from 'zod';
import { languages } from '../reply/languages/index.ts';

/** What a server has chosen; what is left out is as it is everywhere. */
export type Settings = Readonly<z.infer<typeof settings>>;

const storyId = z.string().min(1).max(100);

const settings = z.strictObject({
  /** The story that is meant where a question names none. */
  story: storyId.optional(),
  /** What answers that everybody sees are written in; the asker's own language where it is left out. */
  language: z.enum(languages.map(({ tag }) => tag)).optional(),
  /** Whether answers are for the asker only, unless the asker chooses. */
  ephemeral: z.boolean().optional(),
  /** The stories that may be asked about; all of them where it is left out. */
  stories: z.array(storyId).min(1).max(1000).readonly().optional(),
});

/** A server of which nothing is known has chosen nothing. */
export const unchanged: Settings = {};

/** Changes whenever what is stored would be misread. */
const version = 1;

const stored = z.strictObject({ version: z.literal(version), settings });

/** Settings as they are kept. */
export function written(chosen: Settings): unknown {
  return { version, settings: chosen };
}

/**
 * Settings as they were kept.
 *
 * @returns undefined for what nobody kept, or in another version
 */
export function read(kept: unknown): Settings | undefined {
  return stored.safeParse(kept).data?.settings;
}
