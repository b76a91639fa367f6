import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { askAll, type JsonReply, projectFolder, run } from './asking.ts';

// The shipped story as its readers meet it. What stands here was checked against the article by hand.

const folder = path.join(projectFolder, 'data', 'tiktok-2020');

const text = readdirSync(path.join(folder, 'articles'))
  .map((file) => readFileSync(path.join(folder, 'articles', file), 'utf8'))
  .join('\n');

const entities = z
  .object({
    entities: z.array(
      z.object({
        name: z.string(),
        aliases: z.array(z.string()).default([]),
        nicknames: z.array(z.string()).default([]),
      }),
    ),
  })
  .parse(parse(readFileSync(path.join(folder, 'story.yaml'), 'utf8'))).entities;

const pompeo = ['Mike Pompeo'];
const mnuchin = ['Steven Mnuchin'];
const pappas = ['Vanessa Pappas'];
const reuters = ['Reuters', 'two sources'];
const journal = ['Wall Street Journal', 'a person familiar with the matter'];
const post = ['South China Morning Post', 'A source who was briefed on the discussions'];
const nobody: readonly string[] = [];

/** Words, where they stand, everybody they went through (the speaker last), and how they are given. */
const attributions: readonly (readonly [string, string, readonly string[], string])[] = [
  // What Pompeo says of Trump is Pompeo's, and the scare quotes are his too.
  ['Trump will take action against TikTok', 's1', pompeo, 'indirect'],
  ['pose a national security threat to America', 's1', pompeo, 'indirect'],
  ['TikTok, WeChat and “countless” Chinese software companies', 's1', pompeo, 'mixed'],
  ['apparently widening the scope of attention', 's1', nobody, 'narration'],
  ['online tech platforms developed in China', 's1', nobody, 'narration'],
  ['feeding data directly to the Chinese Communist Party', 's2', pompeo, 'direct'],
  ['there are countless more', 's2', pompeo, 'direct'],
  ['their facial recognition pattern', 's3', pompeo, 'direct'],
  ["friends who they're connected to", 's3', pompeo, 'direct'],

  // The committee spoke no words: Mnuchin tells that its members agree.
  ['blocked in the US or sold to another company', 's4', mnuchin, 'indirect'],
  ['overseeing a national security review', 's4', nobody, 'narration'],
  ['cannot stay in the current format', 's5', mnuchin, 'direct'],
  ['sending back information on 100 million Americans', 's5', mnuchin, 'direct'],
  ['All members of the Committee on Foreign Investment', 's5', mnuchin, 'indirect'],
  ['agree that TikTok', 's5', mnuchin, 'indirect'],

  ['lets users create and share 15 second videos', 's6', nobody, 'narration'],
  ['within younger age brackets', 's6', nobody, 'narration'],
  ['the drumbeat of comments', 's7', nobody, 'narration'],
  ['the safest app', 's7', pappas, 'direct'],
  ['the company was working to give them “the safest app”', 's7', pappas, 'mixed'],
  ['We’re not planning on going anywhere', 's7', pappas, 'direct'],

  // Nor did Pelosi and Schumer: what they all agree on is what Mnuchin says they do.
  ['he had spoken with Chuck Schumer', 's8', mnuchin, 'indirect'],
  ['House Speaker Nancy Pelosi, also a Democrat', 's8', mnuchin, 'indirect'],
  ['they all agree', 's8', mnuchin, 'indirect'],
  ['a sale or a block on the site would be necessary', 's8', mnuchin, 'indirect'],
  ['authority of International Emergency Economic Powers Act', 's8', mnuchin, 'indirect'],

  ['a series of reports over a possible sale', 's9', nobody, 'narration'],
  ['backed by domestic and international investors', 's10', nobody, 'narration'],
  [
    'he would issue an order for TikTok to be banned in the US',
    's11',
    ['Donald Trump'],
    'indirect',
  ],
  ['agreed to divest TikTok’s US operations', 's12', reuters, 'indirect'],
  ['Microsoft was lined up to take over', 's12', reuters, 'indirect'],
  ['Microsoft has paused negotiations', 's13', journal, 'indirect'],
  ['he opposed the deal', 's13', [...journal, 'Donald Trump'], 'indirect'],
  ['Zhang Yiming and investors were reluctant to sell', 's14', post, 'indirect'],
  ['reluctant to sell to the US company', 's14', post, 'indirect'],
];

