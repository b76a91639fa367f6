import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, FakeDiscord } from './discord/fake-discord.ts';
import { listOf, objectOf, textOf } from './discord/json.ts';
import { buttonsOf, type MessagePayload } from './discord/message.ts';
import { type RunningBot, startBotOver, transports } from './running-bot.ts';

// Three invented stories: the sale of a football club, a bridge and a vaccine.

const moderator = { permissions: '32' } as const;

function shown(message: MessagePayload): string {
  return (message.embeds ?? [])
    .flatMap(({ description, footer }) => [description, footer?.text])
    .join('\n')
    .replaceAll(/\\(?=[^\w\s])/g, '');
}

function labels(message: MessagePayload): string[] {
  return buttonsOf(message).map(({ label }) => textOf(label));
}

/** The menus of a message, by what they are called. */
function menus(message: MessagePayload): string[] {
  return listOf(message.components)
    .flatMap((row) => listOf(objectOf(row).components).map(objectOf))
    .filter(({ type }) => type === 3)
    .map(({ placeholder }) => textOf(placeholder));
}

describe.each(transports)('a bot with several stories, over %s,', (transport) => {
  let discord: FakeDiscord;
  let bot: RunningBot;
  let state: string;

  const start = () =>
    startBotOver(transport, discord, {
      DATA_DIR: 'test/stories',
      SETTINGS_URL: state,
      QUESTIONS_PER_MINUTE: '9999',
    });

  beforeAll(async () => {
    state = path.join(await mkdtemp(path.join(tmpdir(), 'settings-')), 'kept');
    discord = await FakeDiscord.start();
    bot = await start();
  });

  afterAll(async () => {
    const ended = await bot.stop();
    await discord.stop();
    expect(discord.violations).toEqual([]);
    expect(ended.code).toBe(0);
  });

  /** Each test has a server of its own, so that none sees what another has chosen. */
  let servers = 0;
  const newServer = () => {
    servers += 1;
    return { guildId: `9000000000000000${String(servers).padStart(2, '0')}` };
  };

  const set = async (options: Record<string, string>, at: { guildId: string }) => {
    const answer = await discord.slash('settings', options, { ...at, ...moderator });
    expect(answer).toMatchObject({ type: 4, ephemeral: true });
    return shown(answer.data);
  };

  describe('lets a reader', () => {
    it('list the stories, with their articles, and open one', async () => {
      const list = await discord.slash('story list');
      for (const outlet of ['The Northern Ledger', 'Touchline Daily', 'Veldane', 'Harbour']) {
        expect(shown(list.data)).toContain(outlet);
      }
      expect(labels(list.data)).toHaveLength(3);
      const opened = await discord.press(list, 'The sale of Thornby Athletic that was not');
      expect(opened.type).toBe(7);
      expect(shown(opened.data)).toContain('Imogen Sallow');
      const next = await discord.press(opened, 'Next');
      expect(shown(next.data)).toContain('story:The sale of Thornby');
    });

    it('choose a story by typing part of its title', async () => {
      const offered = await discord.complete('who said', { text: 'x', story: 'thorn' }, 'story');
      expect(offered.map(({ value }) => value)).toEqual(['club-takeover']);
      const all = await discord.complete('who said', { text: 'x' }, 'story');
      expect(all.map(({ value }) => value)).toEqual([
        '*',
        'club-takeover',
        'harbour-bridge',
        'vaccine-trial',
      ]);
    });

    it('name a story half rightly, or not at all', async () => {
      const one = await discord.slash('story show', { story: 'thornby atletic' });
      expect(shown(one.data)).toContain('The sale of Thornby');
      const which = await discord.slash('story show');
      expect(shown(which.data)).toContain('Which one?');
      expect(labels(which.data)).toHaveLength(3);
      const none = await discord.slash('story show', { story: 'the moon' });
      expect(shown(none.data)).toMatch(/No story called “the moon”/);
      expect(labels(none.data)).toHaveLength(3);
    });

    it('ask about one story only', async () => {
      const everywhere = await discord.slash('timeline');
      const here = await discord.slash('timeline', { story: 'club-takeover' });
      expect(shown(here.data)).not.toBe(shown(everywhere.data));
      expect(shown((await discord.press(here, 'Next')).data)).not.toContain('Harbour');
    });

    it('complete names of the chosen story only', async () => {
      const options = { name: '', story: 'club-takeover' };
      const names = await discord.complete('who is', options, 'name');
      expect(names.length).toBeGreaterThan(5);
      for (const { value } of names) expect(value).toMatch(/^club-takeover:/);
    });

    it('see what several articles tell in the order it happened, each with its own outlet', async () => {
      let page = await discord.slash('timeline', { story: 'club-takeover' });
      let text = shown(page.data);
      while (labels(page.data).includes('Next')) {
        page = await discord.press(page, 'Next');
        text += shown(page.data);
      }
      const outlets = [...text.matchAll(/The Northern Ledger|Touchline Daily/g)].map(String);
      // Neither article's events stand all before the other's.
      expect(outlets.indexOf('Touchline Daily')).toBeLessThan(
        outlets.lastIndexOf('The Northern Ledger'),
      );
      expect(outlets.indexOf('The Northern Ledger')).toBeLessThan(
        outlets.lastIndexOf('Touchline Daily'),
      );
      const years = [...text.matchAll(/^\*\*.*?(\d{4})/gm)].map(([, year]) => Number(year));
      expect(years).toEqual(years.toSorted((a, b) => a - b));
    });
  });

  describe('on a server whose moderator', () => {
    it('chose nothing, shows how things are and lists to choose from', async () => {
      const at = newServer();
      const card = await discord.slash('settings', {}, { ...at, ...moderator });
      expect(card.ephemeral).toBe(true);
      expect(shown(card.data)).toContain('every story');
      expect(menus(card.data)).toEqual([
        'Questions are about',
        'Answers are written in',
        'Answers are seen by',
        'Allowed are',
      ]);
    });

    it('picks another story on the card, answers about it, also on later pages', async () => {
      const at = { ...newServer(), ...moderator };
      const card = await discord.slash('settings', {}, at);
      const changed = await discord.choose(card, 'Questions are about', ['club-takeover'], at);
      expect(changed.type).toBe(7);
      expect(shown(changed.data)).toMatch(/Questions are about\W+The sale of Thornby/);
      const story = await discord.slash('story show', {}, at);
      expect(shown(story.data)).toContain('The sale of Thornby');
      await set({ story: '*' }, at);
      expect(shown((await discord.press(story, 'Next')).data)).toContain('s');
      expect(shown((await discord.slash('story show', {}, at)).data)).toContain('Which one?');
    });

    it('allows some stories, knows of no others', async () => {
      const at = newServer();
      const open = await discord.slash('story show', { story: 'vaccine-trial' }, at);
      expect(await set({ stories: 'harbour-bridge, thornby' }, at)).toMatch(/Allowed are/);
      const list = await discord.slash('story list', {}, at);
      expect(labels(list.data)).toHaveLength(2);
      const gone = await discord.press(open, 'Next', at);
      expect(gone).toMatchObject({ type: 4, ephemeral: true });
      const offered = await discord.complete('entity', { name: '', story: '' }, 'story', at);
      expect(offered.map(({ value }) => value)).toEqual(['*', 'club-takeover', 'harbour-bridge']);
      const peeked = await discord.pressRaw('1|c|vaccine-trial|s1', at);
      expect(shown(peeked.data)).toContain('no longer in the story');
      await set({ stories: '*' }, at);
      expect(labels((await discord.slash('story list', {}, at)).data)).toHaveLength(3);
    });

    it('wants quiet answers, answers quietly unless the asker chooses', async () => {
      const at = newServer();
      await set({ answers: 'asker' }, at);
      expect((await discord.slash('story list', {}, at)).ephemeral).toBe(true);
      expect((await discord.slash('story list', { private: false }, at)).ephemeral).toBe(false);
      expect((await discord.slash('story list')).ephemeral).toBe(false);
    });

    it('types what cannot be chosen, says what can', async () => {
      const at = newServer();
      expect(await set({ language: 'Klingon' }, at)).toMatch(
        /“Klingon” is no choice for “language”/,
      );
      expect(await set({ answers: 'cats', story: 'the moon' }, at)).toMatch(
        /“cats” is no choice(?:.|\n)*“the moon” is no choice/,
      );
      expect(await set({}, at)).toContain('every story');
    });

    it('allows only stories without the one questions are about, has none of these any more', async () => {
      const at = newServer();
      await set({ story: 'club-takeover' }, at);
      expect(await set({ stories: 'harbour-bridge' }, at)).toMatch(/are about\W+every story/);
      expect(await set({ story: 'club-takeover' }, at)).toContain('is no choice');
    });

    it('completes what is typed', async () => {
      const at = { ...newServer(), ...moderator };
      const languages = await discord.complete('settings', { language: 'de' }, 'language', at);
      expect(languages).toEqual([{ name: 'Deutsch', value: 'de' }]);
      const typed = { stories: 'club-takeover, vacc' };
      const stories = await discord.complete('settings', typed, 'stories', at);
      expect(stories.map(({ value }) => value)).toEqual(['club-takeover, vaccine-trial']);
    });

    it('is not the one who asks, keeps settings to the moderator', async () => {
      const at = newServer();
      const card = await discord.slash('settings', {}, { ...at, ...moderator });
      for (const permissions of ['0', '2222085186637376', 'many']) {
        const stranger = { ...at, permissions };
        const refused: Answer[] = [
          await discord.slash('settings', { answers: 'asker' }, stranger),
          await discord.choose(card, 'Answers are seen by', ['asker'], stranger),
        ];
        for (const answer of refused) {
          expect(answer).toMatchObject({ type: 4, ephemeral: true });
          expect(shown(answer.data)).toContain('Manage Server');
          expect(menus(answer.data)).toEqual([]);
        }
        expect(await discord.complete('settings', { story: '' }, 'story', stranger)).toEqual([]);
      }
      expect((await discord.slash('story list', {}, at)).ephemeral).toBe(false);
      const administrator = await discord.slash('settings', {}, { ...at, permissions: '8' });
      expect(menus(administrator.data)).toHaveLength(4);
    });

    it('restarts the bot, finds all as it was', async () => {
      const at = newServer();
      await set({ story: 'vaccine-trial', language: 'français', answers: 'asker' }, at);
      expect(await readdir(state)).toContain(`${at.guildId}.json`);
      await bot.stop();
      bot = await start();
      const card = await discord.slash('settings', {}, { ...at, ...moderator });
      expect(shown(card.data)).toMatch(/Français(?:.|\n)*the asker only/);
    });
  });

  it('has no settings in direct messages, and says so', async () => {
    for (const doing of [{ guildId: null }, { guildId: null, isGroupChat: true }]) {
      const answer = await discord.slash('settings', { answers: 'asker' }, doing);
      expect(answer.ephemeral).toBe(true);
      expect(shown(answer.data)).toContain('belong to a Discord server');
    }
  });

  it('answers people who installed it for themselves, wherever they are', async () => {
    const answer = await discord.slash('story list', {}, { guildId: null, isGroupChat: true });
    expect(labels(answer.data)).toHaveLength(3);
  });

  it('is offered to servers and users everywhere, its settings to those who manage a server', () => {
    for (const { name, contexts, integration_types, ...command } of discord.registered()) {
      const ofServer = name === 'settings';
      expect(contexts, name).toEqual(ofServer ? [0] : [0, 1, 2]);
      expect(integration_types, name).toEqual(ofServer ? [0] : [0, 1]);
      expect(command.default_member_permissions, name).toBe(ofServer ? '32' : null);
    }
  });
});

describe.each(transports)('a person who asks very much, over %s,', (transport) => {
  it('is told kindly when to ask again, alone; others are not held back', async () => {
    const discord = await FakeDiscord.start();
    const bot = await startBotOver(transport, discord, { QUESTIONS_PER_MINUTE: '3' });
    for (let count = 0; count < 3; count += 1) {
      expect((await discord.slash('story show')).ephemeral).toBe(false);
    }
    const held = await discord.slash('story show');
    expect(held).toMatchObject({ type: 4, ephemeral: true });
    const [, moment = ''] = /<t:(\d+):R>/.exec(shown(held.data)) ?? [];
    const seconds = Number(moment) - Date.now() / 1000;
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(61);
    expect((await discord.complete('entity', { name: 'b' }, 'name')).length).toBeGreaterThan(0);
    for (let count = 0; count < 30; count += 1) {
      await discord.complete('entity', { name: 'b' }, 'name');
    }
    expect(await discord.complete('entity', { name: 'b' }, 'name')).toEqual([]);
    const other = await discord.slash('story show', {}, { userId: '123456789012345678' });
    expect(other.ephemeral).toBe(false);
    await bot.stop();
    await discord.stop();
    expect(discord.violations).toEqual([]);
  });
});
