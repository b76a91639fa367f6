import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { JsonObject } from './json.ts';
import { shardOf } from './snowflake.ts';

const Op = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voiceState: 4,
  resume: 6,
  reconnect: 7,
  requestMembers: 8,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const;

const Close = {
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidSequence: 4007,
  invalidShard: 4010,
  invalidVersion: 4012,
} as const;

const GUILDS_INTENT = 1;

const frameSchema = z.object({ op: z.number(), d: z.unknown() });
const identifySchema = z.object({
  token: z.string(),
  intents: z.number(),
  properties: z.looseObject({}),
  shard: z.tuple([z.number(), z.number()]).default([0, 1]),
});
const resumeSchema = z.object({
  token: z.string(),
  session_id: z.string(),
  seq: z.number().nullable(),
});

/** What the gateway needs to know of the rest of the fake. */
export interface GatewayWorld {
  readonly token: string;
  readonly botUser: JsonObject;
  readonly application: JsonObject;
  readonly guilds: { id: string; payload: JsonObject }[];
  readonly heartbeatIntervalMs: number;
  /** `ws://…` address of the server. */
  readonly url: () => string;
}

/** A session outlives its socket: a client that lost the socket can resume it. */
interface Session {
  id: string;
  shard: [number, number];
  seq: number;
  /** Every dispatch so far, to replay what a client missed. */
  log: { seq: number; frame: string }[];
  socket: WebSocket | undefined;
}

/** The WebSocket side of the fake: sessions, sequence numbers, and ways to break them. */
export class Gateway {
  identifies = 0;
  resumes = 0;
  heartbeats = 0;
  /** Set to false to play a dead connection: the client must notice that no ACK comes. */
  acknowledgesHeartbeats = true;
  readonly #world: GatewayWorld;
  readonly #server: WebSocketServer;
  readonly #sessions = new Map<string, Session>();
  readonly #waiting = new Set<() => void>();

