import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storyJsonSchema } from '../src/record/story-file.ts';
import { askAll, type JsonReply, projectFolder, type Run, run } from './asking.ts';

const article = `The town council will close the harbour bridge in March, Mayor Ruth Okafor said on Tuesday.

“The bearings are older than I am,” Okafor said. “We cannot wait for a storm to prove it.”

The Harbour Gazette, citing two engineers, reported that the contractor Brightwater had “doubts” about the timetable.

Ferry captain Tomas Lind told the council that Okafor had promised him “a fair price” for every crossing.

The bridge opened in May 1931.
`;

const story = `title: The harbour bridge

articles:
  - id: bridge
    file: articles/bridge.txt
    outlet: Harbour Courier
    published: 2031-02-05
    url: https://courier.example/bridge

entities:
  - id: okafor
    name: Ruth Okafor
    type: person
    aliases: [Okafor, Mayor Ruth Okafor]
    nicknames: [the mayor]
    roles:
      - { text: Mayor, sentence: s1 }
  - id: council
    name: town council
    type: organisation
    aliases: [council]
  - id: gazette
    name: Harbour Gazette
    type: organisation
  - id: brightwater
    name: Brightwater
    type: organisation
    roles:
      - { text: contractor, sentence: s4 }
  - id: lind
    name: Tomas Lind
    type: person
    aliases: [Lind]
    roles:
      - { text: Ferry captain, sentence: s5 }
  - id: bridge
    name: harbour bridge
    type: product

statements:
  - sentence: s1
    source: okafor
    cue: said
    content:
      - The town council will close the harbour bridge in March
    when: announcement
    about: [council, bridge]
  - sentence: s2
    source: okafor
    cue: said
    content:
      - “The bearings are older than I am,”
      - sentence: s3
        text: “We cannot wait for a storm to prove it.”
    about: [bridge]
  - sentence: s4
    source:
      words: two engineers
    cue: citing
    content:
      - the contractor Brightwater had “doubts” about the timetable
    via:
      - { source: gazette, cue: reported }
    about: [brightwater]
  - sentence: s5
    source: lind
    cue: told
    content:
      - Okafor had promised him “a fair price”
    to: the council
    about: [okafor]
  - sentence: s5
    source: okafor
    cue: promised
    content:
      - “a fair price”
    via:
      - { source: lind, cue: told }

events:
  - id: announcement
    sentence: s1
    text: Mayor Ruth Okafor said on Tuesday
    when: on Tuesday
    date: 2031-02-04
    resolved: The Tuesday before the paper came out.
    entities: [okafor]
  - id: opening
    sentence: s6
    text: The bridge opened in May 1931
    when: in May 1931
    date: 1931-05
    entities: [bridge]

questions:
  - asks: [what is wrong with the crossing, is anything worn out]
    sentence: s2
    text: The bearings are older than I am
  - asks: [how old is the crossing]
    sentence: s6
    text: May 1931
`;

const untilDoubts = story.slice(
  story.indexOf('  - sentence: s1\n    source'),
  story.indexOf(' “doubts” about'),
);

/**
 * One mistake in an otherwise good story. In `becomes`, ▶ and ◀ stand around the stretch that a
 * fault has to point into.
 */
interface Mistake {
  readonly called: string;
  readonly in?: 'story' | 'article';
  readonly replace: string;
  readonly becomes: string;
  /** What the fault must speak of: what is wrong, and how to mend it. */
  readonly tells: readonly (string | RegExp)[];
  /** It cannot but be the cause of further faults. */
  readonly breaksMore?: true;
}

