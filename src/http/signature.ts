import { createPublicKey, type KeyObject, verify } from 'node:crypto';

/** What Discord sends with a body to prove that it sent it. */
export interface Signature {
  /** 64 bytes in hexadecimal: `X-Signature-Ed25519`. */
  readonly signature: string | undefined;
  /** Seconds since 1970 in decimal: `X-Signature-Timestamp`. */
  readonly timestamp: string | undefined;
}

/** Why a request is not believed. */
export type Distrust = 'unsigned' | 'stale' | 'forged';

/**
 * How far from our clock a request may have been signed, in seconds.
 *
 * A signature holds for ever, so whoever once saw a request could send it again at any time. Discord
 * takes an answer for three seconds only; the rest is room for clocks that run apart.
 */
const window = 300;

/** Checks signatures (Ed25519, RFC 8032) of one application. */
export class SignatureCheck {
  readonly #key: KeyObject;

  /** @param publicKey 32 bytes in hexadecimal, as Discord shows it under General Information */
  constructor(publicKey: string) {
    const x = Buffer.from(publicKey, 'hex').toString('base64url');
    this.#key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  }

  /**
   * Whether Discord signed a body, byte for byte, a short time ago.
   *
   * @returns why not, or undefined when it did
   */
  async distrust(
    { signature, timestamp }: Signature,
    body: Uint8Array,
    now = Date.now(),
  ): Promise<Distrust | undefined> {
    if (signature === undefined || !/^[0-9a-f]{128}$/i.test(signature)) return 'unsigned';
    if (timestamp === undefined || !/^\d{1,12}$/.test(timestamp)) return 'unsigned';
    if (Math.abs(now / 1000 - Number(timestamp)) > window) return 'stale';
    const signed = Buffer.concat([Buffer.from(timestamp), body]);
    const genuine = verify(null, signed, this.#key, Buffer.from(signature, 'hex'));
    return genuine ? undefined : 'forged';
  }
}
