import { join, relative } from 'node:path';
import { type Cache, getCached, keyOf, putCached } from '../cache/cache.ts';
import type { FileHashes } from '../cache/file-hashes.ts';
import { FolderInputs, type Surroundings } from '../cache/folder-inputs.ts';
import { CachedResults } from '../cache/results.ts';
import { hashOf } from '../cache/store.ts';
import type { Finding } from '../model/finding.ts';
import { printingIdentity } from '../pdf/browser/printing-identity.ts';
import type { Effects } from '../project/effects.ts';
import type { InputFile } from '../project/inputs.ts';
import type { FiledSource } from '../project/provenance.ts';
import type { ReadAssessment } from '../project/read-assessment.ts';
import type { BuildOptions } from './build-options.ts';
import { type Output, outputOf } from './outputs.ts';
import { partsOf, SharedMemos } from './shared-memos.ts';

/** An output in the cache: by its path in the output folder, with forward slashes. */
interface CachedOutput {
  readonly path: string;
  readonly hash: string;
}

interface CachedMemo {
  readonly outputs: readonly CachedOutput[];
  readonly notices: readonly string[];
}

interface CachedBuild extends CachedMemo {
  /** Absent where the file is not a valid assessment. */
  readonly id?: string;
  readonly findings: readonly Finding[];
}

/** The outputs of a memo. */
export interface MemoOutputs {
  readonly outputs: readonly Output[];
  /** Notices for the user. */
  readonly notices: readonly string[];
}

/** The result of building a file. */
export interface BuiltFile extends MemoOutputs {
  readonly id?: string;
  readonly findings: readonly Finding[];
}

/**
 * Opens the results of earlier builds: whole results by file, and outputs of memos by what they are made from;
 * `undefined` if nothing is cached. Release builds never are, and data from git and other assessments is read
 * each time.
 */
export function openBuildCache(options: BuildOptions, effects: Effects): BuildCache | undefined {
  const { cache, release, history, record } = options;
  return cache && release === undefined && history === undefined && record === undefined
    ? new BuildCache(cache, options, effects)
    : undefined;
}

/** Open until `close`. */
export class BuildCache {
  readonly #cache: Cache;
  readonly #out: string;
  readonly #results: CachedResults<CachedBuild>;
  readonly #making: Making;
  readonly #shared: SharedMemos | undefined;
  readonly #recorded: Output[] = [];

  constructor(cache: Cache, options: BuildOptions, effects: Effects) {
    this.#cache = cache;
    this.#out = options.out;
    this.#making = new Making(options, effects);
    this.#shared = cache.shared && new SharedMemos(cache, cache.shared, () => this.#making.everywhere);
    this.#results = new CachedResults(
      cache,
      'build',
      effects,
      (fileHashes) => new BuildSurroundings(this.#making, effects, fileHashes),
    );
  }

  /** SHA-256 of an existing output file. */
  hashOfFile(path: string): Promise<string | undefined> {
    return this.#results.fileHashes.hashOf(path);
  }

  /** Bytes of a cached output; `undefined` if they are gone. */
  content(hash: string): Uint8Array | undefined {
    const content = this.#cache.store.get(hash);
    return content && hashOf(content) === hash ? content : undefined;
  }