const mistakes: readonly Mistake[] = [
  {
    called: 'a bracket that is never closed',
    replace: 'aliases: [Okafor, Mayor Ruth Okafor]',
    becomes: '▶aliases: [Okafor, Mayor Ruth Okafor\n    nicknames: [the mayor]\n    roles:◀',
    tells: ['YAML'],
    breaksMore: true,
  },
  {
    called: 'a tab where spaces should be',
    replace: '    name: Brightwater\n',
    becomes: '▶\t◀name: Brightwater\n',
    tells: ['YAML', /tab/i],
  },
  {
    called: 'a key written twice',
    replace: '    url: https://courier.example/bridge',
    becomes: '    ▶outlet◀: Harbour Courier',
    tells: ['YAML', /unique/],
  },
  {
    called: 'a misspelt key',
    replace: 'nicknames: [the mayor]',
    becomes: '▶nickname◀: [the mayor]',
    tells: ['nickname', '“nicknames”', /remove/],
  },
  {
    called: 'a key that is like none',
    replace: 'nicknames: [the mayor]',
    becomes: '▶zodiac◀: [the mayor]',
    tells: ['zodiac', /spelling|remove/],
  },
  {
    called: 'a headline with a colon',
    replace: 'title: The harbour bridge',
    becomes: 'title: ▶The harbour bridge: a day: a bell◀',
    tells: ['YAML', 'colon', 'quotation marks'],
  },
  {
    called: 'a list item with a colon',
    replace: '- The town council will close the harbour bridge in March',
    becomes: '- ▶The town council: it will close the harbour bridge in March◀',
    tells: ['content', 'colon', 'quotation marks'],
  },
  {
    called: 'a missing key',
    replace: '  - id: gazette\n    name: Harbour Gazette\n    type: organisation\n',
    becomes: '  - ▶id: gazette\n    name: Harbour Gazette\n◀',
    tells: ['type', /missing|none of those allowed/],
  },
  {
    called: 'a name where a list should be',
    replace: 'aliases: [Lind]',
    becomes: 'aliases: ▶Lind◀',
    tells: ['aliases', 'list'],
  },
  {
    called: 'a number where a text should be',
    replace: 'title: The harbour bridge',
    becomes: 'title: ▶2031◀',
    tells: ['title', 'text'],
  },
  {
    called: 'a kind of entity there is not',
    replace: 'name: Brightwater\n    type: organisation',
    becomes: 'name: Brightwater\n    type: ▶company◀',
    tells: ['type', 'organisation', 'person'],
  },
  {
    called: 'a source in no known form',
    replace: 'source: lind\n    cue: told',
    becomes: 'source: ▶Tomas Lind◀\n    cue: told',
    tells: ['source', /small letters|words/],
  },
  {
    called: 'an address that is none',
    replace: 'url: https://courier.example/bridge',
    becomes: 'url: ▶courier dot example◀',
    tells: ['url', 'https://'],
  },
  {
    called: 'an id that is too long',
    replace: '  - id: opening',
    becomes: `  - id: ▶${'o'.repeat(31)}◀`,
    tells: ['id', 'too long', '30'],
  },
  {
    called: 'an id with a capital',
    replace: '  - id: opening',
    becomes: '  - id: ▶Opening◀',
    tells: ['id', 'small letters'],
  },
  {
    called: 'straight quotation marks where the article has curly ones',
    replace: '“We cannot wait for a storm to prove it.”\n    about',
    becomes: `▶'"We cannot wait for a storm to prove it."'◀\n    about`,
    tells: ['s3', 'word for word', 'quotation marks', '“We cannot wait for a storm to prove it.”'],
    breaksMore: true,
  },
  {
    called: 'words of another sentence',
    replace: '{ text: Ferry captain, sentence: s5 }',
    becomes: '▶{ text: Ferry captain, sentence: s4 }◀',
    tells: ['Ferry captain', 'not in s4', 's5'],
  },
  {
    called: 'an unknown entity with a known one near',
    replace: 'about: [okafor]',
    becomes: 'about: [▶okafro◀]',
    tells: ['okafro', '“okafor”'],
  },
  {
    called: 'an unknown event with a known one near',
    replace: 'when: announcement',
    becomes: 'when: ▶anouncement◀',
    tells: ['anouncement', '“announcement”'],
  },
  {
    called: 'a sentence the article does not have',
    replace: '{ text: contractor, sentence: s4 }',
    becomes: '▶{ text: contractor, sentence: s44 }◀',
    tells: ['s44', 's1', 's6'],
  },
  {
    called: 'a speaker whom the sentence does not name',
    replace: 'source: lind\n    cue: told',
    becomes: 'source: ▶brightwater◀\n    cue: told',
    tells: ['s5', 'Brightwater', /does not name/],
  },
  {
    called: 'a speaker whose name is only part of a word there',
    replace: 'via:\n      - { source: gazette, cue: reported }',
    becomes: 'via:\n      - { source: ▶bright◀, cue: reported }',
    tells: ['s4', 'Bright', /does not name/],
  },
  {
    called: 'a pronoun where the sentence has the name',
    replace: 'source: lind\n    cue: told',
    becomes: 'source: ▶{ words: he, is: [lind] }◀\n    cue: told',
    tells: ['“he”', 's5', '“Tomas Lind”', 'source: lind'],
  },
  {
    called: 'a source that passes on its own words',
    replace: '- { source: lind, cue: told }',
    becomes: '- ▶{ source: okafor, cue: told }◀',
    tells: ['via', 'words:'],
  },
  {
    called: 'a quotation that belongs to no statement',
    replace: `${untilDoubts} “doubts” about the timetable`,
    becomes: `▶${untilDoubts}◀`,
    tells: ['“doubts”', 's4', 'notAttributions'],
  },
  {
    called: 'one name for two',
    replace: '  - id: lind\n    name: Tomas Lind\n    type: person\n    aliases: [Lind]',
    becomes: '  - ▶id: lind\n    name: Tomas Lind\n    type: person\n    aliases: [Lind, Okafor]◀',
    tells: ['Tomas Lind', 'Ruth Okafor', /okafor”/i, 'ambiguous'],
  },
  {
    called: 'an alias the article does not print',
    replace: 'aliases: [Lind]',
    becomes: 'aliases: [Lind, ▶Captain Lind◀]',
    tells: ['“Captain Lind”', 'nicknames'],
  },
  {
    called: 'an alias the article prints only as part of a word',
    replace: 'aliases: [Lind]',
    becomes: 'aliases: [Lind, ▶Tom◀]',
    tells: ['“Tom”', 'nicknames'],
  },
  {
    called: 'a day that no calendar has',
    replace: 'date: 2031-02-04',
    becomes: 'date: ▶2031-02-30◀',
    tells: ['2031-02-30', 'date'],
  },
  {
    called: 'a day of publishing that no calendar has',
    replace: 'published: 2031-02-05',
    becomes: 'published: ▶2031-13-05◀',
    tells: ['2031-13-05', 'date'],
  },
  {
    called: 'a listener whom nobody knows',
    replace: 'to: the council',
    becomes: 'to: { words: the council, is: [▶councel◀] }',
    tells: ['councel', '“council”'],
  },
  {
    called: 'words for a listener that the sentence does not have',
    replace: 'to: the council',
    becomes: 'to: { words: ▶them◀, is: [council] }',
    tells: ['“them”', 's5'],
  },
  {
    called: 'a weekday that disagrees',
    replace: 'date: 2031-02-04',
    becomes: 'date: ▶2031-02-06◀',
    tells: ['2031-02-06', 'Thursday', 'on Tuesday'],
  },
  {
    called: 'a year that disagrees',
    replace: 'date: 1931-05',
    becomes: 'date: ▶1932-05◀\n    resolved: Because.',
    tells: ['1931', '1932-05'],
  },
  {
    called: 'a month that disagrees',
    replace: 'date: 1931-05',
    becomes: 'date: ▶1931-06◀\n    resolved: Because.',
    tells: ['1931-06', /May/],
  },
  {
    called: 'a date worked out without saying how',
    replace: 'date: 2031-02-04\n    resolved: The Tuesday before the paper came out.\n',
    becomes: 'date: ▶2031-02-04◀\n',
    tells: ['on Tuesday', '2031-02-04', 'resolved'],
  },
  {
    called: 'words for a date that the article does not have',
    replace: 'when: on Tuesday',
    becomes: 'when: ▶last Tuesday◀',
    tells: ['last Tuesday', 's1'],
  },
  {
    called: 'one id for two entities',
    replace: '  - id: gazette\n',
    becomes: '  - id: ▶council◀\n',
    tells: ['council', 'another id'],
    breaksMore: true,
  },
  {
    called: 'one id for two events',
    replace: '  - id: opening\n',
    becomes: '  - id: ▶announcement◀\n',
    tells: ['announcement', 'another id'],
  },
  {
    called: 'a cue that stands only in what was said',
    replace: 'source: okafor\n    cue: said\n    content:\n      - The town',
    becomes: 'source: okafor\n    cue: ▶close◀\n    content:\n      - The town',
    tells: ['“close”', 'inside the content'],
  },
  {
    called: 'a cue the sentence does not have',
    replace: 'cue: promised',
    becomes: 'cue: ▶pledged◀',
    tells: ['pledged', 's5'],
  },
  {
    called: 'words that the sentence has twice',
    replace: '“doubts” about the timetable',
    becomes: '“doubts” about the timetable\n      - ▶the◀',
    tells: ['s4', '“the”', 'more than once', 'more of the words'],
  },
  {
    called: 'an excuse for a quotation that is not there',
    replace: 'events:\n',
    becomes: 'notAttributions:\n  - ▶{ sentence: s6, text: nowhere, why: A slip. }◀\n\nevents:\n',
    tells: ['nowhere', 's6'],
  },
  {
    called: 'an article that is not there',
    replace: 'file: articles/bridge.txt',
    becomes: 'file: ▶articles/bridges.txt◀',
    tells: ['bridges.txt', /name|add/],
  },
  {
    called: 'an empty article',
    in: 'article',
    replace: article,
    becomes: '▶\n \n◀',
    tells: ['empty'],
  },
  {
    called: 'an answer that its sentence does not hold',
    replace: 'text: May 1931',
    becomes: 'text: ▶May 1913◀',
    tells: ['May 1913', 'word for word', 's6'],
  },
  {
    called: 'a question longer than Discord suggests',
    replace: 'is anything worn out',
    becomes: `▶${'is anything worn out '.repeat(5)}or not◀`,
    tells: ['asks', 'too long', '100'],
  },
  {
    called: 'a question put twice to one sentence',
    replace: '[how old is the crossing]',
    becomes: '[how old is the crossing, ▶How old is the crossing?◀]',
    tells: ['How old is the crossing?', 's6', 'remove'],
  },
  {
    called: 'a question without words',
    replace: 'is anything worn out',
    becomes: '▶"???"◀',
    tells: ['???', 'write'],
  },
  {
    called: 'an article of five megabytes',
    in: 'article',
    replace: article,
    becomes: `▶${'Lee said so. '.repeat(400_000)}◀`,
    tells: ['5200000 bytes', 'split'],
  },
  {
    called: 'a control character in the article',
    in: 'article',
    replace: 'The Harbour Gazette,',
    becomes: 'The ▶\u0007◀Harbour Gazette,',
    tells: ['U+0007', 'delete'],
  },
  {
    called: 'a character that turns text around',
    in: 'article',
    replace: 'The Harbour Gazette,',
    becomes: 'The ▶\u202E◀Harbour Gazette,',
    tells: ['U+202E', 'delete'],
  },
  {
    called: 'a character that nobody sees',
    in: 'article',
    replace: 'every crossing',
    becomes: 'every cross▶\u200B◀ing',
    tells: ['U+200B', 'delete'],
  },
];

