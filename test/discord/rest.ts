import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Faults } from './faults.ts';
import { textOf } from './json.ts';
import type { UploadedFile } from './message.ts';
import { failure, type Reply } from './reply.ts';
import { type Route, routes, type World } from './routes.ts';

/** A request the fake received. */
export interface ReceivedRequest {
  method: string;
  /** Without the `/api` prefix and the query: `/v10/users/@me`. */
  path: string;
  query: string;
  body: unknown;
  files: UploadedFile[];
  /** What it was answered with; 0 while it is not answered yet. */
  status: number;
}

/** The HTTP side of the fake. `requests` gets every request in the order of arrival. */
export function createRestServer(
  world: World,
  token: string,
  faults: Faults,
  requests: ReceivedRequest[],
): Server {
  const table = routes(world);
  return createServer((incoming, outgoing) => {
    receive(incoming)
      .then(async (request) => {
        requests.push(request);
        const planned = await faults.apply(request.method, request.path);
        const isPlanned = planned !== undefined && planned !== 'lost';
        const reply = isPlanned
          ? planned
          : dispatch(table, request, incoming.headers.authorization, token);
        request.status = reply.status;
        if (planned === 'lost') incoming.destroy();
        else send(outgoing, reply);
      })
      .catch((error: unknown) => send(outgoing, failure(500, 0, `fake Discord: ${error}`)));
  });
}

function dispatch(
  table: Route[],
  request: ReceivedRequest,
  authorization: string | undefined,
  token: string,
): Reply {
  for (const route of table) {
    const match = route.method === request.method ? route.pattern.exec(request.path) : null;
    if (match === null) continue;
    if (route.needsBotToken && authorization !== `Bot ${token}`) {
      return failure(401, 0, '401: Unauthorized');
    }
    const query = new URLSearchParams(request.query);
    return route.handle({ ...request, params: match.slice(1), query });
  }
  return failure(404, 0, '404: Not Found');
}

async function receive(incoming: IncomingMessage): Promise<ReceivedRequest> {
  const url = new URL(incoming.url ?? '/', 'http://fake');
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const content = await parseBody(Buffer.concat(chunks), incoming.headers['content-type'] ?? '');
  return {
    method: incoming.method ?? 'GET',
    path: decodeURIComponent(url.pathname.replace(/^\/api/, '')),
    query: url.search.slice(1),
    ...content,
    status: 0,
  };
}

async function parseBody(
  bytes: Buffer<ArrayBuffer>,
  contentType: string,
): Promise<{ body: unknown; files: UploadedFile[] }> {
  if (bytes.length === 0) return { body: undefined, files: [] };
  if (!contentType.startsWith('multipart/form-data')) {
    return { body: JSON.parse(bytes.toString('utf8')), files: [] };
  }
  const headers = { 'content-type': contentType };
  const form = await new Response(bytes, { headers }).formData();
  const files: UploadedFile[] = [];
  for (const [field, value] of form) {
    if (typeof value === 'string') continue;
    files.push({ field, name: value.name, type: value.type, size: value.size });
  }
  return { body: JSON.parse(textOf(form.get('payload_json')) || 'null'), files };
}

function send(outgoing: ServerResponse, { status, body, headers }: Reply): void {
  if (body === undefined) {
    outgoing.writeHead(status, headers).end();
    return;
  }
  outgoing.writeHead(status, { 'content-type': 'application/json', ...headers });
  outgoing.end(JSON.stringify(body));
}
