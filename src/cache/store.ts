import { createHash, randomUUID } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** Maximum size of the cache in bytes; beyond it, large entries are evicted, the oldest first. */
export const MAX_BYTES = 500_000_000;
/**
 * Size in bytes from which an entry is large: outputs are, which also exist in the output folder; the record of
 * a file is not, and without it the file would have to be read and its memo made again.
 */
const LARGE = 50_000;
/** Share of the size left after eviction, so that not every run has to evict. */
const LEFT_AFTER_CLEARING = 0.8;
/** Scanning the whole cache takes time: it is done after this many bytes were written. */
const CLEAR_AFTER = 20_000_000;

const HASH_LENGTH = 64;
const KEY = /^[0-9a-f]{64}$/;

/**
 * Bytes under keys (SHA-256 in hexadecimal), in a folder private to the user. Damage to the folder costs time,
 * never a wrong answer: entries are checked against their own hash and key, unreadable entries count as
 * missing, and what cannot be written is not cached. Safe for several processes at once.
 */
export class Store {
  readonly #folder: string;
  readonly #max: number;
  #written = 0;

  constructor(folder: string, max = MAX_BYTES) {
    this.#folder = folder;
    this.#max = max;
  }

  get(key: string): Buffer | undefined {
    try {
      const bytes = readFileSync(this.#pathOf(key));
      const content = bytes.subarray(HASH_LENGTH);
      return bytes.toString('latin1', 0, HASH_LENGTH) === sealOf(key, content) ? content : undefined;
    } catch {
      return undefined;
    }
  }

  has(key: string): boolean {
    return lookAt(this.#pathOf(key))?.isFile() ?? false;
  }

  put(key: string, content: string | Uint8Array): void {
    const bytes = Buffer.from(content);
    const path = this.#pathOf(key);
    const temporary = `${path}.${randomUUID()}.tmp`;
    try {
      mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 });
      writeFileSync(temporary, Buffer.concat([Buffer.from(sealOf(key, bytes)), bytes]), {
        flag: 'wx',
        mode: 0o600,
      });
      if (lookAt(path)?.isDirectory()) remove(path);
      renameSync(temporary, path);
      this.#written += bytes.length;
    } catch {
      remove(temporary);
    }
  }

  /** Call at the end of a run. */
  close(): void {
    if (this.#written < CLEAR_AFTER) return;
    this.#written = 0;
    this.clear();
  }

  /** Evicts entries if the cache is too large, and removes unfinished files. */
  clear(): void {
    const files = this.#files();
    let size = files.reduce((sum, file) => sum + file.size, 0);
    if (size <= this.#max) return;
    const isLarge = (file: { readonly size: number }) => Number(file.size >= LARGE);
    for (const file of files.sort((a, b) => isLarge(b) - isLarge(a) || a.written - b.written)) {
      if (size <= this.#max * LEFT_AFTER_CLEARING) return;
      remove(file.path);
      size -= file.size;
    }
  }

  #files(): { readonly path: string; readonly size: number; readonly written: number }[] {
    return namesIn(this.#folder).flatMap((inner) =>
      namesIn(join(this.#folder, inner)).flatMap((name) => {
        const path = join(this.#folder, inner, name);
        const found = lookAt(path);
        return found?.isFile() ? { path, size: found.size, written: found.mtimeMs } : [];
      }),
    );
  }

  #pathOf(key: string): string {
    if (!KEY.test(key)) throw new Error(`${key} is no key.`);
    return join(this.#folder, key.slice(0, 2), key.slice(2));
  }
}

function lookAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // Files that cannot be removed do no harm.
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Header of an entry: a hash of its content and its key, so that entries cannot be swapped. */
function sealOf(key: string, content: Uint8Array): string {
  return hashOf(key + hashOf(content));
}

/** SHA-256 in hexadecimal. */
export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
