import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commands } from '../commands/index.ts';
import { ask, askAll, finished, jsonReply, run } from './asking.ts';

const escapeCode = '\u001B';

describe.concurrent('A question in the terminal', () => {
  test('finds who said some words, and where they stand', async () => {
    const { status, command, query, answers } = await ask('/who said the safest app');
    expect({ status, command, query }).toEqual({
      status: 'found',
      command: 'who said',
      query: '/who said the safest app',
    });
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatchObject({
      sentence: 's7',
      quote: 'the safest app',
      speaker: { id: 'pappas', name: 'Vanessa Pappas' },
      via: [],
      kind: 'direct',
      verdict: 'verbatim',
    });
    expect(answers[0]?.text).toContain('give them “the safest app” and that');
  });

  test('names everybody whom words went through, the outermost first', async () => {
    const { answers } = await ask('/who said he opposed the deal');
    expect(answers[0]).toMatchObject({ sentence: 's13', speaker: { name: 'Donald Trump' } });
    expect(answers[0]?.via.map(({ name }) => name)).toEqual([
      'Wall Street Journal',
      'a person familiar with the matter',
    ]);
  });

  test('is declined when nobody said it', async () => {
    const { status, answers, entity, events } = await ask('/who said we will ban it tomorrow');
    expect({ status, answers, entity, events }).toEqual({
      status: 'not_on_record',
      answers: [],
      entity: null,
      events: [],
    });
  });

  test('is answered as text that holds the sentence, its speaker and its number', async () => {
    const { stdout, exitCode } = await run('ask', { args: ['/who said going anywhere'] });
    expect(stdout.replace(/\s*│?\s+/g, ' ')).toContain('Vanessa Pappas, told users on Saturday');
    expect(stdout).toContain('s7');
    expect(exitCode).toBe(0);
  });

  test('may be typed as several words of the shell', async () => {
    const { stdout } = await run('ask', {
      args: ['--json', 'who', 'said', 'the', 'safest', 'app'],
    });
    expect(jsonReply.parse(JSON.parse(stdout)).answers[0]?.sentence).toBe('s7');
  });

  test.each([
    ['/who said the safest app', 0],
    ['/who said we will ban it tomorrow', 0],
    ['/who is nobody in particular', 0],
    ['good morning', 2],
    ['/who said', 2],
    ['/who said ???', 2],
    ['/who said the', 2],
    ['/who said the speaker:Pompeo', 2],
    ['/timeline from:someday', 2],
  ])('%s ends with exit code %i', async (question, code) => {
    const { exitCode, stdout, stderr } = await run('ask', { args: [question] });
    expect(exitCode).toBe(code);
    expect(stdout.trim()).not.toBe('');
    expect(stderr).toBe('');
  });
});

describe('An answer as data', () => {
  const questions = [
    '/who said the safest app',
    '/who said he opposed the deal',
    '/who said we will ban it tomorrow',
    '/who said 15 second videos',
    '/who said sold to another company speaker:secretary',
    '/who is Pappas',
    '/who is secretary',
    '/who is nobody in particular',
    '/entity ByteDance',
    '/entity WeChat',
    '/timeline',
    '/timeline Microsoft from:2020-08',
    '/timeline from:1999 to:1999',
    '/timeline from:2020-08-02 to:2020-08-01',
    '/story',
    'good morning',
    '',
  ];
  test('has one documented shape, whatever was asked', async () => {
    const replyTo = await askAll(questions);
    for (const question of questions) {
      const { status, answers, events, suggestions } = replyTo(question);
      const shown = answers.length + events.length;
      expect({ question, shows: shown > 0 }).toEqual({ question, shows: status === 'found' });
      if (status === 'ambiguous') expect(suggestions.length).toBeGreaterThan(1);
      for (const { text, quote, kind, verdict, speaker } of answers) {
        expect(text).toContain(quote);
        expect(speaker === null).toBe(kind === 'narration');
        if (kind === 'narration') expect(['narration', 'altered']).toContain(verdict);
        if (kind === 'indirect') expect(['reported', 'altered']).toContain(verdict);
      }
      for (const { text, dateText } of events) expect(text).toContain(dateText);
    }
  });
});

