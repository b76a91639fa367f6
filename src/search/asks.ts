import type { ForeseenQuestion, Story } from '../record/story.ts';
import { completionOver } from './completion.ts';
import { differentWords } from './different-words.ts';

/** Finds questions that a curator foresees for a few letters, while somebody types. */
export interface Asks {
  /** One way to ask each of the likeliest questions, best first; the first ones for no letters. */
  complete(typed: string, limit: number): readonly string[];
}

export function asksOf({ foreseen }: Story): Asks {
  const ways = waysToAsk(foreseen);
  const completion = completionOver(ways.map(({ ask }) => ask));
  return {
    complete(typed, limit) {
      const found = completion
        .complete(typed, limit * waysEach)
        .flatMap((number) => ways[number] ?? []);
      return found
        .filter(({ question }, at) => found.findIndex((way) => way.question === question) === at)
        .slice(0, limit)
        .map(({ ask }) => ask);
    },
  };
}

/** So many ways to ask one question may be found before another. */
const waysEach = 4;

interface Way {
  /** The number of the question. */
  readonly question: number;
  readonly ask: string;
}

/** The first way of every question before any other, so that these are shown for no letters. */
function waysToAsk(foreseen: readonly ForeseenQuestion[]): readonly Way[] {
  const ways = foreseen.flatMap(({ asks }, question) =>
    asks.map((ask, at) => ({ question, ask, at })),
  );
  const firstBefore = ways.toSorted((a, b) => Math.min(a.at, 1) - Math.min(b.at, 1));
  return differentWords(firstBefore, ({ ask }) => ask);
}
