import { type Former, isSameFormer } from '../../cache/former.ts';
import { Ground, readingHash } from '../../cache/ground.ts';
import { type Kept, keep, keyOf, recall } from '../../cache/kept.ts';
import { hashOf } from '../../cache/store.ts';
import type { CheckedFile, FetchFormer } from '../../project/check-source.ts';
import type { Effects } from '../../project/effects.ts';
import type { InputFile } from '../../project/inputs.ts';

/** What was found of a file. */
export interface KnownCheck extends CheckedFile {
  /** The edition before that it names. */
  readonly former?: Former;
  /** Whether nothing is wrong with the register and the configuration, which would have to be said as well. */
  readonly isOnSoundGround: boolean;
}

/** What checks of earlier runs found. Open until `close`. */
export class KeptChecks {
  readonly #kept: Kept;
  readonly #effects: Effects;
  readonly #forms: readonly string[];
  readonly #learnt: { readonly input: InputFile; readonly hash: string; readonly check: KnownCheck }[] = [];
  #ground: Ground;

  /** `forms` are the names that an assessment may give as its form. */
  constructor(kept: Kept, effects: Effects, forms: readonly string[]) {
    this.#kept = kept;
    this.#effects = effects;
    this.#forms = forms;
    this.#ground = new Ground(effects, readingHash(effects));
  }

  /** What was found of a file of these bytes. */
  async recall(
    input: InputFile,
    bytes: Uint8Array,
    fetchFormer: FetchFormer,
  ): Promise<KnownCheck | undefined> {
    const known = recall(this.#kept, await this.#keyOf(input, hashOf(bytes)));
    const check = known as KnownCheck | undefined; // checked against its hash: we wrote it
    return check && (await isSameFormer(check.former, fetchFormer)) ? check : undefined;
  }

  /** To be kept when the run is over. */
  learn(input: InputFile, bytes: Uint8Array, check: KnownCheck): void {
    this.#learnt.push({ input, hash: hashOf(bytes), check });
  }

  /** Keeps what was learnt, unless what it stands on was changed meanwhile. */
  async close(): Promise<void> {
    const before = this.#ground;
    const now = new Ground(this.#effects, readingHash(this.#effects));
    for (const { input, hash, check } of this.#learnt) {
      const isSame = JSON.stringify(await before.of(input)) === JSON.stringify(await now.of(input));
      if (isSame) keep(this.#kept, await this.#keyOf(input, hash), check);
    }
    this.#learnt.length = 0;
    this.#ground = now;
    this.#kept.store.close();
  }

  async #keyOf(input: InputFile, hash: string): Promise<string> {
    return keyOf(this.#kept, 'check', input.shown, hash, this.#forms, await this.#ground.of(input));
  }
}
