import { basename, dirname, resolve } from 'node:path';
import type { RuleBook } from '../check/rule-book.ts';
import type { FigureKind } from '../figures/figure.ts';
import { compareText } from '../model/finding.ts';
import type { Register } from '../model/generated/types.ts';
import { type CheckedSource, checkSource } from './check-source.ts';
import type { Effects } from './effects.ts';
import { Forms } from './forms.ts';
import {
  ASSESSMENTS_FOLDER,
  CONFIG_FILES,
  findInputs,
  type InputFile,
  isAssessmentFile,
  isRegister,
  REVIEWS_FOLDER,
  shownPath,
} from './inputs.ts';
import { loadBytes } from './load-bytes.ts';
import { type Fetched, filesOf, pathOfPicture } from './named/named-files.ts';
import { loadSettings } from './settings.ts';
import { readContext, type SharedContext } from './shared-context.ts';

/** Additions with which a project is opened. */
export interface ProjectAdditions {
  readonly book?: RuleBook;
  readonly figures?: readonly FigureKind[];
}

/** One assessment as it is now, saved or not. */
export interface ProjectFile extends CheckedSource {
  readonly input: InputFile;
  readonly bytes: Uint8Array;
  /** Empty if the folder has none; absent if it has errors. */
  readonly register: Register | undefined;
  /** The files it names; absent if the assessment cannot be read. */
  readonly fetched?: Fetched;
}

/** The effect of a change: the assessments whose findings may differ now. */
export interface ProjectChange {
  /** Absolute paths, sorted. */
  readonly affected: readonly string[];
  /** Whether templates, styles or phrases changed, so that memos may look different. */
  readonly forms: boolean;
}

/**
 * A folder of assessments kept open: files, register, configuration and forms are read on demand and cached
 * until they change. The caller reports changes (`changed`, after a save or a file system event), and unsaved
 * text of an editor (`edit`).
 */
export class Project {
  /** Effects that include unsaved texts. Nothing read through them is older than the last reported change. */
  readonly effects: Effects;
  readonly #additions: ProjectAdditions;
  readonly #unsaved = new Map<string, Uint8Array>();
  readonly #files = new Map<string, Promise<ProjectFile>>();
  readonly #contexts = new Map<string, Promise<SharedContext>>();
  /** For each file, the files that name it as previous edition or picture. */
  readonly #namedBy = new Map<string, Set<string>>();
  #forms: Forms | undefined;
  #settings: ReturnType<typeof loadSettings> | undefined;

  constructor(effects: Effects, additions: ProjectAdditions = {}) {
    this.effects = { ...effects, readFile: (path) => this.#read(path, effects) };
    this.#additions = additions;
  }

  get root(): string {
    return this.effects.projectFolder;
  }

  get forms(): Forms {
    this.#forms ??= new Forms(this.effects, this.#additions.figures);
    return this.#forms;
  }

  /** All assessments in the folder `assessments`, by name. Empty if there is no such folder. */
  async assessments(): Promise<readonly InputFile[]> {
    const folder = resolve(this.root, ASSESSMENTS_FOLDER);
    const names = ((await this.effects.listFolder(folder)) ?? [])
      .filter(({ name, isFolder }) => !isFolder && isAssessmentFile(name))
      .map(({ name }) => name);
    return names.map((name) => this.inputAt(resolve(folder, name)));
  }

  /** The file for an id or a path. Throws UsageFault if there is none. */
  async find(named: string): Promise<InputFile> {
    const [input] = await findInputs([named], this.effects);
    return input ?? this.inputAt(resolve(this.root, named));
  }

  inputAt(path: string): InputFile {
    return { path, shown: shownPath(path, this.root) };
  }

  /** An assessment's content and findings. A missing file has a finding that says so. */
  file(input: InputFile): Promise<ProjectFile> {
    const known = this.#files.get(input.path) ?? this.#check(input);
    this.#files.set(input.path, known);
    return known;
  }

  /** What a folder's assessments are checked against, with the findings of configuration and register. */
  context(folder = resolve(this.root, ASSESSMENTS_FOLDER)): Promise<SharedContext> {
    const known = this.#contexts.get(folder) ?? this.#readContext(folder);
    this.#contexts.set(folder, known);
    return known;
  }

  /** Uses an editor's text in place of the file, until it is saved (`undefined`). */
  edit(path: string, text: string | undefined): ProjectChange {
    if (text === undefined) this.#unsaved.delete(path);
    else this.#unsaved.set(path, new TextEncoder().encode(text));
    return this.changed([path]);
  }

  /** Forgets what was read from these files. Paths outside of the project are ignored. */
  changed(paths: readonly string[]): ProjectChange {
    const affected = new Set<string>();
    let forms = false;
    for (const path of paths) {
      const shown = shownPath(path, this.root);
      if (CONFIG_FILES.includes(shown)) {
        this.#settings = undefined;
        this.#forms = undefined; // the configuration has words of its own
        forms = true;
        this.#forgetContext(undefined, affected);
      } else if (shown.startsWith('templates/')) {
        this.#forms = undefined;
        forms = true;
        this.#forgetContext(undefined, affected); // the check depends on which forms exist
      } else if (isRegister(shown)) {
        this.#forgetContext(dirname(path), affected);
      } else if (basename(dirname(path)) === REVIEWS_FOLDER) {
        this.#forgetContext(dirname(dirname(path)), affected);
      } else if (isAssessmentFile(shown)) {
        for (const each of [path, ...(this.#namedBy.get(path) ?? [])]) {
          this.#files.delete(each);
          affected.add(each);
        }
      } else {
        for (const each of this.#namedBy.get(path) ?? []) {
          this.#files.delete(each);
          affected.add(each);
        }
      }
    }
    return { affected: [...affected].sort(compareText), forms };
  }

  #forgetContext(folder: string | undefined, affected: Set<string>): void {
    for (const known of [...this.#contexts.keys()]) {
      if (folder === undefined || known === folder) this.#contexts.delete(known);
    }
    for (const path of [...this.#files.keys()]) {
      if (folder !== undefined && dirname(path) !== folder) continue;
      this.#files.delete(path);
      affected.add(path);
    }
  }

  async #read(path: string, effects: Effects): Promise<Uint8Array | undefined> {
    return this.#unsaved.get(path) ?? effects.readFile(path);
  }

  async #readContext(folder: string): Promise<SharedContext> {
    this.#settings ??= loadSettings(this.effects, this.#additions.book);
    const { book } = this.#additions;
    const forms = await this.forms.names();
    return readContext(folder, this.effects, this.#settings, { forms, ...(book && { book }) });
  }

  async #check(input: InputFile): Promise<ProjectFile> {
    const { context } = await this.context(dirname(input.path));
    const { bytes, findings } = await loadBytes(input, this.effects);
    const { register } = context;
    if (!bytes) {
      const nothing = { document: undefined, assessment: undefined, suppressed: [], bytes: new Uint8Array() };
      return { ...nothing, input, findings, register };
    }
    const files = filesOf(input, this.effects);
    const named = (path: string) => this.#namedBy.set(path, new Set(this.#namedBy.get(path)).add(input.path));
    const checked = await checkSource({ file: input.shown, bytes }, context, {
      previous: (reference) => {
        named(resolve(dirname(input.path), reference));
        return files.previous(reference);
      },
      picture: (file) => {
        named(pathOfPicture(file, this.effects));
        return files.picture(file);
      },
    });
    return { ...checked, input, bytes, register, fetched: files.fetched };
  }
}
