import { beforeAll, describe, expect, it, test } from 'vitest';
import { ask, askAll, type JsonReply, run } from './asking.ts';

const slips = [
  'feeding data direclty to the chinese comunist party',
  'the safst ap',
  'directly to the Chinese Communist Partys',
  'We’re nott planning on going any where',
];

const otherWords = [
  'eager to sell to the US company',
  'feeding data straight to the Chinese Communist Party',
  'feeding data directly to a Chinese Communist Party',
  'we are not planning on going anywhere',
  'TikTok is not planning on going anywhere',
  'information on a hundred million Americans',
  'Mnuchin said it cannot stay in the current format',
];

const otherMeanings = [
  'can stay in the current format',
  'we’re planning on going anywhere',
  'he would not issue an order for TikTok to be banned',
  'a sale or a block would be unnecessary',
  'a sale or a block could be necessary',
  'perhaps we’re not planning on going anywhere',
  'information on 10 million Americans',
  'google was lined up to take over',
  'feeding data directly to the Chinese Party',
];

describe('Of words that are not quite those printed, somebody is told', () => {
  let replyTo: (question: string) => JsonReply;

  beforeAll(async () => {
    const questions = [...slips, ...otherWords, ...otherMeanings];
    replyTo = await askAll(questions.map((words) => `/who said ${words}`));
  });

  const differenceOf = (words: string) => replyTo(`/who said ${words}`).answers[0];

  test.each(slips)('that only the spelling differs: %s', (words) => {
    expect(differenceOf(words)).toMatchObject({ verdict: 'altered', differs: 'spelling' });
  });

  test.each(otherWords)('that they are others: %s', (words) => {
    expect(differenceOf(words)).toMatchObject({ verdict: 'altered', differs: 'words' });
  });

  test.each(otherMeanings)('that they mean something else: %s', (words) => {
    expect(differenceOf(words)).toMatchObject({ verdict: 'altered', differs: 'meaning' });
  });

  it.each([
    ['the safst ap', 'nearly word for word: only spelling or endings differ'],
    ['we are not planning on going anywhere', 'altered: these are not quite the words'],
    [
      'can stay in the current format',
      'altered, and it changes the meaning: a decisive word differs',
    ],
  ])('in words: %s', async (words, line) => {
    const { stdout } = await run('ask', { args: [`/who said ${words}`] });
    expect(stdout).toContain(`Verdict       ${line}\n`);
  });

  it.each([
    ['if they close it in June I will be shut by April', 'meaning'],
    ['if they close it in march I will be shut by August', 'meaning'],
    ['in August the company’s other founder, Hugo Tansley, pleaded guilty', 'words'],
    ['In July the company’s other founder, Hugo Tansley, pleaded guilty', 'meaning'],
    ['Voll had offered on Friday to step down', 'meaning'],
    ['on Wednesday Voll had offered to step down', 'words'],
    ['Voll had offered to step down', 'words'],
  ])('that a month or day is another, not that it stands elsewhere: %s', async (words, differs) => {
    const { answers } = await ask(`/who said ${words}`, { DATA_DIR: 'test/stories' });
    expect(answers[0]).toMatchObject({ differs });
  });

  it('that a denial is something else than another word for telling', async () => {
    const { answers } = await ask(
      '/who said Marrin’s lawyers admit that any such meeting took place',
      {
        DATA_DIR: 'test/stories',
      },
    );
    expect(answers[0]).toMatchObject({ denied: true, verdict: 'altered', differs: 'meaning' });
  });

  it('nothing of that where they are the very words', async () => {
    const { answers } = await ask('/who said THE SAFEST APP');
    expect(answers[0]).toMatchObject({ verdict: 'verbatim', differs: null });
  });
});
