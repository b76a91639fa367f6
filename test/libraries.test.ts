import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../commands/index.ts';
import { answerLine, jsonLine } from '../src/console/answer-line.ts';
import { messageOf } from '../src/discord/message.ts';
import { respond } from '../src/discord/respond.ts';
import { openLibrary } from '../src/library.ts';
import { openDataFolder } from '../src/open-data-folder.ts';
import { english } from '../src/reply/languages/index.ts';
import { askAll, type JsonReply, run } from './asking.ts';
import { slashCommand, somebody } from './discord/interactions.ts';
import { checkInteractionResponse } from './discord/payload.ts';

let home: string;

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'libraries-'));
});

afterAll(() => rm(home, { recursive: true }));

/** A mayor who says one sentence, which is the whole article. */
async function writeMayor(data: string, id: string, said: string): Promise<void> {
  const folder = path.join(data, id);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'article.txt'), `Mayor Ann Lee said: “${said}”\n`);
  await writeFile(
    path.join(folder, 'story.yaml'),
    `title: ${id}
articles: [{ id: first, file: article.txt, outlet: The Times of ${id} }]
entities:
  - { id: lee, name: Ann Lee, type: person, roles: [{ text: Mayor, sentence: s1 }] }
statements:
  - { sentence: s1, source: lee, cue: said, content: ["${said}"] }
`,
  );
}

function settings(data: string): Readonly<Record<string, string>> {
  return { DATA_DIR: data, XDG_CACHE_HOME: path.join(home, 'cache') };
}

const everyCommand = [
  '/who said the bridge will open in May',
  '/who is Ann Lee',
  '/entity mayor',
  '/ask who is the mayor',
  '/timeline',
  '/check “the bridge will open in May”',
  '/story',
];

describe('A question of ten megabytes', () => {
  const words = 'the bridge will open in May or it never will '.repeat(220_000);

  test('is answered with a kind sentence, whatever command it is put to', async () => {
    const lines = [words, ...commands.map(({ name }) => `/${name} ${words}`)];
    const replyTo = await askAll([...lines, '/who said countless'], {});
    for (const line of lines.slice(1)) expect(['error', 'found']).toContain(replyTo(line).status);
    expect(replyTo(words).status).toBe('error');
    expect(replyTo('/who said countless').status).toBe('found');
  });

  test('does no more harm on Discord, which would not send it', async () => {
    const library = await openDataFolder('data');
    const problems: string[] = [];
    const desk = {
      library,
      commands,
      ephemeral: false,
      report: (problem: string) => problems.push(problem),
    };
    for (const { name, options } of commands) {
      const typed = Object.fromEntries(options.map((option) => [option.name, words]));
      const { response } = await respond(
        slashCommand(somebody, { id: '5', path: name }, typed),
        desk,
      );
      expect(checkInteractionResponse(response)).toEqual([]);
    }
    expect(problems).toEqual([]);
  });
});

test('A single word that stands everywhere is found only where it is all that somebody said', async () => {
  const data = path.join(home, 'why');
  await writeMayor(data, 'why', 'Why');
  await writeMayor(data, 'bridge', 'I told them why the bridge will open in May');
  const replyTo = await askAll(['/who said why', '/who said the', '/check “the”'], settings(data));
  expect(replyTo('/who said why').answers).toMatchObject([{ story: 'why', quote: 'Why' }]);
  expect(replyTo('/who said the')).toMatchObject({ status: 'error', answers: [] });
  expect(replyTo('/check “the”')).toMatchObject({ status: 'not_on_record', answers: [] });
});

test('The same stories may be public at two addresses, and are changed by neither', async () => {
  const { stories } = await openDataFolder('data');
  const library = openLibrary(deeplyFrozen(stories));
  for (const publicUrl of ['https://one.example', 'https://other.example/news']) {
    const answered = answerLine('/who said he opposed the deal', commands, library);
    const { answers } = JSON.parse(jsonLine(answered, publicUrl));
    expect(answers[0].page).toBe(`${publicUrl}/s/tiktok-2020#s13`);
    const { embeds } = messageOf(answered.reply, { language: english, publicUrl });
    expect(embeds[0]?.description).toContain(`(<${publicUrl}/s/tiktok-2020#s13>)`);
  }
});

function deeplyFrozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) deeplyFrozen(part);
  return value;
}

test('Of a weekday on which something happened in several weeks it is asked which is meant', async () => {
  const ask = await askAll(['/timeline from:tuesday'], settings('test/stories'));
  const { status, message, suggestions } = ask('/timeline from:tuesday');
  expect({ status, message }).toEqual({
    status: 'ambiguous',
    message: '“tuesday” may mean several here. Which one?',
  });
  const days = suggestions.map(({ options }) => options.from ?? '');
  expect(days.length).toBeGreaterThan(1);
  expect(days.every((day) => new Date(`${day}T00:00:00Z`).getUTCDay() === 2)).toBe(true);
});

