import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** Header of a sealed entry: the format and its version. */
const MAGIC = Buffer.from('tmsealed1');
const IV_LENGTH = 16;
const MAC_LENGTH = 32;

/** Fewest characters of a team's key. */
export const MIN_KEY = 32;

/**
 * Seals bytes with a team's key, so that whoever stores or transmits them can neither read nor change them, nor
 * substitute one entry for another: AES-256-CTR, then HMAC-SHA-256 over the purpose, the name and the
 * ciphertext (encrypt-then-MAC). Both keys are derived from the team's by HKDF (RFC 5869).
 */
export class Seal {
  readonly #cipherKey: Buffer;
  readonly #macKey: Buffer;

  /** @param purpose what the entries are for; entries of another purpose cannot be opened */
  constructor(teamKey: string, purpose: string) {
    const derived = Buffer.from(hkdfSync('sha256', teamKey, 'threat-memo', purpose, 64));
    this.#cipherKey = derived.subarray(0, 32);
    this.#macKey = derived.subarray(32);
  }

  /** @param name under which the entry is stored */
  close(name: string, content: Uint8Array): Buffer {
    const iv = randomBytes(IV_LENGTH);
    const cipher = createCipheriv('aes-256-ctr', this.#cipherKey, iv);
    const body = Buffer.concat([iv, cipher.update(content), cipher.final()]);
    return Buffer.concat([MAGIC, this.#mac(name, body), body]);
  }

  /** The content sealed under a name; `undefined` if it was not sealed there with the team's key. */
  open(name: string, sealed: Uint8Array): Buffer | undefined {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    const from = MAGIC.length + MAC_LENGTH;
    if (bytes.length < from + IV_LENGTH || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
    const body = bytes.subarray(from);
    if (!timingSafeEqual(bytes.subarray(MAGIC.length, from), this.#mac(name, body))) return undefined;
    const decipher = createDecipheriv('aes-256-ctr', this.#cipherKey, body.subarray(0, IV_LENGTH));
    return Buffer.concat([decipher.update(body.subarray(IV_LENGTH)), decipher.final()]);
  }

  /** A name that reveals nothing without the key: nobody can look up guessed content. */
  nameOf(text: string): string {
    return createHmac('sha256', this.#macKey).update(`name\0${text}`).digest('hex');
  }

  #mac(name: string, body: Uint8Array): Buffer {
    const hmac = createHmac('sha256', this.#macKey).update(`entry\0${name}\0`);
    return hmac.update(body).digest();
  }
}
