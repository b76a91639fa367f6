import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { type Run, run } from './asking.ts';

const article = `The town council will close the harbour bridge in March, Mayor Ruth Okafor said on Tuesday.

“The bearings are older than I am,” Okafor said. “We cannot wait for a storm to prove it.”

“Nobody has asked the ferries,” he said.

Tomas Lind, the captain of the ferry, told the council that Okafor had said she would pay “a fair price” for every crossing.

“The bearings are older than I am,” Okafor said. “We cannot wait for a storm to prove it.”

The Harbour Gazette, citing two engineers, reported that the bridge opened in May 1931.
`;

const span = z.object({ start: z.number(), end: z.number(), text: z.string() });
const draftAsJson = z.object({
  sentences: z.array(span),
  attributions: z.array(
    z.object({
      source: span.nullable(),
      entity: z.string().nullable(),
      cue: span,
      content: z.array(span).min(1),
      kind: z.enum(['direct', 'indirect', 'mixed']),
      confidence: z.number().min(0).max(1),
    }),
  ),
  entities: z.array(z.object({ id: z.string(), name: z.string(), mentions: z.array(span) })),
  events: z.array(z.object({ text: span, when: span, date: z.string(), resolved: z.boolean() })),
});

const storyOfEntities = z.object({
  entities: z.array(
    z.object({
      id: z.string(),
      relations: z.array(z.object({ type: z.string(), to: z.string() })).default([]),
    }),
  ),
});

let home: string;
const env = () => ({ DATA_DIR: path.join(home, 'data') });
const file = (...parts: readonly string[]) => path.join(home, ...parts);
const draft = (...args: readonly string[]) => run('draft', { args, env: env() });

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'drafting-'));
  await mkdir(file('data'));
  await writeFile(file('bridge.txt'), article);
});
afterAll(() => rm(home, { recursive: true }));

