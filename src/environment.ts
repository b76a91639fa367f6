import { access } from 'node:fs/promises';

/** The process's environment, with what a `.env` file adds to it. */
export async function environment(): Promise<Readonly<Record<string, string | undefined>>> {
  const present = await access('.env').then(
    () => true,
    () => false,
  );
  if (present) {
    const { config } = await import('dotenv');
    config({ quiet: true });
  }
  return process.env;
}