/** An entity that only some mistakes speak of, so that they are wrong in one way alone. */
const bright = '  - id: bright\n    name: Bright\n    type: organisation\n    aliases: [storm]\n';

interface Faulty {
  readonly file: string;
  readonly from: Position;
  readonly to: Position;
}

interface Position {
  readonly line: number;
  readonly column: number;
}

let data = '';
let checked: Run;
let started: Run;
const expected = new Map<string, Faulty>();

const folderOf = (called: string) =>
  called
    .replaceAll(/[^a-z]+/g, '-')
    .slice(0, 30)
    .replace(/-$/, '');

beforeAll(async () => {
  data = await mkdtemp(path.join(tmpdir(), 'curator-'));
  for (const mistake of mistakes) expected.set(mistake.called, await plant(data, mistake));
  await writeStory(data, 'Bad_Name', story, article);
  await writeStory(data, `a${'-b'.repeat(15)}`, story, article);
  await mkdir(path.join(data, 'no-story'));
  await writeStory(data, 'empty-story', '', article);
  await writeStory(data, 'good-story', story, article);
  checked = await run('check', { env: { DATA_DIR: data } });
  started = await run('main', { env: { DATA_DIR: data } });
});

afterAll(() => rm(data, { recursive: true, force: true }));

describe('A curator’s mistake', () => {
  test.each(mistakes)('is shown where it is, with how to mend it: $called', (mistake) => {
    const faults = faultsIn(path.join(data, folderOf(mistake.called)));
    const place = placeOf(mistake);
    const fault = faults.find((each) => each.file === place.file && lies(each, place));
    expect(fault, JSON.stringify({ place, faults }, null, 2)).toBeDefined();
    for (const part of mistake.tells) expect(fault?.text).toMatch(part);
    if (!mistake.breaksMore) expect(faults).toEqual([fault]);
  });

  test.each([
    ['a folder that is no id', 'Bad_Name', /small letters/],
    ['a folder whose name is too long', `a${'-b'.repeat(15)}`, /30/],
    ['a folder without a story', 'no-story/story.yaml', /write it/],
  ])('may be %s', (_, name, mend) => {
    const faults = faultsIn(path.join(data, name));
    expect(faults.map(({ line, column }) => ({ line, column }))).toEqual([{ line: 1, column: 1 }]);
    expect(faults[0]?.text).toMatch(mend);
  });

  test('may be an empty story.yaml, which is told all that it needs', () => {
    const text = faultsIn(path.join(data, 'empty-story')).map((fault) => fault.text);
    expect(text.join('\n')).toMatch(/title[\s\S]*articles/);
  });

  test('comes as one line, and no story without one is mentioned', () => {
    const lines = checked.stderr.trim().split('\n');
    for (const line of lines) expect(line).toMatch(/^\S.*:[1-9]\d*:[1-9]\d* \S.*; \S/);
    expect(checked.stderr).not.toContain('good-story');
    expect(checked.stderr).not.toMatch(/^\s+at /m);
  });

  test('fails the check, and keeps the bot from starting with the same words', () => {
    expect(checked.exitCode).not.toBe(0);
    expect(started.exitCode).not.toBe(0);
    expect(started.stderr).toBe(checked.stderr);
    expect(started.stdout).toBe('');
  });
});

