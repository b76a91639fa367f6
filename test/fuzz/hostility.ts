import fc from 'fast-check';
import { pino } from 'pino';
import { commands } from '../../commands/index.ts';
import { openDataFolder } from '../../src/open-data-folder.ts';
import { Signer } from '../discord/endpoint.ts';
import { isObject } from '../discord/json.ts';
import { responseViolations } from '../discord/payload.ts';
import { describeViolation } from '../discord/violation.ts';
import { httpEndpoint } from '../http-endpoint.ts';
import { hostileInteractions } from './hostile-interactions.ts';

/** What came of a number of hostile interactions, each sent once as signed and once forged. */
export interface Findings {
  readonly interactions: number;
  readonly answered: number;
  /** No object with a `type`: turned away with 400, though signed. */
  readonly malformed: number;
  readonly forgeries: number;
  readonly crashes: readonly string[];
  readonly invalidPayloads: readonly string[];
  readonly pings: readonly string[];
  readonly forgeriesAccepted: readonly string[];
}

/** Sends hostile interactions to the interactions endpoint and judges what comes back. */
export async function provoke(interactions: number, seed: number): Promise<Findings> {
  const library = await openDataFolder('data');
  const signer = new Signer();
  const problems: string[] = [];
  const log = pino(
    { base: null },
    {
      write: (line) => {
        // Only what no answer could be found for; an unknown kind of interaction is no crash.
        if (/no answer/.test(line)) problems.push(line);
      },
    },
  );
  const app = httpEndpoint(library, {
    publicKey: signer.publicKey,
    log,
    report: (problem) => problems.push(problem),
  });
  const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>) =>
    app.request('/interactions', { method: 'POST', body, headers });

  const counts = { answered: 0, malformed: 0, forgeries: 0 };
  const crashes: string[] = [];
  const invalidPayloads: string[] = [];
  const pings: string[] = [];
  const forgeriesAccepted: string[] = [];
  const stranger = new Signer();

  const one = async (interaction: unknown, forgery: number): Promise<void> => {
    const body = JSON.stringify(interaction) ?? 'null';
    const headers = signer.headers(body);
    const response = await post(body, headers);
    if (problems.length > 0) crashes.push(`${problems.splice(0).join('; ')} for ${body}`);
    if (response.status === 200) {
      counts.answered += 1;
      judge(await payloadOf(response), body);
    } else if (response.status === 400 && !isOfSomeKind(interaction)) {
      counts.malformed += 1;
    } else {
      crashes.push(`HTTP ${response.status} for ${body}`);
    }
    const forged = forge(body, headers, stranger, forgery);
    counts.forgeries += 1;
    const { status } = await post(forged.body, forged.headers);
    if (status !== 401) forgeriesAccepted.push(`HTTP ${status} for ${forged.how}: ${body}`);
  };

  const judge = (payload: unknown, body: string): void => {
    for (const violation of responseViolations(payload)) {
      const line = `${describeViolation(violation)} for ${body}`;
      (violation.code === 'MAY_PING' ? pings : invalidPayloads).push(line);
    }
  };

  const cases = fc.asyncProperty(hostileInteractions(commands, library), fc.nat(), one);
  await fc.assert(cases, { numRuns: interactions, seed, endOnFailure: true });
  return { interactions, ...counts, crashes, invalidPayloads, pings, forgeriesAccepted };
}

function isOfSomeKind(interaction: unknown): boolean {
  return isObject(interaction) && typeof interaction.type === 'number';
}

type Headers = Record<string, string>;

/** The same request with one thing changed that a signature must show. */
function forge(body: string, headers: Headers, stranger: Signer, choice: number) {
  const signature = headers['x-signature-ed25519'] ?? '';
  const timestamp = headers['x-signature-timestamp'] ?? '';
  const with_ = (changed: Headers) => ({ ...headers, ...changed });
  const forgeries = [
    { how: 'a changed bit of the body', body: flipped(body, choice), headers },
    { how: 'a longer body', body: `${body} `, headers },
    { how: 'a stranger’s key', body, headers: stranger.headers(body) },
    { how: 'no signature', body, headers: without(headers, 'x-signature-ed25519') },
    { how: 'no timestamp', body, headers: without(headers, 'x-signature-timestamp') },
    {
      how: 'a changed digit of the signature',
      body,
      headers: with_({ 'x-signature-ed25519': otherDigit(signature, choice) }),
    },
    {
      how: 'half a signature',
      body,
      headers: with_({ 'x-signature-ed25519': signature.slice(64) }),
    },
    {
      how: 'another second',
      body,
      headers: with_({ 'x-signature-timestamp': String(Number(timestamp) - 1) }),
    },
    {
      how: 'a digit moved from the body to the timestamp',
      body: body.slice(1),
      headers: with_({ 'x-signature-timestamp': timestamp + body.slice(0, 1) }),
    },
  ];
  return forgeries[choice % forgeries.length] ?? { how: 'nothing', body, headers: {} };
}

function flipped(body: string, at: number): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(body);
  const place = at % bytes.length;
  bytes[place] = (bytes[place] ?? 0) ^ (1 << (at % 8));
  return bytes;
}

function otherDigit(signature: string, at: number): string {
  const place = at % signature.length;
  const digit = (Number.parseInt(signature.charAt(place), 16) ^ 1).toString(16);
  return signature.slice(0, place) + digit + signature.slice(place + 1);
}

function without(headers: Headers, name: string): Headers {
  return Object.fromEntries(Object.entries(headers).filter(([each]) => each !== name));
}

/** An answer with a picture comes as a form. */
async function payloadOf(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.startsWith('multipart/')) return response.json();
  return JSON.parse(String((await response.formData()).get('payload_json')));
}
