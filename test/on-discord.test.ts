import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import { type Answer, FakeDiscord } from './discord/fake-discord.ts';
import { objectOf, textOf } from './discord/json.ts';
import { buttonsOf, type MessagePayload } from './discord/message.ts';
import {
  type Ended,
  launchBot,
  type RunningBot,
  startBot,
  startBotOver,
  transports,
} from './running-bot.ts';

/** All that a reader can read in a message. */
function shown(message: MessagePayload): string {
  return (message.embeds ?? [])
    .flatMap(({ title, description, footer }) => [title, description, footer?.text])
    .join('\n')
    .replaceAll(/\\(?=[^\w\s])/g, '');
}

/** The quoted lines, and the lines that say who spoke, how and where. */
function quotes(message: MessagePayload): string {
  return linesOf(message, (line) => line.startsWith('> '));
}

function captions(message: MessagePayload): string {
  return linesOf(message, (line) => !line.startsWith('> '));
}

function linesOf(message: MessagePayload, wanted: (line: string) => boolean): string {
  return shown(message).split('\n').filter(wanted).join('\n');
}

function boldIn(text: string): string[] {
  return [...text.matchAll(/\*\*(.+?)\*\*/g)].flatMap(([, inner]) => inner ?? []);
}

function labels(message: MessagePayload): string[] {
  return buttonsOf(message).map(({ label }) => textOf(label));
}

/** The sentences an answer cites, in the order it does. */
function cited(message: MessagePayload): string[] {
  return [...shown(message).matchAll(/\((s\d+)\)|`(s\d+)`/g)].map(
    ([, inCitation, inCard]) => inCitation ?? inCard ?? '',
  );
}

/** Looks for words in the order given, others may stand between them. */
function inOrder(...words: string[]): RegExp {
  return new RegExp(words.join('[^]*'));
}

/** One line that a person can act on; a stack trace is for developers. */
function expectOneLine({ stderr }: Pick<Ended, 'stderr'>): void {
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expectNoStackTrace({ stderr });
}

function expectCleanEnd({ code, stderr }: Ended): void {
  expectNoStackTrace({ stderr });
  expect(code).toBe(0);
}

function expectNoStackTrace({ stderr }: Pick<Ended, 'stderr'>): void {
  expect(stderr).not.toMatch(/^\s+at /m);
}

