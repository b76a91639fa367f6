import { commandViolations } from './command-payload.ts';
import { type CommandRegistry, withoutLocalizations } from './commands.ts';
import type { Exchange } from './exchange.ts';
import { InteractionKind } from './interactions.ts';
import { isObject, type JsonObject, numberOf, objectOf } from './json.ts';
import {
  editMessage,
  isEphemeral,
  loadingMessage,
  newMessage,
  parsePayload,
  type StoredMessage,
  type UploadedFile,
} from './message.ts';
import { editViolations, followUpViolations, responseViolations } from './payload.ts';
import { failure, NO_CONTENT, ok, type Reply, refusal } from './reply.ts';
import { describeViolation, type Violation } from './violation.ts';

/** A request as the routes see it. */
export interface RouteRequest {
  params: string[];
  query: URLSearchParams;
  body: unknown;
  files: UploadedFile[];
}

/** A route: its pattern holds the parameters as groups. */
export interface Route {
  method: string;
  pattern: RegExp;
  needsBotToken: boolean;
  handle(request: RouteRequest): Reply;
}

/** What the routes read and change. */
export interface World {
  readonly applicationId: string;
  readonly application: JsonObject;
  readonly botUser: JsonObject;
  readonly commands: CommandRegistry;
  readonly exchanges: Map<string, Exchange>;
  readonly violations: string[];
  /** How long after an interaction its first answer is taken. */
  readonly answerWindowMs: number;
  gatewayInfo(): JsonObject;
}

const TOKEN_LIFETIME_MS = 15 * 60_000;
/** Which callback types Discord takes for which kind of interaction. */
const ALLOWED_TYPES: Record<number, number[]> = {
  [InteractionKind.command]: [4, 5, 9, 12],
  [InteractionKind.component]: [4, 5, 6, 7, 9, 12],
  [InteractionKind.autocomplete]: [8],
  [InteractionKind.modal]: [4, 5, 6, 7, 12],
};

/** Every route of Discord's API that a bot like this one uses. */
export function routes(world: World): Route[] {
  return [
    bot('GET', /^\/v10\/gateway\/bot$/, () => ok(world.gatewayInfo())),
    bot('GET', /^\/v10\/users\/@me$/, () => ok(world.botUser)),
    bot('GET', /^\/v10\/(?:oauth2\/)?applications\/@me$/, () => ok(world.application)),
    ...commandRoutes(world),
    open('POST', /^\/v10\/interactions\/(\d+)\/([^/]+)\/callback$/, (request) =>
      answerInteraction(world, request),
    ),
    open('POST', /^\/v10\/webhooks\/(\d+)\/([^/]+)$/, (request) =>
      withExchange(world, request, (exchange) => followUp(world, exchange, request)),
    ),
    ...(['GET', 'PATCH', 'DELETE'] as const).map((method) =>
      open(method, /^\/v10\/webhooks\/(\d+)\/([^/]+)\/messages\/([^/]+)$/, (request) =>
        withExchange(world, request, (exchange) => ofMessage(world, exchange, method, request)),
      ),
    ),
  ];
}

function bot(method: string, pattern: RegExp, handle: Route['handle']): Route {
  return { method, pattern, needsBotToken: true, handle };
}

/** The token in the path is the permission here: discord.js sends no Authorization header. */
function open(method: string, pattern: RegExp, handle: Route['handle']): Route {
  return { method, pattern, needsBotToken: false, handle };
}

function commandRoutes(world: World): Route[] {
  const pattern = /^\/v10\/applications\/(\d+)(?:\/guilds\/(\d+))?\/commands$/;
  return [
    bot('GET', pattern, ({ params, query }) => {
      const commands = world.commands.list(params[1] ?? null);
      const isFull = query.get('with_localizations') === 'true';
      return (
        ownApplication(world, params) ?? ok(isFull ? commands : withoutLocalizations(commands))
      );
    }),
    bot('PUT', pattern, ({ params, body }) => {
      const wrong = ownApplication(world, params) ?? check(world, commandViolations(body));
      return wrong ?? ok(world.commands.overwrite(params[1] ?? null, body));
    }),
  ];
}

function ownApplication(world: World, [applicationId]: string[]): Reply | undefined {
  if (applicationId === world.applicationId) return undefined;
  return failure(403, 20012, 'You are not authorized to perform this action on this application');
}

/** Records violations, and says what Discord would answer to them. */
function check(world: World, violations: Violation[], exchange?: Exchange): Reply | undefined {
  const lines = violations.map(describeViolation);
  world.violations.push(...lines);
  const refused = refusal(violations);
  if (refused !== undefined) exchange?.refusals.push(...lines);
  return refused;
}

/** Takes what an endpoint answered in its HTTP response, by the same rules as a callback. */
export function takeAnswer(
  world: World,
  { id, token }: { id: string; token: string },
  body: unknown,
): Reply {
  const query = new URLSearchParams();
  return answerInteraction(world, { params: [id, token], query, body, files: [] });
}

