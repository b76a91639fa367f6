import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Signer } from './discord/endpoint.ts';
import { FakeDiscord } from './discord/fake-discord.ts';
import { slashCommand, somebody } from './discord/interactions.ts';
import { listOf, objectOf } from './discord/json.ts';
import { freePort } from './redis.ts';
import { httpSettings, launchBot, type RunningBot, startBot, startBotOver } from './running-bot.ts';

const question = slashCommand(somebody, { id: '5', path: 'who said' }, { text: 'the safest app' });
const body = JSON.stringify(question);

describe('the interactions endpoint', () => {
  let discord: FakeDiscord;
  let bot: RunningBot;

  beforeAll(async () => {
    discord = await FakeDiscord.start();
    bot = await startBotOver('http', discord);
  });

  afterAll(async () => {
    const { code } = await bot.stop();
    await discord.stop();
    expect(code).toBe(0);
  });

  const post = (sent: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>) =>
    fetch(`${bot.url}/interactions`, { method: 'POST', body: sent, headers });

  it('answers what Discord signed', async () => {
    const response = await post(body, discord.signer.headers(body));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ type: 4 });
  });

  it('answers Discord’s ping, with which it tries the address', async () => {
    for (const ping of ['{"type":1}', '{"id":"1","token":"t","type":1,"version":1}']) {
      const response = await post(ping, discord.signer.headers(ping));
      expect([response.status, await response.json()]).toEqual([200, { type: 1 }]);
    }
  });

  it.each<[string, (headers: Record<string, string>) => Record<string, string>]>([
    ['is not signed', () => ({})],
    ['has no timestamp', ({ 'x-signature-timestamp': _, ...others }) => others],
    ['has no signature', ({ 'x-signature-ed25519': _, ...others }) => others],
    ['has an empty signature', (headers) => ({ ...headers, 'x-signature-ed25519': '' })],
    ['is signed in words', (headers) => ({ ...headers, 'x-signature-ed25519': 'Discord' })],
    ['is signed with noughts', (all) => ({ ...all, 'x-signature-ed25519': '0'.repeat(128) })],
    ['was signed at another time', (all) => ({ ...all, ...anotherSecond(all) })],
    ['was signed in no time', (all) => ({ ...all, 'x-signature-timestamp': 'now' })],
    ['is signed by somebody else', () => new Signer().headers(body)],
    ['is the signature of other words', () => discord.signer.headers(`${body} `)],
    ['was signed an hour ago', () => discord.signer.headers(body, Date.now() - 3_600_000)],
    ['was signed in an hour', () => discord.signer.headers(body, Date.now() + 3_600_000)],
  ])('turns away what %s', async (_why, changed) => {
    const response = await post(body, changed(discord.signer.headers(body)));
    expect(response.status).toBe(401);
    expect(await response.text()).toMatch(/^\w.+\.\n$/);
  });

  it('takes what was signed by a clock that is a minute off', async () => {
    for (const off of [-60_000, 60_000]) {
      const headers = discord.signer.headers(body, Date.now() + off);
      expect((await post(body, headers)).status).toBe(200);
    }
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{"type":'],
    ['no object', '[1]'],
    ['an object of no kind', '{"id":"1"}'],
    ['bytes that are no text', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])],
  ])('calls %s malformed, though it is signed', async (_what, sent) => {
    expect((await post(sent, discord.signer.headers(sent))).status).toBe(400);
  });

  it('does not read what is too long for an interaction', async () => {
    const long = JSON.stringify({ type: 2, filler: 'x'.repeat(2_000_000) });
    expect((await post(long, discord.signer.headers(long))).status).toBe(413);
  });

  it('takes only posts', async () => {
    const response = await fetch(`${bot.url}/interactions`);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('counts what it answers and turns away, and tells nobody’s words', async () => {
    await post(body, {});
    const told = await (await fetch(`${bot.url}/metrics`)).text();
    for (const line of [
      /^on_the_record_answers_total\{command="who said",outcome="found"\} [1-9]/m,
      /^on_the_record_interaction_seconds_count\{transport="http",kind="command",command="who said"\} [1-9]/m,
      /^on_the_record_http_refused_total\{reason="unsigned"\} [1-9]/m,
      /^on_the_record_http_refused_total\{reason="forged"\} [1-9]/m,
      /^on_the_record_stories 1$/m,
    ]) {
      expect(told).toMatch(line);
    }
    expect(told).not.toContain('safest');
    expect(JSON.stringify(bot.log)).not.toContain('safest');
  });

  it('is ready, and healthy', async () => {
    for (const address of ['healthz', 'readyz']) {
      expect((await fetch(`${bot.url}/${address}`)).status).toBe(200);
    }
  });
});

function anotherSecond(headers: Record<string, string>): Record<string, string> {
  return { 'x-signature-timestamp': String(Number(headers['x-signature-timestamp']) - 1) };
}

