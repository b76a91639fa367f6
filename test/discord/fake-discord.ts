import type { Server } from 'node:http';
import { CommandRegistry, type RegisteredCommand } from './commands.ts';
import { explainReply, postInteraction, Signer } from './endpoint.ts';
import { type Answer, answerOf, Exchange } from './exchange.ts';
import { type Fault, Faults } from './faults.ts';
import { Gateway } from './gateway.ts';
import { guild } from './guild.ts';
import {
  autocomplete,
  buttonPress,
  menuChoice,
  messageCommand,
  modalSubmit,
  type OptionValue,
  type RawInteraction,
  type Scene,
  slashCommand,
  user,
} from './interactions.ts';
import { type JsonObject, listOf, numberOf, objectOf, textOf } from './json.ts';
import { buttonsOf, type MessagePayload, newMessage, type StoredMessage } from './message.ts';
import { createRestServer, type ReceivedRequest } from './rest.ts';
import { takeAnswer, type World } from './routes.ts';
import { snowflake } from './snowflake.ts';

export type { Answer } from './exchange.ts';
export type { MessagePayload, StoredMessage } from './message.ts';

/** Settings of a fake; every one has a default. */
export interface FakeDiscordOptions {
  token?: string;
  /** How many shards `GET /gateway/bot` recommends. */
  shards?: number;
  /** Guilds the bot is in; one if left out. */
  guildIds?: string[];
  /** How long `slash`, `press`, … wait for the bot. */
  timeLimitMs?: number;
  /** How long Discord takes a first answer: 3 seconds. */
  answerWindowMs?: number;
  heartbeatIntervalMs?: number;
}

/** Who does something, and where; what is left out gets a default. */
export interface Doing {
  locale?: string;
  guildLocale?: string;
  userId?: string;
  /** null: in a direct message with the bot. */
  guildId?: string | null;
  channelId?: string;
  /** What the member may do, as Discord writes permissions: `32` is Manage Server. */
  permissions?: string;
  /** In a conversation of people of whom one has installed the bot for themselves. */
  isGroupChat?: boolean;
  timeLimitMs?: number;
}

/** A choice that autocomplete offers. */
export interface Choice {
  name: string;
  value: string | number;
}

/** A Discord of one's own, on this machine: the gateway, the REST routes, and a user's hands. */
export class FakeDiscord {
  readonly token: string;
  readonly applicationId = snowflake();
  /** For a bot the same as the application's id. */
  readonly botUserId = this.applicationId;
  readonly userId = snowflake();
  readonly guildIds: readonly string[];
  readonly channelId = snowflake();
  /** Everything received over REST. */
  readonly requests: ReceivedRequest[] = [];
  /** Everything wrong with any payload received. */
  readonly violations: string[] = [];
  /** The application's interactions endpoint: where given, Discord posts there and nowhere else. */
  interactionsUrl: string | undefined;
  readonly signer = new Signer();
  /** How often the gateway delivers each interaction. */
  deliveries = 1;
  readonly #options: FakeDiscordOptions;
  readonly #commands = new CommandRegistry(this.applicationId);
  readonly #exchanges = new Map<string, Exchange>();
  readonly #faults = new Faults();
  readonly #server: Server;
  readonly #gateway: Gateway;
  readonly #timers = new Set<NodeJS.Timeout>();
  #port = 0;

  /** Starts a fake on a free port of 127.0.0.1. */
  static async start(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
    const fake = new FakeDiscord(options);
    await fake.#listen();
    return fake;
  }

