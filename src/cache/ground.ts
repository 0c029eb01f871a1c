import { dirname, join } from 'node:path';
import type { Effects } from '../project/effects.ts';
import { CONFIG_FILE, type InputFile, isRegister } from '../project/inputs.ts';
import { hashOf } from './store.ts';

/** SHA-256 of a file's bytes; `undefined` where there is no file that may be read. */
export type HashOfFile = (path: string) => Promise<string | undefined>;

/** What every assessment of a folder stands on: its register, the configuration, the day. Each is looked at once. */
export class Ground {
  readonly #effects: Effects;
  readonly #hashOfFile: HashOfFile;
  readonly #registers = new Map<string, Promise<readonly unknown[]>>();
  #config: Promise<string | undefined> | undefined;

  constructor(effects: Effects, hashOfFile: HashOfFile) {
    this.#effects = effects;
    this.#hashOfFile = hashOfFile;
  }

  /** Stands for all of it; to be compared as JSON. */
  async of(input: InputFile): Promise<readonly unknown[]> {
    const folder = dirname(input.path);
    const register = this.#registers.get(folder) ?? this.#registerOf(folder);
    this.#registers.set(folder, register);
    this.#config ??= this.#hashOfFile(join(this.#effects.projectFolder, CONFIG_FILE));
    return [this.#effects.today(), await this.#config, await register];
  }

  async #registerOf(folder: string): Promise<readonly unknown[]> {
    const entries = (await this.#effects.listFolder(folder)) ?? [];
    const entry = entries.find(({ name, isFolder }) => !isFolder && isRegister(name));
    return entry ? [entry.name, await this.#hashOfFile(join(folder, entry.name))] : [];
  }
}

/** Reads the file each time. */
export function readingHash({ readFile }: Pick<Effects, 'readFile'>): HashOfFile {
  return async (path) => {
    const bytes = await readFile(path).catch(() => undefined); // reading it in earnest says why
    return bytes && hashOf(bytes);
  };
}
