import path from 'node:path';
import { cutArticles, readText } from './article-files.ts';
import { buildStory } from './build-story.ts';
import { type Fault, FaultsFound, inReadingOrder, type Place, wholeFile } from './fault.ts';
import type { Sentence, Story } from './story.ts';
import { loadStory, saysDraft, storyFolders } from './story-folder.ts';

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
  const { document, faults: unreadable } = readStoryDocument(source, file);
  if (document === undefined) throw new FaultsFound(unreadable);
  const cut = await cutArticles(document, (fault) => faults.push(fault));
  if (!cut.complete) throw new FaultsFound(faults);
  return buildStory(id, document, cut.sentences, () => undefined).sentences;
}
