import { FaultsFound } from './record/fault.ts';

/** Ends the process for a mistake of the operator or a curator: what is wrong, and no stack trace. */
export function endWithOneLine(error: unknown): void {
  process.stderr.write(`${describe(error)}\n`);
  process.exitCode = 1;
}

function describe(error: unknown): string {
  if (error instanceof FaultsFound) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  return `on-the-record: ${message.split('\n').join(' ')}`;
}
