import { pino } from 'pino';

/**
 * What the operator reads: JSON lines on standard output or, where that is a terminal, the same as
 * plain lines. Nothing that anybody typed on Discord is in them unless LOG_QUESTIONS is on.
 */
export const log = pino(
  {
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
  },
  process.stdout.isTTY
    ? { write: (line) => process.stdout.write(plain(line)) }
    : pino.destination(1),
);

export type Log = typeof log;

/** `2026-03-02T10:00:00.000Z ready shards=2` */
function plain(line: string): string {
  const { time, level, msg, ...more }: Record<string, unknown> = JSON.parse(line);
  const pairs = Object.entries(more).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  const shout = level === 'info' ? [] : [String(level).toUpperCase()];
  return `${[time, ...shout, msg, ...pairs].join(' ')}\n`;
}

/** What went wrong, as one line. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\s*\n\s*/g, ' | ');
}
