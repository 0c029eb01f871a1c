import { basename, join, relative } from 'node:path';
import { type Former, formerOf, isSameFormer } from '../cache/former.ts';
import { type Kept, keep, keyOf, recall } from '../cache/kept.ts';
import { Stamps } from '../cache/stamps.ts';
import { hashOf } from '../cache/store.ts';
import { registerExcerpt } from '../derive/entities/register-excerpt.ts';
import type { Finding } from '../model/finding.ts';
import type { Effects, OutputFile } from '../project/effects.ts';
import { formerFile } from '../project/former-file.ts';
import type { LoadedForm } from '../project/forms.ts';
import { type InputFile, shownPath } from '../project/inputs.ts';
import { formHash, type Ingredients } from '../project/provenance.ts';
import type { ReadAssessment } from '../project/read-assessment.ts';
import type { BuildOptions, BuildResult } from './build-options.ts';
import { Surroundings } from './surroundings.ts';

/** An output by its path in the output folder, with forward slashes. */
export interface KnownOutput {
  readonly path: string;
  readonly hash: string;
}

/** What came of building a file. */
interface Entry {
  /** Absent where it is no valid assessment. */
  readonly id?: string;
  readonly findings: readonly Finding[];
  readonly outputs: readonly KnownOutput[];
  readonly notices: readonly string[];
  readonly former?: Former;
}

/** A memo as it is kept. */
export type KeptMemo = Pick<Entry, 'outputs' | 'notices'>;

/** What building a file would give. */
export type KnownBuild = Omit<Entry, 'former'>;

/** What was built, to be kept. */
export interface Built extends Omit<Entry, 'former'> {
  readonly bytes: Uint8Array;
  /** What the file names as the edition before it, as it was found. */
  readonly fetched?: ReadAssessment['fetched'];
}

/** Everything that a memo is made of, and the form it is made in. */
export interface Recipe extends Ingredients {
  readonly form: LoadedForm;
}

/** What earlier builds gave: whole results by file, and outputs by what they are made of. Open until `close`. */
export class KnownBuilds {
  readonly stamps: Stamps;
  readonly surroundings: Surroundings;
  readonly #kept: Kept;
  readonly #options: BuildOptions;
  readonly #effects: Effects;
  readonly #learnt: { readonly input: InputFile; readonly key: string; readonly entry: Entry }[] = [];

  constructor(kept: Kept, options: BuildOptions, effects: Effects) {
    this.#kept = kept;
    this.#options = options;
    this.#effects = effects;
    this.stamps = new Stamps(kept, effects);
    this.surroundings = new Surroundings(options, effects, this.stamps);
  }