  constructor(server: Server, world: GatewayWorld) {
    this.#world = world;
    this.#server = new WebSocketServer({ server });
    this.#server.on('connection', (socket, request) => {
      const query = new URL(request.url ?? '/', 'ws://fake').searchParams;
      this.#open(socket, query);
    });
  }

  /** Resolves when every shard of the client has a live session that got READY (or RESUMED). */
  connected(): Promise<void> {
    return new Promise((resolve) => {
      const check = () => {
        if (!this.#isConnected()) return;
        this.#waiting.delete(check);
        resolve();
      };
      this.#waiting.add(check);
      check();
    });
  }

  /** Sends an event to the shard of a guild. Returns false when no session would get it. */
  dispatch(event: string, data: JsonObject, guildId: string | null): boolean {
    // The newest session: an old one may linger when a client came back without resuming.
    const session = [...this.#sessions.values()]
      .reverse()
      .find(({ shard: [id, count] }) => id === shardOf(guildId, count));
    if (session === undefined) return false;
    emit(session, event, data);
    return true;
  }

  /** Cuts every connection without a closing handshake, as a network failure does. */
  dropSockets(): void {
    this.#detachAll();
    for (const socket of this.#server.clients) socket.terminate();
  }

  /** Op 7: the client is to reconnect and resume. */
  askReconnect(): void {
    this.#detachAll();
    this.#broadcast({ op: Op.reconnect, d: null });
  }

  /** Op 1: the client is to send a heartbeat now. */
  requestHeartbeat(): void {
    this.#broadcast({ op: Op.heartbeat, d: null });
  }

  /** Op 9: the session is invalid; if resumable, it stays and may be resumed. */
  invalidateSession(resumable: boolean): void {
    for (const session of this.#sessions.values()) {
      const { socket } = session;
      session.socket = undefined;
      if (!resumable) this.#sessions.delete(session.id);
      if (socket !== undefined) send(socket, { op: Op.invalidSession, d: resumable });
    }
  }

  /** Closes every socket and takes no more. */
  async stop(): Promise<void> {
    this.#waiting.clear();
    this.dropSockets();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #open(socket: WebSocket, query: URLSearchParams): void {
    // A connection that breaks is part of what is played here.
    socket.on('error', () => undefined);
    socket.on('close', (code) => this.#closed(socket, code));
    const wrong = wrongConnection(query);
    if (wrong !== undefined) {
      socket.close(wrong);
      return;
    }
    socket.on('message', (data) => {
      const code = this.#receive(socket, String(data));
      if (code !== undefined) socket.close(code);
    });
    const d = { heartbeat_interval: this.#world.heartbeatIntervalMs, _trace: ['fake-gateway'] };
    send(socket, { op: Op.hello, d });
  }

  /** A client that says goodbye (1000, 1001) ends its session; otherwise it can be resumed. */
  #closed(socket: WebSocket, code: number): void {
    const session = this.#sessionOf(socket);
    if (session === undefined) return;
    session.socket = undefined;
    if (code === 1000 || code === 1001) this.#sessions.delete(session.id);
  }

  /** Handles a frame; returns the code to close with when the client did something wrong. */
  #receive(socket: WebSocket, text: string): number | undefined {
    const frame = frameSchema.safeParse(parseJson(text));
    if (!frame.success) return Close.decodeError;
    const { op, d } = frame.data;
    const isAuthenticated = this.#sessionOf(socket) !== undefined;
    switch (op) {
      case Op.heartbeat:
        this.#heartbeat(socket);
        return undefined;
      case Op.identify:
        return isAuthenticated ? Close.alreadyAuthenticated : this.#identify(socket, d);
      case Op.resume:
        return isAuthenticated ? Close.alreadyAuthenticated : this.#resume(socket, d);
      case Op.presence:
      case Op.voiceState:
      case Op.requestMembers:
        return isAuthenticated ? undefined : Close.notAuthenticated;
      default:
        return Close.unknownOpcode;
    }
  }

  #heartbeat(socket: WebSocket): void {
    this.heartbeats += 1;
    if (this.acknowledgesHeartbeats) send(socket, { op: Op.heartbeatAck, d: null });
  }

  #identify(socket: WebSocket, d: unknown): number | undefined {
    const identify = identifySchema.safeParse(d);
    if (!identify.success) return Close.decodeError;
    const { token, intents, shard } = identify.data;
    if (token !== this.#world.token) return Close.authenticationFailed;
    if (shard[0] < 0 || shard[0] >= shard[1]) return Close.invalidShard;
    this.identifies += 1;
    const id = randomBytes(16).toString('hex');
    const session: Session = { id, shard, seq: 0, log: [], socket };
    this.#sessions.set(id, session);
    this.#ready(session, intents);
    return undefined;
  }

  #ready(session: Session, intents: number): void {
    const { botUser, application, guilds } = this.#world;
    const [shardId, shardCount] = session.shard;
    const own = guilds.filter(({ id }) => shardOf(id, shardCount) === shardId);
    emit(session, 'READY', {
      v: 10,
      user: { ...botUser, verified: true, mfa_enabled: true, email: null, flags: 0 },
      application: { id: application.id, flags: application.flags },
      guilds: own.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      session_type: 'normal',
      resume_gateway_url: `${this.#world.url()}/resume`,
      shard: session.shard,
      private_channels: [],
      relationships: [],
      presences: [],
      user_settings: {},
      geo_ordered_rtc_regions: [],
      auth: {},
      _trace: ['fake-gateway'],
    });
    if ((intents & GUILDS_INTENT) !== 0) {
      for (const { payload } of own) emit(session, 'GUILD_CREATE', payload);
    }
    this.#changed();
  }

  #resume(socket: WebSocket, d: unknown): number | undefined {
    const resume = resumeSchema.safeParse(d);
    if (!resume.success) return Close.decodeError;
    const { token, session_id, seq } = resume.data;
    if (token !== this.#world.token) return Close.authenticationFailed;
    const session = this.#sessions.get(session_id);
    if (session === undefined) {
      send(socket, { op: Op.invalidSession, d: false });
      return undefined;
    }
    const last = seq ?? 0;
    if (last > session.seq) return Close.invalidSequence;
    this.resumes += 1;
    session.socket = socket;
    for (const missed of session.log) if (missed.seq > last) socket.send(missed.frame);
    emit(session, 'RESUMED', { _trace: ['fake-gateway'] });
    this.#changed();
    return undefined;
  }

  /** From here on sessions only log what happens, until the client resumes. */
  #detachAll(): void {
    for (const session of this.#sessions.values()) session.socket = undefined;
  }

  #sessionOf(socket: WebSocket): Session | undefined {
    return [...this.#sessions.values()].find((session) => session.socket === socket);
  }

  #isConnected(): boolean {
    const live = [...this.#sessions.values()].filter(({ socket }) => socket !== undefined);
    const expected = live.at(-1)?.shard[1] ?? 1;
    return new Set(live.map(({ shard }) => shard[0])).size >= expected;
  }

  #changed(): void {
    for (const check of [...this.#waiting]) check();
  }

  #broadcast(frame: JsonObject): void {
    for (const socket of this.#server.clients) send(socket, frame);
  }
}

function wrongConnection(query: URLSearchParams): number | undefined {
  if (query.get('v') !== '10') return Close.invalidVersion;
  // The fake speaks uncompressed JSON only.
  return query.get('encoding') === 'json' && !query.has('compress') ? undefined : Close.decodeError;
}

/** Numbers an event, keeps it for a replay, and sends it if the client is there. */
function emit(session: Session, event: string, data: JsonObject): void {
  session.seq += 1;
  const frame = JSON.stringify({ op: Op.dispatch, t: event, s: session.seq, d: data });
  session.log.push({ seq: session.seq, frame });
  session.socket?.send(frame);
}

function send(socket: WebSocket, frame: JsonObject): void {
  socket.send(JSON.stringify({ t: null, s: null, ...frame }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
