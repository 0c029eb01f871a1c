import { dirname, join } from 'node:path';
import type { Effects } from '../project/effects.ts';
import { CONFIG_FILE, type InputFile, isRegister } from '../project/inputs.ts';
import type { Stamps } from './stamps.ts';

/** What a result depends on beside its file. */
export interface Surroundings {
  /** Identifies all of it for a file; compared as JSON. */
  of(input: InputFile): Promise<readonly unknown[]>;
}

/** What every assessment of a folder stands on: its register, the configuration, the day. Each is looked at once. */
export class Ground implements Surroundings {
  readonly #effects: Effects;
  readonly #stamps: Stamps;
  readonly #registers = new Map<string, Promise<readonly unknown[]>>();
  #config: Promise<string | undefined> | undefined;

  constructor(effects: Effects, stamps: Stamps) {
    this.#effects = effects;
    this.#stamps = stamps;
  }

  async of(input: InputFile): Promise<readonly unknown[]> {
    const folder = dirname(input.path);
    const register = this.#registers.get(folder) ?? this.#registerOf(folder);
    this.#registers.set(folder, register);
    this.#config ??= this.#stamps.hashOf(join(this.#effects.projectFolder, CONFIG_FILE));
    return [this.#effects.today(), await this.#config, await register];
  }

  async #registerOf(folder: string): Promise<readonly unknown[]> {
    const entries = (await this.#effects.listFolder(folder)) ?? [];
    const entry = entries.find(({ name, isFolder }) => !isFolder && isRegister(name));
    return entry ? [entry.name, await this.#stamps.hashOf(join(folder, entry.name))] : [];
  }
}
