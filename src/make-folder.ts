import { mkdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

/**
 * Makes a folder, and those it lies in. Node's own `recursive` goes on trying for ever where a folder that
 * is there takes no other in it and says that there is none, as `/proc` does.
 */
export async function makeFolder(folder: string): Promise<void> {
  const parent = path.dirname(folder);
  try {
    await makeOne(folder);
  } catch (error) {
    if (!hasCode(error, 'ENOENT') || parent === folder) throw error;
    await makeFolder(parent);
    await makeOne(folder);
  }
}

/**
 * The same, before anything else is done.
 *
 * @param mode who may do what in the folders it makes
 */
export function makeFolderAtOnce(folder: string, mode?: number): void {
  const parent = path.dirname(folder);
  try {
    mkdirSync(folder, mode);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return;
    if (!hasCode(error, 'ENOENT') || parent === folder) throw error;
    makeFolderAtOnce(parent, mode);
    mkdirSync(folder, mode);
  }
}

async function makeOne(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
