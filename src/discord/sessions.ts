import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SessionInfo } from '@discordjs/ws';
import * as z from 'zod';
import { makeFolderAtOnce } from '../make-folder.ts';

const keptSessions = z.object({
  /** The process that held them. */
  process: z.number(),
  /** When they were written, in milliseconds since 1970. */
  at: z.number(),
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

/** Discord takes a first answer for three seconds. */
const answerableMs = 3000;

/**
 * The gateway's sessions, one a shard, kept for the process that follows this one. It resumes them,
 * and Discord replays to it what was asked in between.
 *
 * A process that is killed can't say what it has answered. So while it runs, the file tells what had
 * arrived three seconds ago: all that may still be answered comes again, and an answer that Discord
 * has it takes no second time. Where the file can't be written, the next process begins anew.
 */
export class Sessions {
  readonly #sessions = new Map<number, SessionInfo>();
  readonly #timer: NodeJS.Timeout;
  #earlier: readonly SessionInfo[];
  #leaving = false;

  /** @param file in a folder private to the user: with the token, it lets others resume */
  constructor(private readonly file: string) {
    for (const session of take(file)) this.#sessions.set(session.shardId, session);
    this.#earlier = this.#now();
    this.#timer = setInterval(() => this.#keepEarlier(), answerableMs).unref();
  }

  of(shard: number): SessionInfo | null {
    return this.#sessions.get(shard) ?? null;
  }

  /** @param session null when Discord has ended it */
  update(shard: number, session: SessionInfo | null): void {
    const isNew = session?.sessionId !== this.#sessions.get(shard)?.sessionId;
    if (session !== null) this.#sessions.set(shard, session);
    else if (!this.#leaving) this.#sessions.delete(shard);
    if (isNew && !this.#leaving) this.#keepEarlier();
  }

  /** From now on sessions outlive their connections: the layer forgets one as it closes it. */
  outlive(): void {
    this.#leaving = true;
    clearInterval(this.#timer);
  }

  /** Leaves the sessions, as they are now, to the next process: all that came is answered. */
  handOver(): void {
    this.#write(this.#now());
  }

  #keepEarlier(): void {
    const earlier = new Map(this.#earlier.map((session) => [session.sessionId, session]));
    this.#earlier = this.#now();
    this.#write(this.#earlier.map((session) => earlier.get(session.sessionId) ?? session));
  }

  #now(): readonly SessionInfo[] {
    return [...this.#sessions.values()];
  }

  #write(sessions: readonly SessionInfo[]): void {
    if (sessions.length === 0) return;
    const content = { process: process.pid, at: Date.now(), sessions };
    try {
      makeFolderAtOnce(path.dirname(this.file), 0o700);
      writeFileSync(`${this.file}.new`, JSON.stringify(content), { mode: 0o600 });
      renameSync(`${this.file}.new`, this.file);
    } catch {
      // See above.
    }
  }
}

/** Takes the sessions of a process that is gone; two that run at once must not hold the same. */
function take(file: string): readonly SessionInfo[] {
  try {
    const {
      process: holder,
      at,
      sessions,
    } = keptSessions.parse(JSON.parse(readFileSync(file, 'utf8')));
    if (isRunning(holder)) return [];
    rmSync(file);
    return Date.now() < at + worthResumingMs ? sessions : [];
  } catch {
    return [];
  }
}

/** In a container every process has the number of the one before it, which is then its own. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