describe('Mistakes of several kinds in one statement', () => {
  test('are all told at once, also behind a key that there is not', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'several-'));
    const bad = story
      .replace('to: the council', 'listener: the council')
      .replace('cue: promised', 'cue: pledged');
    await writeStory(folder, 'harbour-bridge', bad, article);
    const { stderr } = await run('check', { env: { DATA_DIR: folder } });
    await rm(folder, { recursive: true });
    expect(stderr).toMatch(/listener[\s\S]*pledged/);
    expect(stderr.trim().split('\n')).toHaveLength(2);
  });

  test('are told also where an alias stands for what has a key that there is not', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'alias-'));
    const twice = story.replace(
      /^( {2}- )(id: brightwater\n)/m,
      '$1&firm\n    colour: red\n    $2',
    );
    await writeStory(folder, 'bridge', twice.replace(/^statements:/m, '  - *firm\n$&'), article);
    const { stderr, exitCode } = await run('check', { env: { DATA_DIR: folder } });
    await rm(folder, { recursive: true });
    expect(exitCode).toBe(1);
    expect(stderr.match(/:\d+:\d+ .*no setting "colour"/g)).toHaveLength(2);
    expect(stderr).toMatch(/:\d+:\d+ the id “brightwater” is taken/);
  });
});

describe('A reference to a YAML anchor that is nowhere', () => {
  test('is a mistake like any other, and hides none', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'anchor-'));
    const lost = story.replace('entities: [okafor]', 'entities: *nobody');
    await writeStory(folder, 'lost-anchor', lost, article);
    await writeStory(folder, 'no-article', story, '');
    const { stderr, exitCode } = await run('check', { env: { DATA_DIR: folder } });
    await rm(folder, { recursive: true });
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain('no-article');
    const { line, column } = positionIn(lost, lost.indexOf('*nobody'));
    expect(stderr).toContain(`${path.join('lost-anchor', 'story.yaml')}:${line}:${column} `);
    expect(stderr).toContain('nobody');
  });
});

