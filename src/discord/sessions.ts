import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SessionInfo } from '@discordjs/ws';
import * as z from 'zod';

/** A session as the gateway layer describes it, and until when it is worth resuming. */
const kept = z.object({
  until: z.number(),
  sessions: z.array(
    z.object({
      shardId: z.number(),
      shardCount: z.number(),
      sessionId: z.string(),
      sequence: z.number(),
      resumeURL: z.url({ protocol: /^wss?$/ }),
    }),
  ),
});

/** Nobody waits longer for an answer: an older interaction need not be fetched. */
const worthResumingMs = 60_000;

/**
 * The gateway's sessions, one a shard, handed from a process that ends to the one that follows it.
 * The next process resumes them, and Discord replays to it what was asked in between.
 *
 * The file is written when a process ends and taken away by the one that reads it, so two that run
 * at once never hold one session. Where it can't be written the next process begins anew.
 */
export class Sessions {
  readonly #sessions = new Map<number, SessionInfo>();
  #leaving = false;

  /** @param file in a folder private to the user: with the token, it lets others resume */
  constructor(private readonly file: string) {
    for (const session of take(file)) this.#sessions.set(session.shardId, session);
  }

  of(shard: number): SessionInfo | null {
    return this.#sessions.get(shard) ?? null;
  }

  /** @param session null when Discord has ended it */
  update(shard: number, session: SessionInfo | null): void {
    if (session !== null) this.#sessions.set(shard, session);
    else if (!this.#leaving) this.#sessions.delete(shard);
  }

  /** From now on sessions outlive their connections: the layer forgets one as it closes it. */
  outlive(): void {
    this.#leaving = true;
  }

  /** Leaves the sessions, as they are now, to the next process. */
  handOver(): void {
    if (this.#sessions.size === 0) return;
    const content: z.infer<typeof kept> = {
      until: Date.now() + worthResumingMs,
      sessions: [...this.#sessions.values()],
    };
    try {
      mkdirSync(path.dirname(this.file), { recursive: true, mode: 0o700 });
      writeFileSync(this.file, JSON.stringify(content), { mode: 0o600 });
    } catch {
      // See above.
    }
  }
}

function take(file: string): readonly SessionInfo[] {
  try {
    const { until, sessions } = kept.parse(JSON.parse(readFileSync(file, 'utf8')));
    rmSync(file);
    return Date.now() < until ? sessions : [];
  } catch {
    return [];
  }
}
