import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { environment } from '../environment.ts';
import { endQuietlyWithoutReader, endWithOneLine } from '../operator-error.ts';
import { hintsOn } from '../record/hints.ts';
import { loadStories } from '../record/load-stories.ts';
import { readSentences, storiesAtDesk } from '../record/stories-at-desk.ts';
import type { Story } from '../record/story.ts';
import type { LoadedStory } from '../record/story-folder.ts';
import { whatIsLeft } from './what-is-left.ts';
import { counted } from './what-was-found.ts';

/**
 * `npm run check`: verifies every story, and says what it found in each.
 * `npm run check -- my-story`: the numbered sentences of a story, finished or not.
 * `npm run check -- --watch [my-story]`: its page in a browser, anew at each save.
 */
async function check(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { watch: { type: 'boolean', default: false } },
  });
  const [story] = positionals;
  const config = readConfig(await environment());
  if (values.watch) {
    const { watchStories } = await import('./watch-stories.ts');
    await watchStories(config, story);
  } else if (story !== undefined) {
    await showSentences(config.dataFolder, story);
  } else {
    await checkAll(config.dataFolder);
  }
}

async function showSentences(dataFolder: string, story: string): Promise<void> {
  const sentences = await readSentences(dataFolder, story);
  process.stdout.write(sentences.map(({ id, text }) => `${id}  ${text}\n`).join(''));
  const desk = (await storiesAtDesk(dataFolder, story)).filter(({ faults }) => faults.length > 0);
  for (const { faults, draft } of desk) {
    process.stderr.write(`${counted(faults.length, 'fault')}: npm run check says where\n`);
    if (!draft) process.exitCode = 1;
  }
}

async function checkAll(dataFolder: string): Promise<void> {
  const drafts = (await storiesAtDesk(dataFolder)).filter(({ draft }) => draft);
  for (const draft of drafts) process.stdout.write(`${whatIsLeft(draft)}\n`);
  const stories = await loadStories(dataFolder);
  if (stories.length + drafts.length === 0) {
    process.stdout.write(`${dataFolder} holds no story yet\n`);
  }
  for (const loaded of stories) process.stdout.write(`${summary(loaded)}\n`);
}

function summary({ story, repeated }: LoadedStory): string {
  const counts = [
    `${story.sentences.length} sentences`,
    `${story.entities.length} entities`,
    `${story.statements.length} statements`,
    `${story.events.length} events`,
    `${story.foreseen.length} questions`,
  ];
  return [
    `${story.id}: ${counts.join(', ')}; no faults`,
    ...repeated.map(({ file, line }) => `  ${file}:${line}:1 repeats a paragraph; dropped`),
    ...hintsOn(story).map(({ sentence, doubt }) => `  ${sentence.id} ${doubt}`),
    ...unasked(story),
  ].join('\n');
}

/** A story without any questions is told so once; one with some, which of its sentences have none. */
function unasked({ sentences, foreseen }: Story): readonly string[] {
  const answering = new Set(foreseen.map(({ sentence }) => sentence));
  const left = sentences.filter((sentence) => !answering.has(sentence)).map(({ id }) => id);
  if (left.length === 0) return [];
  const which = left.length === sentences.length ? '' : ` for ${left.join(', ')}`;
  return [`  no question is foreseen${which}; what will readers ask? (docs/curating.md)`];
}

endQuietlyWithoutReader();
check(process.argv.slice(2)).catch(endWithOneLine);
