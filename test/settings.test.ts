import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import type { Desk } from '../src/discord/desk.ts';
import { type Answered, respond } from '../src/discord/respond.ts';
import { openDataFolder } from '../src/open-data-folder.ts';
import { openSettings } from '../src/settings/open-settings.ts';
import { type Keeper, serverSettings } from '../src/settings/server-settings.ts';
import { read, unchanged, written } from '../src/settings/settings.ts';
import { checkInteractionResponse } from './discord/payload.ts';

const server = '123456789012345678';
const chosen = { story: 'a-story', language: 'ja', ephemeral: true, stories: ['a-story'] } as const;

let reported: string[];
const report = (problem: string) => {
  reported.push(problem);
};

beforeEach(() => {
  reported = [];
});

const newFolder = async () => path.join(await mkdtemp(path.join(tmpdir(), 'settings-')), 'kept');

describe('settings kept in files', () => {
  it('are what was last chosen, for each server its own, also after a restart', async () => {
    const folder = await newFolder();
    const settings = openSettings(folder, report);
    expect(await settings.of(server)).toEqual(unchanged);
    await settings.change(server, chosen);
    await settings.change('1', { ephemeral: false });
    await settings.close();
    const again = openSettings(folder, report);
    expect(await again.of(server)).toEqual(chosen);
    expect(await again.of('1')).toEqual({ ephemeral: false });
    expect(await again.of('2')).toEqual(unchanged);
    expect(reported).toEqual([]);
  });

  it('are seen at once by another process that shares the folder', async () => {
    const folder = await newFolder();
    const [one, other] = [openSettings(folder, report), openSettings(folder, report)];
    expect(await other.of(server)).toEqual(unchanged);
    await one.change(server, chosen);
    expect(await other.of(server)).toEqual(chosen);
  });

  it.each([
    ['cut short', (text: string) => text.slice(0, 20)],
    ['emptied', () => ''],
    ['of a later version', (text: string) => text.replace('"version":1', '"version":2')],
    ['with a language that nobody speaks', (text: string) => text.replace('"ja"', '"tlh"')],
    ['that is something else', () => '{"value":[1,2,3]}'],
  ])('in a file %s count as none, which the operator reads', async (_what, damage) => {
    const folder = await newFolder();
    await openSettings(folder, report).change(server, chosen);
    const [file = ''] = await readdir(folder);
    const text = await readFile(path.join(folder, file), 'utf8');
    await writeFile(path.join(folder, file), damage(text));
    expect(await openSettings(folder, report).of(server)).toEqual(unchanged);
    expect(reported).toHaveLength(1);
    expect(reported[0]).toMatch(/settings/);
  });

  it('never leave their folder, whatever the server is called', async () => {
    const folder = await newFolder();
    await openSettings(folder, report).change('../../etc/passwd', chosen);
    expect(await readdir(path.dirname(folder))).toEqual(['kept']);
    expect(await readdir(folder)).toHaveLength(1);
  });
});

describe('settings', () => {
  it('come back as they were written, and nothing else is taken for settings', () => {
    expect(read(JSON.parse(JSON.stringify(written(chosen))))).toEqual(chosen);
    fc.assert(
      fc.property(fc.anything(), (kept) => {
        const parsed = read(kept);
        if (parsed !== undefined) expect(written(parsed)).toEqual(kept);
      }),
      { seed: 5, numRuns: 2000 },
    );
  });
});

/** A keeper that does what the test says, and remembers. */
class Keeping implements Keeper {
  readonly kept = new Map<string, unknown>();
  getWaitsMs = 0;
  setWaitsMs = 0;
  fails = false;

  async get(key: string): Promise<unknown> {
    await this.#trouble(this.getWaitsMs);
    return this.kept.get(key);
  }

  async set(key: string, value: unknown): Promise<void> {
    await this.#trouble(this.setWaitsMs);
    this.kept.set(key, value);
  }

  async #trouble(waitsMs: number): Promise<void> {
    if (waitsMs > 0) await new Promise((resolve) => setTimeout(resolve, waitsMs).unref());
    if (this.fails) throw new Error('ENOSPC: no space left on device');
  }
}

const patience = { readMs: 1500, writeMs: 3000, restMs: 300 };
const library = await openDataFolder('test/stories');