describe.each(transports)('a reader on Discord, over %s,', (transport) => {
  let discord: FakeDiscord;
  let bot: RunningBot;

  beforeAll(async () => {
    discord = await FakeDiscord.start();
    bot = await startBotOver(transport, discord);
  });

  afterAll(async () => {
    const ended = await bot.stop();
    await discord.stop();
    expect(discord.violations).toEqual([]);
    expectCleanEnd(ended);
  });

  const whoSaid = (text: string, more: Record<string, string> = {}) =>
    discord.slash('who said', { text, ...more });

  it('who half remembers a quote gets the sentence and who said it', async () => {
    const answer = await whoSaid('the safest app');
    expect(answer).toMatchObject({ type: 4, ephemeral: false });
    expect(cited(answer.data)).toEqual(['s7']);
    expect(quotes(answer.data)).toContain('“We’re not planning on going anywhere”');
    expect(boldIn(quotes(answer.data))).toEqual(['the safest app']);
    expect(captions(answer.data)).toMatch(inOrder('Vanessa Pappas', 'word for word'));
    expect(captions(answer.data)).toContain('South China Morning Post');
  });

  it('who misspells a quote gets it as it is printed', async () => {
    const answer = await whoSaid('the safst ap');
    expect(cited(answer.data)).toEqual(['s7']);
    expect(captions(answer.data)).toContain('Vanessa Pappas');
  });

  it('who turns a quote around is told that it is altered, and what was printed', async () => {
    const answer = await whoSaid('We’re planning on going anywhere');
    expect(cited(answer.data)).toEqual(['s7']);
    expect(captions(answer.data)).toMatch(/altered/);
    expect(boldIn(captions(answer.data))).toContain('not');
  });

  it('hears through whom the words have come: the paper, its source, and the speaker', async () => {
    const answer = await whoSaid('he opposed the deal');
    expect(cited(answer.data)).toEqual(['s13']);
    expect(captions(answer.data)).toMatch(
      inOrder('Wall Street Journal', 'a person familiar with the matter', 'Donald Trump'),
    );
    expect(captions(answer.data)).toMatch(/reported speech/);
  });

  it('is told which words are the article’s own', async () => {
    const answer = await whoSaid('a huge user base in the US');
    expect(cited(answer.data)).toEqual(['s6']);
    expect(captions(answer.data)).toMatch(/own words/);
  });

  it('gets “not on record”, and no answer, for words that are not there', async () => {
    const answer = await whoSaid('the moon is made of cheese');
    expect(shown(answer.data)).toMatch(/not on record/i);
    expect(quotes(answer.data)).toBe('');
    expect(cited(answer.data)).toEqual([]);
    expect(labels(answer.data)).toEqual([]);
  });

  it('who names the wrong speaker learns who did say it', async () => {
    const answer = await whoSaid('the safest app', { speaker: 'Pompeo' });
    expect(captions(answer.data)).toMatch(inOrder('Mike Pompeo', 'not on record', 'Vanessa'));
    expect(cited(answer.data)).toEqual(['s7']);
  });

  it('who names the right speaker gets the same answer without a correction', async () => {
    const answer = await whoSaid('the safest app', { speaker: 'pappas' });
    expect(shown(answer.data)).not.toMatch(/not on record/);
    expect(cited(answer.data)).toEqual(['s7']);
  });

  it('who names a speaker that is no name is not told that they said it', async () => {
    const answer = await whoSaid('the safest app', { speaker: '?!' });
    expect(captions(answer.data)).not.toContain('Vanessa Pappas');
  });

  it('who names only a piece of a word is not told that this is the speaker', async () => {
    const answer = await whoSaid('Microsoft has paused negotiations', { speaker: 'son' });
    expect(shown(answer.data)).toMatch(/not|nobody/i);
  });

  it.each([
    ['bytedanse', 'ByteDance', ['s5', 's9', 's12', 's14']],
    ['treasury secretary', 'Steven Mnuchin', ['s4', 's5', 's8']],
    ['WSJ', 'Wall Street Journal', ['s13']],
    ['CFIUS', 'Committee on Foreign Investment in the United States', ['s5']],
  ])('who asks for “%s” gets what is on record about %s', async (typed, name, sentences) => {
    const answer = await discord.slash('entity', { name: typed });
    expect(boldIn(shown(answer.data))[0]).toBe(name);
    expect(cited(answer.data)).toEqual(expect.arrayContaining(sentences));
  });

  it('who asks who somebody is gets the article’s words for it', async () => {
    const answer = await discord.slash('who is', { name: 'Pappas' });
    expect(boldIn(shown(answer.data))[0]).toBe('Vanessa Pappas');
    expect(quotes(answer.data)).toMatch(/general manager for US operations.*s7/);
  });

  it('who asks for a company that the article does not name is told so', async () => {
    const answer = await discord.slash('entity', { name: 'Tencent' });
    expect(shown(answer.data)).toMatch(/Tencent.*not|nobody.*Tencent/i);
    expect(cited(answer.data)).toEqual([]);
  });

  it('who asks for “secretary” is asked which one, and answered at a press', async () => {
    const question = await discord.slash('entity', { name: 'secretary' });
    expect(cited(question.data)).toEqual([]);
    expect(labels(question.data).toSorted()).toEqual(['Mike Pompeo', 'Steven Mnuchin']);
    const answer = await discord.press(question, 'Steven Mnuchin');
    expect(boldIn(shown(answer.data))[0]).toBe('Steven Mnuchin');
    expect(cited(answer.data)).toContain('s8');
  });

  it('turns the pages of a long answer, there and back', async () => {
    const first = await discord.slash('entity', { name: 'TikTok' });
    expect(labels(first.data)).toContain('Next');
    expect(labels(first.data)).not.toContain('Previous');
    const firstPage = shown(first.data);
    const pages = [first.data];
    let answer: Answer = first;
    while (labels(answer.data).includes('Next')) {
      answer = await discord.press(answer, 'Next');
      expect(answer.type).toBe(7);
      pages.push(answer.data);
    }
    expect(labels(answer.data)).toContain('Previous');
    expect(labels(answer.data)).not.toContain('Next');
    expect(new Set(pages.flatMap(cited))).toEqual(
      new Set(['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8', 's9', 's11', 's12', 's13']),
    );
    for (const _ of pages.slice(1)) answer = await discord.press(answer, 'Previous');
    expect(shown(answer.data)).toBe(firstPage);
  });

  it('sees a sentence in context, alone', async () => {
    const answer = await whoSaid('the safest app');
    const context = await discord.press(answer, 'In context');
    expect(context).toMatchObject({ type: 4, ephemeral: true });
    expect(quotes(context.data)).toMatch(
      inOrder('has built a huge user base', 'the safest app', 'Mnuchin added'),
    );
    expect(boldIn(quotes(context.data))).toEqual([expect.stringContaining('the safest app')]);
    expect(cited(context.data)).toEqual(['s7']);
  });

  it('sees what happened in the order of the days, each with the article’s words for it', async () => {
    const pages = [await discord.slash('timeline')];
    expect(pages[0]?.message?.attachments).toMatchObject([
      { filename: 'timeline.png', content_type: 'image/png' },
    ]);
    expect(pages[0]?.data).toMatchObject({
      embeds: [{ image: { url: 'attachment://timeline.png' } }],
      attachments: [{ description: expect.stringContaining('“the drumbeat of comments') }],
    });
    for (let last = pages[0]; last !== undefined && labels(last.data).includes('Next'); ) {
      last = await discord.press(last, 'Next');
      pages.push(last);
    }
    expect(pages.map(({ data }) => captions(data)).join('\n')).toMatch(
      inOrder(
        '“over the past week”',
        '31 July 2020',
        '“on Friday night”',
        '1 August 2020',
        '“on Saturday”',
        '“On Saturday”',
        '“shortly afterwards”',
        '2 August 2020',
        '“on Sunday”',
        '“on Sunday”',
      ),
    );
    expect(pages.flatMap(({ data }) => cited(data))).toEqual([
      's7',
      's11',
      's7',
      's12',
      's13',
      's1',
      's4',
    ]);
  });

  it('sees nothing twice: neither the day and its article, nor that the curator worked them out', async () => {
    const times = (text: string, words: string) => text.split(words).length - 1;
    const said = shown((await whoSaid('countless Chinese software companies')).data);
    expect(times(said, 'worked out by the curator')).toBe(1);
    const checked = await discord.slash('check', { text: '“the safest app” “going anywhere”' });
    expect(times(shown(checked.data), 'Responding to the drumbeat')).toBe(1);
    expect(times(shown(checked.data), '**Verdict**')).toBe(2);
    const days = shown(
      (await discord.slash('timeline', { from: '2020-08-01', to: '2020-08-01' })).data,
    );
    expect(times(days, '**Saturday, 1 August 2020, worked out by the curator**')).toBe(1);
    expect(times(days, 'South China Morning Post')).toBe(1);
    expect(times(days, 'Responding to the drumbeat')).toBe(0);
    expect(times(days, '**the drumbeat of comments')).toBe(1);
    expect(times(days, 'told users on Saturday')).toBe(2);
    const story = shown((await discord.slash('story show')).data);
    expect(times(story, 'South China Morning Post, ')).toBe(1);
  });

  it('sees only the days and the company asked for', async () => {
    const options = { entity: 'Reuters', from: '2020-08-01', to: '2020-08' };
    expect(cited((await discord.slash('timeline', options)).data)).toEqual(['s12']);
    const day = await discord.slash('timeline', { entity: '2020-08-02' });
    expect(cited(day.data)).toEqual(['s7', 's1', 's4']);
    const none = await discord.slash('timeline', { entity: 'Reuters', to: '2020-07-31' });
    expect(shown(none.data)).toMatch(/on record/);
    expect(cited(none.data)).toEqual([]);
  });

  it.each([
    [{ from: '2020-13-40' }],
    [{ from: 'yesterday' }],
    [{ from: '2020-08-02', to: '2020-08-01' }],
  ])('who asks for impossible days, %o, is told so, alone', async (options) => {
    const answer = await discord.slash('timeline', options);
    expect(answer.ephemeral).toBe(true);
    expect(shown(answer.data)).toContain(options.from);
    expect(cited(answer.data)).toEqual([]);
  });

  it('reads the whole story, sentence by sentence, once each', async () => {
    let answer = await discord.slash('story');
    expect(shown(answer.data)).toMatch(inOrder('TikTok', 'South China Morning Post', '14'));
    const sentences = cited(answer.data);
    while (labels(answer.data).includes('Next')) {
      answer = await discord.press(answer, 'Next');
      sentences.push(...cited(answer.data));
    }
    expect(sentences).toEqual(Array.from({ length: 14 }, (_, index) => `s${index + 1}`));
  });

  it('is answered alone by every command, if that is wished', async () => {
    for (const { name } of commands) {
      const options = { text: 'the safest app', name: 'TikTok', quote: 'the safest app' };
      const alone = await discord.slash(name, { ...options, private: true });
      expect(alone.ephemeral).toBe(true);
    }
    const openly = await discord.slash('story', { private: false });
    expect(openly.ephemeral).toBe(false);
  });

  it('is answered in a direct message as well', async () => {
    const answer = await discord.slash('who said', { text: 'countless' }, { guildId: null });
    expect(cited(answer.data)).toContain('s1');
  });

  it('who reads another language is answered too', async () => {
    const doing = { locale: 'zh-CN', guildLocale: 'zh-CN' };
    const answer = await discord.slash('entity', { name: '字节跳动' }, doing);
    expect(boldIn(shown(answer.data))[0]).toBe('ByteDance');
  });

  it('finds every command in Discord’s menu, with its options and their completion', async () => {
    const slash = discord.registered().filter(({ type }) => type === 1);
    const registered = slash.flatMap(({ name, options = [] }) => {
      const members = options.filter(({ type }) => type === 1);
      return members.length === 0
        ? [{ name, options }]
        : members.map((member) => ({
            name: `${name} ${textOf(member.name)}`,
            options: Array.isArray(member.options) ? member.options.map(objectOf) : [],
          }));
    });
    const menu = registered.map(({ name, options }) => ({
      name,
      options: options.map((option) => textOf(option.name)),
    }));
    expect(menu).toEqual(
      commands.map(({ name, options, scope }) => ({
        // Discord has no room for a command beside its group.
        name: name === 'story' ? 'story show' : name,
        options: [
          // There is only one story.
          ...options.filter(({ choosesStory }) => !choosesStory).map((option) => option.name),
          ...(scope === 'server' ? [] : ['private']),
        ],
      })),
    );
    for (const { name, description } of registered.flatMap(({ options }) => options)) {
      expect(textOf(description).split(' ').length, textOf(name)).toBeGreaterThan(2);
    }
    const completed = registered
      .flatMap(({ options }) => options)
      .filter(({ autocomplete }) => autocomplete === true)
      .map(({ name }) => name);
    expect(completed).toEqual(expect.arrayContaining(['text', 'speaker', 'name', 'entity']));
  });

  it('is offered names from the first letter on, and despite a slip', async () => {
    const all = await discord.complete('entity', {}, 'name');
    expect(all).toHaveLength(25);
    const first = await discord.complete('entity', { name: 'p' }, 'name');
    expect(first.map(({ name }) => name)).toEqual(
      expect.arrayContaining([expect.stringContaining('Vanessa Pappas')]),
    );
    for (const slip of ['bytedanse', 'Bytdance', 'byte dance']) {
      const [choice] = await discord.complete('entity', { name: slip }, 'name');
      expect(choice?.name).toMatch(/^ByteDance/);
    }
  });

  it('is offered speakers while naming one', async () => {
    const options = { text: 'the safest app', speaker: 'papas' };
    const [choice] = await discord.complete('who said', options, 'speaker');
    expect(choice?.name).toMatch(/^Vanessa Pappas/);
    const speaker = String(choice?.value);
    expect(cited((await whoSaid('the safest app', { speaker })).data)).toEqual(['s7']);
  });

  it('is offered quotes while typing one, each with its speaker', async () => {
    expect((await discord.complete('who said', { text: '' }, 'text')).length).toBeGreaterThan(5);
    const byLetter = await discord.complete('who said', { text: 't' }, 'text');
    expect(byLetter.length).toBeGreaterThan(0);
    expect(byLetter.length).toBeLessThanOrEqual(25);
    const [choice] = await discord.complete('who said', { text: 'the safst ap' }, 'text');
    expect(choice?.name).toMatch(inOrder('the safest app', 'Vanessa Pappas'));
  });

  it('gets an answer for every quote that is offered', async () => {
    const choices = await discord.complete('who said', { text: '' }, 'text');
    for (const { value } of choices) {
      const answer = await whoSaid(String(value));
      expect(shown(answer.data)).not.toMatch(/not on record|altered/i);
    }
  });

  it('who asks plainly reads the answer in bold, and underlined how far the words of whoever is named go', async () => {
    const answer = await discord.slash('ask', { question: 'which company is negotiating' });
    expect(quotes(answer.data)).toContain(
      'that __**Microsoft** has paused negotiations after Trump said he opposed the deal__.',
    );
    expect(captions(answer.data)).toContain('a person familiar with the matter');
  });

  it('who is shown only what comes nearest reads no answer in it', async () => {
    const question = 'what did Mnuchin say about which party interrupted the talks';
    const near = await discord.slash('ask', { question });
    expect(shown(near.data)).toMatch(/not on record/i);
    expect(boldIn(quotes(near.data))).toEqual([
      'Microsoft has paused negotiations after Trump said he opposed the deal',
    ]);
  });

  it('is offered questions that the story answers, and gets an answer to each', async () => {
    const choices = await discord.complete('ask', { question: '' }, 'question');
    expect(choices).toHaveLength(25);
    for (const { value } of choices) {
      const answer = await discord.slash('ask', { question: String(value) });
      expect(shown(answer.data), String(value)).not.toMatch(/not on record/i);
    }
    const [choice] = await discord.complete('ask', { question: 'who owns tik' }, 'question');
    expect(choice?.value).toBe('who owns tiktok');
  });

  it('is offered days on which something happened', async () => {
    const days = await discord.complete('timeline', { from: '2020-08' }, 'from');
    expect(days.map(({ value }) => value)).toEqual(['2020-08-01', '2020-08-02']);
    const saturdays = await discord.complete('timeline', { from: 'satur' }, 'from');
    expect(saturdays.map(({ value }) => value)).toEqual(['2020-08-01']);
  });

  it('who types nonsense is offered nothing', async () => {
    expect(await discord.complete('entity', { name: 'qqqqqqqq' }, 'name')).toEqual([]);
    expect(await discord.complete('no such command', { name: 'x' }, 'name')).toEqual([]);
    expect(await discord.complete('entity', { name: 'x' }, 'constructor')).toEqual([]);
  });

  it('who uses a command the bot no longer has hears which there are', async () => {
    const answer = await discord.slash('retired', { name: 'x' });
    expect(answer).toMatchObject({ type: 4, ephemeral: true });
    expect(shown(answer.data)).toMatch(inOrder('/retired', '/who said', '/story'));
  });

  it('asks of a message, from its menu, who said what it quotes', async () => {
    const message =
      'lol “we are not planning on going anywhere” and also “he never said a word of it”';
    const answer = await discord.contextMenu('Who said this?', message);
    expect(answer).toMatchObject({ type: 4, ephemeral: true });
    expect(cited(answer.data)).toContain('s7');
    expect(shown(answer.data)).toContain('Vanessa Pappas');
    expect(shown(answer.data)).toContain('Not on record');
  });

  it('who asks who said a message reads that it credits somebody else', async () => {
    const message = 'Trump said “We’re not planning on going anywhere” @everyone';
    const { data } = await discord.contextMenu('Who said this?', message);
    const remark = 'Donald Trump is not on record saying that. On record saying it: Vanessa Pappas';
    expect(shown(data)).toContain(remark);
    expect(cited(data)).toContain('s7');
  });

  it('who uses a menu entry or a form that is not the bot’s is answered kindly', async () => {
    const menu = await discord.contextMenu('Translate', 'some words');
    expect(menu).toMatchObject({ type: 4, ephemeral: true });
    const form = { ...menu, data: { custom_id: 'form' } };
    const submitted = await discord.submit(form, { field: 'text' });
    expect(submitted).toMatchObject({ type: 4, ephemeral: true });
    expect(shown(submitted.data).trim()).not.toBe('');
  });

  it.each([
    ['of an older version', '0|c|tiktok-2020|s7'],
    ['of a newer version', '9|x|new|things'],
    ['of a sentence that is gone', '1|c|tiktok-2020|s999'],
    ['of a story that is gone', '1|c|no-such-story|s1'],
    ['of a command that is gone', '1|a|1|retired|name=x'],
    ['of a name that is gone', '1|a|1|entity|name=Nobody Inc'],
    ['of a page that cannot be', '1|a|-3|entity|name=TikTok'],
    ['with an option that no command has', '1|a|1|entity|constructor=x'],
    ['with too few parts', '1|c'],
    ['of another bot', 'accept_rules'],
    ['of nonsense', '|||%7C%|=|\u0000'],
    ['as long as can be', 'x'.repeat(100)],
  ])('who presses a button %s is told so, alone', async (_of, customId) => {
    const answer = await discord.pressRaw(customId);
    expect(answer).toMatchObject({ type: 4, ephemeral: true });
    expect(shown(answer.data)).toMatch(/\w+ \w+/);
    expect(cited(answer.data)).toEqual([]);
    expect(labels(answer.data)).toEqual([]);
  });

  it('who presses on past the last page sees the last page', async () => {
    const answer = await discord.pressRaw('1|a|99|entity|name=TikTok');
    expect(labels(answer.data)).toContain('Previous');
    expect(labels(answer.data)).not.toContain('Next');
  });

  it('is answered within Discord’s three seconds, however much is asked at once', async () => {
    const text = 'countless TikTok or WeChat software companies, the safest app '.repeat(60);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => whoSaid(text.slice(0, 4000))),
    );
    for (const { elapsedMs } of answers) expect(elapsedMs).toBeLessThan(3000);
  });
});

