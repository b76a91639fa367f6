import { readConfig } from '../config.ts';
import { environment } from '../environment.ts';
import { endWithOneLine } from '../operator-error.ts';
import { describeFault } from '../record/fault.ts';
import {
  type DraftStory,
  type LoadedStory,
  loadDrafts,
  loadStories,
  readSentences,
} from '../record/load-stories.ts';
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
  const drafts = await loadDrafts(dataFolder);
  for (const draft of drafts) process.stdout.write(`${whatIsLeft(draft)}\n`);
  const stories = await loadStories(dataFolder);
  if (stories.length + drafts.length === 0) {
    process.stdout.write(`${dataFolder} holds no story yet\n`);
  }
  for (const loaded of stories) process.stdout.write(`${summary(loaded)}\n`);
}

/** A draft's faults are work to do, so they are told and do not fail the check. */
function whatIsLeft({ id, file, faults, unchecked }: DraftStory): string {
  const [next] = unchecked;
  const left = [
    ...faults.map((fault) => `  ${describeFault(fault)}`),
    ...(next === undefined
      ? []
      : [
          `  ${file}:${next.line}:${next.column} the next of ${unchecked.length} guesses to check; delete its “# check” when it is right`,
        ]),
  ];
  const done = `  nothing is left; delete “draft: true” from ${file} to serve it`;
  return [
    `${id}: a draft, not served; ${faults.length} faults, ${unchecked.length} guesses to check`,
    ...(left.length === 0 ? [done] : left),
  ].join('\n');
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
