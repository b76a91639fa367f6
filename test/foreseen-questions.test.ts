import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { askable } from '../src/ask/story-answers.ts';
import { loadStories } from '../src/record/load-stories.ts';
import type { Story } from '../src/record/story.ts';
import { ask, askAll, type JsonReply } from './asking.ts';

const asked = z.object({
  question: z.string(),
  answerable: z.boolean(),
  sentences: z.array(z.string()),
});

/** Asked in other words than the curator foresaw, with the sentence that answers. */
const recognised: readonly (readonly [string, string])[] = [
  ['is callaway gonna resign story:paydrop-trial', 's37'],
  ['whos the ceo of quillon story:vaccine-trial', 's24'],
  ['by when does coyle say they will be shut story:harbour-bridge', 's33'],
  ['when does quillon say it will file for approval story:vaccine-trial', 's22'],
  ['what was the largest bell called story:rain-bells', 's36'],
  ['when did they order the engineers report story:harbour-bridge', 's8'],
  ['who wrote the bridge report story:harbour-bridge', 's8'],
  ['what did the tweet say story:club-takeover', 's18'],
  ['how much was paydrop worth story:paydrop-trial', 's6'],
  ['name of the vaccine story:vaccine-trial', 's2'],
  ['which court is the trial at story:paydrop-trial', 's1'],
];

describe('A question much like one that the curator foresaw', () => {
  let reply: (line: string) => JsonReply;
  beforeAll(async () => {
    const lines = recognised.map(([question]) => `/ask ${question}`);
    reply = await askAll(lines, { DATA_DIR: 'test/stories' });
  });

  it.each(recognised)('“%s” is answered by %s', (question, sentence) => {
    const [best] = reply(`/ask ${question}`).answers;
    expect(best).toMatchObject({ sentence });
  });

  it.each([
    [
      'how long she was on bail is not how much it was',
      'how much was her bail story:paydrop-trial',
    ],
    [
      'what somebody else calls a tweet is not about the tweet',
      'what did the league say about the tweet story:club-takeover',
    ],
    ['who tells of it is not who did it', 'who halved the night shift story:dam-blackout'],
    ['whose tweet it was is not who tweeted that', 'who tweeted that story:club-takeover'],
  ])('but for what it asks of it is not on record: %s', async (_, question) => {
    const { status } = await ask(`/ask ${question}`, { DATA_DIR: 'test/stories' });
    expect(status).toBe('not_on_record');
  });

  it('but for one small word is not on record: “already”', async () => {
    expect((await ask('/ask which country already banned tiktok')).status).toBe('not_on_record');
  });
});

describe('A curator who foresees little', () => {
  const read = (story: Story, foreseen: Story['foreseen']) =>
    askable({ ...story, foreseen }).answer;
  const answeredBy = (answer: ReturnType<typeof read>) =>
    questions.filter(({ question, sentences }) =>
      answer(question).answers.some(({ passage }) => sentences.includes(passage.sentence.id)),
    ).length;
  const questions = readFileSync('bench/questions/harbour-bridge.jsonl', 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => asked.parse(JSON.parse(line)))
    .filter(({ answerable }) => answerable);

  it('loses no answer to what was not foreseen', async () => {
    const loaded = await loadStories('test/stories');
    const story = loaded.find(({ story: { id } }) => id === 'harbour-bridge')?.story;
    if (story === undefined) throw new Error('no harbour-bridge');
    const ofEach = new Map(story.foreseen.map((question) => [question.sentence, question]));
    const few = answeredBy(read(story, [...ofEach.values()]));
    expect(few).toBeGreaterThanOrEqual(answeredBy(read(story, [])));
  });
});
