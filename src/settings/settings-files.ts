import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { KeyvStoreAdapter, StoredData } from 'keyv';
import writeFileAtomic from 'write-file-atomic';
import { makeFolder } from '../make-folder.ts';

/**
 * Keeps what Keyv hands it in a folder, a file a key.
 *
 * A file is written beside the old one, flushed and renamed over it: whoever is killed, or finds the
 * disk full, in the middle of it leaves the old one as it was. Several processes may share the folder.
 */
export class SettingsFiles extends EventEmitter implements KeyvStoreAdapter {
  readonly opts = {};

  constructor(private readonly folder: string) {
    super();
  }

  async get<Value>(key: string): Promise<StoredData<Value> | undefined> {
    // Keyv parses the text, which is all it takes from a store of texts.
    return (await readText(this.#file(key), 'utf8').catch(ifAbsent)) as StoredData<Value>;
  }

  async set(key: string, text: string): Promise<void> {
    await makeFolder(this.folder);
    await writeFileAtomic(this.#file(key), text);
  }

  async delete(key: string): Promise<boolean> {
    await rm(this.#file(key), { force: true });
    return true;
  }

  async clear(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  #file(key: string): string {
    return path.join(this.folder, `${encodeURIComponent(key)}.json`);
  }
}

/** Every question reads a file, mostly one that is not there; by a file handle it takes twice as long. */
const readText = promisify(readFile);

function ifAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