describe('a keeper in trouble', () => {
  const deskWith = (keeper: Keeper): Desk => ({
    library,
    commands,
    ephemeral: false,
    settings: serverSettings(keeper, report, patience),
    report,
  });
  const from = {
    id: '1',
    token: 't',
    guild_id: server,
    locale: 'en-US',
    member: { user: { id: '7' }, permissions: '32' },
  };
  const command = (name: string, options: Record<string, string | boolean> = {}) => ({
    ...from,
    type: 2,
    data: {
      name,
      type: 1,
      options: Object.entries(options).map(([option, value]) => ({ name: option, type: 3, value })),
    },
  });
  const textOf = (answered: unknown) => JSON.stringify(answered);

  const expectValid = async ({ response, followUp }: Answered) => {
    expect(checkInteractionResponse(response)).toEqual([]);
    const sent = await followUp;
    if (sent !== undefined) {
      const data = { ...sent.message };
      expect(checkInteractionResponse({ type: 4, data })).toEqual([]);
    }
    return sent;
  };

  it('that fails costs nobody an answer', async () => {
    const keeper = new Keeping();
    keeper.fails = true;
    const answered = await respond(command('timeline'), deskWith(keeper));
    expect(answered.response.type).toBe(4);
    await expectValid(answered);
    expect(reported).toHaveLength(1);
    expect(reported[0]).toContain('ENOSPC');
  });

  it('that cannot write says so kindly, and everything stays as it was', async () => {
    const keeper = new Keeping();
    keeper.kept.set(server, written({ ephemeral: true }));
    const desk = deskWith(keeper);
    await respond(command('story list'), desk);
    keeper.fails = true;
    const answered = await respond(command('settings', { answers: 'everyone' }), desk);
    await expectValid(answered);
    expect(textOf(answered)).toContain('could not be kept');
    expect(reported.join()).toContain('ENOSPC');
    keeper.fails = false;
    expect(await desk.settings?.of(server)).toEqual({ ephemeral: true });
  });

  it('that fails later leaves in force what was last known', async () => {
    const keeper = new Keeping();
    keeper.kept.set(server, written({ stories: ['harbour-bridge'] }));
    const desk = deskWith(keeper);
    await respond(command('story list'), desk);
    keeper.fails = true;
    const answered = await respond(command('story list'), desk);
    expect(textOf(answered)).not.toContain('Thornby');
  });

  it('that is slow puts the asker off, and the answer follows', async () => {
    const keeper = new Keeping();
    keeper.kept.set(server, written({ story: 'harbour-bridge' }));
    keeper.getWaitsMs = 1200;
    const answered = await respond(command('story'), deskWith(keeper));
    // What the server wants is not known yet, and what everybody has seen can't be taken back.
    expect(answered.response).toEqual({ type: 5, data: { flags: 64 } });
    const sent = await expectValid(answered);
    expect(sent?.method).toBe('PATCH');
    expect(sent?.message).not.toHaveProperty('flags');
    expect(textOf(sent)).toContain('Harbour');
  });

  it('that never answers is waited for once, and then let rest for a while', async () => {
    const keeper = new Keeping();
    keeper.getWaitsMs = 600_000;
    const desk = deskWith(keeper);
    const first = await respond(command('story list'), desk);
    expect(first.response.type).toBe(5);
    expect(textOf(await expectValid(first))).toContain('Thornby');
    const second = await respond(command('story list'), desk);
    expect(second.response.type).toBe(4);
    expect(reported).toHaveLength(1);
  });

  it('that is slow to write puts the moderator off, on a press without a new message', async () => {
    const keeper = new Keeping();
    keeper.setWaitsMs = 1200;
    const press = {
      ...from,
      type: 3,
      data: { component_type: 3, custom_id: '1|o|settings|answers', values: ['asker'] },
      message: { flags: 64 },
    };
    const answered = await respond(press, deskWith(keeper));
    expect(answered.response).toEqual({ type: 6 });
    const sent = await expectValid(answered);
    expect(sent?.method).toBe('PATCH');
    expect(textOf(sent)).toContain('the asker only');
    expect(keeper.kept.get(server)).toEqual(written({ ephemeral: true }));
  });

  it('that is slow to say no to a press is answered beside the card', async () => {
    const keeper = new Keeping();
    keeper.getWaitsMs = 1200;
    const press = { ...from, type: 3, data: { custom_id: 'of another bot' } };
    const answered = await respond(press, deskWith(keeper));
    expect(answered.response).toEqual({ type: 6 });
    const sent = await expectValid(answered);
    expect(sent).toMatchObject({ method: 'POST', message: { flags: 64 } });
  });

  it('that is slow leaves who is typing without suggestions', async () => {
    const keeper = new Keeping();
    keeper.getWaitsMs = 1200;
    const options = [{ name: 'name', type: 3, value: 'x', focused: true }];
    const typing = { ...from, type: 4, data: { name: 'entity', options } };
    const answered = await respond(typing, deskWith(keeper));
    expect(answered.response).toEqual({ type: 8, data: { choices: [] } });
  });
});
