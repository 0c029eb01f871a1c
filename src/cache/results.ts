import type { Effects } from '../project/effects.ts';
import type { InputFile } from '../project/inputs.ts';
import { type Fetched, pathOfPicture } from '../project/named/named-files.ts';
import { type PreviousFile, previousFile } from '../project/named/previous-file.ts';
import { type Cache, getCached, keyOf, putCached } from './cache.ts';
import { FileHashes } from './file-hashes.ts';
import type { Surroundings } from './folder-inputs.ts';
import { hashOf } from './store.ts';

/** As it is cached. */
interface Entry<Result> {
  readonly result: Result;
  readonly previous?: { readonly reference: string; readonly hash: string };
  /** Pictures by path from the root of the project, with their hashes; none for one that could not be read. */
  readonly pictures?: readonly (readonly [file: string, hash?: string])[];
}

interface Recorded<Result> {
  readonly input: InputFile;
  readonly key: string;
  readonly entry: Entry<Result>;
}

/**
 * Results of earlier runs of one kind (`check`, `build`), by file. This is the cache's only policy: a result is
 * used for the same program, the same bytes under the same name, the same pictures, and the same surroundings;
 * the previous edition is fetched each time, since a revision's name may move; and nothing is cached if its
 * surroundings changed during the run. Open until `close`.
 */
export class CachedResults<Result> {
  /** Hashes of files; each file is read at most once a run. */
  readonly fileHashes: FileHashes;
  readonly #cache: Cache;
  readonly #kind: string;
  readonly #effects: Effects;
  readonly #look: (fileHashes: FileHashes) => Surroundings;
  readonly #recorded: Recorded<Result>[] = [];
  #surroundings: Surroundings;

  /** @param look reads what a result depends on besides its file; called again at the end of the run */
  constructor(cache: Cache, kind: string, effects: Effects, look: (fileHashes: FileHashes) => Surroundings) {
    this.fileHashes = new FileHashes(cache, effects);
    this.#cache = cache;
    this.#kind = kind;
    this.#effects = effects;
    this.#look = look;
    this.#surroundings = look(this.fileHashes);
  }

  /** The result for a file with this hash; without a hash, for the file as it is now. */
  async get(input: InputFile, hash?: string): Promise<Result | undefined> {
    const known = hash ?? (await this.fileHashes.hashOf(input.path));
    if (known === undefined) return undefined;
    // Safe to cast: its hash shows that this program wrote it.
    const entry = getCached(this.#cache, await this.#keyOf(input, known)) as Entry<Result> | undefined;
    const fetch = (reference: string) => previousFile(reference, input, this.#effects);
    if (!entry || !(await isSamePrevious(entry.previous, fetch))) return undefined;
    for (const [file, before] of entry.pictures ?? []) {
      // A file that could not be read is tried again in each run.
      const now = await this.fileHashes.hashOf(pathOfPicture(file, this.#effects));
      if (before === undefined || now !== before) return undefined;
    }
    return entry.result;
  }

  /** Records a result, to be cached at the end of the run. */
  async record(input: InputFile, bytes: Uint8Array, result: Result, fetched?: Fetched): Promise<void> {
    const key = await this.#keyOf(input, hashOf(bytes));
    const previous = fetched?.previous && {
      reference: fetched.previous.reference,
      hash: hashOfPrevious(fetched.previous.found),
    };
    const pictures = [...(fetched?.pictures ?? [])].map(([file, { hash }]) =>
      hash === undefined ? ([file] as const) : ([file, hash] as const),
    );
    this.#recorded.push({
      input,
      key,
      entry: { result, ...(previous && { previous }), ...(pictures.length > 0 && { pictures }) },
    });
  }

  /** Caches what was recorded, unless something it depends on has changed since. */
  async close(): Promise<void> {
    const now = this.#look(this.fileHashes);
    for (const { input, key, entry } of this.#recorded) {
      const before = JSON.stringify(await this.#surroundings.of(input));
      if (JSON.stringify(await now.of(input)) === before) putCached(this.#cache, key, entry);
    }
    this.#recorded.length = 0;
    this.#surroundings = now;
    this.fileHashes.close();
    this.#cache.store.close();
  }

  async #keyOf(input: InputFile, hash: string): Promise<string> {
    return keyOf(this.#cache, this.#kind, input.shown, hash, await this.#surroundings.of(input));
  }
}

function hashOfPrevious(found: PreviousFile | string): string {
  const identity = typeof found === 'string' ? [found] : [found.name, hashOf(found.bytes)];
  return hashOf(JSON.stringify(identity));
}

/** Whether the previous edition is unchanged. */
async function isSamePrevious(
  previous: Entry<unknown>['previous'],
  fetchPrevious: (reference: string) => Promise<PreviousFile | string>,
): Promise<boolean> {
  if (previous === undefined) return true;
  const found = await fetchPrevious(previous.reference).catch(() => 'It cannot be read.');
  return hashOfPrevious(found) === previous.hash;
}