  /** Those whose result is known, with outputs that are there or can be written without making them. */
  async lookUp(inputs: readonly InputFile[]): Promise<Map<InputFile, KnownBuild>> {
    const known = new Map<InputFile, KnownBuild>();
    for (const input of inputs) {
      const hash = await this.stamps.hashOf(input.path);
      const entry = hash === undefined ? undefined : await this.#recall(input, hash);
      if (!entry) continue;
      if (this.#options.compareOnly || (await this.#canBeHad(entry.outputs))) known.set(input, entry);
    }
    return known;
  }

  async #canBeHad(outputs: readonly KnownOutput[]): Promise<boolean> {
    return (await this.#differing(outputs)).every(({ hash }) => this.#kept.store.has(hash));
  }

  /** The outputs that are not there, or are there otherwise. */
  async #differing(outputs: readonly KnownOutput[]): Promise<KnownOutput[]> {
    const differing: KnownOutput[] = [];
    for (const output of outputs) {
      if ((await this.stamps.hashOf(this.#placeOf(output))) !== output.hash) differing.push(output);
    }
    return differing;
  }

  /** Writes what is missing, or says (when only comparing) that it is. Nothing where what was kept is gone. */
  async deliver(
    input: InputFile,
    { findings, outputs }: Pick<Entry, 'findings' | 'outputs'>,
  ): Promise<BuildResult | undefined> {
    const missing = await this.#differing(outputs);
    const { compareOnly, out, within = [out] } = this.#options;
    const shown = (some: readonly KnownOutput[]) =>
      some.map((output) => shownPath(this.#placeOf(output), this.#effects.projectFolder));
    if (compareOnly) {
      const current = outputs.filter((output) => !missing.includes(output));
      return { file: input.shown, findings, outputs: shown(current), stale: shown(missing) };
    }
    const files = this.#contentOf(missing);
    if (!files) return undefined;
    if (files.length > 0) await this.#effects.writeFiles(files.map((file) => ({ ...file, within })));
    return { file: input.shown, findings, outputs: shown(outputs), stale: [] };
  }

  /** Kept outputs as files; `undefined` where one is gone. */
  #contentOf(outputs: readonly KnownOutput[]): OutputFile[] | undefined {
    const files = outputs.flatMap((output) => {
      const content = this.#kept.store.get(output.hash);
      return content && hashOf(content) === output.hash ? { path: this.#placeOf(output), content } : [];
    });
    return files.length === outputs.length ? files : undefined;
  }

  /** To be kept when the run is over. */
  async learn(input: InputFile, { bytes, fetched, ...built }: Built): Promise<void> {
    const key = await this.#keyOf(input, hashOf(bytes));
    const former = fetched && formerOf(fetched.reference, fetched.found);
    this.#learnt.push({ input, key, entry: { ...built, ...(former && { former }) } });
  }

  /** The outputs of a memo that was made of the same before, whatever else was changed. */
  recallMemo(recipe: Recipe): KeptMemo | undefined {
    // Checked against its hash: we wrote it.
    return recall(this.#kept, this.#keyOfMemo(recipe)) as KeptMemo | undefined;
  }

  /** Keeps the outputs of a memo at once: a run that is broken off has made them for the next. */
  keepMemo(recipe: Recipe, files: readonly OutputFile[], notices: readonly string[]): KnownOutput[] {
    const outputs = files.map(({ path, content }) => {
      const hash = hashOf(content);
      if (!this.#kept.store.has(hash)) this.#kept.store.put(hash, content);
      return { path: relative(this.#options.out, path).replaceAll('\\', '/'), hash };
    });
    keep(this.#kept, this.#keyOfMemo(recipe), { outputs, notices });
    return outputs;
  }

  #keyOfMemo({ file, assessment, register, former, form }: Recipe): string {
    return keyOf(this.#kept, 'memo', {
      file: [basename(file.path), hashOf(file.bytes)],
      register: registerExcerpt(assessment, register),
      former: former && [former.file.path, hashOf(former.file.bytes)],
      form: [form.name, formHash(form)],
      making: this.surroundings.making,
    });
  }

  /** Keeps what was learnt, unless something it depends on was changed meanwhile. */
  async close(): Promise<void> {
    const now = new Surroundings(this.#options, this.#effects, this.stamps);
    for (const { input, key, entry } of this.#learnt) {
      const before = JSON.stringify(await this.surroundings.of(input));
      if (JSON.stringify(await now.of(input)) === before) keep(this.#kept, key, entry);
      await this.#differing(entry.outputs); // looks at them, so that the next run need not read them
    }
    this.#learnt.length = 0;
    this.stamps.close();
    this.#kept.store.close();
  }

  async #recall(input: InputFile, hash: string): Promise<Entry | undefined> {
    const entry = recall(this.#kept, await this.#keyOf(input, hash)) as Entry | undefined; // we wrote it
    const fetch = (reference: string) => formerFile(reference, input, this.#effects);
    return entry && (await isSameFormer(entry.former, fetch)) ? entry : undefined;
  }

  async #keyOf(input: InputFile, hash: string): Promise<string> {
    return keyOf(this.#kept, 'build', input.shown, hash, await this.surroundings.of(input));
  }

  #placeOf({ path }: KnownOutput): string {
    return join(this.#options.out, path);
  }
}
