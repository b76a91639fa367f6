import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type CutSentence, cutArticle, longestArticle, type RepeatedParagraph } from './article.ts';
import { buildStory } from './build-story.ts';
import { type Fault, FaultsFound, type Place } from './fault.ts';
import type { Sentence, Story } from './story.ts';
import type { StoryCache } from './story-cache.ts';
import type { StoryDocument } from './story-document.ts';
import { verifyStory } from './verify.ts';

export interface LoadedStory {
  readonly story: Story;
  /** Paragraphs that an article prints twice; dropped, and worth telling the curator. */
  readonly repeated: readonly (RepeatedParagraph & { readonly file: string })[];
  readonly draft: boolean;
}

/** A story as its editor has it before them: what is there, and what is wrong with it so far. */
export interface StoryAtDesk {
  readonly id: string;
  readonly file: string;
  readonly draft: boolean;
  /** What of it could be built: never to be served. Undefined when its shape is wrong. */
  readonly story: Story | undefined;
  /** Where `# check` stands: guesses that no editor has checked. */
  readonly unchecked: readonly Place[];
  readonly faults: readonly Fault[];
}

/** A story's folder, and what came of loading it. */
export interface StoryAttempt {
  readonly id: string;
  /** Undefined when there are faults. */
  readonly loaded: LoadedStory | undefined;
  readonly faults: readonly Fault[];
}

/**
 * Loads and verifies every story of a data folder: each folder with a `story.yaml` is one. Drafts are
 * left out, and hinder nobody.
 *
 * @param cache spares reading the same YAML again
 * @throws FaultsFound with every fault of every story
 */
export async function loadStories(
  folder: string,
  cache?: StoryCache,
): Promise<readonly LoadedStory[]> {
  const attempts = await tryStories(folder, cache);
  const faults = attempts.flatMap((attempt) => attempt.faults);
  if (faults.length > 0) throw new FaultsFound(inReadingOrder(faults));
  return attempts.flatMap(({ loaded }) => loaded ?? []);
}

/**
 * Loads and verifies each story of a data folder by itself: the faults of one keep no other out.
 * Drafts are left out, with their faults.
 *
 * @throws FaultsFound when the folder itself cannot be read
 */
export async function tryStories(
  folder: string,
  cache?: StoryCache,
): Promise<readonly StoryAttempt[]> {
  const attempts: StoryAttempt[] = [];
  for (const id of await storyFolders(folder)) {
    const faults: Fault[] = [];
    const story = await loadStory(folder, id, cache, (fault) => faults.push(fault));
    if (story?.draft ?? (await saysDraft(folder, id))) continue;
    const loaded = faults.length === 0 ? story : undefined;
    attempts.push({ id, loaded, faults: inReadingOrder(faults) });
  }
  return attempts;
}

/**
 * The stories of a data folder as they are, drafts and broken ones too.
 *
 * @param only the one story that is wanted; one that is not there has a fault that says so
 */
export async function storiesAtDesk(
  folder: string,
  only?: string,
): Promise<readonly StoryAtDesk[]> {
  const ids = only === undefined ? await storyFolders(folder) : [only];
  return Promise.all(ids.map((id) => storyAtDesk(folder, id)));
}

async function storyAtDesk(folder: string, id: string): Promise<StoryAtDesk> {
  const faults: Fault[] = [];
  const loaded = await loadStory(folder, id, undefined, (fault) => faults.push(fault));
  const file = path.join(folder, id, 'story.yaml');
  return {
    id,
    file,
    draft: loaded?.draft ?? (await saysDraft(folder, id)),
    story: loaded?.story,
    unchecked: uncheckedIn((await readText(file)) ?? '', file),
    faults: inReadingOrder(faults),
  };
}

/** A draft whose YAML is broken for the moment is a draft all the same. */
async function saysDraft(folder: string, id: string): Promise<boolean> {
  const source = await readText(path.join(folder, id, 'story.yaml'));
  return source !== undefined && /^draft:[ \t]*true\b/m.test(source);
}

