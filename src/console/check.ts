import { readConfig } from '../config.ts';
import { environment } from '../environment.ts';
import { endWithOneLine } from '../operator-error.ts';
import { type LoadedStory, loadStories, readSentences } from '../record/load-stories.ts';
import { unattributedSentences } from '../record/reporting-verbs.ts';

/**
 * `npm run check`: verifies every story, and says what it found in each.
 * `npm run check -- my-story`: the numbered sentences of a story, finished or not.
 */
async function check([story]: readonly string[]): Promise<void> {
  const { dataFolder } = readConfig(await environment());
  if (story !== undefined) {
    const sentences = await readSentences(dataFolder, story);
    process.stdout.write(sentences.map(({ id, text }) => `${id}  ${text}\n`).join(''));
    return;
  }
  const stories = await loadStories(dataFolder);
  if (stories.length === 0) process.stdout.write(`${dataFolder} holds no story yet\n`);
  for (const loaded of stories) process.stdout.write(`${summary(loaded)}\n`);
}

function summary({ story, repeated }: LoadedStory): string {
  const counts = [
    `${story.sentences.length} sentences`,
    `${story.entities.length} entities`,
    `${story.statements.length} statements`,
    `${story.events.length} events`,
  ];
  return [
    `${story.id}: ${counts.join(', ')}; no faults`,
    ...repeated.map(({ file, line }) => `  ${file}:${line}:1 repeats a paragraph; dropped`),
    ...unattributedSentences(story).map(
      ({ sentence, verb }) =>
        `  ${sentence.id} has “${verb}” and no statement; is nobody reported there?`,
    ),
  ].join('\n');
}

check(process.argv.slice(2)).catch(endWithOneLine);
