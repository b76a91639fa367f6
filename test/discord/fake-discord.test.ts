import {
  ActionRowBuilder,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  type ClientOptions,
  Events,
  GatewayIntentBits,
  type Interaction,
  type InteractionReplyOptions,
  MessageFlags,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { FakeDiscord, type FakeDiscordOptions } from './fake-discord.ts';

const COMMANDS = [
  {
    name: 'who',
    description: 'Who said it',
    options: [
      {
        type: 1,
        name: 'said',
        description: 'Who said this',
        options: [
          { type: 3, name: 'text', description: 'Words', required: true, autocomplete: true },
          { type: 3, name: 'speaker', description: 'A speaker', required: false },
        ],
      },
    ],
  },
  { name: 'Who said this?', type: 3 },
];

let discord: FakeDiscord;
let client: Client;

afterEach(async () => {
  await client?.destroy();
  await discord?.stop();
});

/** Connects a real client that handles interactions with the given function. */
async function connect(
  handle: (interaction: Interaction) => Promise<unknown> = async () => undefined,
  fakeOptions: FakeDiscordOptions = {},
  clientOptions: Partial<ClientOptions> = {},
): Promise<unknown[]> {
  discord = await FakeDiscord.start(fakeOptions);
  client = newClient(clientOptions);
  const errors: unknown[] = [];
  client.on(Events.InteractionCreate, (interaction) => {
    handle(interaction).catch((error: unknown) => errors.push(error));
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await Promise.all([discord.connected(), ready]);
  return errors;
}

function newClient(options: Partial<ClientOptions> = {}): Client {
  return new Client({
    intents: [],
    rest: { api: discord.apiUrl },
    allowedMentions: { parse: [] },
    // discord.js otherwise waits five seconds between two identifies of a shard.
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => undefined }) },
    ...options,
  });
}

/** Answers every interaction that can be replied to. */
function replying(options: InteractionReplyOptions) {
  return async (interaction: Interaction) => {
    if (interaction.isRepliable()) await interaction.reply(options);
  };
}

function row(...buttons: ButtonBuilder[]) {
  return new ActionRowBuilder<ButtonBuilder>().addComponents(...buttons);
}

function button(customId: string, label: string) {
  return new ButtonBuilder().setCustomId(customId).setLabel(label).setStyle(ButtonStyle.Primary);
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
}

describe('logging in', () => {
  it('gives the client its user, its application and its guild', async () => {
    await connect();
    expect(client.user?.id).toBe(discord.botUserId);
    expect(client.application?.id).toBe(discord.applicationId);
    expect([...client.guilds.cache.keys()]).toEqual(discord.guildIds);
    expect(discord.identifies).toBe(1);
  });

  it('sends the whole guild to a client with the Guilds intent', async () => {
    await connect(undefined, {}, { intents: [GatewayIntentBits.Guilds] });
    expect(client.guilds.cache.first()?.name).toBe('A server');
  });

  it('refuses a wrong token over REST', async () => {
    discord = await FakeDiscord.start();
    client = newClient();
    await expect(client.login('wrong')).rejects.toMatchObject({ code: 'TokenInvalid' });
  });

  it('refuses requests without a token, and unknown interactions', async () => {
    discord = await FakeDiscord.start();
    expect((await fetch(`${discord.apiUrl}/v10/users/@me`)).status).toBe(401);
    const url = `${discord.apiUrl}/v10/interactions/1/none/callback`;
    const response = await fetch(url, { method: 'POST', body: '{"type":6}' });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 10062 });
  });

  it('closes with 4004 on a wrong token in the gateway', async () => {
    discord = await FakeDiscord.start();
    const socket = new WebSocket(`${discord.gatewayUrl}?v=10&encoding=json`);
    const identify = { op: 2, d: { token: 'wrong', intents: 0, properties: {} } };
    socket.on('message', () => socket.send(JSON.stringify(identify)));
    expect(await new Promise((resolve) => socket.on('close', resolve))).toBe(4004);
  });

  it('identifies every shard and sends each guild to its own', async () => {
    const guildIds = ['4194304', '8388608']; // shards 1 and 0 of 2
    await connect(
      replying({ content: 'hi' }),
      { shards: 2, guildIds },
      { shards: 'auto', intents: [GatewayIntentBits.Guilds] },
    );
    expect(discord.identifies).toBe(2);
    expect(client.guilds.cache.get('4194304')?.shardId).toBe(1);
    expect((await discord.slash('x', {}, { guildId: '4194304' })).data.content).toBe('hi');
  });

  it('acknowledges heartbeats', async () => {
    await connect(undefined, { heartbeatIntervalMs: 20 });
    await expect.poll(() => discord.heartbeats).toBeGreaterThan(2);
    expect(client.ws.ping).toBeGreaterThanOrEqual(0);
    expect(discord.resumes).toBe(0);
  });
});