describe('A story with faults whose sentences are asked for', () => {
  const checkOf = async (yaml: string) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'sentences-'));
    await writeStory(folder, 'harbour-bridge', yaml, article);
    const done = await run('check', { args: ['harbour-bridge'], env: { DATA_DIR: folder } });
    await rm(folder, { recursive: true });
    return done;
  };
  const faulty = story
    .replace('aliases: [Lind]', 'aliases: [Lint]')
    .replace('cue: promised', 'cue: pledged');

  test('shows them, says how many faults there are, and fails', async () => {
    const { stdout, stderr, exitCode } = await checkOf(faulty);
    expect(stdout).toMatch(/^s1 {2}The town council.+\ns6 {2}The bridge opened.+\n$/s);
    expect(stderr).toMatch(/^2 faults: npm run check .+\n$/);
    expect(exitCode).toBe(1);
  });

  test('says so of a draft too, and does not fail', async () => {
    const { stderr, exitCode } = await checkOf(`draft: true\n${faulty}`);
    expect(stderr).toMatch(/^2 faults: /);
    expect(exitCode).toBe(0);
  });

  test('says nothing of it where there are none', async () => {
    expect(await checkOf(story)).toMatchObject({ stderr: '', exitCode: 0 });
  });
});

describe('A quotation that somebody else is reported to have spoken', () => {
  const remarkOn = async (yaml: string) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'reports-'));
    await writeStory(folder, 'harbour-bridge', yaml, article);
    const { stdout, exitCode } = await run('check', { env: { DATA_DIR: folder } });
    await rm(folder, { recursive: true });
    expect(exitCode).toBe(0);
    return stdout.split('\n').filter((line) => line.includes('before a quotation'));
  };
  const inner = story.slice(
    story.indexOf('  - sentence: s5\n    source: okafor'),
    story.indexOf('events:'),
  );

  test('is remarked on where only the outer statement is written down', async () => {
    expect(await remarkOn(story.replace(inner, '\n'))).toEqual([
      expect.stringMatching(/^ {2}s5 .*“promised”/),
    ]);
  });

  test('is none where the inner one is written down too', async () => {
    expect(await remarkOn(story)).toEqual([]);
  });
});