describe('A name that is nearly one', () => {
  test('is answered with questions to ask instead, and no heading without names', async () => {
    const { stdout } = await run('ask', { args: ['/who said safest speaker:Pompeii'] });
    expect(stdout).toMatch(
      /called “Pompeii” is on record in this story\.\n\nTry\n {2}\/who said .+Pompeo/,
    );
  });
});

describe.concurrent('Where there is one story', () => {
  const replies = askAll([
    '/who said the safest app story:Washington',
    '/who said the safest app story:zebras',
    '/who said "a likely story: a fairy tale"',
  ]);

  test('a question may say so', async () => {
    const { status, answers } = (await replies)('/who said the safest app story:Washington');
    expect(status).toBe('found');
    expect(answers).toMatchObject([{ sentence: 's7', quote: 'the safest app' }]);
  });

  test('who asks about another is told which there is, and can ask about that', async () => {
    const asked = '/who said the safest app story:zebras';
    const { status, suggestions } = (await replies)(asked);
    expect(status).toBe('not_on_record');
    expect(suggestions).toMatchObject([{ options: { text: 'the safest app' } }]);
    const { stdout } = await run('ask', { args: [asked] });
    expect(stdout).toMatch(/No story called “zebras” is here\.\n\nTry\n {2}\/who said/);
  });

  test('what is asked may stand behind that', async () => {
    const { status, answers } = await ask('/ask story:tiktok-2020 who owns TikTok');
    expect({ status, sentence: answers[0]?.sentence }).toEqual({ status: 'found', sentence: 's5' });
    const { answers: said } = await ask('/who said speaker:"Mike Pompeo" countless');
    expect(said[0]?.speaker?.name).toBe('Mike Pompeo');
  });

  test('it is shown under Discord’s name for that, too', async () => {
    const { stdout } = await run('ask', { args: ['--', '/story show'] });
    expect(stdout).toContain('14 sentences');
  });

  test('the word may still stand in a quote', async () => {
    const { status, suggestions } = (await replies)('/who said "a likely story: a fairy tale"');
    expect({ status, suggestions }).toEqual({ status: 'not_on_record', suggestions: [] });
  });
});

describe.concurrent('Questions on standard input', () => {
  test('are answered one line each, in order, and a bad one stops none', async () => {
    const input =
      '/who said the safest app\r\ngood evening\n/who is Pompeo\n/timeline from:x\n/story';
    const { stdout, exitCode, stderr } = await run('ask', { args: ['--json'], input });
    const replies = stdout.trim().split('\n');
    expect(
      replies.map((line) => jsonReply.parse(JSON.parse(line))).map(({ status }) => status),
    ).toEqual(['found', 'error', 'found', 'error', 'found']);
    expect(exitCode).toBe(0);
    expect(stderr).toBe('');
  });

  test('need no --json when they are piped', async () => {
    const { stdout } = await run('ask', { input: '/who is Pompeo\n' });
    expect(jsonReply.parse(JSON.parse(stdout)).entity?.name).toBe('Mike Pompeo');
  });

  test.skipIf(process.platform === 'win32')('stop quietly when nobody reads on', async () => {
    const pipe = `"${process.execPath}" scripts/run.mjs ask --json | head -n 1`;
    const { stdout, stderr } = await finished('/bin/sh', ['-c', pipe], '/timeline\n'.repeat(1000));
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(stderr).toBe('');
  });

  test('may be none at all', async () => {
    const { stdout, stderr, exitCode } = await run('ask', { args: ['--json'] });
    expect({ stdout, stderr, exitCode }).toEqual({ stdout: '', stderr: '', exitCode: 0 });
  });
});

describe('The way a question is typed', () => {
  const asksForTheSafestApp = [
    'who said the safest app',
    '  /who   said   the safest app  ',
    '/WHO SAID the safest app',
    '/who said "the safest app"',
    '/who said “the safest app”',
    '/who said "the safest app" speaker:Pappas',
    '/who said “the safest app” speaker:“Vanessa Pappas”',
    '/who said the safest app speaker: pappas',
    '/who said text:the safest app',
    '/who said text:"the safest app" speaker:"Pappas"',
    '/who said TEXT:the safest app Speaker:Pappas',
    '/who said speaker:Pappas text:the safest app',
    '/who said app: the safest',
    '/who said to: "the safest app"',
  ];
  const replies = askAll([
    ...asksForTheSafestApp,
    '/who said “they all agree” speaker:Mnuchin',
    '/who said "text: speaker: the safest app"',
    '/who said countless: there are more speaker:Pompeo',
  ]);

  test.each(asksForTheSafestApp)('%s', async (question) => {
    const { status, answers } = (await replies)(question);
    expect(status).toBe('found');
    expect(answers[0]).toMatchObject({ sentence: 's7', speaker: { name: 'Vanessa Pappas' } });
  });

  test('option names inside quotation marks are words, not options', async () => {
    const { command, status } = (await replies)('/who said "text: speaker: the safest app"');
    expect({ command, error: status === 'error' }).toEqual({ command: 'who said', error: false });
  });

  test('a colon after a word that is no option belongs to the words', async () => {
    const { answers } = (await replies)('/who said countless: there are more speaker:Pompeo');
    expect(answers[0]).toMatchObject({ sentence: 's2', speaker: { name: 'Mike Pompeo' } });
  });
});