describe('commands', () => {
  beforeEach(() => connect());

  it('registers commands and returns them as Discord does', async () => {
    await client.application?.commands.set(COMMANDS);
    const [who] = discord.registered();
    expect(who).toMatchObject({ name: 'who', type: 1, nsfw: false, dm_permission: true });
    expect(who?.default_member_permissions).toBeNull();
    expect(JSON.stringify(who?.options)).not.toContain('"required":false');
    expect(discord.registered({ guildId: discord.guildIds[0] ?? null })).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  it('keeps ids, and versions of what did not change', async () => {
    await client.application?.commands.set(COMMANDS);
    const before = discord.registered();
    await client.application?.commands.set(
      COMMANDS.map((one) => (one.type === 3 ? one : { ...one, description: 'Changed' })),
    );
    const after = discord.registered();
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after[0]?.version).not.toBe(before[0]?.version);
    expect(after[1]?.version).toBe(before[1]?.version);
  });

  it('keeps the commands of a guild apart', async () => {
    const guildId = discord.guildIds[0] ?? '';
    await client.application?.commands.set(COMMANDS, guildId);
    expect(discord.registered({ guildId })).toHaveLength(2);
    expect(await client.application?.commands.fetch({ guildId })).toHaveLength(2);
    expect(discord.registered()).toEqual([]);
  });

  it('refuses a bad name', async () => {
    const bad = [{ name: 'Who', description: 'x' }];
    await expect(client.application?.commands.set(bad)).rejects.toMatchObject({ code: 50035 });
    expect(discord.violations).toEqual(['[0].name: Command name is invalid (Who).']);
  });
});

describe('interactions', () => {
  it('brings a slash command with its subcommand and options to the bot', async () => {
    await connect(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { commandName, options, locale, guildId } = interaction;
      const said = [
        commandName,
        options.getSubcommand(),
        options.getString('text'),
        locale,
        guildId,
      ];
      await interaction.reply({ content: said.join(' '), flags: MessageFlags.Ephemeral });
    });
    const answer = await discord.slash('who said', { text: 'countless' }, { locale: 'fr' });
    expect(answer.data.content).toBe(`who said countless fr ${discord.guildIds[0]}`);
    expect(answer).toMatchObject({ type: 4, ephemeral: true });
    expect(answer.elapsedMs).toBeLessThan(1000);
    expect(await answer.final()).toEqual(answer.data);
    expect(discord.violations).toEqual([]);
  });

  it('brings one from a direct message', async () => {
    await connect(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply(
        `${interaction.inGuild()} ${interaction.user.id} ${interaction.context}`,
      );
    });
    const answer = await discord.slash('who', {}, { guildId: null, userId: '42' });
    expect(answer.data.content).toBe('false 42 1');
    expect(answer.ephemeral).toBe(false);
  });

  it('offers choices', async () => {
    await connect(async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const { name, value } = interaction.options.getFocused(true);
      await interaction.respond([{ name: `${name}=${value}`, value: 'v' }]);
    });
    const choices = await discord.complete('who said', { text: 'cou' }, 'text');
    expect(choices).toEqual([{ name: 'text=cou', value: 'v' }]);
  });

  it('presses a button, which changes the message', async () => {
    await connect(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.reply({ content: 'page 1', components: [row(button('next', 'Next'))] });
      } else if (interaction.isButton()) {
        await interaction.update({ content: `${interaction.message.content}, page 2` });
      }
    });
    const first = await discord.slash('who');
    const second = await discord.press(first, 'Next');
    expect(second).toMatchObject({ type: 7, data: { content: 'page 1, page 2' } });
    expect(first.message?.content).toBe('page 1, page 2');
    expect((await discord.press(second, 'next')).data.content).toBe('page 1, page 2, page 2');
    await expect(discord.press(first, 'Back')).rejects.toThrow('there are: Next');
    expect(discord.violations).toEqual([]);
  });

  it('presses a button of a message from before', async () => {
    await connect(async (interaction) => {
      if (interaction.isButton()) await interaction.reply(interaction.customId);
    });
    expect((await discord.pressRaw('old:1')).data.content).toBe('old:1');
  });

  it('uses a message context menu command', async () => {
    await connect(async (interaction) => {
      if (!interaction.isMessageContextMenuCommand()) return;
      await interaction.reply(`${interaction.commandName} ${interaction.targetMessage.content}`);
    });
    const answer = await discord.contextMenu('Who said this?', 'countless');
    expect(answer.data.content).toBe('Who said this? countless');
  });

  it('opens and submits a modal', async () => {
    await connect(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const input = { type: 4, custom_id: 'q', label: 'Question', style: 1 } as const;
        const components = [{ type: 1, components: [input] }];
        await interaction.showModal({ custom_id: 'ask', title: 'Ask', components });
      } else if (interaction.isModalSubmit()) {
        await interaction.reply(interaction.fields.getTextInputValue('q'));
      }
    });
    const modal = await discord.slash('who');
    expect(modal.type).toBe(9);
    expect((await discord.submit(modal, { q: 'why?' })).data.content).toBe('why?');
  });

  it('waits for the edit after a deferral', async () => {
    await connect(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply('done');
      await interaction.followUp('more');
    });
    const answer = await discord.slash('who');
    expect(answer).toMatchObject({ type: 5, ephemeral: true });
    expect((await answer.final()).content).toBe('done');
    await expect.poll(() => answer.followUps).toMatchObject([{ content: 'more' }]);
    expect(answer.message?.flags).toBe(MessageFlags.Ephemeral);
  });

  it('gives the message back when asked to', async () => {
    let id: string | undefined;
    await connect(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { resource } = await interaction.reply({ content: 'hi', withResponse: true });
      id = resource?.message?.id;
      await interaction.deleteReply();
    });
    const answer = await discord.slash('who');
    await expect.poll(() => answer.message).toBeUndefined();
    expect(id).toMatch(/^\d+$/);
  });

  it('takes files', async () => {
    const file = new AttachmentBuilder(Buffer.from('a,b'), { name: 'table.csv' });
    await connect(replying({ content: 'here', files: [file] }));
    const answer = await discord.slash('who');
    expect(answer.data.content).toBe('here');
    expect(discord.requests.at(-1)?.files).toMatchObject([{ name: 'table.csv', size: 3 }]);
    expect(discord.violations).toEqual([]);
  });

  it('refuses a second answer', async () => {
    let code: unknown;
    await connect(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply('one');
      const body = { type: 4, data: { content: 'two', allowed_mentions: { parse: [] } } };
      const path = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
      await client.rest.post(path, { body, auth: false }).catch((error: unknown) => {
        code = codeOf(error);
      });
    });
    await discord.slash('who');
    await expect.poll(() => code).toBe(40060);
  });

  it('refuses an answer that comes too late', async () => {
    const options = { answerWindowMs: 30, timeLimitMs: 300 };
    const errors = await connect(async (interaction) => {
      await new Promise((resolve) => setTimeout(resolve, 60));
      if (interaction.isRepliable()) await interaction.reply('late');
    }, options);
    await expect(discord.slash('who')).rejects.toThrow(/no response to \/who.*10062.*300 ms/);
    expect(errors.map(codeOf)).toEqual([10062]);
  });

  it('says that no answer came', async () => {
    await connect();
    await expect(discord.slash('who', {}, { timeLimitMs: 50 })).rejects.toThrow(
      'The bot sent no response to /who (within 50 ms)',
    );
  });
});