function answerInteraction(world: World, request: RouteRequest): Reply {
  const [id = '', token] = request.params;
  const exchange = world.exchanges.get(id);
  if (exchange === undefined || exchange.interaction.token !== token) return unknownInteraction();
  if (exchange.response !== undefined) {
    exchange.refusals.push('answered twice (40060)');
    return failure(400, 40060, 'Interaction has already been acknowledged.');
  }
  if (Date.now() - exchange.sentAt > world.answerWindowMs) {
    exchange.refusals.push(`answered after more than ${world.answerWindowMs} ms (10062)`);
    return unknownInteraction();
  }
  const violations = [...typeViolations(exchange, request.body), ...bodyViolations(request)];
  const refused = check(world, violations, exchange);
  if (refused !== undefined) return refused;
  accept(world, exchange, request);
  return request.query.get('with_response') === 'true'
    ? ok(callbackResponse(exchange))
    : NO_CONTENT;
}

function unknownInteraction(): Reply {
  return failure(404, 10062, 'Unknown interaction');
}

/** Attachments count as content even when the JSON part does not list them. */
function bodyViolations({ body, files }: RouteRequest): Violation[] {
  const response = objectOf(body);
  const data = objectOf(response.data);
  if (files.length === 0 || 'attachments' in data) return responseViolations(body);
  return responseViolations({ ...response, data: { ...data, attachments: [{ id: '0' }] } });
}

function typeViolations(exchange: Exchange, body: unknown): Violation[] {
  const allowed = ALLOWED_TYPES[exchange.interaction.type] ?? [];
  if (allowed.includes(numberOf(objectOf(body).type))) return [];
  const message = `Value must be one of {${allowed.join(', ')}} for this interaction.`;
  return [{ path: ['type'], code: 'BASE_TYPE_CHOICES', message }];
}

function accept(world: World, exchange: Exchange, { body, files }: RouteRequest): void {
  const { type: rawType, data: rawData } = objectOf(body);
  const type = numberOf(rawType);
  const data = parsePayload(rawData);
  if (type === 4) {
    exchange.respond(type, data, newMessage(data, surroundings(world, exchange), files));
  } else if (type === 5) {
    const loading = loadingMessage(numberOf(data.flags), surroundings(world, exchange));
    exchange.respond(type, data, loading);
  } else {
    if (type === 7 && exchange.source !== undefined) editMessage(exchange.source, data, files);
    exchange.respond(type, data, type === 6 || type === 7 ? exchange.source : undefined);
  }
}

function surroundings(world: World, exchange: Exchange) {
  const { type, data, channel_id } = exchange.interaction;
  return {
    channelId: channel_id,
    author: world.botUser,
    extra: {
      type: type === InteractionKind.command ? (data.type === 1 ? 20 : 23) : 0,
      application_id: world.applicationId,
      webhook_id: world.applicationId,
      interaction_metadata: exchange.metadata(),
    },
  };
}

function callbackResponse(exchange: Exchange): JsonObject {
  const { interaction, original, response } = exchange;
  const type = response?.type;
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      channel_id: interaction.channel_id,
      ...(interaction.guild_id === undefined ? {} : { guild_id: interaction.guild_id }),
      ...(original === undefined
        ? {}
        : {
            response_message_id: original.id,
            response_message_loading: type === 5,
            response_message_ephemeral: isEphemeral(original),
          }),
    },
    resource: { type, ...(original === undefined ? {} : { message: original }) },
  };
}

/** Finds the interaction a webhook token belongs to; there is none before the first answer. */
function withExchange(
  world: World,
  { params }: RouteRequest,
  handle: (exchange: Exchange) => Reply,
): Reply {
  const [applicationId, token] = params;
  const exchange = [...world.exchanges.values()].find((one) => one.interaction.token === token);
  if (exchange?.response === undefined || applicationId !== world.applicationId) {
    return failure(404, 10015, 'Unknown Webhook');
  }
  if (Date.now() - exchange.sentAt > TOKEN_LIFETIME_MS) {
    return failure(401, 50027, 'Invalid Webhook Token');
  }
  return handle(exchange);
}

function followUp(world: World, exchange: Exchange, { body, files }: RouteRequest): Reply {
  const content = files.length > 0 ? { attachments: [{ id: '0' }], ...objectOf(body) } : body;
  const refused = check(world, followUpViolations(content), exchange);
  if (refused !== undefined) return refused;
  const payload = parsePayload(body);
  // As in reality, the first follow-up after a deferral becomes the deferred message itself.
  if (exchange.isLoading && exchange.original !== undefined) {
    return change(exchange, exchange.original, { body, files });
  }
  const message = newMessage(payload, surroundings(world, exchange), files);
  exchange.sent.set(message.id, message);
  exchange.followUps.push(payload);
  return ok(message);
}

function ofMessage(
  world: World,
  exchange: Exchange,
  method: 'GET' | 'PATCH' | 'DELETE',
  request: RouteRequest,
): Reply {
  const reference = request.params[2] ?? '';
  const message = exchange.message(reference);
  if (message === undefined) return failure(404, 10008, 'Unknown Message');
  if (method === 'GET') return ok(message);
  if (method === 'DELETE') {
    exchange.remove(reference);
    return NO_CONTENT;
  }
  const refused = check(world, editViolations(request.body, message.flags), exchange);
  return refused ?? change(exchange, message, request);
}

function change(
  exchange: Exchange,
  message: StoredMessage,
  { body, files }: Pick<RouteRequest, 'body' | 'files'>,
): Reply {
  const payload = parsePayload(isObject(body) ? body : {});
  editMessage(message, payload, files);
  if (message === exchange.original) exchange.show(payload);
  return ok(message);
}
