import { setTimeout as sleep } from 'node:timers/promises';
import { failure, type Reply } from './reply.ts';

/** How matching requests are to fail. */
export interface Fault {
  /** The status to answer with; left out, the request is only slowed down. */
  status?: number;
  /** How many requests it applies to; 1 if left out. */
  times?: number;
  /** Seconds, for a 429. */
  retryAfter?: number;
  /** How long the answer is held back. */
  delayMs?: number;
  /** The request is taken, but the connection breaks before its answer. */
  lost?: boolean;
}

interface Planned extends Fault {
  method: string;
  pattern: RegExp;
  left: number;
}

/** The faults that are planned for coming requests. */
export class Faults {
  readonly #planned: Planned[] = [];

  plan(method: string, pattern: RegExp, fault: Fault): void {
    this.#planned.push({ ...fault, method, pattern, left: fault.times ?? 1 });
  }

  /** Plays the first fault planned for a request: a reply to give instead, or none. */
  async apply(method: string, path: string): Promise<Reply | 'lost' | undefined> {
    const fault = this.#planned.find(
      (one) => one.left > 0 && one.method === method && one.pattern.test(path),
    );
    if (fault === undefined) return undefined;
    fault.left -= 1;
    // Not to hold the process open when a test ends during the delay.
    if (fault.delayMs !== undefined) await sleep(fault.delayMs, undefined, { ref: false });
    if (fault.lost === true) return 'lost';
    if (fault.status === undefined) return undefined;
    return fault.status === 429
      ? rateLimited(fault.retryAfter ?? 1)
      : failure(fault.status, 0, `${fault.status}: planned by the test`);
  }
}

function rateLimited(seconds: number): Reply {
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: seconds, global: false },
    headers: {
      'retry-after': String(seconds),
      'x-ratelimit-limit': '5',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset-after': String(seconds),
      'x-ratelimit-scope': 'user',
    },
  };
}
