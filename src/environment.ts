import { access } from 'node:fs/promises';
import { misspeltSettings } from './misspelt-settings.ts';

/** The process's environment, with what a `.env` file adds to it; the operator is told of slips in it. */
export async function environment(): Promise<Readonly<Record<string, string | undefined>>> {
  const present = await access('.env').then(
    () => true,
    () => false,
  );
  if (present) {
    const { config } = await import('dotenv');
    config({ quiet: true });
  }
  for (const { name, meant } of misspeltSettings(process.env)) {
    process.stderr.write(`on-the-record: ${name}: is ${meant} meant?\n`);
  }
  return process.env;
}