describe.each(transports)('a bot that is restarted, over %s,', (transport) => {
  let discord: FakeDiscord;

  beforeAll(async () => {
    discord = await FakeDiscord.start();
  });

  afterAll(async () => {
    await discord.stop();
    expect(discord.violations).toEqual([]);
  });

  it('registers nothing anew, and serves what was chosen or shown before', async () => {
    const before = await startBotOver(transport, discord);
    const versions = discord.registered().map(({ version }) => version);
    const [name] = await discord.complete('entity', { name: 'bytedanse' }, 'name');
    const [quote] = await discord.complete('who said', { text: 'not planing' }, 'text');
    const long = await discord.slash('entity', { name: 'TikTok' });
    const said = await discord.slash('who said', { text: 'the safest app' });
    const which = await discord.slash('entity', { name: 'secretary' });
    expectCleanEnd(await before.stop());

    const after = await startBotOver(transport, discord);
    const entity = await discord.slash('entity', { name: name?.value ?? '' });
    expect(boldIn(shown(entity.data))[0]).toBe('ByteDance');
    const found = await discord.slash('who said', { text: quote?.value ?? '' });
    expect(cited(found.data)).toEqual(['s7']);
    expect(labels((await discord.press(long, 'Next')).data)).toContain('Previous');
    expect(cited((await discord.press(said, 'In context')).data)).toEqual(['s7']);
    const chosen = await discord.press(which, 'Mike Pompeo');
    expect(boldIn(shown(chosen.data))[0]).toBe('Mike Pompeo');
    expectCleanEnd(await after.stop());

    const puts = discord.requests.filter(({ method }) => method === 'PUT');
    expect(puts).toHaveLength(1);
    expect(discord.registered().map(({ version }) => version)).toEqual(versions);
  });
});

