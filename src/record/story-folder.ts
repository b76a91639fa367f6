import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { cutArticles, type RepeatedInFile, readText } from './article-files.ts';
import { buildStory } from './build-story.ts';
import { type Fault, wholeFile } from './fault.ts';
import type { Story } from './story.ts';
import type { StoryCache } from './story-cache.ts';
import type { StoryDocument } from './story-document.ts';
import { verifyStory } from './verify.ts';

export interface LoadedStory {
  readonly story: Story;
  /** Paragraphs that an article prints twice; dropped, and worth telling the curator. */
  readonly repeated: readonly RepeatedInFile[];
  readonly draft: boolean;
}

/**
 * The folders of a data folder, each a story by its name.
 *
 * @throws Error, with one line for the operator, when the folder itself cannot be read
 */
export async function storyFolders(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
      .filter(({ name }) => !name.startsWith('.'))
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new Error(
      missing
        ? `DATA_DIR: there is no folder ${folder}; create it, or correct DATA_DIR`
        : `DATA_DIR: the folder ${folder} cannot be read: ${error}`,
    );
  }
}

/**
 * Loads and verifies one story, a draft also.
 *
 * @param cache spares reading the same YAML again
 * @param report told of every fault
 * @returns undefined when nothing of it could be built
 */
export async function loadStory(
  folder: string,
  id: string,
  cache: StoryCache | undefined,
  report: (fault: Fault) => void,
): Promise<LoadedStory | undefined> {
  const file = path.join(folder, id, 'story.yaml');
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) || id.length > 30) {
    report(
      wholeFile(
        path.join(folder, id),
        'the folder’s name is no story id',
        'use up to 30 small letters, digits and hyphens',
      ),
    );
    return undefined;
  }
  const source = await readText(file);
  if (source === undefined) {
    report(
      wholeFile(file, 'this file cannot be read', 'write it, or move the folder out of data/'),
    );
    return undefined;
  }
  return (
    (await loadCached(id, source, file, cache)) ?? (await loadYaml(id, source, file, cache, report))
  );
}

/** A story whose YAML was read before, unless it has faults: those need the YAML's lines. */
async function loadCached(id: string, source: string, file: string, cache?: StoryCache) {
  const content = await cache?.read(source);
  if (content === undefined) return undefined;
  const faults: Fault[] = [];
  const placeOf = () => ({ file, line: 1, column: 1 });
  const story = await buildFrom(id, { file, content, placeOf }, (fault) => faults.push(fault));
  return faults.length === 0 ? story : undefined;
}

async function loadYaml(
  id: string,
  source: string,
  file: string,
  cache: StoryCache | undefined,
  report: (fault: Fault) => void,
): Promise<LoadedStory | undefined> {
  const { readStoryDocument } = await import('./story-document.ts');
  const { document, faults } = readStoryDocument(source, file);
  faults.forEach(report);
  if (document === undefined) return undefined;
  if (faults.length === 0) await cache?.write(source, document.content);
  return buildFrom(id, document, report);
}

async function buildFrom(
  id: string,
  document: StoryDocument,
  report: (fault: Fault) => void,
): Promise<LoadedStory> {
  const { sentences, repeated, complete } = await cutArticles(document, report);
  // With an article missing every sentence number is off, and each would be one more fault.
  const story = buildStory(id, document, sentences, complete ? report : () => undefined);
  if (complete) verifyStory(story, document, report);
  return { story, repeated, draft: document.content.draft };
}

/** A draft whose YAML is broken for the moment is a draft all the same. */
export async function saysDraft(folder: string, id: string): Promise<boolean> {
  const source = await readText(path.join(folder, id, 'story.yaml'));
  return source !== undefined && /^draft:[ \t]*true\b/m.test(source);
}