  private constructor(options: FakeDiscordOptions) {
    this.#options = options;
    this.token = options.token ?? 'test-token';
    this.guildIds = options.guildIds ?? [snowflake()];
    const world = this.#world();
    this.#server = createRestServer(world, this.token, this.#faults, this.requests);
    this.#gateway = new Gateway(this.#server, {
      token: this.token,
      botUser: world.botUser,
      application: world.application,
      guilds: this.guildIds.map((id) => ({
        id,
        payload: guild(id, this.channelId, world.botUser),
      })),
      heartbeatIntervalMs: options.heartbeatIntervalMs ?? 41_250,
      url: () => this.gatewayUrl,
    });
  }

  /** Closes every connection and the server. Calls still waiting for the bot never settle. */
  async stop(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    await this.#gateway.stop();
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  /** For `rest: { api }` of a client, which appends `/v10`. */
  get apiUrl(): string {
    return `http://127.0.0.1:${this.#port}/api`;
  }

  get gatewayUrl(): string {
    return `ws://127.0.0.1:${this.#port}`;
  }

  get identifies(): number {
    return this.#gateway.identifies;
  }

  get resumes(): number {
    return this.#gateway.resumes;
  }

  get heartbeats(): number {
    return this.#gateway.heartbeats;
  }

  /** Resolves when a client has identified (or resumed) on all its shards. */
  connected(timeLimitMs = 15_000): Promise<void> {
    return this.#within(this.#gateway.connected(), timeLimitMs, () => 'No client connected');
  }

  /** Runs a slash command: `slash('who said', { text: 'countless' })`. */
  slash(path: string, options: Record<string, OptionValue> = {}, doing: Doing = {}) {
    const interaction = slashCommand(this.#scene(doing), this.#ref(path, 1, doing), options);
    return this.#answer(interaction, `/${path}`, doing);
  }

  /** Types in an option; resolves with the choices offered. */
  async complete(
    path: string,
    options: Record<string, OptionValue>,
    focused: string,
    doing: Doing = {},
  ): Promise<Choice[]> {
    const scene = this.#scene(doing);
    const interaction = autocomplete(scene, this.#ref(path, 1, doing), options, focused);
    const { data } = await this.#answer(interaction, `autocomplete of /${path}`, doing);
    return listOf(data.choices).map(choice);
  }

  /** Presses a button of an earlier answer, found by its custom id or its label. */
  async press(answer: Answer, customIdOrLabel: string, doing: Doing = {}): Promise<Answer> {
    const { message } = answer;
    if (message === undefined) throw new Error('The answer has no message (any more) to press on.');
    const button = findButton(message, customIdOrLabel);
    const customId = textOf(button.custom_id);
    const scene = this.#scene(doing);
    const interaction = buttonPress(scene, message, customId, numberOf(button.id));
    return this.#answer(interaction, `the button ${customIdOrLabel}`, doing, message);
  }

  /** Picks values, by what they send, in a select menu of an earlier answer. */
  async choose(
    answer: Answer,
    placeholder: string,
    values: string[],
    doing: Doing = {},
  ): Promise<Answer> {
    const { message } = answer;
    if (message === undefined) throw new Error('The answer has no message (any more) to pick on.');
    const menu = listOf(message.components)
      .flatMap((row) => listOf(objectOf(row).components).map(objectOf))
      .find((one) => one.type === 3 && one.placeholder === placeholder);
    if (menu === undefined) throw new Error(`There is no menu "${placeholder}".`);
    const offered = listOf(menu.options).map((option) => objectOf(option).value);
    const missing = values.find((value) => !offered.includes(value));
    if (missing !== undefined) throw new Error(`The menu "${placeholder}" has no "${missing}".`);
    const interaction = menuChoice(this.#scene(doing), message, textOf(menu.custom_id), values);
    return this.#answer(interaction, `the menu ${placeholder}`, doing, message);
  }

  /** Presses a button of a message that the fake does not know, say from before a restart. */
  pressRaw(customId: string, doing: Doing = {}): Promise<Answer> {
    const button = { type: 2, style: 1, label: 'A button', custom_id: customId };
    const message = newMessage(
      { components: [{ type: 1, components: [button] }] },
      { channelId: this.channelId, author: this.#botUser() },
    );
    const interaction = buttonPress(this.#scene(doing), message, customId, 2);
    return this.#answer(interaction, `the button ${customId}`, doing, message);
  }

  /** Picks a command in the context menu of somebody's message. */
  contextMenu(name: string, messageContent: string, doing: Doing = {}): Promise<Answer> {
    const author = user(snowflake(), 'somebody');
    const message = newMessage({ content: messageContent }, { channelId: this.channelId, author });
    const interaction = messageCommand(this.#scene(doing), this.#ref(name, 3, doing), message);
    return this.#answer(interaction, `the context menu command ${name}`, doing);
  }

  /** Submits a modal that an earlier answer (of type 9) opened. */
  submit(answer: Answer, fields: Record<string, string>, doing: Doing = {}): Promise<Answer> {
    const customId = textOf(answer.data.custom_id);
    const interaction = modalSubmit(this.#scene(doing), customId, fields);
    return this.#answer(interaction, `the modal ${customId}`, doing);
  }

  /** The commands registered now: global ones, or those of one guild. */
  registered({ guildId = null }: { guildId?: string | null } = {}): RegisteredCommand[] {
    return this.#commands.list(guildId);
  }

  /** Makes coming requests fail: `path` is as in `requests`, `/v10/…` without a query. */
  fail(method: string, path: RegExp, fault: Fault): void {
    this.#faults.plan(method, path, fault);
  }

  /** Cuts the gateway connections without a closing handshake. */
  dropSockets(): void {
    this.#gateway.dropSockets();
  }

  /** Op 7. */
  askReconnect(): void {
    this.#gateway.askReconnect();
  }

  /** Op 9. */
  invalidateSession(resumable: boolean): void {
    this.#gateway.invalidateSession(resumable);
  }

  /** Op 1: asks the client for a heartbeat. */
  requestHeartbeat(): void {
    this.#gateway.requestHeartbeat();
  }

  /** Whether heartbeats are acknowledged; without ACKs a client must give the connection up. */
  set acknowledgesHeartbeats(value: boolean) {
    this.#gateway.acknowledgesHeartbeats = value;
  }

  /** Sends any gateway event, say GUILD_DELETE. */
  dispatch(event: string, data: JsonObject, guildId: string | null = null): void {
    if (!this.#gateway.dispatch(event, data, guildId)) throw new Error('No client is connected.');
  }

  async #listen(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(0, '127.0.0.1', resolve);
    });
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('No port to listen on.');
    this.#port = address.port;
  }

  #world(): World {
    return {
      applicationId: this.applicationId,
      application: this.#application(),
      botUser: this.#botUser(),
      commands: this.#commands,
      exchanges: this.#exchanges,
      violations: this.violations,
      answerWindowMs: this.#options.answerWindowMs ?? 3000,
      gatewayInfo: () => this.#gatewayInfo(),
    };
  }

  #botUser(): JsonObject {
    return user(this.botUserId, 'fake-bot', true);
  }

  #application(): JsonObject {
    return {
      id: this.applicationId,
      name: 'fake-bot',
      icon: null,
      description: '',
      type: null,
      bot: this.#botUser(),
      bot_public: true,
      bot_require_code_grant: false,
      flags: 565248,
      hook: true,
      integration_types_config: { 0: {}, 1: {} },
      owner: user(snowflake(), 'owner'),
      summary: '',
      verify_key: this.signer.publicKey,
    };
  }

  #gatewayInfo(): JsonObject {
    const shards = this.#options.shards ?? 1;
    return {
      url: this.gatewayUrl,
      shards,
      session_start_limit: {
        total: 1000,
        remaining: 1000 - this.identifies,
        reset_after: 14_400_000,
        // One identify per shard at once; discord.js would wait five seconds between them.
        max_concurrency: Math.max(1, shards),
      },
    };
  }

  #scene(doing: Doing): Scene {
    const { locale, guildLocale, userId, guildId, channelId, permissions, isGroupChat } = doing;
    return {
      applicationId: this.applicationId,
      guildId: this.#guildOf({ guildId }),
      channelId: channelId ?? this.channelId,
      userId: userId ?? this.userId,
      locale: locale ?? 'en-US',
      guildLocale: guildLocale ?? 'en-US',
      permissions,
      isGroupChat,
    };
  }

  #guildOf({ guildId }: { guildId?: string | null | undefined }): string | null {
    return guildId === undefined ? (this.guildIds[0] ?? null) : guildId;
  }

  /** A command that is not registered gets an id too: bots may register elsewhere. */
  #ref(path: string, type: number, doing: Doing) {
    const name = type === 1 ? (path.split(' ')[0] ?? path) : path;
    const known = this.#commands.find(name, type, this.#guildOf(doing));
    return { id: known?.id ?? snowflake(), path };
  }

  async #answer(
    interaction: RawInteraction,
    what: string,
    doing: Doing,
    source?: StoredMessage,
  ): Promise<Answer> {
    const exchange = new Exchange(interaction, source);
    this.#exchanges.set(interaction.id, exchange);
    this.#deliver(interaction, exchange);
    const limit = doing.timeLimitMs ?? this.#options.timeLimitMs ?? 5000;
    const explain = (missing: string) =>
      [`The bot sent no ${missing} to ${what}`, ...exchange.refusals].join('; refused: ');
    await this.#within(exchange.responded, limit, () => explain('response'));
    const answer = answerOf(exchange, () => this.#final(exchange, limit, explain));
    if (answer === undefined) throw new Error(explain('response'));
    return answer;
  }

  /** Over the gateway, unless the application has an endpoint. */
  #deliver(interaction: RawInteraction, exchange: Exchange): void {
    if (this.interactionsUrl === undefined) {
      for (let times = 0; times < this.deliveries; times += 1) {
        this.dispatch('INTERACTION_CREATE', interaction, interaction.guild_id ?? null);
      }
      return;
    }
    postInteraction(this.interactionsUrl, interaction, this.signer)
      .then((reply) => {
        if (reply.status === 200) takeAnswer(this.#world(), interaction, reply);
        else exchange.refusals.push(explainReply(reply));
      })
      .catch((error: unknown) => exchange.refusals.push(String(error)));
  }

  async #final(
    exchange: Exchange,
    limit: number,
    explain: (missing: string) => string,
  ): Promise<MessagePayload> {
    await this.#within(exchange.finished, limit, () => explain('edit after its deferral'));
    return exchange.latest;
  }

  /** Rejects when a promise takes too long; once the fake has stopped nobody is told any more. */
  #within<T>(promise: Promise<T>, limitMs: number, explain: () => string): Promise<T> {
    return new Promise((resolve, reject) => {
      const give = () => reject(new Error(`${explain()} (within ${limitMs} ms)`));
      const timer = setTimeout(give, limitMs);
      this.#timers.add(timer);
      promise.then(resolve, reject).finally(() => {
        clearTimeout(timer);
        this.#timers.delete(timer);
      });
    });
  }
}

function findButton(message: StoredMessage, customIdOrLabel: string): JsonObject {
  const buttons = buttonsOf(message);
  const button =
    buttons.find(({ custom_id }) => custom_id === customIdOrLabel) ??
    buttons.find(({ label }) => label === customIdOrLabel);
  if (button === undefined) {
    const labels = buttons.map(({ label }) => label).join(', ') || 'none';
    throw new Error(`There is no button "${customIdOrLabel}"; there are: ${labels}`);
  }
  if (button.disabled === true) throw new Error(`The button "${customIdOrLabel}" is disabled.`);
  if (typeof button.custom_id !== 'string') {
    throw new Error(`The button "${customIdOrLabel}" is a link: a press does not reach the bot.`);
  }
  return button;
}

function choice(value: unknown): Choice {
  const { name, value: inner } = objectOf(value);
  return { name: textOf(name), value: typeof inner === 'number' ? inner : textOf(inner) };
}