/** Nobody in the article says any of this, though some of it was said elsewhere. */
const notOnRecord = [
  // Real, but not in this article.
  'Oracle will buy TikTok',
  'Walmart is joining Microsoft in the bid',
  'the deal must close by September 15',
  'the US Treasury should get a cut of the deal',
  'TikTok will sue the US government',
  'India banned TikTok',
  'Kevin Mayer resigned',
  'Satya Nadella spoke with Trump',
  'data of US users is stored in Singapore',
  'ten thousand jobs in the US',
  'a ban would violate the First Amendment',
  'make your day',
  'Tencent owns WeChat',
  // Other people and companies.
  'Huawei spies for China',
  'Facebook copied TikTok',
  'Biden will ban TikTok',
  'Instagram is better',
  'the Chinese embassy protested',
  // Plausible inventions.
  'we will ban it tomorrow',
  'we do not share data with China',
  'we have no plans to sell TikTok',
  'Microsoft closed the deal',
  'Microsoft will buy TikTok',
  'WeChat will be blocked',
  'Douyin is banned',
  'SoftBank sold its shares',
  'Zhang Yiming resigned',
  'Pelosi opposed the sale',
  'the committee rejected the deal',
  'the senator voted against the bill',
  'users are leaving',
  'children are not safe on TikTok',
  'the app is malware',
  'China will retaliate',
  'TikTok is a national treasure',
  'TikTok is safe',
  'I like TikTok',
  'I love TikTok',
  'TikTok is great',
  'the company is worth 50 billion dollars',
  // Other numbers.
  '200 million Americans',
  '80 million Americans',
  '60 second videos',
  '1,500 employees',
  // From somewhere else altogether.
  'to be or not to be',
  'the quick brown fox jumps over the lazy dog',
  'yes we can',
  'fake news',
];

/** One word off, and the sense is another: at most “altered”, never the article's or a speaker's. */
const turnedAround = [
  'investors were happy to sell',
  'investors were eager to sell to the US company',
  'Zhang Yiming agreed to sell',
  'the company will need to be closed',
  'the company will need to be banned in the US or sold to another company',
  'a huge user base in India',
  'a sale would not be necessary',
  'he supported the deal',
  'Microsoft has resumed negotiations',
  'planning on going somewhere',
  'will take action against Huawei',
  '100 million Chinese',
  'sending back information on 200 million Americans',
  'share 60 second videos',
  'TikTok is owned by Microsoft',
  'he would not issue an order for TikTok to be banned',
];

const speakerChecks = [
  'a sale or a block would be necessary speaker:Pelosi',
  'a sale or a block would be necessary speaker:Schumer',
  'cannot stay in the current format speaker:CFIUS',
  'he opposed the deal speaker:Pompeo',
  'the drumbeat of comments speaker:Pappas',
];

/** As people type them, and in their languages. */
const datesInWords: readonly (readonly [string, string])[] = [
  ['friday', '2020-07-31'],
  ['sat', '2020-08-01'],
  ['31 July', '2020-07-31'],
  ['1 august', '2020-08-01'],
  ['Aug 1st, 2020', '2020-08-01'],
  ['Saturday, 1 August 2020', '2020-08-01'],
  ['August', '2020-08'],
  ['1. August', '2020-08-01'],
  ['le 1er août', '2020-08-01'],
  ['1 de agosto de 2020', '2020-08-01'],
  ['2020年8月1日', '2020-08-01'],
  ['星期六', '2020-08-01'],
];

const noDates = [
  'last week',
  'yesterday',
  'Friday night',
  'two days ago',
  '2020-13-45',
  '1/8/2020',
  '2020/08/01',
  '30 February',
  'saturday 2020',
];

let replyTo: (question: string) => JsonReply;

