import { Buffer, isUtf8 } from 'node:buffer';
import { ServerResponse } from 'node:http';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod';
import type { Upload } from '../discord/illustration.ts';
import type { Reception, Send } from '../discord/reception.ts';
import type { Answered } from '../discord/respond.ts';
import type { Metrics } from '../metrics.ts';
import type { Distrust, SignatureCheck } from './signature.ts';

/** What the endpoint needs of the rest of the bot. */
export interface InteractionsDesk {
  readonly check: SignatureCheck;
  readonly reception: Reception;
  readonly metrics: Metrics;
}

type Refusal = Distrust | 'too_large' | 'malformed';

/** Far more than 25 options of 6,000 characters each, every one escaped. */
const longestBody = 1024 * 1024;

/**
 * Discord's interactions endpoint: what it posts is answered in the response.
 *
 * Nothing is kept between two requests, so any number of replicas may serve behind one address.
 */
export function interactionsHandler({
  check,
  reception,
  metrics,
}: InteractionsDesk): (c: Context) => Promise<Response> {
  const refused = (reason: Refusal) => metrics.refused.inc({ reason });
  const tooLarge = (c: Context) => {
    refused('too_large');
    // The rest of it is not read, so nothing more can come over this connection.
    return c.text('The body is longer than any interaction.\n', 413, { connection: 'close' });
  };
  const limitWhileReading = bodyLimit({ maxSize: longestBody, onError: tooLarge });
  const take = async (c: Context) => {
    const body = Buffer.from(await c.req.arrayBuffer());
    const signature = {
      signature: c.req.header('x-signature-ed25519'),
      timestamp: c.req.header('x-signature-timestamp'),
    };
    const distrust = await check.distrust(signature, body);
    if (distrust !== undefined) {
      refused(distrust);
      return c.text(`${reasons[distrust]}\n`, 401);
    }
    const read = readBody(body);
    if (read === undefined) {
      refused('malformed');
      return c.text('The body is no interaction.\n', 400);
    }
    if (read.type === ping) return c.json({ type: pong });
    const { response, files } = await answer(read.raw, reception, delivered(c));
    return files.length === 0 ? c.json(response) : new Response(multipart(response, files));
  };
  return async (c) => {
    // Where the length is told beforehand, as Discord does, the body need not become a stream.
    const length = c.req.header('content-length');
    if (length !== undefined && c.req.header('transfer-encoding') === undefined)
      return Number(length) > longestBody ? tooLarge(c) : take(c);
    const refusal = await limitWhileReading(c, async () => {
      c.res = await take(c);
    });
    return refusal ?? c.res;
  };
}

const reasons: Readonly<Record<Distrust, string>> = {
  unsigned: 'The request is not signed.',
  stale: 'The request was signed too long ago, or one of the clocks is wrong.',
  forged: 'The signature is not Discord’s for this body.',
};

/** @param delivered resolves when the answer has left; nothing may follow it sooner */
function answer(
  raw: unknown,
  reception: Reception,
  delivered: Promise<void>,
): Promise<Pick<Answered, 'response' | 'files'>> {
  return new Promise((resolve, reject) => {
    const send: Send = (response, files) => {
      resolve({ response, files });
      return delivered;
    };
    reception.receive(raw, 'http', send).catch(reject);
  });
}

/** As Discord takes a response with files. */
function multipart(response: Answered['response'], files: readonly Upload[]): FormData {
  const form = new FormData();
  form.append('payload_json', JSON.stringify(response));
  for (const [at, { name, data, contentType }] of files.entries()) {
    form.append(`files[${at}]`, new Blob([new Uint8Array(data)], { type: contentType }), name);
  }
  return form;
}

/** Resolves at once where the app is called without a server around it. */
async function delivered({ env }: Context): Promise<void> {
  const outgoing: unknown = env?.outgoing;
  if (outgoing instanceof ServerResponse && !outgoing.closed) {
    await new Promise((resolve) => outgoing.once('close', resolve));
  }
}

const ping = 1;
const pong = 1;

/** Whatever its kind, an interaction has one; `respond` parses the rest. */
const interaction = z.object({ type: z.number() });

function readBody(body: Buffer): { readonly raw: unknown; readonly type: number } | undefined {
  // A decoder that checks as it goes takes several times as long.
  if (!isUtf8(body)) return undefined;
  try {
    const raw: unknown = JSON.parse(body.toString());
    return { raw, type: interaction.parse(raw).type };
  } catch {
    return undefined;
  }
}