describe.each(transports)(
  'a bot in a server of its developer’s, that answers quietly over %s,',
  (transport) => {
    let discord: FakeDiscord;
    let bot: RunningBot;
    let guildId: string;

    beforeAll(async () => {
      discord = await FakeDiscord.start();
      guildId = discord.guildIds[0] ?? '';
      bot = await startBotOver(transport, discord, {
        DISCORD_GUILD_ID: guildId,
        EPHEMERAL_REPLIES: 'true',
        PUBLIC_URL: 'https://example.org/news',
      });
    });

    afterAll(async () => {
      const ended = await bot.stop();
      await discord.stop();
      expect(discord.violations).toEqual([]);
      expectCleanEnd(ended);
    });

    it('links a citation to its sentence on the story’s page', async () => {
      const { data } = await discord.slash('who said', { text: 'he opposed the deal' });
      expect(data.embeds?.[0]?.description).toContain(
        '(s13\\)](<https://example.org/news/s/tiktok-2020#s13>)',
      );
    });

    it('has its commands there and nowhere else', () => {
      const names = new Set(commands.flatMap(({ name, menu }) => [name.split(' ')[0], menu?.name]));
      names.delete(undefined);
      expect(new Set(discord.registered({ guildId }).map(({ name }) => name))).toEqual(names);
      expect(discord.registered()).toEqual([]);
    });

    it('answers the asker alone, unless the asker wants it otherwise', async () => {
      const quietly = await discord.slash('who said', { text: 'the safest app' });
      expect(quietly.ephemeral).toBe(true);
      const openly = await discord.slash('who said', { text: 'the safest app', private: false });
      expect(openly.ephemeral).toBe(false);
      expect(shown(openly.data)).toBe(shown(quietly.data));
    });

    it('keeps an answer private from page to page', async () => {
      const first = await discord.slash('entity', { name: 'TikTok' });
      const second = await discord.press(first, 'Next');
      expect(second).toMatchObject({ type: 7, ephemeral: true });
    });
  },
);