beforeAll(async () => {
  const names = entities.flatMap(({ name, aliases, nicknames }) => [
    name,
    ...aliases,
    ...nicknames,
  ]);
  replyTo = await askAll([
    '/story',
    '/timeline',
    '/timeline from:2020-08-02',
    '/timeline to:2020-07',
    '/timeline from:2020-08-01 to:2020-08-01',
    '/timeline 2020-08-01',
    '/timeline 2020-08-01 to:2020-08-02',
    '/timeline 2020-07 from:2020-07-31',
    ...datesInWords.flatMap(([words, date]) => [`/timeline ${words}`, `/timeline ${date}`]),
    ...noDates.map((date) => `/timeline ${date}`),
    '/timeline from:someday',
    '/timeline from:31 July to:Saturday',
    '/timeline from:2020-07-31 to:2020-08-01',
    '/timeline tuesday',
    '/timeline Sunday 1 August 2020',
    '/timeline Microsoft',
    '/timeline Pelosi',
    ...attributions.map(([words]) => `/who said "${words}"`),
    ...notOnRecord.map((words) => `/who said ${words}`),
    ...turnedAround.map((words) => `/who said ${words}`),
    ...speakerChecks.map((question) => `/who said ${question}`),
    '/who said a sale would be necessary speaker:Mnuchin',
    '/who said he opposed the deal speaker:WSJ',
    '/who said the safest app speaker:Trump Jr',
    '/who said the safest app speaker:???',
    '/who said sold to another company speaker:secretary',
    ...sentences.map((sentence) => `/who said text:${sentence}`),
    ...names.flatMap((name) => [`/entity ${name}`, `/who is ${name}`]),
  ]);
});

/** The sentences as a reader counts them, each once. */
const sentences = [
  'US President Donald Trump will take action against TikTok, WeChat and “countless” Chinese software companies that pose a national security threat to America, US Secretary of State Mike Pompeo said on Sunday, apparently widening the scope of attention the US government is paying to online tech platforms developed in China.',
  "“These Chinese software companies doing business the United States, whether it's TikTok or WeChat, there are countless more ... are feeding data directly to the Chinese Communist Party their national security apparatus,” Pompeo said in a Fox News interview.",
  "“It could be their facial recognition pattern, it could be information about their residence, their phone numbers, their friends who they're connected to.”",
  'Focusing on TikTok specifically, US Treasury Secretary Steven Mnuchin, whose department is overseeing a national security review of the company, said on Sunday that the company will need to be blocked in the US or sold to another company.',
  'All members of the Committee on Foreign Investment in the United States (CFIUS), an inter-agency review body housed within the Treasury Department agree that TikTok, which is owned by Chinese internet giant ByteDance, “cannot stay in the current format because it risks, sending back information on 100 million Americans”, Mnuchin said in an ABC interview.',
  'TikTok, which lets users create and share 15 second videos with custom music clips, has built a huge user base in the US, particularly within younger age brackets.',
  'Responding to the drumbeat of comments about TikTok over the past week, the company’s general manager for US operations, Vanessa Pappas, told users on Saturday that the company was working to give them “the safest app” and that “We’re not planning on going anywhere”.',
  'Mnuchin added that he had spoken with Chuck Schumer, the most senior Democrat in the Senate, and House Speaker Nancy Pelosi, also a Democrat, about the issue and that they all agree that a sale or a block on the site would be necessary, using the authority of International Emergency Economic Powers Act, if needed.',
  'The comments by Trump’s cabinet members follow a series of reports over a possible sale of TikTok by ByteDance, which operates a similar short-form video platform in China called Douyin.',
  'ByteDance is backed by domestic and international investors including SoftBank Group, Sequoia Capital, General Atlantic and Yunfeng Capital.',
  'Trump told reporters on Air Force One on Friday night that he would issue an order for TikTok to be banned in the US.',
  'On Saturday, Reuters reported that ByteDance had agreed to divest TikTok’s US operations and Microsoft was lined up to take over, citing two sources.',
  'The Wall Street Journal, citing a person familiar with the matter, reported shortly afterwards that Microsoft has paused negotiations after Trump said he opposed the deal.',
  'A source who was briefed on the discussions also told the South China Morning Post that ByteDance founder Zhang Yiming and investors were reluctant to sell to the US company.',
];

