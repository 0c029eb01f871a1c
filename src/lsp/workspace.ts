import { dirname, join } from 'node:path';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { shippedConventions } from '../model/conventions/conventions.ts';
import { MachineFault } from '../model/fault.ts';
import type { Finding } from '../model/finding.ts';
import type { Effects } from '../project/effects.ts';
import { Project } from '../project/project.ts';
import { kindOfFile, type WrittenFile, writtenFile } from '../writing/written-file.ts';

/** Most files of a folder searched for uses of an id. */
const MAX_FILES = 1000;

/** The files open in an editor, and those around them: one project for each root. */
export class Workspace {
  readonly #effectsFor: (folder: string) => Effects;
  readonly #projects = new Map<string, Project>();
  readonly #roots = new Map<string, string>();
  readonly #open = new Map<string, TextDocument>();
  readonly #reads = new Map<string, WrittenFile>();
  /** The last readable text of each open file: while somebody types, a text mostly cannot be read. */
  readonly #readable = new Map<string, WrittenFile>();

  readonly #onProject: (root: string) => void;

  /**
   * @param effectsFor Effects for a folder: the root of its project is found from there.
   * @param onProject Called with the root of each project, on the first use of one of its files.
   */
  constructor(effectsFor: (folder: string) => Effects, onProject: (root: string) => void = () => {}) {
    this.#effectsFor = effectsFor;
    this.#onProject = onProject;
  }

  get openPaths(): readonly string[] {
    return [...this.#open.keys()];
  }

  isOpen(path: string): boolean {
    return this.#open.has(path);
  }

  /** The project that a file belongs to, with all unsaved texts of it. */
  projectOf(path: string): Project {
    const folder = dirname(path);
    const known = this.#projects.get(this.#roots.get(folder) ?? '');
    if (known) return known;
    const effects = this.#effectsFor(folder);
    const { projectFolder } = effects;
    this.#roots.set(folder, projectFolder);
    const found = this.#projects.get(projectFolder);
    if (found) return found;
    const project = new Project(effects);
    this.#projects.set(projectFolder, project);
    this.#onProject(projectFolder);
    return project;
  }

  /** Sets an editor's text; returns the open files whose findings may have changed, this one first. */
  edit(path: string, document: TextDocument): readonly string[] {
    this.#open.set(path, document);
    return this.#affected(path, this.projectOf(path).edit(path, document.getText()).affected);
  }

  close(path: string): readonly string[] {
    this.#open.delete(path);
    this.#readable.delete(path);
    return this.#affected(path, this.projectOf(path).edit(path, undefined).affected);
  }

  /** Files changed on disk. Open files keep the editor's text. */
  changed(paths: readonly string[]): readonly string[] {
    return paths.flatMap((path) => {
      // If forms or configuration changed, all open files of the project.
      const { affected, forms } = this.projectOf(path).changed([path]);
      return this.#affected(path, forms ? [...affected, ...this.#open.keys()] : affected);
    });
  }

  #affected(path: string, affected: readonly string[]): readonly string[] {
    return [...new Set([path, ...affected])].filter((each) => this.#open.has(each));
  }

  /** A file as it stands; `undefined` where there is none, or none that may be read. */
  async file(path: string): Promise<WrittenFile | undefined> {
    const kind = kindOfFile(path);
    if (kind === undefined || kind === 'config') return undefined;
    const open = this.#open.get(path);
    const text = open?.getText() ?? (await this.#textOf(path));
    if (text === undefined) return undefined;
    const known = this.#reads.get(path);
    const project = this.projectOf(path);
    const { context } = await project.context(dirname(path));
    const { conventions = shippedConventions, forms } = context;
    if (known?.text === text && known.conventions === conventions && known.forms === forms) return known;
    const file = writtenFile(path, text, { ...context, languages: await project.forms.languages() });
    if (!file) return undefined;
    this.#reads.set(path, file);
    if (file.read) this.#readable.set(path, file);
    return file;
  }

  /** The findings on a file: on an assessment, or on the register or the configuration. */
  async findings(path: string): Promise<readonly Finding[]> {
    const project = this.projectOf(path);
    const input = project.inputAt(path);
    if (kindOfFile(path) === 'assessment') return (await project.file(input)).findings;
    const { findings } = await project.context(dirname(path));
    return findings.flat().filter(({ file }) => file === input.shown);
  }

  /** The file, or its last readable version. */
  async readableFile(path: string): Promise<WrittenFile | undefined> {
    const file = await this.file(path);
    return file?.read ? file : (this.#readable.get(path) ?? file);
  }

  /** The assessments and the register of a file's folder, itself among them. */
  async around(path: string): Promise<readonly WrittenFile[]> {
    const folder = dirname(path);
    const entries = (await this.projectOf(path).effects.listFolder(folder)) ?? [];
    const paths = entries.filter(({ isFolder }) => !isFolder).map(({ name }) => join(folder, name));
    const open = this.openPaths.filter((each) => dirname(each) === folder);
    const files: WrittenFile[] = [];
    for (const each of [...new Set([path, ...open, ...paths.slice(0, MAX_FILES)])]) {
      const file = await this.readableFile(each);
      if (file) files.push(file);
    }
    return files;
  }

  async #textOf(path: string): Promise<string | undefined> {
    try {
      const bytes = await this.projectOf(path).effects.readFile(path);
      return bytes && new TextDecoder().decode(bytes);
    } catch (error) {
      if (error instanceof MachineFault) return undefined; // its finding says so
      throw error;
    }
  }
}
