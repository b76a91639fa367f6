import { readConfig } from '../config.ts';
import { environment } from '../environment.ts';
import { endWithOneLine } from '../operator-error.ts';
import { type LoadedStory, loadStories } from '../record/load-stories.ts';

/** `npm run check`: verifies every story, and says what it found in each. */
async function check(): Promise<void> {
  const { dataFolder } = readConfig(await environment());
  const stories = await loadStories(dataFolder);
  if (stories.length === 0) process.stdout.write(`${dataFolder} holds no story yet\n`);
  for (const loaded of stories) {
    process.stdout.write(`${summary(loaded)}\n`);
  }
}

function summary({ story, repeated }: LoadedStory): string {
  const counts = [
    `${story.sentences.length} sentences`,
    `${story.entities.length} entities`,
    `${story.statements.length} statements`,
    `${story.events.length} events`,
  ];
  const dropped = repeated.map(
    ({ file, line }) => `  ${file}:${line}:1 repeats a paragraph; dropped`,
  );
  return [`${story.id}: ${counts.join(', ')}; no faults`, ...dropped].join('\n');
}

check().catch(endWithOneLine);
