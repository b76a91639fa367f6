// npm run bench:questions: the questions of bench/questions, put to the stories they are about.
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { askable } from '../src/ask/story-answers.ts';
import { openLibrary } from '../src/library.ts';
import { attribute } from '../src/record/attribution.ts';
import { loadStories } from '../src/record/load-stories.ts';

const asked = z.object({
  story: z.string(),
  question: z.string(),
  answerable: z.boolean(),
  sentences: z.array(z.string()),
  speakers: z.array(z.string()).nullable(),
  span: z.string().nullable(),
  kind: z.string(),
});

const files = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const verbose = process.argv.includes('--verbose');
const loaded = [...(await loadStories('data')), ...(await loadStories('test/stories'))];
const stories = loaded.map(({ story }) => story);

for (const file of files.length > 0
  ? files
  : ['tiktok-2020', 'harbour-bridge', 'vaccine-trial', 'club-takeover']) {
  const counts = {
    right: 0,
    wrong: 0,
    missed: 0,
    invented: 0,
    declined: 0,
    misattributed: 0,
    spanRight: 0,
    spans: 0,
  };
  const lines = readFileSync(`bench/questions/${file}.jsonl`, 'utf8').trim().split('\n');
  for (const line of lines) {
    const {
      story: id,
      question,
      answerable,
      sentences,
      speakers,
      span,
    } = asked.parse(JSON.parse(line));
    const story = stories.find((each) => each.id === id);
    if (story === undefined) throw new Error(`no story ${id}`);
    const { names } = openLibrary([story]);
    const [answer] = askable(story, names).answer(question).answers;
    let outcome: keyof typeof counts;
    if (answer === undefined) outcome = answerable ? 'missed' : 'declined';
    else if (!answerable) outcome = 'invented';
    else outcome = sentences.includes(answer.passage.sentence.id) ? 'right' : 'wrong';
    counts[outcome] += 1;
    if (outcome === 'right' && answer !== undefined && speakers !== null) {
      const voice = attribute(story, answer.passage).voices.at(-1);
      const credited =
        voice === undefined
          ? ['article']
          : [...voice.entities.map((entity) => entity.id), `unnamed:${voice.name}`];
      const allowed = speakers.length === 0 ? ['article'] : speakers;
      if (!credited.some((each) => allowed.includes(each))) {
        counts.misattributed += 1;
        if (verbose)
          process.stdout.write(
            `  misattributed: ${question} → ${credited.join(', ')}, not ${allowed.join(', ')}\n`,
          );
      }
      if (span !== null && answer.span !== undefined) {
        counts.spans += 1;
        const given = answer.passage.sentence.text.slice(answer.span.start, answer.span.end);
        if (given.includes(span) || span.includes(given)) counts.spanRight += 1;
      }
    }
    if (verbose && outcome !== 'right' && outcome !== 'declined') {
      process.stdout.write(
        `  ${outcome}: ${question} → ${answer?.passage.sentence.id ?? '-'} ${answer?.score.toFixed(2) ?? ''} (${sentences.join(', ')})\n`,
      );
    }
  }
  const answerable = counts.right + counts.wrong + counts.missed;
  const unanswerable = counts.invented + counts.declined;
  const share = (count: number, of: number) =>
    `${count}/${of} ${((100 * count) / Math.max(1, of)).toFixed(0)} %`;
  process.stdout.write(
    `${file.padEnd(16)} right ${share(counts.right, answerable)}; wrong ${share(counts.wrong, answerable)}; unanswerable answered ${share(counts.invented, unanswerable)}; misattributed ${counts.misattributed}; spans ${counts.spanRight}/${counts.spans}\n`,
  );
}
