import type { Effects } from '../project/effects.ts';
import { type Cache, getCached, putCached } from './cache.ts';
import { type FileState, stateOf, TICK } from './file-state.ts';
import { hashOf } from './store.ts';

interface Known {
  readonly state: FileState;
  readonly hash: string;
}

/** As it is cached. */
interface Page {
  /** When it was written, in milliseconds. */
  readonly written: number;
  readonly files: readonly (readonly [path: string, ...FileState, hash: string])[];
}

/** Hashes of files, cached. A file is read again only if its size, times or inode have changed. */
export class FileHashes {
  readonly #cache: Cache;
  readonly #effects: Effects;
  readonly #key: string;
  readonly #known = new Map<string, Known>();
  /** Paths of all files requested in this run. */
  readonly requested = new Set<string>();
  #isChanged = false;

  constructor(cache: Cache, effects: Effects) {
    this.#cache = cache;
    this.#effects = effects;
    this.#key = hashOf(`stamps of ${effects.projectFolder}`);
    const page = getCached(cache, this.#key) as Page | undefined; // checked against its hash: we wrote it
    for (const [path, size, changed, touched, number, hash] of page?.files ?? []) {
      const isSafe = Math.max(changed, touched) < (page?.written ?? 0) - TICK;
      if (isSafe) this.#known.set(path, { state: [size, changed, touched, number], hash });
    }
  }

  /** SHA-256 of a file's bytes; `undefined` if there is no readable file. */
  async hashOf(path: string): Promise<string | undefined> {
    this.requested.add(path);
    const state = stateOf(path);
    const known = this.#known.get(path);
    if (state && known && isSame(known.state, state)) return known.hash;
    const bytes = await this.#effects.readFile(path).catch(() => undefined); // the actual reading reports why
    const hash = bytes && hashOf(bytes);
    const after = stateOf(path);
    if (hash !== undefined && state && after && isSame(state, after)) {
      this.#known.set(path, { state, hash });
      this.#isChanged = true;
    }
    return hash;
  }

  /** Caches the hashes. Call at the end of a run. */
  close(): void {
    if (!this.#isChanged) return;
    const files = [...this.#known].map(([path, { state, hash }]) => [path, ...state, hash] as const);
    putCached(this.#cache, this.#key, { written: Date.now(), files } satisfies Page);
    this.#isChanged = false;
  }
}

function isSame(a: FileState, b: FileState): boolean {
  return a.every((part, index) => part === b[index]);
}
