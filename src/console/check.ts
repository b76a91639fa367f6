import { readConfig } from '../config.ts';
import { environment } from '../environment.ts';
import { endWithOneLine } from '../operator-error.ts';
import { type LoadedStory, loadStories } from '../record/load-stories.ts';

/** `npm run check`: verifies every story, and says what it found in each. */
async function check(): Promise<void> {
  const { dataFolder } = readConfig(await environment());
  for (const loaded of await loadStories(dataFolder)) {
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