describe('A plain question', () => {
  const plain = [
    'What did Pompeo say about software companies?',
    'what did pompeo say about software companies',
    'Pompeo said what about software companies?',
    'what did Pompeo say about software companies story:tiktok-2020',
  ];
  const replies = askAll([...plain, 'they said countless companies', 'what', '/what did he say']);

  test.each(plain)('%s is answered as /ask answers it', async (question) => {
    const { command, status, answers } = (await replies)(question);
    expect({ command, status }).toEqual({ command: 'ask', status: 'found' });
    expect(answers[0]?.speaker?.name).toBe('Mike Pompeo');
  });

  test('is what a line without a command may be, so it is told how to ask it', async () => {
    const { status, message, suggestions } = (await replies)('they said countless companies');
    expect({ status, suggestions }).toMatchObject({
      status: 'error',
      suggestions: [{ command: 'ask', options: { question: 'they said countless companies' } }],
    });
    expect(message).toContain('There is no command “they said”');
  });

  test.each(['what', '/what did he say'])('%s is none', async (line) => {
    expect((await replies)(line).status).toBe('error');
  });
});

describe.concurrent('Who asks for help', () => {
  test.each(['help', '/help', '?', '--help'])('with %s sees every command', async (line) => {
    const { stdout, exitCode } = await run('ask', { args: [line] });
    for (const { name, description } of commands) {
      expect(stdout).toMatch(new RegExp(`^ +/${name} +${description.slice(0, 20)}`, 'm'));
    }
    expect(exitCode).toBe(0);
  });

  test('in the prompt sees it in the language of the terminal', async () => {
    const env = { TERMINAL_LANGUAGE: 'de', PLAY_PORT: '3420' };
    const { stdout } = await run('main', { input: '/help\n', env });
    expect(stdout).toMatch(/^ +\/timeline +Was wann geschah/m);
  });
});

describe('A command nobody knows', () => {
  const nearest: readonly (readonly [string, string])[] = [
    ['/entitty Microsoft', 'entity'],
    ['/whosaid the safest app', 'who said'],
    ['/who siad the safest app', 'who said'],
    ['/whois Pompeo', 'who is'],
    ['/timelin', 'timeline'],
    ['/tmeline', 'timeline'],
    ['/stroy', 'story'],
  ];
  const replies = askAll(nearest.map(([typed]) => typed));

  test.each(nearest)('%s is told of /%s first', async (typed, meant) => {
    const { status, command, suggestions } = (await replies)(typed);
    expect({ status, command }).toEqual({ status: 'error', command: null });
    expect(suggestions[0]?.command).toBe(meant);
  });

  test('is answered in text with every command there is', async () => {
    const { stdout } = await run('ask', { args: ['/nothing like it'] });
    for (const name of ['/who said', '/who is', '/entity', '/timeline', '/story']) {
      expect(stdout).toContain(name);
    }
  });
});