describe('payloads', () => {
  it('records and refuses an embed that is too big', async () => {
    const errors = await connect(replying({ embeds: [{ description: 'x'.repeat(4097) }] }), {
      timeLimitMs: 200,
    });
    await expect(discord.slash('who')).rejects.toThrow('refused: data.embeds[0].description');
    expect(errors.map(codeOf)).toEqual([50035]);
    expect(discord.violations).toEqual([
      'data.embeds[0].description: Must be 4096 or fewer in length (got 4097).',
    ]);
  });

  it('records, but takes, a message without allowed_mentions', async () => {
    await connect(replying({ content: '@everyone' }), {}, { allowedMentions: {} });
    expect((await discord.slash('who')).data.content).toBe('@everyone');
    expect(discord.violations).toEqual([
      'data.allowed_mentions: Every message must have allowed_mentions with parse: [].',
    ]);
  });

  it('checks edits as well', async () => {
    await connect(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await interaction.editReply('x'.repeat(2001)).catch(() => interaction.editReply('short'));
    });
    const answer = await discord.slash('who');
    expect((await answer.final()).content).toBe('short');
    expect(discord.violations).toEqual(['content: Must be 2000 or fewer in length (got 2001).']);
  });
});

describe('a bad connection', () => {
  it('resumes after a dropped socket, with what was missed', async () => {
    await connect(replying({ content: 'here' }));
    discord.dropSockets();
    const missed = await discord.slash('who');
    expect(missed.data.content).toBe('here');
    // discord.js waits half a second before it connects again: the answer came after a replay.
    expect(missed.elapsedMs).toBeGreaterThan(400);
    await discord.connected();
    expect(discord).toMatchObject({ identifies: 1, resumes: 1 });
    expect((await discord.slash('who')).data.content).toBe('here');
  });

  it('resumes when asked to reconnect (op 7)', async () => {
    await connect(replying({ content: 'here' }));
    discord.askReconnect();
    await discord.connected();
    expect((await discord.slash('who')).type).toBe(4);
    expect(discord).toMatchObject({ identifies: 1, resumes: 1 });
  });

  it('resumes a session that is invalid but resumable (op 9, true)', async () => {
    await connect(replying({ content: 'here' }));
    discord.invalidateSession(true);
    await expect.poll(() => discord.resumes, { timeout: 3000 }).toBe(1);
    expect((await discord.slash('who')).type).toBe(4);
    expect(discord.identifies).toBe(1);
  });

  it('identifies anew when the session is lost (op 9, false)', async () => {
    await connect(replying({ content: 'here' }));
    discord.invalidateSession(false);
    await expect.poll(() => discord.identifies, { timeout: 3000 }).toBe(2);
    expect((await discord.slash('who')).type).toBe(4);
    expect(discord.resumes).toBe(0);
  });

  it('is given up by the client when heartbeats are not acknowledged', async () => {
    await connect(undefined, { heartbeatIntervalMs: 30 });
    discord.acknowledgesHeartbeats = false;
    await expect.poll(() => discord.resumes, { timeout: 3000 }).toBe(1);
  });
});

describe('faults', () => {
  it('answers 429, after which the client tries again', async () => {
    await connect();
    discord.fail('PUT', /\/commands$/, { status: 429, times: 2, retryAfter: 0.05 });
    await client.application?.commands.set(COMMANDS);
    const puts = discord.requests.filter(({ method }) => method === 'PUT');
    expect(puts.map(({ status }) => status)).toEqual([429, 429, 200]);
  });

  it('answers 5xx, and slowly', async () => {
    await connect(replying({ content: 'here' }));
    discord.fail('POST', /\/callback$/, { status: 502 });
    discord.fail('POST', /\/callback$/, { delayMs: 100 });
    const answer = await discord.slash('who');
    expect(answer.elapsedMs).toBeGreaterThanOrEqual(95);
    expect(discord.requests.slice(-2).map(({ status }) => status)).toEqual([502, 204]);
  });
});
