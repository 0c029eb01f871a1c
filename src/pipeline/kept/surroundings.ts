import { dirname, join } from 'node:path';
import { printingIdentity } from '../../pdf/printing-identity.ts';
import type { BuildOptions } from '../build-options.ts';
import type { Effects } from '../effects.ts';
import { type InputFile, isRegister } from '../inputs.ts';
import { CONFIG_FILE } from '../settings.ts';
import type { Stamps } from './stamps.ts';
import { hashOf } from './store.ts';

/**
 * What decides what a memo is like, beside its assessment: the register, the configuration, the forms, the browser and
 * the fonts, the day, the options. Each is looked at once.
 */
export class Surroundings {
  readonly #effects: Effects;
  readonly #stamps: Stamps;
  readonly #options: string;
  readonly #registers = new Map<string, Promise<string>>();
  #shared: Promise<string> | undefined;
  #printing: string | undefined;

  constructor(options: BuildOptions, effects: Effects, stamps: Stamps) {
    this.#effects = effects;
    this.#stamps = stamps;
    this.#options = optionsOf(options);
  }

  /** Stands for what decides how a memo is made and printed, beside what is in it. */
  get making(): readonly string[] {
    this.#printing ??= printingIdentity(this.#effects.environment);
    return [this.#options, this.#printing];
  }

  /** Stands for everything that an assessment is built with. */
  async of(input: InputFile): Promise<readonly string[]> {
    this.#shared ??= this.#hashOfShared();
    const folder = dirname(input.path);
    const register = this.#registers.get(folder) ?? this.#hashOfRegister(folder);
    this.#registers.set(folder, register);
    return [...this.making, this.#effects.today(), await this.#shared, await register];
  }

  async #hashOfShared(): Promise<string> {
    const { workingFolder, programFolder } = this.#effects;
    const roots = [programFolder, workingFolder].map((folder) => join(folder, 'templates'));
    const forms = await Promise.all(roots.map((root) => this.#contentsOf(root)));
    const config = await this.#stamps.hashOf(join(workingFolder, CONFIG_FILE));
    return hashOf(JSON.stringify([forms, config]));
  }

  async #hashOfRegister(folder: string): Promise<string> {
    const entries = (await this.#effects.listFolder(folder)) ?? [];
    const entry = entries.find(({ name, isFolder }) => !isFolder && isRegister(name));
    return entry
      ? hashOf(JSON.stringify([entry.name, await this.#stamps.hashOf(join(folder, entry.name))]))
      : '';
  }

  /** Names and hashes of all files in a folder and those below it. */
  async #contentsOf(folder: string): Promise<unknown> {
    const entries = (await this.#effects.listFolder(folder)) ?? [];
    return Promise.all(
      entries.map(async ({ name, isFolder }) => {
        const path = join(folder, name);
        return [name, isFolder ? await this.#contentsOf(path) : await this.#stamps.hashOf(path)];
      }),
    );
  }
}

/** All options but those that only say what is built, where to and how fast. */
function optionsOf(options: BuildOptions): string {
  const { named, out, within, jobs, compareOnly, kept, onDone, onBrowser, ...others } = options;
  return JSON.stringify(others);
}
