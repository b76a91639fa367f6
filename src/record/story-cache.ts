import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from '../make-folder.ts';
import { type StoryFile, storyFile } from './story-file.ts';

/**
 * Keeps what story files say as JSON, under the hash of their text, since reading JSON takes a
 * fortieth of the time that YAML takes. What is read back is parsed and verified like the YAML.
 *
 * A cache that cannot be read or written only costs time, so nobody is told.
 */
export class StoryCache {
  /** @param folder where the JSON is kept, private to the user */
  constructor(private readonly folder: string) {}

  async read(source: string): Promise<StoryFile | undefined> {
    try {
      const kept: unknown = JSON.parse(await readFile(this.#fileFor(source), 'utf8'));
      return storyFile.safeParse(kept).data;
    } catch {
      return undefined;
    }
  }

  async write(source: string, content: StoryFile): Promise<void> {
    const file = this.#fileFor(source);
    try {
      await makeFolder(this.folder);
      await writeFile(`${file}.${process.pid}`, JSON.stringify(content));
      await rename(`${file}.${process.pid}`, file);
    } catch {
      // See above.
    }
  }

  #fileFor(source: string): string {
    const hash = createHash('sha256').update(source).digest('hex');
    return path.join(this.folder, `${hash}.json`);
  }
}
