import { beforeAll, describe, expect, test } from 'vitest';
import { askAll, type JsonReply } from './asking.ts';

// What people call somebody, and whom the bot takes it for.

const known: readonly (readonly [string, readonly string[]])[] = [
  ['Donald Trump', ['trump', 'TRUMP', ' Donald  Trump ', 'the Donald', 'President Trump', 'POTUS']],
  [
    'Donald Trump',
    ['Donald', 'trmup', 'Trmp', 'donald tramp', 'Trump’s', "Trump's", 'US President'],
  ],
  ['Donald Trump', ['Mr Trump', 'Mr. Trump']],
  ['Steven Mnuchin', ['Munchin', 'Mnunchin', 'Steve Mnuchin', 'Treasury Secretary Mnuchin']],
  ['Steven Mnuchin', ['US Treasury Secretary', 'treasury secretary', 'Secretary Mnuchin']],
  ['Mike Pompeo', ['Pompeo', 'Pompio', 'Michael Pompeo', 'Secretary of State', 'Mr. Pompeo']],
  [
    'Vanessa Pappas',
    [
      'Pappas',
      'papas',
      'Vanessa',
      'vanesa',
      'Vannessa',
      'general manager',
      'Ms Pappas',
      'V. Pappas',
    ],
  ],
  ['Nancy Pelosi', ['Nancy Palosi', 'House Speaker', 'Speaker Pelosi', 'Madam Speaker']],
  ['Chuck Schumer', ['Schumer', 'Shumer', 'Senator Schumer', 'Sen. Schumer']],
  ['Zhang Yiming', ['Yiming Zhang', 'Zhang', 'Zhang Yimin', '张一鸣', 'ByteDance founder']],
  [
    'ByteDance',
    ['bytedance', 'Byte Dance', 'Bytedence', 'byte-dance', '字节跳动', 'TikTok’s owner'],
  ],
  ['TikTok', ['tik tok', 'Tik-Tok', 'tiktoc', 'TIKTOK']],
  ['Microsoft', ['microsft', 'Mircosoft', 'MSFT']],
  ['Wall Street Journal', ['WSJ', 'wall street jurnal', 'the Wall Street Journal', 'the Journal']],
  ['South China Morning Post', ['SCMP', 'scmp', 'Morning Post', 'South China Mornig Post']],
  ['Committee on Foreign Investment in the United States', ['CFIUS', 'cfius', 'C.F.I.U.S.']],
  ['International Emergency Economic Powers Act', ['IEEPA', 'emergency powers act']],
  ['United States', ['US', 'us', 'U.S.', 'USA', 'the US', 'America']],
  ['Treasury Department', ['US Treasury', 'the Treasury', 'treasury']],
  ['tiktok-2020:trump', ['tiktok-2020:trump']],
];

/** Not in the story, however near to somebody who is. */
const strangers = [
  'Trump Jr',
  'Trump Jr.',
  'Donald Trump Jr',
  'Donald Trump Jr.',
  'Donald J. Trump Jr',
  'Donald Trump Junior',
  'Ivanka Trump',
  'Melania Trump',
  'Trump Tower',
  'Mike Pence',
  'Mike Tyson',
  'Nancy Reagan',
  'Chuck Norris',
  'Amy Schumer',
  'Steven Spielberg',
  'John Mnuchin',
  'Vanessa Hudgens',
  'Barack Obama',
  'Xi Jinping',
  'Vice President',
  'president of China',
  'NBC',
  'CNN',
  'CBS',
  'Fox News host',
  'New York Post',
  'Washington Post',
  'White House',
  'Air Force Two',
  'Google',
  'Instagram',
  'Apple',
  'a person familiar with the matter',
  'two sources',
  'Mnuchin and Pompeo',
  'tiktok-2020:nobody',
  'the',
  'a',
  'he',
  'they',
  'who',
];

const ambiguous: readonly (readonly [string, readonly string[]])[] = [
  ['secretary', ['Mike Pompeo', 'Steven Mnuchin']],
  ['US Secretary', ['Mike Pompeo', 'Steven Mnuchin']],
  ['capital', ['Sequoia Capital', 'Yunfeng Capital']],
];

const wordless = ['""', '“”', '???', '…', '👍', '-', '\u200B'];

let replyTo: (question: string) => JsonReply;
const entity = (name: string) => replyTo(`/entity name:${name}`);

beforeAll(async () => {
  const asked = [
    ...known.flatMap(([, names]) => names),
    ...strangers,
    ...ambiguous.flatMap(([name, choices]) => [name, ...choices]),
    ...wordless,
    'Pompeii',
  ];
  replyTo = await askAll([...new Set(asked)].map((name) => `/entity name:${name}`));
});

describe('A name', () => {
  test.each(known.flatMap(([name, called]) => called.map((each) => [each, name] as const)))(
    '“%s” is %s',
    (called, name) => {
      const { status, entity: found } = entity(called);
      expect(status).toBe('found');
      expect(name.includes(':') ? `${found?.story}:${found?.id}` : found?.name).toBe(name);
    },
  );

  test.each(strangers)('“%s” is nobody here', (name) => {
    const { status, entity: found, answers } = entity(name);
    expect({ status, found, answers }).toEqual({
      status: 'not_on_record',
      found: null,
      answers: [],
    });
  });

  test.each(ambiguous)('“%s” may be several, and each can be chosen', (name, choices) => {
    const { status, entity: found, suggestions } = entity(name);
    expect({ status, found }).toEqual({ status: 'ambiguous', found: null });
    expect(suggestions.map(({ options }) => options.name)).toEqual(choices);
    for (const choice of choices) expect(entity(choice).entity?.name).toBe(choice);
  });

  test.each(wordless)('%j is no name at all', (name) => {
    const { status, entity: found } = entity(name);
    expect(found).toBeNull();
    expect(['error', 'not_on_record']).toContain(status);
  });

  test('that is nearly one brings the one to mind, but is not taken for it', () => {
    const { status, suggestions } = entity('Pompeii');
    expect(status).toBe('not_on_record');
    expect(suggestions.map(({ options }) => options.name)).toContain('Mike Pompeo');
  });
});