describe('A story that came out in January', () => {
  const questions = ['/timeline from:December', '/timeline to:December', '/timeline May from:May'];
  let replyTo: (question: string) => JsonReply;

  beforeAll(async () => {
    const data = path.join(home, 'january');
    await writeMayor(data, 'bridge', 'It fell on 15 January, and in May 2029, and in May 2028.');
    const yaml = path.join(data, 'bridge', 'story.yaml');
    const written = await readFile(yaml, 'utf8');
    await writeFile(
      yaml,
      `${written.replace('outlet:', 'published: 2031-01-20, outlet:').replaceAll('Ann Lee', 'May')}
events:
  - { id: a, sentence: s1, text: It fell on 15 January, when: on 15 January, date: 2031-01-15, resolved: It is new. }
  - { id: b, sentence: s1, text: in May 2029, when: May 2029, date: 2029-05, resolved: It says so., entities: [lee] }
  - { id: c, sentence: s1, text: in May 2028, when: May 2028, date: 2028-05, resolved: It says so., entities: [lee] }
`,
    );
    const article = path.join(data, 'bridge', 'article.txt');
    await writeFile(article, (await readFile(article, 'utf8')).replace('Ann Lee', 'May'));
    replyTo = await askAll(questions, settings(data));
  });

  test('has the December before it meant by “December”', () => {
    const days = (question: string) => replyTo(question).events.map(({ date }) => date);
    expect(days('/timeline from:December')).toEqual(['2031-01-15']);
    expect(days('/timeline to:December')).toEqual(['2028-05', '2029-05']);
  });

  test('leaves a name that is a month’s as it is, where it asks which year is meant', () => {
    expect(replyTo('/timeline May from:May').suggestions).toMatchObject([
      { options: { entity: 'May', from: '2028-05' } },
      { options: { entity: 'May', from: '2029-05' } },
    ]);
  });
});

test('Where nothing can be kept the bot answers all the same', async () => {
  const env = { XDG_CACHE_HOME: '/proc/nowhere' };
  const { stdout, exitCode } = await run('ask', { args: ['/who said countless'], env });
  expect(stdout).toContain('countless');
  expect(exitCode).toBe(0);
});

describe('A story of one sentence', () => {
  test('answers every command', async () => {
    const data = path.join(home, 'one-sentence');
    await writeMayor(data, 'bridge', 'The bridge will open in May.');
    const replyTo = await askAll(everyCommand, settings(data));
    const [first] = replyTo('/who said the bridge will open in May').answers;
    expect(first).toMatchObject({ sentence: 's1', speaker: { name: 'Ann Lee' }, kind: 'direct' });
    for (const question of everyCommand.filter((each) => each !== '/timeline'))
      expect(replyTo(question).status).toBe('found');
    expect(replyTo('/timeline').status).toBe('not_on_record');
  });
});

describe('An empty library', () => {
  test('has nothing on record, and says so', async () => {
    const data = path.join(home, 'empty');
    await mkdir(data);
    const replyTo = await askAll(everyCommand, settings(data));
    for (const question of everyCommand.filter((each) => each !== '/story')) {
      expect(replyTo(question).status).toBe('not_on_record');
      expect(replyTo(question).answers).toEqual([]);
    }
  });
});

describe('Two stories with the same entity', () => {
  test('make the bot ask which is meant, and each choice works', async () => {
    const data = path.join(home, 'two-mayors');
    await writeMayor(data, 'bridge', 'The bridge will open in May.');
    await writeMayor(data, 'tunnel', 'The tunnel stays shut.');
    const ask = await askAll(['/entity Ann Lee', '/who is the mayor'], settings(data));
    for (const question of ['/entity Ann Lee', '/who is the mayor']) {
      const { status, suggestions } = ask(question);
      expect(status).toBe('ambiguous');
      expect(suggestions).toHaveLength(2);
    }
    const choices = ask('/entity Ann Lee').suggestions.map(
      ({ command, options }) => `/${command} ${options.name}`,
    );
    const chosen = await askAll(choices, settings(data));
    const stories = choices.map((choice) => chosen(choice).entity?.story);
    expect(stories.toSorted()).toEqual(['bridge', 'tunnel']);
  });
});

describe('A library of many stories', () => {
  const question = '/who said the bridge of town 7 opens';
  let data: string;

  beforeAll(async () => {
    data = path.join(home, 'many');
    for (let town = 0; town < 60; town += 1) {
      await writeMayor(data, `town-${town}`, `The bridge of town ${town} opens tomorrow.`);
    }
  });

  const asked = async (): Promise<JsonReply> =>
    (await askAll([question], settings(data)))(question);
  const snapshots = async () =>
    (await readdir(path.join(home, 'cache', 'on-the-record'))).filter((name) =>
      name.endsWith('.snapshot'),
    );

  test('answers the same at its second start, which reads what the first has kept', async () => {
    const first = await asked();
    expect(first.answers[0]).toMatchObject({ verdict: 'verbatim' });
    expect(first.answers[0]?.text).toContain('town 7');
    expect(await snapshots()).toHaveLength(1);
    expect(await asked()).toEqual(first);
  });

  test('is read anew when what was kept is damaged', async () => {
    const first = await asked();
    const [name = ''] = await snapshots();
    const file = path.join(home, 'cache', 'on-the-record', name);
    const kept = await readFile(file);
    kept[kept.length - 1] = (kept.at(-1) ?? 0) ^ 1;
    await writeFile(file, kept);
    expect(await asked()).toEqual(first);
  });

  test('tells what a story says now, not what it said at the last start', async () => {
    await asked();
    await writeMayor(data, 'town-7', 'The bridge of town 7 opens never.');
    expect((await asked()).answers[0]?.text).toContain('opens never');
    expect(await snapshots()).toHaveLength(1);
  });
});
