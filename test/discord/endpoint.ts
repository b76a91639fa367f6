import { generateKeyPairSync, sign } from 'node:crypto';
import { objectOf, textOf } from './json.ts';

/** What Discord's servers got back from the bot's interactions endpoint. */
export interface EndpointReply {
  readonly status: number;
  readonly body: unknown;
}

/** Discord's hand on its letters: the key an application's interactions are signed with. */
export class Signer {
  readonly #keys = generateKeyPairSync('ed25519');

  /** 32 bytes in hexadecimal, as the developer portal shows it. */
  get publicKey(): string {
    const { x } = this.#keys.publicKey.export({ format: 'jwk' });
    return Buffer.from(x ?? '', 'base64url').toString('hex');
  }

  /** The headers that Discord sends with a body. */
  headers(body: string | Uint8Array, now = Date.now()): Record<string, string> {
    const timestamp = String(Math.floor(now / 1000));
    const signed = Buffer.concat([Buffer.from(timestamp), Buffer.from(body)]);
    return {
      'content-type': 'application/json',
      'user-agent': 'Discord-Interactions/1.0 (+https://discord.com)',
      'x-signature-ed25519': sign(null, signed, this.#keys.privateKey).toString('hex'),
      'x-signature-timestamp': timestamp,
    };
  }
}

/** Posts a signed interaction, as Discord does to an application that gave it an address. */
export async function postInteraction(
  url: string,
  interaction: unknown,
  signer: Signer,
): Promise<EndpointReply> {
  const body = JSON.stringify(interaction);
  const response = await fetch(url, { method: 'POST', body, headers: signer.headers(body) });
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  return {
    status: response.status,
    body: isJson ? await response.json() : await response.text(),
  };
}

/** The kind of a reply that is none: what the bot said instead. */
export function explainReply({ status, body }: EndpointReply): string {
  return `HTTP ${status}: ${textOf(body) || JSON.stringify(objectOf(body))}`.trim();
}