describe('a bot whose connection is bad', () => {
  let discord: FakeDiscord;
  let bot: RunningBot;

  beforeAll(async () => {
    discord = await FakeDiscord.start();
    bot = await startBot(discord);
  });

  afterAll(async () => {
    const ended = await bot.stop();
    await discord.stop();
    expect(discord.violations).toEqual([]);
    expectCleanEnd(ended);
  });

  it('resumes after a dropped socket, and answers what was asked meanwhile', async () => {
    discord.dropSockets();
    const missed = await discord.slash('who said', { text: 'the safest app' });
    expect(cited(missed.data)).toEqual(['s7']);
    await discord.connected();
    expect(discord).toMatchObject({ identifies: 1, resumes: 1 });
    await expect.poll(() => bot.said).toMatch(/resumed/);
  });

  it('reconnects when Discord asks it to', async () => {
    discord.askReconnect();
    await discord.connected();
    expect(cited((await discord.slash('who said', { text: 'countless' })).data)).toContain('s1');
    expect(discord).toMatchObject({ identifies: 1, resumes: 2 });
  });

  it('tries again when Discord fails once', async () => {
    discord.fail('POST', /\/callback$/, { status: 502 });
    expect(cited((await discord.slash('who said', { text: 'the safest app' })).data)).toEqual([
      's7',
    ]);
  });

  it('lives on, and says so to its operator, when Discord keeps failing', async () => {
    // discord.js tries a request four times.
    discord.fail('POST', /\/callback$/, { status: 503, times: 4 });
    const lost = discord.slash('who said', { text: 'the safest app' }, { timeLimitMs: 700 });
    await expect(lost).rejects.toThrow('no response');
    await expect.poll(() => bot.said).toMatch(/an answer did not reach Discord/);
    expect(cited((await discord.slash('who said', { text: 'the safest app' })).data)).toEqual([
      's7',
    ]);
  });

  it('lives on when Discord forgets an interaction', async () => {
    discord.fail('POST', /\/callback$/, { status: 404 });
    const lost = discord.slash('story', {}, { timeLimitMs: 300 });
    await expect(lost).rejects.toThrow('no response');
    expect((await discord.slash('story')).type).toBe(4);
  });

  it('is not disturbed by events and interactions of a kind that is new to it', async () => {
    discord.dispatch('SOMETHING_NEW', { id: '1', data: [] });
    discord.dispatch('INTERACTION_CREATE', { id: '1', token: 'unknown', type: 77, data: null });
    expect((await discord.slash('story')).type).toBe(4);
  });

  it('survives an interaction that makes no sense', async () => {
    discord.dispatch('INTERACTION_CREATE', { id: '1', token: 'unknown', type: 2 });
    discord.dispatch('INTERACTION_CREATE', { type: 3, data: [] });
    expect((await discord.slash('story', {}, { timeLimitMs: 1500 })).type).toBe(4);
  });
});