describe('a bot on both transports', () => {
  let discord: FakeDiscord;
  let bot: RunningBot;

  beforeAll(async () => {
    discord = await FakeDiscord.start();
    bot = await startBot(discord, { ...httpSettings(discord, 'both'), LOG_QUESTIONS: 'true' });
  });

  afterAll(async () => {
    await bot.stop();
    await discord.stop();
    expect(discord.violations).toEqual([]);
  });

  it('answers the same, byte for byte, whichever way it is asked', async () => {
    const ask = async () => {
      const said = await discord.slash('who said', { text: 'the safest app' });
      const long = await discord.slash('entity', { name: 'TikTok' });
      const answers = [
        said,
        long,
        await discord.slash('who said', { text: 'the safst ap' }),
        await discord.slash('who is', { name: 'Pappas' }),
        await discord.slash('entity', { name: 'secretary', private: true }),
        await discord.slash('timeline', { from: '2020-08-01' }),
        await discord.slash('timeline', { from: 'yesterday' }),
        await discord.slash('ask', { question: 'Who is the treasury secretary?' }),
        await discord.slash('story'),
        await discord.slash('who said', { text: 'the moon is made of cheese' }),
        await discord.contextMenu('Who said this?', 'She said “the safest app”'),
        await discord.press(said, 'In context'),
        await discord.press(long, 'Next'),
      ];
      const choices = await discord.complete('entity', { name: 'p' }, 'name');
      return [...answers.map(({ type, data }) => JSON.stringify({ type, data })), choices];
    };
    discord.interactionsUrl = undefined;
    const overGateway = await ask();
    discord.interactionsUrl = `${bot.url}/interactions`;
    expect(await ask()).toEqual(overGateway);
  });

  it('writes down what is asked, if its operator wishes', async () => {
    await discord.slash('entity', { name: 'bytedanse' });
    await expect
      .poll(() => bot.log)
      .toContainEqual(
        expect.objectContaining({
          msg: 'question',
          command: 'entity',
          options: { name: 'bytedanse' },
          outcome: 'found',
        }),
      );
  });

  it('tells how its shards are', async () => {
    const told = await (await fetch(`${bot.url}/metrics`)).text();
    expect(told).toContain('on_the_record_gateway_shards{state="connected"} 1');
    expect(told).toContain('on_the_record_gateway_shards{state="disconnected"} 0');
  });
});

describe('a replica that has no token', () => {
  it('serves all the same, and says what it cannot do', async () => {
    const discord = await FakeDiscord.start();
    const settings = { ...httpSettings(discord, 'http'), DISCORD_TOKEN: '' };
    const bot = await startBot(discord, settings);
    discord.interactionsUrl = `${bot.url}/interactions`;
    expect((await discord.slash('who said', { text: 'countless' })).type).toBe(4);
    expect(bot.said).toContain('commands not registered: that needs DISCORD_TOKEN');
    expect(discord.requests).toEqual([]);
    expect((await bot.stop()).code).toBe(0);
    await discord.stop();
  });
});

describe('an operator of the HTTP server', () => {
  it.each([
    [{ TRANSPORT: 'http', DISCORD_PUBLIC_KEY: '' }, 'DISCORD_PUBLIC_KEY is missing'],
    [{ TRANSPORT: 'pigeon' }, 'TRANSPORT must be gateway, http or both'],
    [{ DISCORD_PUBLIC_KEY: 'secret' }, 'DISCORD_PUBLIC_KEY must be'],
    [{ PORT: 'eighty' }, 'PORT must be'],
    [
      { TRANSPORT: 'http', DISCORD_PUBLIC_KEY: '0'.repeat(64) },
      'DISCORD_PUBLIC_KEY is not the key',
    ],
  ])('who gives the settings %o reads one line about it', async (settings, line) => {
    const discord = await FakeDiscord.start();
    const { code, stderr } = await launchBot(discord, { PORT: '0', ...settings }).ended;
    await discord.stop();
    expect(code).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(line)]);
  });

  it('whose port is taken reads one line about it', async () => {
    const discord = await FakeDiscord.start();
    const { port } = new URL(discord.apiUrl);
    const settings = { ...httpSettings(discord, 'http'), PORT: port, HOST: '127.0.0.1' };
    const { code, stderr } = await launchBot(discord, settings).ended;
    await discord.stop();
    expect(code).toBe(1);
    expect(stderr).toBe(
      `on-the-record: PORT ${port} of HOST 127.0.0.1 is taken; stop the program that listens there, or choose another PORT.\n`,
    );
  });

  it('whose host is another machine’s reads one line about it', async () => {
    const discord = await FakeDiscord.start();
    const settings = { ...httpSettings(discord, 'http'), HOST: '192.0.2.1' };
    const { code, stderr } = await launchBot(discord, settings).ended;
    await discord.stop();
    expect(code).toBe(1);
    expect(stderr).toMatch(/^on-the-record: HOST 192\.0\.2\.1 is no address of this machine.*\n$/);
  });

  it.each([
    ['a folder that nobody can make', async () => '/proc/settings', 'ENOENT'],
    [
      'a Redis that is not there',
      async () => `redis://localhost:${await freePort()}`,
      'ECONNREFUSED',
    ],
  ])('whose settings are to be kept in %s reads so at the start', async (_what, place, why) => {
    const discord = await FakeDiscord.start();
    const bot = await startBotOver('http', discord, { SETTINGS_URL: await place() });
    const told = bot.log.filter(({ msg }) => msg === 'settings');
    const { data } = await discord.slash('who said', { text: 'the safest app' });
    await bot.stop();
    await discord.stop();
    expect(told).toEqual([expect.objectContaining({ level: 'error' })]);
    expect(told[0]?.problem).toContain('SETTINGS_URL: settings cannot be kept there');
    expect(told[0]?.problem).toContain(why);
    expect(JSON.stringify(data)).toContain('Vanessa Pappas');
  });

  it('who stops the bot has it finish what it has begun, and hears at once that it ends', async () => {
    const discord = await FakeDiscord.start();
    const bot = await startBotOver('http', discord);
    const { port } = new URL(bot.url);
    const socket = connect(Number(port), '127.0.0.1');
    const headers = Object.entries({ host: 'bot', ...discord.signer.headers(body) });
    const length = Buffer.byteLength(body);
    const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    socket.write(`POST /interactions HTTP/1.1\r\n${lines}content-length: ${length}\r\n\r\n`);
    socket.write(body.slice(0, 100));
    let heard = '';
    socket.setEncoding('utf8').on('data', (text: string) => {
      heard += text;
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    const ended = bot.stop();
    await expect.poll(() => bot.said).toContain('stopping');
    await expect(fetch(`${bot.url}/healthz`)).rejects.toThrow();
    socket.write(body.slice(100));
    expect((await ended).code).toBe(0);
    expect(heard).toMatch(/^HTTP\/1\.1 200 OK/);
    expect(heard).toMatch(/connection: close/i);
    await discord.stop();
  });
});