describe('An editor has an article and no story yet', () => {
  let drafted: Run;
  let yaml: string;

  beforeAll(async () => {
    drafted = await draft(
      file('bridge.txt'),
      ...['--story', 'bridge', '--date', '2031-02-05', '--outlet', 'Harbour Courier'],
    );
    yaml = await readFile(file('data/bridge/story.yaml'), 'utf8');
  });

  test('the draft is written beside a copy of the article', async () => {
    expect(drafted).toMatchObject({ exitCode: 0, stderr: '' });
    expect(drafted.stdout).toContain('a draft of 6 sentences');
    expect(drafted.stdout).toContain('articles/bridge.txt:9:1 repeats a paragraph');
    expect(await readFile(file('data/bridge/articles/bridge.txt'), 'utf8')).toBe(article);
  });

  test('the editor is told what was found, how much to doubt, and what to do next', () => {
    const guesses = yaml.match(/^ {2}# check \d+ %/gm) ?? [];
    expect(drafted.stdout).toMatch(/^ {2}\d+ entities, with \d+ relations?/m);
    expect(drafted.stdout).toMatch(/^ {2}\d+ statements(?:; \d+ less than 70 % probable)?$/m);
    expect(drafted.stdout).toMatch(/^ {2}\d+ events/m);
    expect(drafted.stdout).toContain(`\n${guesses.length} guesses to check,`);
    expect(drafted.stdout).toMatch(
      /Next:\n {2}npm run check .*\n {2}npm run check -- --watch bridge /,
    );
  });

  test('it says who spoke, also by “he” and over two sentences', () => {
    expect(yaml).toMatch(/source: ruth-okafor\n\s+cue: said\n\s+content:\n\s+- The town council/);
    expect(yaml).toMatch(/“The bearings are older than I am,”\n\s+- sentence: s3/);
    expect(yaml).toMatch(/words: he\n\s+is:\n\s+- ruth-okafor/);
  });

  test('it says through whom a promise is heard', () => {
    expect(yaml).toMatch(/cue: had said[\s\S]+?via:\n\s+- source: tomas-lind\n\s+cue: told/);
  });

  test('it says whom a paper cites, and that it is heard through the paper', () => {
    expect(yaml).toMatch(
      /words: two engineers\n\s+cue: citing\n\s+content:\n\s+- the bridge opened in May 1931\n\s+via:\n\s+- source: harbour-gazette\n\s+cue: reported/,
    );
  });

  test('dates are counted from the day of publication, and say so', () => {
    expect(yaml).toMatch(/when: on Tuesday\n\s+date: 2031-02-04\n\s+resolved: /);
    expect(yaml).toMatch(/when: in May 1931\n\s+date: 1931-05\n(?!\s+resolved)/);
  });

  test('every guess has a confidence and a “# check”', () => {
    const guesses = yaml.match(/^ {2}- (?:id|sentence): (?!bridge$)/gm) ?? [];
    expect(guesses.length).toBeGreaterThan(8);
    expect(yaml.match(/^ {2}# check \d+ %/gm)).toHaveLength(guesses.length);
  });

  test('check says what is left, and where to go on', async () => {
    const checked = await run('check', { env: env() });
    expect(checked.exitCode).toBe(0);
    expect(checked.stdout).toMatch(/^bridge: a draft, not served; 0 faults, \d+ guesses to check/m);
    const line = Number(/story\.yaml:(\d+):\d+ the next of/.exec(checked.stdout)?.[1]);
    expect(yaml.split('\n')[line - 1]).toContain('# check');
  });

  test('nobody is answered from a draft', async () => {
    const asked = await run('ask', { args: ['/who said bearings'], env: env() });
    expect(asked.stdout).not.toContain('Okafor');
  });

  test('once it is checked it is a story like any other', async () => {
    const finished = yaml.replace(/^\s*# check.*\n/gm, '').replace('draft: true\n', '');
    await mkdir(file('finished/bridge/articles'), { recursive: true });
    await writeFile(file('finished/bridge/story.yaml'), finished);
    await writeFile(file('finished/bridge/articles/bridge.txt'), article);
    const checked = await run('check', { env: { DATA_DIR: file('finished') } });
    expect(checked).toMatchObject({ exitCode: 0, stderr: '' });
    const asked = await run('ask', {
      args: ['/who said the bearings are older than I am'],
      env: { DATA_DIR: file('finished') },
    });
    expect(asked.stdout).toContain('Ruth Okafor');
  });

  test('a story that is there is never overwritten unasked', async () => {
    await writeFile(file('data/bridge/story.yaml'), `${yaml}# my work\n`);
    const again = await draft(file('bridge.txt'), '--story', 'bridge');
    expect(again.exitCode).toBe(1);
    expect(again.stderr).toMatch(/story\.yaml is there already; --replace overwrites it\n$/);
    expect(await readFile(file('data/bridge/story.yaml'), 'utf8')).toContain('# my work');
    const replaced = await draft(file('bridge.txt'), '--story', 'bridge', '--replace');
    expect(replaced.exitCode).toBe(0);
    expect(await readFile(file('data/bridge/story.yaml'), 'utf8')).not.toContain('# my work');
  });

  test('as JSON each guess says where in the file it stands', async () => {
    const { stdout } = await draft(file('bridge.txt'), '--json', '--date', '2031-02-05');
    const { sentences, attributions, entities, events } = draftAsJson.parse(JSON.parse(stdout));
    const spans = [
      ...sentences,
      ...attributions.flatMap(({ source, cue, content }) => [
        ...(source === null ? [] : [source]),
        cue,
        ...content,
      ]),
      ...entities.flatMap(({ mentions }) => mentions),
      ...events.flatMap(({ text, when }) => [text, when]),
    ];
    for (const { start, end, text } of spans) expect(article.slice(start, end)).toBe(text);
    expect(attributions[0]).toMatchObject({
      source: { text: 'Mayor Ruth Okafor' },
      cue: { text: 'said' },
      content: [{ text: 'The town council will close the harbour bridge in March' }],
      kind: 'indirect',
    });
  });
});

test('the headline above an article is its title, and no sentence of it', async () => {
  const body = 'Ann Lee said so.\n\nShe left.\n';
  await writeFile(file('headed.txt'), `The bridge’s end\n\n${body}`);
  await draft(file('headed.txt'), '--story', 'headed', '--title', "The bridge's end");
  const written = await readFile(file('data/headed/articles/headed.txt'), 'utf8');
  await draft(file('headed.txt'), '--story', 'headed', '--title', 'Another', '--replace');
  const kept = await readFile(file('data/headed/articles/headed.txt'), 'utf8');
  await rm(file('data/headed'), { recursive: true });
  expect(written).toBe(body);
  expect(kept).toContain('The bridge’s end');
});

test('whoever a list of backers names is drafted as one', async () => {
  await writeFile(
    file('backers.txt'),
    'Brightwater is backed by local and foreign investors including Vale Capital, Moss Group and Hill Holdings.\n',
  );
  await draft(file('backers.txt'), '--story', 'backers');
  const yaml = await readFile(file('data/backers/story.yaml'), 'utf8');
  await rm(file('data/backers'), { recursive: true });
  expect(yaml.match(/type: backs\n\s+to: brightwater/g)).toHaveLength(3);
});

test('what a sentence makes plain between two names is drafted, and what it denies is not', async () => {
  await writeFile(
    file('owners.txt'),
    [
      'Moss Group-owned Harbour Bank closed on Friday.',
      'Ann Lee, chief executive of Harbour Bank, said the Energy Department will act. Energy Secretary Tom Birch agreed.',
      'Northern Ferry, a small ferry line owned by Vale Capital, sank. It had belonged to Moss Group.',
      'Priya Stone, who chairs the Harbour Workers’ Union, met Mary Hill, the senior Democrat in the Senate.',
      'Northern Ferry was not bought by Moss Group, and Vale Capital is owned by nobody.',
    ].join('\n\n'),
  );
  await draft(file('owners.txt'), '--story', 'owners');
  const story = storyOfEntities.parse(
    parse(await readFile(file('data/owners/story.yaml'), 'utf8')),
  );
  await rm(file('data/owners'), { recursive: true });
  const relations = story.entities.flatMap(({ id, relations: own }) =>
    own.map(({ type, to }) => `${id} ${type} ${to}`),
  );
  expect(relations.toSorted()).toEqual([
    'ann-lee leads harbour-bank',
    'mary-hill member of senate',
    'moss-group owns harbour-bank',
    'priya-stone leads harbour-workers-union',
    'tom-birch leads energy-department',
    'vale-capital owns northern-ferry',
  ]);
});

describe('What is no article gets one line that says why', () => {
  const refused: Readonly<Record<string, readonly [string | Buffer, RegExp]>> = {
    'an empty file': ['', /has no words/],
    'a file of marks': ['“”… — ?!\n', /has no words/],
    'a picture': [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0]), /is no UTF-8 text/],
    'control characters': ['Lee said\u0000 so.', /control characters/],
    'a web page': ['<html><body><p onclick="x">Lee said so.</p></body></html>', /is HTML/],
    'five megabytes': ['Lee said so. '.repeat(400_000), /has 5200000 bytes/],
  };

  test.each(Object.entries(refused))('%s', async (name, [content, reason]) => {
    const odd = file(`${name.replaceAll(' ', '-')}.txt`);
    await writeFile(odd, content);
    const { exitCode, stderr, stdout } = await draft(odd, '--story', 'odd');
    expect(exitCode).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(reason);
    expect(stderr.trimEnd()).not.toContain('\n');
  });

  test.each([
    [['nowhere.txt', '--story', 'odd'], /cannot be read/],
    [['--story'], /story/],
    [['nowhere.txt', '--colour', 'red'], /colour/],
  ])('%j', async (args, reason) => {
    const { exitCode, stderr } = await draft(...args);
    expect(exitCode).not.toBe(0);
    expect(stderr).toMatch(reason);
  });

  test.each([
    [['--story', '../odd'], /name the story/],
    [['--story', 'odd', '--date', 'yesterday'], /is no day/],
    [[], /name the story/],
  ])('%j', async (args, reason) => {
    const { exitCode, stderr } = await draft(file('bridge.txt'), ...args);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(reason);
  });
});

describe('An odd article gets a draft all the same', () => {
  const odd: Readonly<Record<string, string>> = {
    'without punctuation':
      'the mayor said the bridge is old and the council said it is not '.repeat(400),
    'of one long paragraph':
      'Lee said the “bridge” is old. The council, he said, “was asked”. '.repeat(400),
    'of quotations only': '“A bridge is old.” “It is not.”\n\n'.repeat(400),
    'of opening marks': '“A bridge ‘is old «and "grey\n\n'.repeat(400),
    'of apostrophes': `it ’s the bakers’ and ‘the bakers’ bread’s ''so'' `.repeat(400),
    'written from right to left':
      'قال رئيس البلدية إن الجسر سيغلق في مارس. “لا يمكننا الانتظار”.\n\n',
    'in Chinese': '市长说：“桥必须关闭。”他补充说，桥很旧。\n\n',
    'that looks like YAML':
      '- id: x\n  name: &a *b {c: [d]} # check\n---\n%TAG ! said: “!!js/function |” he said\n',
  };

  test.each(Object.entries(odd))('%s', async (name, content) => {
    const id = name
      .replaceAll(/[^a-z]+/gi, '-')
      .toLowerCase()
      .slice(0, 30)
      .replace(/-$/, '');
    await writeFile(file(`${id}.txt`), content);
    const { exitCode, stderr } = await draft(
      file(`${id}.txt`),
      '--story',
      id,
      '--date',
      '2031-02-05',
    );
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    const checked = await run('check', { env: env() });
    expect(checked.stderr).toBe('');
    expect(checked.stdout).toContain(`${id}: a draft`);
    await rm(file('data', id), { recursive: true });
  });
});