describe('A story whose mistakes no rule forbids', () => {
  const town = `Ferry captain Tomas Lind resigned in March. “The bridge will stand,” he said.

Mayor Ruth Okafor declined to say who would pay. A person close to Okafor said the town would. Okafor did not say when.

The council met on Tuesday, and will meet again in June.
`;
  const good = `title: The town
articles:
  - { id: bridge, file: articles/bridge.txt, outlet: Courier, published: 2031-05-02 }
entities:
  - { id: lind, name: Tomas Lind, type: person }
  - { id: okafor, name: Ruth Okafor, type: person, aliases: [Okafor] }
statements:
  - { sentence: s2, source: { words: he, is: [lind] }, cue: said, content: ["“The bridge will stand,”"] }
  - { sentence: s3, source: okafor, cue: declined to say, attitude: true, content: [who would pay] }
  - { sentence: s4, source: { words: A person close to Okafor }, cue: said, content: [the town would] }
  - { sentence: s5, source: okafor, cue: say, attitude: true, content: [when] }
events:
  - { id: march, sentence: s1, text: resigned in March, when: in March, date: 2031-03, resolved: Before it. }
  - { id: june, sentence: s6, text: will meet again in June, when: in June, date: 2031-06, resolved: After it. }
`;
  const checkOf = async (yaml: string, article = town) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'hints-'));
    await writeStory(folder, 'town', yaml, article);
    const { stdout, stderr } = await run('check', { env: { DATA_DIR: folder } });
    await rm(folder, { recursive: true });
    const hints = stdout.split('\n').filter((line) => /^ {2}s\d/.test(line));
    return { hints, faults: stderr.trim().split('\n').filter(Boolean) };
  };

  test('gets no hint where it is right', async () => {
    expect(await checkOf(good)).toEqual({ hints: [], faults: [] });
  });

  test('gets one for a source named only in “a person close to” it', async () => {
    const { hints } = await checkOf(good.replace('{ words: A person close to Okafor }', 'okafor'));
    expect(hints).toEqual([expect.stringMatching(/s4 .*“A person close to Okafor”.*words:/)]);
  });

  test('gets none for a source named by an office in a firm, or by a title', async () => {
    for (const source of ['Harbour director of Ashby Mills Ruth', 'Mayor Ruth']) {
      const named = town.replace('A person close to Okafor', `${source} Okafor`);
      const yaml = good.replace('{ words: A person close to Okafor }', 'okafor');
      expect(await checkOf(yaml, named)).toEqual({ hints: [], faults: [] });
    }
  });

  test('gets one where the name has another of theirs in it, or a title before it', async () => {
    const named = town.replace('close to Okafor', 'close to Mayor Ruth Okafor');
    const yaml = good.replace('{ words: A person close to Okafor }', 'okafor');
    const { hints } = await checkOf(yaml, named);
    expect(hints).toEqual([expect.stringContaining('“A person close to Mayor Ruth Okafor”')]);
  });

  test('gets one for a “he” that is named only later', async () => {
    const { hints } = await checkOf(good.replace('is: [lind]', 'is: [okafor]'));
    expect(hints).toEqual([expect.stringMatching(/s2 .*“he” for Ruth Okafor.*s3/)]);
  });

  test('gets one for a date of the past that is still to come', async () => {
    const { hints } = await checkOf(good.replace('date: 2031-03', 'date: 2032-03'));
    expect(hints).toEqual([expect.stringMatching(/s1 .*“in March”.*2032-03.*2031-05-02/)]);
  });

  test('gets none for what is still to come, though a word of it looks past', async () => {
    const opening = 'The renovated baths open to the first hundred swimmers in June';
    const named = town.replace('The council met on Tuesday, and will meet again in June', opening);
    const { hints } = await checkOf(good.replace('will meet again in June', opening), named);
    expect(hints).toEqual([]);
  });

  test('is answered with the whole of a refusal, though its cue is written without it', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'refusal-'));
    const said = '“we will pay”';
    const yaml = good
      .replace('say, attitude: true, content: [when]', `said, attitude: true, content: ["${said}"]`)
      .concat(`notAttributions: [{ sentence: s5, text: "${said}", why: She never said it. }]\n`);
    await writeStory(folder, 'town', yaml, town.replace('did not say when', `never said ${said}`));
    const replyTo = await askAll(['/who said we will pay'], { DATA_DIR: folder });
    await rm(folder, { recursive: true });
    expect(replyTo('/who said we will pay').answers).toMatchObject([
      { quote: `never said ${said}`, speaker: null, held: true, tellsOf: [{ cue: 'never said' }] },
    ]);
  });

  test.each(['cue: declined to say', 'cue: say'])(
    'has a fault where a refusal is taken for words, %s',
    async (cue) => {
      const { faults } = await checkOf(good.replace(`${cue}, attitude: true`, cue));
      expect(faults).toEqual([expect.stringMatching(/nothing was said; add attitude: true/)]);
    },
  );
});