function uncheckedIn(source: string, file: string): readonly Place[] {
  return source.split('\n').flatMap((text, index) => {
    const column = text.search(/(?:^|\s)# check\b/);
    return column < 0 ? [] : [{ file, line: index + 1, column: text.indexOf('#', column) + 1 }];
  });
}

/**
 * The numbered sentences of one story, also of one that has faults elsewhere.
 *
 * @throws FaultsFound when its story.yaml or an article cannot be read
 */
export async function readSentences(folder: string, id: string): Promise<readonly Sentence[]> {
  const faults: Fault[] = [];
  const file = path.join(folder, id, 'story.yaml');
  const source = await readText(file);
  if (source === undefined)
    throw new FaultsFound([wholeFile(file, 'this file cannot be read', 'check the story’s name')]);
  const { readStoryDocument } = await import('./story-document.ts');
  const document = readStoryDocument(source, file);
  if ('faults' in document) throw new FaultsFound(document.faults);
  const cut = await cutArticles(document, (fault) => faults.push(fault));
  if (!cut.complete) throw new FaultsFound(faults);
  return buildStory(id, document, cut.sentences, () => undefined).sentences;
}

async function storyFolders(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
      .filter(({ name }) => !name.startsWith('.'))
      .map(({ name }) => name)
      .sort();
  } catch {
    throw new FaultsFound([
      wholeFile(folder, 'this folder cannot be read', 'create it, or correct DATA_DIR'),
    ]);
  }
}

async function loadStory(
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
  const document = readStoryDocument(source, file);
  if ('faults' in document) {
    document.faults.forEach(report);
    return undefined;
  }
  await cache?.write(source, document.content);
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

async function cutArticles(document: StoryDocument, report: (fault: Fault) => void) {
  const sentences = new Map<string, readonly CutSentence[]>();
  const repeated: (RepeatedParagraph & { file: string })[] = [];
  let complete = true;
  for (const [index, article] of document.content.articles.entries()) {
    const place = document.placeOf(['articles', index, 'file']);
    const file = path.join(path.dirname(document.file), article.file);
    const text = await readText(file);
    if (text === undefined) {
      complete = false;
      report({
        ...place,
        wrong: `${file} cannot be read`,
        mend: 'correct the name, or add the file',
      });
      continue;
    }
    const size = Buffer.byteLength(text);
    if (size > longestArticle) {
      complete = false;
      const wrong = `this article has ${size} bytes, and may have ${longestArticle}`;
      report(wholeFile(file, wrong, 'split it, or cut what is not article'));
      continue;
    }
    noteStrayCharacters(text, file, report);
    const cut = cutArticle(text, document.content.language);
    if (cut.sentences.length === 0) {
      complete = false;
      report(wholeFile(file, 'this article is empty', 'paste its text'));
    }
    sentences.set(article.id, cut.sentences);
    repeated.push(...cut.repeated.map((paragraph) => ({ ...paragraph, file })));
  }
  return { sentences, repeated, complete };
}

/** Characters that hide or turn text around would let an article show what it does not say. */
function noteStrayCharacters(text: string, file: string, report: (fault: Fault) => void): void {
  let [line, lineStart] = [1, 0];
  let noted = 0;
  for (const { index, 0: character } of text.matchAll(strayCharacters)) {
    if (character === '\n') [line, lineStart] = [line + 1, index + 1];
    if ('\n\r\t'.includes(character) || (index === 0 && character === '\uFEFF')) continue;
    noted += 1;
    report({
      file,
      line,
      column: index - lineStart + 1,
      wrong: `a stray character U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
      mend:
        noted < mostStrayNoted
          ? 'delete it, and save the file as UTF-8'
          : 'save the file as plain UTF-8 text: later ones are not listed',
    });
    if (noted === mostStrayNoted) return;
  }
}

/** So many that the file is no text: a picture, or another encoding. */
const mostStrayNoted = 50;

/** Joiners stay: Indic and Arabic scripts, and emoji, are spelt with them. */
const strayCharacters = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD]/gu;

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
}

function wholeFile(file: string, wrong: string, mend: string): Fault {
  return { file, line: 1, column: 1, wrong, mend };
}

function inReadingOrder(faults: readonly Fault[]): readonly Fault[] {
  return faults.toSorted(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column,
  );
}
