import type { Effects } from '../project/effects.ts';
import { type Cache, getCached, putCached } from './cache.ts';
import { type Look, lookAt, TICK } from './looks.ts';
import { hashOf } from './store.ts';

interface Known {
  readonly look: Look;
  readonly hash: string;
}

/** As it is cached. */
interface Page {
  /** When it was written, in milliseconds. */
  readonly written: number;
  readonly files: readonly (readonly [path: string, ...Look, hash: string])[];
}

/** Hashes of files, cached. A file is read again only if its size, times or inode have changed. */
export class Stamps {
  readonly #cache: Cache;
  readonly #effects: Effects;
  readonly #key: string;
  readonly #known = new Map<string, Known>();
  /** Paths of all files requested in this run. */
  readonly asked = new Set<string>();
  #isChanged = false;

  constructor(cache: Cache, effects: Effects) {
    this.#cache = cache;
    this.#effects = effects;
    this.#key = hashOf(`stamps of ${effects.projectFolder}`);
    const page = getCached(cache, this.#key) as Page | undefined; // checked against its hash: we wrote it
    for (const [path, size, changed, touched, number, hash] of page?.files ?? []) {
      const isSafe = Math.max(changed, touched) < (page?.written ?? 0) - TICK;
      if (isSafe) this.#known.set(path, { look: [size, changed, touched, number], hash });
    }
  }

  /** SHA-256 of a file's bytes; `undefined` if there is no readable file. */
  async hashOf(path: string): Promise<string | undefined> {
    this.asked.add(path);
    const look = lookAt(path);
    const known = this.#known.get(path);
    if (look && known && isSame(known.look, look)) return known.hash;
    const bytes = await this.#effects.readFile(path).catch(() => undefined); // the actual reading reports why
    const hash = bytes && hashOf(bytes);
    const after = lookAt(path);
    if (hash !== undefined && look && after && isSame(look, after)) {
      this.#known.set(path, { look, hash });
      this.#isChanged = true;
    }
    return hash;
  }

  /** Caches the hashes. Call at the end of a run. */
  close(): void {
    if (!this.#isChanged) return;
    const files = [...this.#known].map(([path, { look, hash }]) => [path, ...look, hash] as const);
    putCached(this.#cache, this.#key, { written: Date.now(), files } satisfies Page);
    this.#isChanged = false;
  }
}

function isSame(a: Look, b: Look): boolean {
  return a.every((part, index) => part === b[index]);
}