describe('What looks like a mistake and is none', () => {
  const harmless = {
    excused: story
      .replace('had “doubts” about the timetable', 'had')
      .replace(
        'events:\n',
        'notAttributions:\n  - { sentence: s4, text: doubts, why: Scare quotes. }\n\nevents:\n',
      ),
    shared: story
      .replace('aliases: [Lind]', 'aliases: [Lind]\n    nicknames: [The Mayor]')
      .replace('title:', 'ambiguous: [the mayor]\ntitle:'),
    windows: story.replaceAll('\n', '\r\n'),
    'byte-order-mark': `\uFEFF${story}`,
  };

  test('passes the check', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'harmless-'));
    for (const [name, text] of Object.entries(harmless)) {
      await writeStory(
        folder,
        name,
        text,
        name === 'windows' ? article.replaceAll('\n', '\r\n') : article,
      );
    }
    const { stdout, stderr, exitCode } = await run('check', { env: { DATA_DIR: folder } });
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    for (const name of Object.keys(harmless)) expect(stdout).toContain(name);
    const replyTo = await askAll(['/who is the mayor'], { DATA_DIR: path.join(folder) });
    expect(replyTo('/who is the mayor').status).toBe('ambiguous');
    await rm(folder, { recursive: true });
  });
});

describe('A new story in a new folder', () => {
  const questions = [
    '/who said older than I am',
    '/who said we cannot wait for a storm',
    '/who said the town council will close the harbour bridge',
    '/who said Brightwater had doubts about the timetable',
    '/who said doubts',
    '/who said a fair price',
    '/who said the bridge opened',
    '/who said the bridge will be painted green',
    '/who said the safest app',
    '/who is the mayor',
    '/who is captain',
    '/entity Brightwater',
    '/timeline',
    '/story',
  ];
  let replyTo: (question: string) => JsonReply;

  beforeAll(async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'new-story-'));
    await writeStory(folder, 'harbour-bridge', story, article);
    replyTo = await askAll(questions, { DATA_DIR: folder });
    await rm(folder, { recursive: true });
  });

  test.each([
    ['older than I am', 's2', ['Ruth Okafor'], 'direct', 'verbatim'],
    ['we cannot wait for a storm', 's3', ['Ruth Okafor'], 'direct', 'verbatim'],
    [
      'the town council will close the harbour bridge',
      's1',
      ['Ruth Okafor'],
      'indirect',
      'reported',
    ],
    [
      'Brightwater had doubts about the timetable',
      's4',
      ['Harbour Gazette', 'two engineers'],
      'mixed',
      'reported',
    ],
    ['doubts', 's4', ['Harbour Gazette', 'two engineers'], 'direct', 'verbatim'],
    ['a fair price', 's5', ['Tomas Lind', 'Ruth Okafor'], 'direct', 'verbatim'],
    ['the bridge opened', 's6', [], 'narration', 'narration'],
  ])('is asked who said “%s”', (words, sentence, voices, kind, verdict) => {
    const [best] = replyTo(`/who said ${words}`).answers;
    expect(best).toMatchObject({ sentence, kind, verdict });
    expect([...(best?.via ?? []), best?.speaker].flatMap((voice) => voice?.name ?? [])).toEqual(
      voices,
    );
  });

  test('knows nothing of other stories, nor what its article does not say', () => {
    expect(replyTo('/who said the bridge will be painted green').status).toBe('not_on_record');
    expect(replyTo('/who said the safest app').status).toBe('not_on_record');
  });

  test('has its people, its events and every sentence at hand', () => {
    expect(replyTo('/who is the mayor').entity?.name).toBe('Ruth Okafor');
    expect(replyTo('/who is captain').entity?.name).toBe('Tomas Lind');
    expect(replyTo('/entity Brightwater').answers.map(({ sentence }) => sentence)).toContain('s4');
    expect(replyTo('/timeline').events.map(({ date }) => date)).toEqual(['1931-05', '2031-02-04']);
    expect(replyTo('/story').answers.map(({ sentence }) => sentence)).toEqual([
      's1',
      's2',
      's3',
      's4',
      's5',
      's6',
    ]);
  });
});

