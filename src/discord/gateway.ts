import { WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
import { DiscordAPIError, type REST, Routes } from 'discord.js';
import * as z from 'zod';
import { type Log, messageOf } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Readiness } from '../readiness.ts';
import type { Reception } from './reception.ts';
import type { Response } from './respond.ts';
import { Seen } from './seen.ts';
import type { Sessions } from './sessions.ts';

/** What the gateway needs of the rest of the bot. */
export interface GatewayDesk {
  readonly token: string;
  readonly rest: REST;
  readonly reception: Reception;
  readonly sessions: Sessions;
  readonly readiness: Readiness;
  readonly metrics: Metrics;
  readonly log: Log;
}

/** How this connection is named where it is waited for. */
const name = 'gateway';

/**
 * Discord's gateway, on as many shards as Discord recommends.
 *
 * discord.js's gateway layer hands over what Discord sends as it is. Its larger client would keep
 * caches that an answer never needs, and a malformed interaction would end the process there.
 */
export class Gateway {
  /** Rejects when Discord ends the session for good. */
  readonly ended: Promise<never>;
  readonly #desk: GatewayDesk;
  readonly #shards: WebSocketManager;
  readonly #connected = new Set<number>();
  readonly #seen = new Seen();

  constructor(desk: GatewayDesk) {
    this.#desk = desk;
    const { token, rest, sessions } = desk;
    // Without a count of shards the layer asks Discord for one, and for how many may begin at once.
    this.#shards = new WebSocketManager({
      token,
      rest,
      intents: 0,
      retrieveSessionInfo: (shard) => sessions.of(shard),
      updateSessionInfo: (shard, session) => sessions.update(shard, session),
    });
    this.ended = endForGood(this.#shards);
    this.#answerInteractions();
    this.#noteConnections();
    desk.readiness.waitsFor(name);
  }

  /** Resolves when every shard is connected. */
  async open(): Promise<void> {
    await this.#shards.connect();
    this.#desk.readiness.has(name);
  }

  /**
   * Takes no more interactions. Discord keeps those that come for whoever resumes the sessions
   * next: that is why the connection is not closed with a goodbye (1000), which would end them.
   */
  async close(): Promise<void> {
    const { sessions } = this.#desk;
    sessions.outlive();
    await this.#shards.destroy({ code: restarting, reason: 'restarting' });
    sessions.handOver();
  }

  #answerInteractions(): void {
    const { reception, metrics, log } = this.#desk;
    this.#shards.on(WebSocketShardEvents.Dispatch, ({ data: { t, d } }) => {
      if (t !== 'INTERACTION_CREATE') return;
      const { data } = callback.safeParse(d);
      if (data === undefined) log.warn('an interaction without id or token');
      else if (!this.#seen.isNew(data.id)) metrics.duplicates.inc();
      else void reception.receive(d, 'gateway', (response) => this.#send(response, data));
    });
  }

  async #send(body: Response, { id, token }: z.infer<typeof callback>): Promise<void> {
    const { rest, metrics, log } = this.#desk;
    try {
      await rest.post(Routes.interactionCallback(id, token), { body, auth: false });
    } catch (error) {
      // Taken at the first try although Discord's reply to it got lost, or by an earlier process.
      if (error instanceof DiscordAPIError && error.code === alreadyAnswered) return;
      metrics.undelivered.inc();
      log.warn({ why: messageOf(error) }, 'an answer did not reach Discord');
    }
  }

  /** Lost connections are resumed without our help; the operator should still be able to see it. */
  #noteConnections(): void {
    const { metrics, log } = this.#desk;
    this.#shards.on(WebSocketShardEvents.Ready, ({ shardId: shard }) => {
      log.info({ shard }, 'shard connected');
      return this.#note(shard, true);
    });
    this.#shards.on(WebSocketShardEvents.Resumed, ({ shardId: shard }) => {
      log.info({ shard }, 'shard resumed');
      metrics.resumes.inc();
      return this.#note(shard, true);
    });
    this.#shards.on(WebSocketShardEvents.Closed, ({ shardId: shard, code }) => {
      log.info({ shard, code }, 'shard closed');
      return this.#note(shard, false);
    });
    this.#shards.on(WebSocketShardEvents.Error, ({ shardId: shard, error }) =>
      log.warn({ shard, why: messageOf(error) }, 'shard failed'),
    );
  }

  /** One shard of many that reconnects is no reason to call the bot away. */
  async #note(shard: number, isConnected: boolean): Promise<void> {
    const { metrics, readiness } = this.#desk;
    if (isConnected) this.#connected.add(shard);
    else this.#connected.delete(shard);
    const all = await this.#shards.getShardCount();
    metrics.shards.set({ state: 'connected' }, this.#connected.size);
    metrics.shards.set({ state: 'disconnected' }, all - this.#connected.size);
    if (this.#connected.size === 0) readiness.waitsFor(name);
    else if (this.#connected.size === all) readiness.has(name);
  }
}

/** Only what the answer is sent with is read here; `respond` parses the rest. */
const callback = z.object({ id: z.string(), token: z.string() });

/** The layer's own code for a connection that will be resumed. */
const restarting = 4200;
/** “Interaction has already been acknowledged.” */
const alreadyAnswered = 40060;
/** Codes after which Discord takes no new connection: bad token, shards or intents. */
const finalCodes: ReadonlySet<number> = new Set([4004, 4010, 4011, 4012, 4013, 4014]);

function endForGood(shards: WebSocketManager): Promise<never> {
  const ended = new Promise<never>((_resolve, reject) => {
    shards.on(WebSocketShardEvents.Closed, ({ code }) => {
      if (finalCodes.has(code)) reject(new Error(`Discord ended the session for good (${code})`));
    });
  });
  // It may end before anybody waits for it.
  ended.catch(() => undefined);
  return ended;
}