describe.concurrent('Colour', () => {
  const question = '/who said the safest app';
  const plainQuestion = '/ask which company is negotiating';
  const terminal = process.platform === 'linux' && existsSync('/usr/bin/script');
  const onTerminal = (columns: number, env: Readonly<Record<string, string>>, asked = question) =>
    finished(
      '/usr/bin/script',
      [
        '-qec',
        `stty cols ${columns}; "${process.execPath}" scripts/run.mjs ask "${asked}"`,
        '/dev/null',
      ],
      '',
      { TERM: 'xterm', ...env },
    );

  test('is never sent into a pipe', async () => {
    const { stdout } = await run('ask', { args: [question] });
    expect(stdout).not.toContain(escapeCode);
    expect(stdout).not.toMatch(/\*\*|~~/);
  });

  test('is replaced in a pipe by rows that say which words answer, and whose they are', async () => {
    const { stdout } = await run('ask', { args: [plainQuestion] });
    expect(stdout.replaceAll(/\n {16}/g, ' ')).toMatch(
      /^ {2}Answer +“Microsoft”\n {2}Words +“Microsoft has paused negotiations after Trump said he opposed the deal”\n {2}Who +a person familiar with the matter$/m,
    );
    expect((await run('ask', { args: [question] })).stdout).toMatch(
      /^ {2}Words +“the safest app”\n {2}Who +Vanessa Pappas$/m,
    );
  });

  test('tells a misspelt word from what is printed, and no more', async () => {
    const { stdout } = await run('ask', { args: ['/who said cuntless'] });
    expect(stdout).toContain('[-cuntless-] {+countless+}');
  });

  test('is replaced in a pipe by wdiff’s marks where words differ', async () => {
    const { stdout } = await run('ask', {
      args: ['/who said information on 10 million Americans'],
    });
    expect(stdout).toContain('information on [-10-] {+100+} million Americans');
    expect(stdout).toContain('“cannot stay in the current format');
  });

  test.skipIf(!terminal)('is seen on a terminal', async () => {
    const { stdout } = await onTerminal(200, {});
    expect(stdout).toContain(`${escapeCode}[`);
    expect(stdout).toContain('the safest app');
  });

  test.skipIf(!terminal)(
    'or not, the answer is bold in the words of whoever is named',
    async () => {
      const { stdout } = await onTerminal(80, { NO_COLOR: '1' }, plainQuestion);
      expect(stdout.replaceAll(escapeCode, '^')).toMatch(
        /that \^\[4m\^\[1mMicrosoft\^\[22m has paused negotiations after Trump said\^\[24m\r?\n.+ \^\[4mhe opposed the deal\^\[24m\./,
      );
      expect(stdout).not.toMatch(/^ {2}(?:Answer|Words)/m);
    },
  );

  test.skipIf(!terminal)('is left out where NO_COLOR is set', async () => {
    const { stdout } = await onTerminal(200, { NO_COLOR: '1' });
    expect(stdout).not.toMatch(/\[3\dm/);
    expect(stdout).toContain('the safest app');
  });

  test.skipIf(!terminal)('or not, a terminal that tells no width still gets lines', async () => {
    const { stdout } = await onTerminal(0, { NO_COLOR: '1' });
    expect(stdout).toContain('Vanessa Pappas, told users on');
  });
});

describe.concurrent('Starting without a token', () => {
  test('tells how to get one and answers what is asked meanwhile', async () => {
    const input = '/who said the safest app\nno such thing\n/who is Pompeo\n';
    const { stdout, stderr, exitCode } = await run('main', { input });
    expect(stdout).toContain('DISCORD_TOKEN');
    expect(stdout).toContain('https://discord.com/developers/applications');
    expect(stdout).toContain('Vanessa Pappas');
    expect(stdout).toContain('US Secretary of State');
    expect(stdout).not.toContain(escapeCode);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  });

  test('stops at /quit', async () => {
    const { stdout, exitCode } = await run('main', { input: '/quit\n/who is Pompeo\n' });
    expect(stdout).not.toContain('US Secretary of State');
    expect(exitCode).toBe(0);
  });
});

describe.concurrent('A bot that was to serve Discord, started without its token', () => {
  test.each([
    ['NODE_ENV', 'production'],
    ['TRANSPORT', 'gateway'],
    ['DISCORD_GUILD_ID', '123456789012345678'],
    ['DISCORD_PUBLIC_KEY', 'a'.repeat(64)],
    ['DISCORD_TOKN', 'secret'],
    ['DISCORD_BOT_TOKEN', 'secret'],
    ['TRANSPRT', 'http'],
  ])('does not start, and says that %s=%s told so', async (name, value) => {
    const { stdout, stderr, exitCode } = await run('main', { env: { [name]: value } });
    const last = stderr.trim().split('\n').at(-1);
    expect(last).toContain('DISCORD_TOKEN is missing');
    expect(last).toContain(name);
    expect(stderr).not.toContain('secret');
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
  });

  test('says all that has to be left out to try it, as a .env of an older example needs', async () => {
    const env = { TRANSPORT: 'gateway', DISCORD_API_URL: 'https://discord.com/api' };
    const { stderr } = await run('main', { env });
    expect(stderr).toContain('without Discord, leave empty: TRANSPORT, DISCORD_API_URL.');
  });
});

describe.concurrent('A setting whose name is misspelt', () => {
  test.each([
    ['DISCORD_TOKN', 'DISCORD_TOKEN'],
    ['DISCORD_BOT_TOKEN', 'DISCORD_TOKEN'],
    ['TERMINAL_LANG', undefined],
    ['TERMINAL_LANGUAGES', 'TERMINAL_LANGUAGE'],
    ['DATADIR', 'DATA_DIR'],
    ['HOSTNAME', undefined],
  ])('is told of: %s', async (name, meant) => {
    const { stderr, exitCode } = await run('ask', { args: ['/story'], env: { [name]: 'x' } });
    expect(stderr).toBe(meant === undefined ? '' : `on-the-record: ${name}: is ${meant} meant?\n`);
    expect(exitCode).toBe(0);
  });
});

describe.concurrent('A terminal that is set to another language', () => {
  const env = { TERMINAL_LANGUAGE: 'de', LANG: 'fr_FR.UTF-8' };

  test('answers in it, with the article’s words as they are', async () => {
    const { stdout } = await run('ask', { args: ['/who said he opposed the deal'], env });
    expect(stdout).toContain('he opposed the deal');
    expect(stdout).toMatch(/„said“, indirekte Rede/);
    expect(stdout).toMatch(/^ {2}Quelle +South China Morning Post, Sonntag, 2\. August 2020/m);
  });

  test('names options as they are typed there', async () => {
    const { stdout } = await run('ask', { args: ['/who said'], env });
    expect(stdout).toContain('Bitte gib bei „text“');
    const long = await run('ask', { args: ['/timeline', `entity:${'x '.repeat(3000)}`], env });
    expect(long.stdout).toContain('Das ist zu lang für „entity“: 4.000 Zeichen');
  });

  test('still gives scripts English', async () => {
    const { stdout } = await run('ask', { args: ['--json', '/who said xyzzy'], env });
    expect(stdout).toContain('"message":"Not on record in this story."');
  });

  test('is a setting of its own: the system’s language changes nothing', async () => {
    const { stdout } = await run('ask', { args: ['/story'], env: { LANG: 'de_DE.UTF-8' } });
    expect(stdout).toContain('voices on record');
  });
});

describe.concurrent('Settings that make no sense', () => {
  test.each([
    ['DISCORD_API_URL', 'nonsense'],
    ['DISCORD_API_URL', 'ftp://discord.com/api'],
    ['EPHEMERAL_REPLIES', 'maybe'],
    ['DISCORD_GUILD_ID', 'my server'],
    ['TERMINAL_LANGUAGE', 'klingon'],
    ['DATA_DIR', '/nowhere/at/all'],
  ])('%s=%s is refused in one line that names it', async (name, value) => {
    const { stdout, stderr, exitCode } = await run('main', { env: { [name]: value } });
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(name);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stdout).toBe('');
    expect(exitCode).not.toBe(0);
  });

  test('and a folder that is not there, are told of as such', async () => {
    const { stderr } = await run('check', { env: { DATA_DIR: '/nowhere' } });
    expect(stderr).toBe(
      'on-the-record: DATA_DIR: there is no folder /nowhere; create it, or correct DATA_DIR\n',
    );
  });

  test('are told what there is, as they would be typed', async () => {
    const { stderr } = await run('ask', { args: ['/story'], env: { TERMINAL_LANGUAGE: 'tlh' } });
    expect(stderr).toContain('must be one of en, de, es, fr, ja, zh-CN, zh-TW');
  });

  test('are all named at once', async () => {
    const env = { DISCORD_API_URL: 'nonsense', EPHEMERAL_REPLIES: 'maybe' };
    const { stderr } = await run('main', { env });
    expect(stderr).toContain('DISCORD_API_URL');
    expect(stderr).toContain('EPHEMERAL_REPLIES');
  });

  test('left empty are as good as left out', async () => {
    const { exitCode } = await run('main', { env: { EPHEMERAL_REPLIES: ' ', DATA_DIR: ' ' } });
    expect(exitCode).toBe(0);
  });
});
