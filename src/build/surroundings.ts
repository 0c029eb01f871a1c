import { join } from 'node:path';
import { Ground } from '../cache/ground.ts';
import type { Stamps } from '../cache/stamps.ts';
import { hashOf } from '../cache/store.ts';
import { printingIdentity } from '../pdf/browser/printing-identity.ts';
import type { Effects } from '../project/effects.ts';
import type { InputFile } from '../project/inputs.ts';
import type { BuildOptions } from './build-options.ts';

/**
 * What decides what a memo is like, beside its assessment: the register, the configuration, the forms, the browser and
 * the fonts, the day, the options. Each is looked at once.
 */
export class Surroundings {
  readonly #effects: Effects;
  readonly #stamps: Stamps;
  readonly #options: string;
  readonly #ground: Ground;
  #forms: Promise<string> | undefined;
  #printing: string | undefined;

  constructor(options: BuildOptions, effects: Effects, stamps: Stamps) {
    this.#effects = effects;
    this.#stamps = stamps;
    this.#options = optionsOf(options);
    this.#ground = new Ground(effects, (path) => stamps.hashOf(path));
  }

  /** Stands for what decides how a memo is made and printed, beside what is in it. */
  get making(): readonly string[] {
    this.#printing ??= printingIdentity(this.#effects.environment);
    return [this.#options, this.#printing];
  }

  /** Stands for everything that an assessment is built with. */
  async of(input: InputFile): Promise<readonly unknown[]> {
    this.#forms ??= this.#hashOfForms();
    return [...this.making, await this.#forms, ...(await this.#ground.of(input))];
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
