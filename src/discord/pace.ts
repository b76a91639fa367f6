import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Pace } from './desk.ts';

/** People type fast: a word a second, and an interaction for each letter of it. */
const typedPerQuestion = 10;

/**
 * Lets everybody ask so many questions in any minute, and type ten times as many letters. It counts in
 * this process only: with several, a person may ask a little more.
 */
export function pacePerMinute(questions: number): Pace {
  const asked = new RateLimiterMemory({ points: questions, duration: 60 });
  const typed = new RateLimiterMemory({ points: questions * typedPerQuestion, duration: 60 });
  return { asks: (user) => waitFor(asked, user), types: (user) => waitFor(typed, user) };
}

async function waitFor(limiter: RateLimiterMemory, user: string): Promise<number | undefined> {
  try {
    await limiter.consume(user);
    return undefined;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return refused.msBeforeNext;
    throw refused;
  }
}
