import { beforeAll, describe, expect, it } from 'vitest';
import { askAll } from './asking.ts';

/** What each question of somebody who has not read the article should lead to. */
const answered: readonly (readonly [string, string, string | null, RegExp | null])[] = [
  ['who owns tiktok', 's5', null, /ByteDance/],
  ['who founded bytedance', 's14', 'A source who was briefed on the discussions', /Zhang Yiming/],
  ['who founded bytedanse', 's14', 'A source who was briefed on the discussions', /Zhang Yiming/],
  ['what did pelosi say', 's8', 'Steven Mnuchin', null],
  ['when did trump say hed ban it', 's11', null, /on Friday night/],
  [
    'does zhang want to sell to microsoft',
    's14',
    'A source who was briefed on the discussions',
    /were reluctant to sell/,
  ],
  ['which democrats did mnuchin talk to', 's8', 'Steven Mnuchin', /Pelosi/],
  [
    'whos the founder of bytedance',
    's14',
    'A source who was briefed on the discussions',
    /Zhang Yiming/,
  ],
  ['did pelosi agree w this', 's8', 'Steven Mnuchin', /they all agree/],
  ['is the microsoft deal still on', 's13', 'a person familiar with the matter', /has paused/],
  ['who said he opposed the deal', 's13', 'Donald Trump', /he opposed the deal/],
  ['who said microsoft paused', 's13', 'a person familiar with the matter', /has paused/],
  ['who said theyre a national security threat', 's1', 'Mike Pompeo', null],
  ['can you tell me which tv channel pompeo talked to', 's2', null, /Fox News/],
  ['where did mnuchin say it', 's5', null, /ABC/],
  ['where did pompeo say it', 's2', null, /Fox News/],
  ['what law could be used', 's8', 'Steven Mnuchin', /Economic Powers Act/],
  ['what did trump say about the microsoft deal', 's13', 'Donald Trump', null],
  ['whats the chinese tiktok called', 's9', null, /Douyin/],
  ['what did tiktok say', 's7', 'Vanessa Pappas', /safest app/],
  ['who wants to buy tiktok', 's12', 'two sources', /Microsoft/],
  ['did trump rly say hed ban tiktok', 's11', 'Donald Trump', /banned in the US/],
  ['which info could they take acording to pompeo', 's3', 'Mike Pompeo', /phone numbers/],
  ['who runs the us', 's1', 'Mike Pompeo', /US President Donald Trump/],
];

const declined = [
  'who founded tiktok',
  'what did trump say about wechat',
  'what did mnuchin say about wechat',
  'did trump say he would ban wechat',
  'where did pappas say it',
  'when does pompeo say trump will act',
  'why does trump oppose the microsoft deal',
  'did oracle bid for tiktok',
  'what did satya nadella say',
  'what did microsoft say',
  'how old is zhang yiming',
  'what did sequoia say about the sale',
];

/** No sentence of an article tells this; its card does. */
const ofArticle = [
  'when was this published',
  'who wrote this article?',
  'what’s this about',
  'what is the headline',
];

describe('A question', () => {
  let reply: Awaited<ReturnType<typeof askAll>>;
  beforeAll(async () => {
    const questions = [...answered.map(([question]) => question), ...declined, ...ofArticle];
    reply = await askAll(questions.map((question) => `/ask ${question}`));
  });

  it.each(answered)(
    '“%s” is answered by %s, in the words of %s',
    (question, sentence, by, plain) => {
      const [best] = reply(`/ask ${question}`).answers;
      expect(best).toMatchObject({ sentence });
      expect(best?.speaker?.name ?? null).toBe(by);
      if (plain !== null) expect(best?.quote).toMatch(plain);
    },
  );

  it.each(declined)('“%s” is not on record', (question) => {
    const { status, answers } = reply(`/ask ${question}`);
    expect({ status, answers }).toEqual({ status: 'not_on_record', answers: [] });
  });

  it.each(ofArticle)('“%s” leads to the story’s card', (question) => {
    const { status, suggestions } = reply(`/ask ${question}`);
    expect({ status, first: suggestions[0] }).toMatchObject({
      status: 'not_on_record',
      first: { command: 'story', options: {} },
    });
  });

  it.each(declined)('“%s” does not', (question) => {
    const { suggestions } = reply(`/ask ${question}`);
    expect(suggestions.filter(({ command }) => command === 'story')).toEqual([]);
  });

  it('that was foreseen is answered by nothing else beside it', () => {
    const { answers } = reply('/ask who wants to buy tiktok');
    expect(answers.map(({ sentence }) => sentence)).toEqual(['s12']);
  });

  it('that is declined leads to others that the story answers', async () => {
    const { suggestions } = reply('/ask how old is zhang yiming');
    expect(suggestions.length).toBeGreaterThan(0);
    const lines = suggestions.map(({ options }) => `/ask ${options.question}`);
    const next = await askAll(lines);
    expect(lines.map((line) => next(line).status)).toEqual(lines.map(() => 'found'));
  });
});