describe('Somebody who is told something as “him”', () => {
  test('is told it by name, too', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'listeners-'));
    await writeStory(
      folder,
      'plant',
      `title: The plant
articles:
  - { id: plant, file: articles/bridge.txt, outlet: Courier }
entities:
  - { id: lee, name: Adam Lee, type: person, aliases: [Lee] }
  - { id: birch, name: Tess Birch, type: person, aliases: [Birch] }
statements:
  - sentence: s1
    source: lee
    cue: said
    content: [Birch had told him that she wanted the plant to stay closed]
  - sentence: s1
    source: birch
    cue: told
    to: { words: him, is: [lee] }
    content: [she wanted the plant to stay closed]
    via: [{ source: lee, cue: said }]
`,
      'Adam Lee said that Birch had told him that she wanted the plant to stay closed.\n\nTess Birch is mayor.\n',
    );
    const asked = ['/ask what did Birch tell Lee', '/ask what did Birch tell Birch'];
    const replyTo = await askAll(asked, { DATA_DIR: folder });
    const shown = await run('ask', {
      args: ['/who said plant to stay closed'],
      env: { DATA_DIR: folder },
    });
    await rm(folder, { recursive: true });
    expect(replyTo(asked[0] ?? '').answers[0]).toMatchObject({
      speaker: { id: 'birch' },
      quote: expect.stringContaining('she wanted the plant to stay closed'),
    });
    expect(replyTo(asked[1] ?? '').status).toBe('not_on_record');
    expect(shown.stdout).toContain('to “him” (Adam Lee)');
  });
});

describe('Two stories that share a name', () => {
  test('make the bot ask which is meant, and each can be chosen', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'two-stories-'));
    await writeStory(folder, 'harbour-bridge', story, article);
    await writeStory(
      folder,
      'school-roof',
      `title: The school roof
articles:
  - { id: roof, file: articles/bridge.txt, outlet: School Paper }
entities:
  - { id: head, name: Ruth Okafor, type: person, roles: [{ text: headteacher, sentence: s1 }] }
`,
      'Ruth Okafor is the headteacher of Hill School.\n',
    );
    const env = { DATA_DIR: folder };
    const { status, suggestions, entity } = (await askAll(['/entity Ruth Okafor'], env))(
      '/entity Ruth Okafor',
    );
    expect({ status, entity, choices: suggestions.length }).toEqual({
      status: 'ambiguous',
      entity: null,
      choices: 2,
    });
    const asked = suggestions.map(({ command, options }) => `/${command} ${options.name}`);
    const replyTo = await askAll(asked, env);
    expect(asked.map((question) => replyTo(question).entity?.story).sort()).toEqual([
      'harbour-bridge',
      'school-roof',
    ]);
    await rm(folder, { recursive: true });
  });
});

describe('The hints an editor gives in story.yaml', () => {
  test('are those of the code: else run `npm run schema`', async () => {
    const file = path.join(projectFolder, 'data', 'story.schema.json');
    const written: unknown = JSON.parse(await readFile(file, 'utf8'));
    const current: unknown = JSON.parse(JSON.stringify(storyJsonSchema()));
    expect(written, 'data/story.schema.json is out of date: run `npm run schema`').toEqual(current);
  });
});

interface ShownFault extends Position {
  readonly file: string;
  readonly text: string;
}

function faultsIn(place: string): readonly ShownFault[] {
  return checked.stderr.split('\n').flatMap((row) => {
    const [, file = '', line, column, text = ''] = /^(.+?):(\d+):(\d+) (.+)$/.exec(row) ?? [];
    const within = file === place || file.startsWith(place + path.sep);
    return within ? [{ file, line: Number(line), column: Number(column), text }] : [];
  });
}

function placeOf({ called }: Mistake): Faulty {
  const place = expected.get(called);
  if (place === undefined) throw new Error(`not planted: ${called}`);
  return place;
}

function lies(at: Position, { from, to }: Faulty): boolean {
  const before = (a: Position, b: Position) =>
    a.line < b.line || (a.line === b.line && a.column <= b.column);
  return before(from, at) && before(at, to);
}

async function plant(folder: string, mistake: Mistake): Promise<Faulty> {
  const inArticle = mistake.in === 'article';
  const good = inArticle ? article : story;
  if (!good.includes(mistake.replace)) throw new Error(`nothing to replace: ${mistake.called}`);
  const becomes = mistake.becomes.includes('▶bright◀')
    ? story.replace('statements:\n', `${bright}\nstatements:\n`)
    : good;
  const marked = becomes.replace(mistake.replace, () => mistake.becomes);
  const bad = marked.replace(/[▶◀]/g, '');
  const name = folderOf(mistake.called);
  await writeStory(folder, name, inArticle ? story : bad, inArticle ? bad : article);
  const file = path.join(folder, name, inArticle ? 'articles/bridge.txt' : 'story.yaml');
  const start = positionIn(marked, marked.indexOf('▶'));
  const text = marked.replace('▶', '');
  return { file, from: start, to: positionIn(text, text.indexOf('◀') - 1) };
}

function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

async function writeStory(folder: string, name: string, yaml: string, text: string): Promise<void> {
  await mkdir(path.join(folder, name, 'articles'), { recursive: true });
  await writeFile(path.join(folder, name, 'story.yaml'), yaml);
  await writeFile(path.join(folder, name, 'articles', 'bridge.txt'), text);
}
