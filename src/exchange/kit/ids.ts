import { createHash } from 'node:crypto';

const MAX_LENGTH = 60;

/**
 * A readable id made from words: letters without diacritics, digits, hyphens. Words that leave nothing readable
 * (another script) give a short name with a hash, always the same.
 */
export function readableId(words: string, otherwise: string): string {
  const id = words
    .slice(0, 400)
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const letters = words.slice(0, 400).match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  // Of mixed scripts, most of the text must be left: otherwise two different texts get the same name.
  if (id.replaceAll('-', '').length < Math.max(2, letters / 2)) return `${otherwise}-${shortHash(words)}`;
  if (id.length <= MAX_LENGTH) return id;
  const cut = id.slice(0, MAX_LENGTH + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), MAX_LENGTH / 2)).replace(/-+$/, '');
}

/** Six hexadecimal digits derived from a text. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 6);
}

/**
 * Hands out ids, each once. Where several things would get the same id, the later ones are distinguished by `key`,
 * not by their order, so that a newer edition of a source gives the same ids.
 */
export class IdGiver {
  readonly #taken = new Set<string>();

  /** Reserves an id. */
  take(id: string): void {
    this.#taken.add(id);
  }

  /** Reserves several ids. */
  taking(ids: Iterable<string>): this {
    for (const id of ids) this.take(id);
    return this;
  }

  give(words: string, otherwise: string, key: string): string {
    const id = readableId(words, otherwise);
    if (this.#claim(id)) return id;
    const distinct = `${id}-${shortHash(key)}`;
    if (this.#claim(distinct)) return distinct;
    for (let count = 2; ; count += 1) if (this.#claim(`${distinct}-${count}`)) return `${distinct}-${count}`;
  }

  #claim(id: string): boolean {
    if (this.#taken.has(id)) return false;
    this.#taken.add(id);
    return true;
  }
}

/** A version 5 UUID (RFC 9562): the same namespace and name give the same UUID. */
export function uuidOf(name: string, namespace = NAMESPACE): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex').slice(0, 32);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Our namespace: never to be changed, or everything exported would get different ids. */
const NAMESPACE = '6f1a3c1e-9a55-4b5e-8d5c-2f6c1f0b7a41';