  /** The result of building a file in the same surroundings. */
  async get(input: InputFile): Promise<BuiltFile | undefined> {
    const known = await this.#results.get(input);
    return known && { ...known, outputs: this.#placed(known) };
  }

  /** Records a result, to be cached at the end of the run. */
  async record(input: InputFile, { bytes, fetched }: ReadAssessment, built: BuiltFile): Promise<void> {
    this.#recorded.push(...built.outputs);
    await this.#results.record(input, bytes, { ...built, outputs: this.#unplaced(built) }, fetched);
  }

  /**
   * The outputs of a memo made earlier from the same content, here or on another machine, whatever else has
   * changed.
   */
  async getMemo(source: FiledSource): Promise<MemoOutputs | undefined> {
    // Checked against its hash: we wrote it.
    const known = getCached(this.#cache, this.#keyOf(source)) as CachedMemo | undefined;
    if (known) return { ...known, outputs: this.#placed(known) };
    const shared = await this.#shared?.get(source);
    if (!shared) return undefined;
    const outputs = shared.outputs.map(({ path, content }) => outputOf(join(this.#out, path), content));
    const made = { outputs, notices: shared.notices };
    this.#keep(source, made);
    return made;
  }

  /** Caches the outputs of a memo at once, so that the next run has them if this one is interrupted. */
  recordMemo(source: FiledSource, made: MemoOutputs): void {
    this.#keep(source, made);
    const contents = made.outputs.map(({ path, content = '' }) => ({
      path: this.#inFolder(path),
      content: Buffer.from(content),
    }));
    this.#shared?.put(source, { outputs: contents, notices: made.notices });
  }

  /** Notices about the shared store. */
  get notices(): readonly string[] {
    return this.#cache.shared?.notices ?? [];
  }

  #keep(source: FiledSource, made: MemoOutputs): void {
    for (const { hash, content } of made.outputs) {
      if (content !== undefined && !this.#cache.store.has(hash)) this.#cache.store.put(hash, content);
    }
    putCached(this.#cache, this.#keyOf(source), { ...made, outputs: this.#unplaced(made) });
  }

  async close(): Promise<void> {
    // Recorded now, so that the next run need not read them.
    for (const { path } of this.#recorded) await this.hashOfFile(path);
    await this.#results.close();
    await this.#cache.shared?.close();
  }

  #keyOf(source: FiledSource): string {
    return keyOf(this.#cache, 'memo', { ...partsOf(source), making: this.#making.identity });
  }

  #placed({ outputs }: CachedMemo): Output[] {
    return outputs.map(({ path, hash }) => ({ path: join(this.#out, path), hash }));
  }

  #unplaced({ outputs }: MemoOutputs): CachedOutput[] {
    return outputs.map(({ path, hash }) => ({
      path: this.#inFolder(path),
      hash,
    }));
  }

  #inFolder(path: string): string {
    return relative(this.#out, path).replaceAll('\\', '/');
  }
}

/**
 * Everything but the content that decides how a memo is made and printed: the options, the browser and the
 * fonts.
 */
class Making {
  readonly #options: string;
  readonly #effects: Effects;
  #printing: string | undefined;
  #printingEverywhere: string | undefined;

  constructor(options: BuildOptions, effects: Effects) {
    // All options except those that only say what is built, where, and how fast.
    const { named, inputs, out, within, jobs, compareOnly, cache, onDone, onBrowser, elsewhere, ...others } =
      options;
    // Memos made by other machines are printed by their browsers.
    this.#options = JSON.stringify({ ...others, ...(elsewhere && { isMadeElsewhere: true }) });
    this.#effects = effects;
  }

  get identity(): readonly string[] {
    this.#printing ??= printingIdentity(this.#effects.environment);
    return [this.#options, this.#printing];
  }

  /** The same with browsers identified by content instead of path: equal on machines that print alike. */
  get everywhere(): readonly string[] {
    this.#printingEverywhere ??= printingIdentity(this.#effects.environment, 'content');
    return [this.#options, this.#printingEverywhere];
  }
}

/** What a memo depends on besides its assessment; each part is read once. */
class BuildSurroundings implements Surroundings {
  readonly #making: Making;
  readonly #effects: Effects;
  readonly #fileHashes: FileHashes;
  readonly #ground: FolderInputs;
  #forms: Promise<string> | undefined;

  constructor(making: Making, effects: Effects, fileHashes: FileHashes) {
    this.#making = making;
    this.#effects = effects;
    this.#fileHashes = fileHashes;
    this.#ground = new FolderInputs(effects, fileHashes);
  }

  async of(input: InputFile): Promise<readonly unknown[]> {
    this.#forms ??= this.#hashOfForms();
    return [...this.#making.identity, await this.#forms, ...(await this.#ground.of(input))];
  }

  async #hashOfForms(): Promise<string> {
    const { projectFolder, programFolder } = this.#effects;
    const roots = [programFolder, projectFolder].map((folder) => join(folder, 'templates'));
    return hashOf(JSON.stringify(await Promise.all(roots.map((root) => this.#contentsOf(root)))));
  }

  /** Names and hashes of all files in a folder and those below it. */
  async #contentsOf(folder: string): Promise<unknown> {
    const entries = (await this.#effects.listFolder(folder)) ?? [];
    return Promise.all(
      entries.map(async ({ name, isFolder }) => {
        const path = join(folder, name);
        return [name, isFolder ? await this.#contentsOf(path) : await this.#fileHashes.hashOf(path)];
      }),
    );
  }
}