describe('an editor who changes the stories of a running bot', () => {
  let discord: FakeDiscord;
  let bot: RunningBot;
  let folder: string;
  const story = (id: string) => path.join(folder, id, 'story.yaml');
  const titles = async () => JSON.stringify((await discord.slash('story')).data);
  /** What Discord's menu offers beside `/timeline`. */
  const timelineOptions = () =>
    discord
      .registered()
      .filter(({ name }) => name === 'timeline')
      .flatMap(({ options }) => listOf(options).map((option) => objectOf(option).name));
  const change = async (file: string, from: string, to: string) =>
    writeFile(file, (await readFile(file, 'utf8')).replace(from, to));

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'on-the-record-data-'));
    await cp('test/stories/harbour-bridge', path.join(folder, 'harbour-bridge'), {
      recursive: true,
    });
    discord = await FakeDiscord.start();
    bot = await startBot(discord, { DATA_DIR: folder });
  });

  afterAll(async () => {
    await bot.stop();
    await discord.stop();
    await rm(folder, { recursive: true });
  });

  it('sees the change without a restart', async () => {
    await change(story('harbour-bridge'), 'title: ', 'title: Corrected, ');
    await expect.poll(titles, { timeout: 10_000 }).toContain('Corrected');
  });

  it('has the menu offer a choice of stories while there are several', async () => {
    const second = path.join(folder, 'club-takeover');
    expect(timelineOptions()).not.toContain('story');
    await cp('test/stories/club-takeover', second, { recursive: true });
    await expect.poll(timelineOptions, { timeout: 10_000 }).toContain('story');
    await rm(second, { recursive: true });
    await expect.poll(timelineOptions, { timeout: 10_000 }).not.toContain('story');
  });

  it('sees the old story, and reads why in the log, when the new one is broken', async () => {
    await cp('test/stories/vaccine-trial', path.join(folder, 'vaccine-trial'), { recursive: true });
    await expect
      .poll(() => bot.log, { timeout: 10_000 })
      .toContainEqual(expect.objectContaining({ msg: 'stories reloaded', stories: 2, broken: [] }));
    await change(story('harbour-bridge'), 'articles:', 'artikles:');
    await expect
      .poll(() => bot.log.filter(({ msg }) => msg === 'a story stays as it was'), {
        timeout: 10_000,
      })
      .toContainEqual(
        expect.objectContaining({
          level: 'error',
          story: 'harbour-bridge',
          fault: expect.stringMatching(/harbour-bridge\/story\.yaml:\d+:\d+ .*artikles.*; /),
        }),
      );
    expect(await titles()).toContain('Corrected');
    expect(discord.identifies).toBe(1);
  });

  it('has the others reloaded meanwhile, also at a signal', async () => {
    await change(story('vaccine-trial'), 'title: ', 'title: Also corrected, ');
    bot.reload();
    await expect.poll(titles, { timeout: 10_000 }).toContain('Also corrected');
    await rm(path.join(folder, 'vaccine-trial'), { recursive: true });
    await expect.poll(titles, { timeout: 10_000 }).not.toContain('Also corrected');
    expect(await titles()).toContain('Corrected');
  });
});