describe('an operator', () => {
  it('who gives a wrong token reads one line about it', async () => {
    const discord = await FakeDiscord.start();
    const ended = await launchBot({ token: 'wrong', apiUrl: discord.apiUrl }).ended;
    await discord.stop();
    expect(ended.code).toBeGreaterThan(0);
    expect(ended.stderr).toContain('DISCORD_TOKEN');
    expect(ended.stderr).not.toContain('wrong');
    expectOneLine(ended);
  });

  it('whose Discord cannot be reached reads one line about it', async () => {
    const discord = await FakeDiscord.start();
    await discord.stop();
    const ended = await launchBot(discord).ended;
    expect(ended.code).toBeGreaterThan(0);
    expect(ended.stderr).toContain(discord.apiUrl);
    expectOneLine(ended);
  });

  it('whose Discord is down reads one line about it', async () => {
    const discord = await FakeDiscord.start();
    discord.fail('GET', /./, { status: 503, times: 20 });
    const ended = await launchBot(discord).ended;
    await discord.stop();
    expect(ended.code).toBeGreaterThan(0);
    expectOneLine(ended);
  });

  it('who names a server the bot is not in reads so, and the bot does not linger', async () => {
    const discord = await FakeDiscord.start();
    discord.fail('GET', /\/guilds\/\d+\/commands$/, { status: 403, times: 20 });
    const bot = launchBot(discord, { DISCORD_GUILD_ID: discord.guildIds[0] ?? '' });
    const giveUp = setTimeout(() => bot.stop(), 5000);
    const ended = await bot.ended;
    clearTimeout(giveUp);
    await discord.stop();
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/^.+: .+$/m);
    expectNoStackTrace(ended);
  });

  it.each([
    { DISCORD_GUILD_ID: 'my server' },
    { EPHEMERAL_REPLIES: 'perhaps' },
    { DISCORD_API_URL: 'not an address' },
    { DATA_DIR: 'no/such/folder' },
  ])('who gives the setting %o reads one line that names it', async (settings) => {
    const ended = await launchBot({ token: 't', apiUrl: 'http://127.0.0.1:9' }, settings).ended;
    expect(ended.code).toBeGreaterThan(0);
    for (const [name, value] of Object.entries(settings)) {
      expect([name, value].some((word) => ended.stderr.includes(word))).toBe(true);
    }
    expectOneLine(ended);
  });

  it('who interrupts the bot while it is still starting is obeyed', async () => {
    const discord = await FakeDiscord.start();
    discord.fail('GET', /\/gateway\/bot$/, { delayMs: 60_000 });
    const bot = launchBot(discord);
    await expect.poll(() => discord.requests.length, { timeout: 5000 }).toBeGreaterThan(0);
    await bot.stop();
    await discord.stop();
    expectNoStackTrace(bot);
  });

  it('whose service manager stops the bot in the middle of an answer still has it answered', async () => {
    const discord = await FakeDiscord.start();
    const bot = await startBot(discord);
    discord.fail('POST', /\/callback$/, { delayMs: 300 });
    const asked = discord.slash('who said', { text: 'the safest app' });
    await expect
      .poll(() => discord.requests.filter(({ path }) => path.endsWith('/callback')).length)
      .toBe(1);
    const [answer, ended] = await Promise.all([asked, bot.stop()]);
    await discord.stop();
    expect(cited(answer.data)).toEqual(['s7']);
    expectCleanEnd(ended);
    expect(discord.violations).toEqual([]);
  });
});