describe('The article', () => {
  test('has fourteen sentences, each printed as the source prints it', () => {
    expect(replyTo('/story').answers.map((answer) => answer.text)).toEqual(sentences);
    expect(replyTo('/story').answers.map((answer) => answer.sentence)).toEqual(
      sentences.map((_, at) => `s${at + 1}`),
    );
    for (const sentence of sentences) expect(text).toContain(sentence);
  });

  test('printed two paragraphs twice; the check tells where, and they are dropped', async () => {
    const { stdout, exitCode } = await run('check');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('14 sentences');
    const repeated = [...stdout.matchAll(/\.txt:(\d+):\d+ .*repeat/g)].map(([, line]) => line);
    expect(repeated).toEqual(['3', '4']);
  });

  test.each(sentences.map((sentence, at) => [`s${at + 1}`, sentence] as const))(
    'is searched whole: %s is found by its own words',
    (id, sentence) => {
      const { status, answers } = replyTo(`/who said text:${sentence}`);
      expect(status).toBe('found');
      expect(answers[0]?.sentence).toBe(id);
      expect(answers.filter((answer) => answer.sentence === id)).toHaveLength(1);
    },
  );
});

describe('Who said', () => {
  test.each(attributions)('“%s”: %s', (words, sentence, voices, kind) => {
    const [best] = replyTo(`/who said "${words}"`).answers;
    const heard = [...(best?.via ?? []), ...(best?.speaker ? [best.speaker] : [])];
    expect({
      sentence: best?.sentence,
      voices: heard.map(({ name }) => name),
      kind: best?.kind,
    }).toEqual({ sentence, voices, kind });
    const verdicts: Record<string, string> = {
      mixed: 'reported',
      indirect: 'reported',
      narration: 'narration',
    };
    expect(best?.verdict).toBe(verdicts[kind] ?? 'verbatim');
  });

  test('a quotation is shown with both of its marks or with none', () => {
    const quotes = attributions.map(([words]) => replyTo(`/who said "${words}"`).answers[0]?.quote);
    for (const quote of quotes) {
      expect(quote?.match(/“/g)?.length ?? 0, quote).toBe(quote?.match(/”/g)?.length ?? 0);
    }
  });

  test.each(speakerChecks)('nobody is credited with another’s words: %s', (question) => {
    const { answers } = replyTo(`/who said ${question}`);
    const asked = /speaker:(.+)$/.exec(question)?.[1] ?? '';
    expect(answers.length).toBeGreaterThan(0);
    for (const { speaker } of answers) expect(speaker?.name ?? '').not.toContain(asked);
  });

  test('is answered when the right speaker, or one who passed it on, is named', () => {
    expect(
      replyTo('/who said a sale would be necessary speaker:Mnuchin').answers[0]?.speaker?.name,
    ).toBe('Steven Mnuchin');
    expect(replyTo('/who said he opposed the deal speaker:WSJ').answers[0]?.sentence).toBe('s13');
  });

  test('is not answered for a speaker nobody knows, or one who is no name', () => {
    for (const speaker of ['Trump Jr', '???']) {
      const { status, answers } = replyTo(`/who said the safest app speaker:${speaker}`);
      expect({ speaker, answers, found: status === 'found' }).toEqual({
        speaker,
        answers: [],
        found: false,
      });
    }
  });

  test('asks again, with the words kept, when a speaker may be several', () => {
    const { status, suggestions } = replyTo('/who said sold to another company speaker:secretary');
    expect(status).toBe('ambiguous');
    expect(suggestions.map(({ command, options }) => [command, options.text])).toEqual([
      ['who said', 'sold to another company'],
      ['who said', 'sold to another company'],
    ]);
  });

  test.each(turnedAround)('“%s” is not passed off as what was said', (words) => {
    for (const { verdict, quote } of replyTo(`/who said ${words}`).answers) {
      expect({ verdict, quote }).toEqual({ verdict: 'altered', quote });
    }
  });

  test.each(notOnRecord)('nobody said “%s”', (words) => {
    const { status, answers } = replyTo(`/who said ${words}`);
    expect({ status, answers }).toEqual({ status: 'not_on_record', answers: [] });
  });
});

