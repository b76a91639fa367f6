import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './asking.ts';
import { type Answer, FakeDiscord } from './discord/fake-discord.ts';
import { textOf } from './discord/json.ts';
import { buttonsOf } from './discord/message.ts';
import { type RunningBot, startBot } from './running-bot.ts';

/** No statement, event, role or relation of the story cites it. */
const uncited = 'The repairs are expected to take 18 months';

describe('An article that may be quoted but not printed', () => {
  let data: string;
  let discord: FakeDiscord;
  let bot: RunningBot;

  beforeAll(async () => {
    data = await mkdtemp(path.join(tmpdir(), 'quoted-'));
    await cp('test/stories/harbour-bridge', path.join(data, 'bridge'), { recursive: true });
    const file = path.join(data, 'bridge', 'story.yaml');
    const yaml = await readFile(file, 'utf8');
    await writeFile(file, yaml.replace(/^( +)outlet: .*$/m, '$&\n$1page: cited'));
    discord = await FakeDiscord.start();
    bot = await startBot(discord, { DATA_DIR: data });
  });

  afterAll(async () => {
    await bot.stop();
    await discord.stop();
    await rm(data, { recursive: true });
    expect(discord.violations).toEqual([]);
  });

  it('is shown in part by /story, which says how much is left out', async () => {
    const pages = await walked(discord, await discord.slash('story show'));
    expect(pages).toContain('14 votes to 11');
    expect(pages).not.toContain(uncited);
    expect(pages).toMatch(/(\d+) sentences are left out: the rights to them allow only what is/);
  });

  it('is shown in part as JSON and in the terminal', async () => {
    const env = { DATA_DIR: data };
    const json = JSON.parse((await run('ask', { args: ['--json', '/story'], env })).stdout);
    const shown = json.answers.map(({ sentence }: { sentence: string }) => sentence);
    expect(shown).toContain('s14');
    expect(shown).not.toContain('s15');
    expect(json.message).toMatch(/^\d+ sentences are left out/);
    expect(json.stories).toEqual([]);
    const text = await run('ask', { args: ['/story'], env });
    expect(text.stdout).toMatch(/^\d+ sentences are left out/);
    expect(text.stdout).not.toContain('(s15)');
  });

  it('has only what may be shown around a sentence in context', async () => {
    const answer = await discord.slash('who said', { text: 'it could. i would not' });
    const context = await discord.press(answer, 'Context of s14');
    expect(shownIn(context)).toContain('I would not');
    expect(shownIn(context)).toContain('> …');
    expect(shownIn(context)).not.toContain(uncited);
  });

  it('lends a card none of its other sentences', async () => {
    const card = await walked(discord, await discord.slash('entity', { name: 'the bridge' }));
    expect(card).toContain('`s1`');
    expect(card).not.toContain('`s15`');
  });

  it('is not given away letter by letter while a quote is typed', async () => {
    const offered = await discord.complete('who said', { text: 'the repairs are' }, 'text');
    expect(offered.filter(({ name }) => name.includes('The repairs'))).toEqual([]);
  });

  it('still answers who asks for a sentence by its words', async () => {
    const answer = await discord.slash('who said', { text: uncited });
    expect(shownIn(answer)).toContain(uncited);
  });
});

/** Everything on all pages of an answer. */
async function walked(discord: FakeDiscord, first: Answer): Promise<string> {
  const pages = [shownIn(first)];
  let page = first;
  while (buttonsOf(page.data).some(({ label }) => textOf(label) === 'Next')) {
    page = await discord.press(page, 'Next');
    pages.push(shownIn(page));
  }
  return pages.join('\n');
}

function shownIn({ data }: Answer): string {
  return (data.embeds ?? [])
    .map(({ description }) => description ?? '')
    .join('\n')
    .replaceAll(/\\(?=[^\w\s])/g, '');
}
