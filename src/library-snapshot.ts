import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Prepared } from './library.ts';
import { makeFolderAtOnce } from './make-folder.ts';
import type { Story } from './record/story.ts';

/** Verified stories, and what was prepared of them. */
export interface Opened {
  readonly stories: readonly Story[];
  readonly prepared: Prepared;
}

/**
 * Keeps an opened data folder as one file, so that thousands of stories need not be cut, verified
 * and indexed at every start. It is kept under the hash of every file of the folder and of the
 * program's own, and begins with the hash of what follows: a snapshot of other stories, of an older
 * program, or a damaged one is none.
 *
 * The hash stands in for a check of its shape: only this program writes here, its shapes are part of
 * the name, and the stories were parsed and verified before they were kept. It is against decay and
 * change, not against malice: who can write to the folder of a user can change the program as well.
 *
 * A snapshot that cannot be read or written only costs time, so nobody is told.
 */
export class LibrarySnapshot {
  readonly #file: string;

  /**
   * @param data the folder of the stories
   * @param caches where snapshots are kept, private to the user
   */
  constructor(
    data: string,
    private readonly caches: string,
  ) {
    const state = createHash('sha256').update(process.version);
    for (const folder of [import.meta.dirname, data]) addFiles(folder, state);
    this.#file = path.join(caches, `${state.digest('hex')}.${ending}`);
  }

  read(): Opened | undefined {
    try {
      const kept = readFileSync(this.#file);
      const content = kept.subarray(hashLength);
      if (!hashOf(content).equals(kept.subarray(0, hashLength))) return undefined;
      return deserialize(content);
    } catch {
      return undefined;
    }
  }

  /** Takes the place of the snapshots before it. */
  write(opened: Opened): void {
    try {
      const content = serialize(opened);
      makeFolderAtOnce(this.caches);
      for (const name of readdirSync(this.caches)) {
        if (name.endsWith(ending)) rmSync(path.join(this.caches, name));
      }
      const aside = `${this.#file}.${process.pid}`;
      writeFileSync(aside, Buffer.concat([hashOf(content), content]));
      renameSync(aside, this.#file);
    } catch {
      // See above.
    }
  }
}

const ending = 'snapshot';
const hashLength = 32;

function hashOf(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}

/** Every file in a folder, by its name and what is in it. */
function addFiles(folder: string, state: Hash): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const file = path.join(folder, name);
    const stats = statSync(file);
    if (stats.isFile()) state.update(`${name} ${stats.size}\n`).update(readFileSync(file));
  }
}
