import { dirname, join } from 'node:path';
import { housePathsIn } from '../project/brand/house-file.ts';
import { configFile } from '../project/config/config-file.ts';
import { fieldSchemaPath } from '../project/config/own-fields.ts';
import { templatePathsIn } from '../project/config/word-settings.ts';
import type { Effects } from '../project/effects.ts';
import { fontPackagesOf } from '../project/font-packages.ts';
import { CONFIG_FILES, type InputFile, isRegister, REVIEWS_FOLDER } from '../project/inputs.ts';
import type { FileHashes } from './file-hashes.ts';

/** What a result depends on besides its own file. */
export interface Surroundings {
  /** Identifies everything that a file's result depends on; compared as JSON. */
  of(input: InputFile): Promise<readonly unknown[]>;
}

/** What all assessments of a folder depend on: register, configuration, the date. Each is read once. */
export class FolderInputs implements Surroundings {
  readonly #effects: Effects;
  readonly #fileHashes: FileHashes;
  readonly #registers = new Map<string, Promise<readonly unknown[]>>();
  #config: Promise<unknown> | undefined;
  #fonts: Promise<readonly string[]> | undefined;

  constructor(effects: Effects, fileHashes: FileHashes) {
    this.#effects = effects;
    this.#fileHashes = fileHashes;
  }

  async of(input: InputFile): Promise<readonly unknown[]> {
    const folder = dirname(input.path);
    const register = this.#registers.get(folder) ?? this.#registerOf(folder);
    this.#registers.set(folder, register);
    this.#config ??= this.#hashOfConfig();
    this.#fonts ??= fontPackagesOf(this.#effects);
    return [this.#effects.today(), await this.#config, await register, await this.#fonts];
  }

  /** The configuration and the files that it names. */
  async #hashOfConfig(): Promise<unknown> {
    const { projectFolder } = this.#effects;
    const paths = CONFIG_FILES.map((name) => join(projectFolder, name));
    const hashes = await Promise.all(paths.map((path) => this.#fileHashes.hashOf(path)));
    if (hashes.every((hash) => hash === undefined)) return undefined;
    const file = await configFile(this.#effects).catch(() => undefined); // its hash says as much
    const schema = fieldSchemaPath(file, projectFolder);
    const named = [
      ...(await templatePathsIn(file, projectFolder)),
      ...(schema === undefined ? [] : [schema]),
      ...housePathsIn(file, projectFolder),
    ];
    return [...hashes, await Promise.all(named.map((each) => this.#fileHashes.hashOf(each)))];
  }

  async #registerOf(folder: string): Promise<readonly unknown[]> {
    const entries = (await this.#effects.listFolder(folder)) ?? [];
    const entry = entries.find(({ name, isFolder }) => !isFolder && isRegister(name));
    const reviewHashes = ((await this.#effects.listFolder(join(folder, REVIEWS_FOLDER))) ?? []).map(
      async ({ name }) => [name, await this.#fileHashes.hashOf(join(folder, REVIEWS_FOLDER, name))],
    );
    return [
      ...(entry ? [entry.name, await this.#fileHashes.hashOf(join(folder, entry.name))] : []),
      ...(await Promise.all(reviewHashes)),
    ];
  }
}
