import { FaultsFound } from './record/fault.ts';

/** Ends the process for a mistake of the operator or a curator: what is wrong, and no stack trace. */
export function endWithOneLine(error: unknown): void {
  process.stderr.write(`${describe(error)}\n`);
  process.exitCode = 1;
}

/** A reader that goes away, as in `ask | head -1`, is no mistake. */
export function endQuietlyWithoutReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    endWithOneLine(error);
  });
}

function describe(error: unknown): string {
  if (error instanceof FaultsFound) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  return `on-the-record: ${message.split('\n').join(' ')}`;
}