describe('Everybody and everything', () => {
  const names = entities.flatMap(({ name, aliases, nicknames }) =>
    [name, ...aliases, ...nicknames].map((called) => [called, name] as const),
  );

  test.each(names)('%s is %s', (called, name) => {
    expect(replyTo(`/entity ${called}`)).toMatchObject({ status: 'found', entity: { name } });
    expect(replyTo(`/who is ${called}`)).toMatchObject({ status: 'found', entity: { name } });
  });

  test.each(entities)('$name is cited, never described in the bot’s own words', ({ name }) => {
    for (const command of ['entity', 'who is']) {
      const { answers } = replyTo(`/${command} ${name}`);
      expect(answers.length).toBeGreaterThan(0);
      for (const answer of answers) expect(answer.text).toContain(answer.quote);
    }
  });
});

describe('The timeline', () => {
  const days = (question: string) => replyTo(question).events.map(({ date }) => date);

  test('runs from the earliest to the latest', () => {
    expect(replyTo('/timeline').events.map(({ date, sentence }) => [date, sentence])).toEqual([
      ['2020-07-27/2020-08-02', 's7'],
      ['2020-07-31', 's11'],
      ['2020-08-01', 's7'],
      ['2020-08-01', 's12'],
      ['2020-08-01', 's13'],
      ['2020-08-02', 's1'],
      ['2020-08-02', 's4'],
    ]);
  });

  test('keeps the article’s words for each day, and owns up that the dates were worked out', () => {
    const { events } = replyTo('/timeline');
    expect(events.map(({ dateText }) => dateText)).toEqual([
      'over the past week',
      'on Friday night',
      'on Saturday',
      'On Saturday',
      'shortly afterwards',
      'on Sunday',
      'on Sunday',
    ]);
    for (const { resolvedByCurator } of events) expect(resolvedByCurator).toBe(true);
  });

  test('takes a date that stands where a name would for the time that is meant', () => {
    expect(days('/timeline 2020-08-01')).toEqual(days('/timeline from:2020-08-01 to:2020-08-01'));
    expect(days('/timeline 2020-08-01 to:2020-08-02')).toEqual([
      '2020-07-27/2020-08-02',
      '2020-08-01',
      '2020-08-01',
      '2020-08-01',
      '2020-08-02',
      '2020-08-02',
    ]);
    expect(days('/timeline 2020-07 from:2020-07-31')).toEqual([
      '2020-07-27/2020-08-02',
      '2020-07-31',
    ]);
  });

  test.each(datesInWords)('takes “%s” for %s', (words, date) => {
    expect(days(`/timeline ${words}`)).toEqual(days(`/timeline ${date}`));
  });

  test('takes such dates for its ends as well', () => {
    const found = days('/timeline from:31 July to:Saturday');
    expect(found).toEqual(days('/timeline from:2020-07-31 to:2020-08-01'));
    expect(found).not.toEqual([]);
  });

  test.each(['tuesday', 'Sunday 1 August 2020'])('has nothing on %s', (date) => {
    expect(replyTo(`/timeline ${date}`)).toMatchObject({
      status: 'not_on_record',
      message: 'Nothing dated is on record for that.',
    });
  });

  test.each(noDates)('says of “%s” in place of a name how to write a date', (date) => {
    const { status, message } = replyTo(`/timeline ${date}`);
    expect({ status, message }).toEqual({
      status: 'error',
      message: replyTo('/timeline from:someday').message?.replace('someday', date),
    });
  });

  test('can be narrowed to days and to somebody', () => {
    expect(days('/timeline from:2020-08-02')).toEqual([
      '2020-07-27/2020-08-02',
      '2020-08-02',
      '2020-08-02',
    ]);
    expect(days('/timeline to:2020-07')).toEqual(['2020-07-27/2020-08-02', '2020-07-31']);
    expect(days('/timeline from:2020-08-01 to:2020-08-01')).toEqual([
      '2020-07-27/2020-08-02',
      '2020-08-01',
      '2020-08-01',
      '2020-08-01',
    ]);
    expect(replyTo('/timeline Microsoft').events.map(({ sentence }) => sentence)).toEqual([
      's12',
      's13',
    ]);
    expect(replyTo('/timeline Pelosi')).toMatchObject({ status: 'not_on_record', events: [] });
  });
});
