import { basename, dirname, join, resolve } from 'node:path';
import type { Cache } from '../cache/cache.ts';
import { openLedger } from '../ledger/ledger.ts';
import type { Ledger } from '../ledger/types.ts';
import { hasErrors } from '../model/finding.ts';
import type { Effects } from '../project/effects.ts';
import { ASSESSMENTS_FOLDER, type InputFile, isAssessmentFile, isRegister } from '../project/inputs.ts';
import { Project, type ProjectFile } from '../project/project.ts';
import { WorkQueue } from '../writing/work-queue.ts';
import { type Surroundings, type WrittenFile, writtenFile } from '../writing/written-file.ts';
import { type CommentNamed, setResolved } from './comments.ts';
import { formsOf } from './forms.ts';
import { HeadEditions } from './head.ts';
import { MemoMaker, type MemoRequest, type MemoTools, type RequestedMemo } from './memo-maker.ts';
import { OpenFile } from './open-file.ts';
import type { CheckedState, FormsShown, HeadState, ListedFile, MemoEvent } from './protocol.ts';
import { findingsAbout, stateOf } from './state.ts';

/** Milliseconds without typing before the text is compared with HEAD. */
const HEAD_PAUSE = 700;

export interface DeskWorld {
  /** The disk, without unsaved texts. */
  readonly disk: Effects;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly tools: MemoTools;
  /** Results of earlier runs; absent without a cache. */
  readonly cache?: Cache | undefined;
  /** Logs faults of the program that are shown nowhere else. */
  readonly log: (message: string) => void;
}

/** An open file with everything computed from it while it is edited. */
export interface LiveFile {
  readonly file: OpenFile;
  state: CheckedState | undefined;
  /** The last memo made, in the form and release that a window requested. */
  memo: (RequestedMemo & { readonly version: number; readonly made: number }) | undefined;
  head: HeadState | undefined;
  wish: MemoRequest;
  /** The last version of the text that could be read. */
  readable: WrittenFile | undefined;
}

/** A project at the desk: the files open in windows, and the state reported about them. */
export class Desk {
  readonly project: Project;
  readonly maker: MemoMaker;
  readonly #world: DeskWorld;
  readonly #open = new Map<string, Promise<LiveFile>>();
  readonly #unchecked: WorkQueue<LiveFile>;
  readonly #withoutMemo: WorkQueue<LiveFile>;
  readonly #head: HeadEditions;
  readonly #headTimers = new Map<LiveFile, NodeJS.Timeout>();
  #forms = new Map<string, Promise<FormsShown>>();

  constructor(world: DeskWorld) {
    this.#world = world;
    this.project = new Project(world.disk);
    this.#head = new HeadEditions(this.project, world.now);
    this.maker = new MemoMaker(this.project, world.tools);
    this.#unchecked = new WorkQueue(async (live) => {
      await this.#check(live).catch(this.#logged);
      this.#makeLater(live);
      this.#compareLater(live);
    }, this.#logged);
    this.#withoutMemo = new WorkQueue((live) => this.#make(live), this.#logged);
  }

  get #folder(): string {
    return resolve(this.project.root, ASSESSMENTS_FOLDER);
  }

  /** The assessments of the project, and its register. */
  async list(): Promise<readonly ListedFile[]> {
    const inputs = await this.#inputs();
    return Promise.all(
      inputs.map(async (input) => {
        const name = basename(input.path);
        const live = await this.#open.get(name);
        const isOfRegister = isRegister(name);
        const checked = isOfRegister ? undefined : await this.project.file(input);
        const findings = checked ? checked.findings : await this.#registerFindings(input);
        const data = (checked?.document?.data ?? {}) as Readonly<Record<string, unknown>>;
        const textOf = (key: string) => (typeof data[key] === 'string' ? (data[key] as string) : '');
        return {
          name,
          id: isOfRegister ? 'register' : textOf('id') || name,
          title: isOfRegister ? '' : textOf('title') || name,
          form: textOf('form'),
          errors: findings.filter(({ severity }) => severity === 'error').length,
          warnings: findings.filter(({ severity }) => severity === 'warning').length,
          unsaved: live?.file.isDirty ?? false,
        };
      }),
    );
  }

  /** Opens a file by its name in the list; `undefined` if it is not listed. */
  async open(name: string): Promise<LiveFile | undefined> {
    const known = this.#open.get(name);
    if (known) return known;
    const input = (await this.#inputs()).find(({ path }) => basename(path) === name);
    if (!input) return undefined;
    const opening = this.#open.get(name) ?? this.#openFile(input);
    this.#open.set(name, opening);
    opening.catch(() => this.#open.delete(name));
    return opening;
  }

  /** Creates a file and opens it; `undefined` if the name is taken. */
  async create(name: string, text: string): Promise<LiveFile | undefined> {
    const path = join(this.#folder, name);
    if (!/^[a-z0-9-]+\.json$/.test(name) || isRegister(name) || (await this.#world.disk.readFile(path)))
      return undefined;
    await this.#world.disk.writeFiles([{ path, content: text, within: [this.project.root] }]);
    this.project.changed([path]);
    return this.open(name);
  }

  /** `YYYY-MM-DD`. */
  today(): string {
    return this.#world.disk.today();
  }

  /** An open file and the register as they are being written; `undefined` if it is neither an assessment nor a register. */
  async written(
    live: LiveFile,
  ): Promise<{ file: WrittenFile; register: WrittenFile | undefined } | undefined> {
    const file = writtenFile(live.file.input.path, live.file.text, await this.#surroundings());
    return file && { file, register: await this.#register() };
  }

  forms(kind: 'assessment' | 'register', language: string): Promise<FormsShown> {
    const key = `${kind} ${language}`;
    const known = this.#forms.get(key) ?? this.#readForms(kind, language);
    this.#forms.set(key, known);
    return known;
  }

  /** The file, read and checked as it is now. */
  checked(live: LiveFile): Promise<ProjectFile> {
    return this.project.file(live.file.input);
  }

  /** The file on the disk; `undefined` if it is gone. */
  onDisk(live: LiveFile): Promise<Uint8Array | undefined> {
    return this.#world.disk.readFile(live.file.input.path);
  }

  /** Changes the form or release that a file's memo is made in. */
  setWish(live: LiveFile, wish: MemoRequest): void {
    if (live.wish.form === wish.form && live.wish.release === wish.release) return;
    live.wish = wish;
    this.#makeLater(live);
  }

  /** Called when files changed on the disk. */
  async changedOnDisk(paths: readonly string[]): Promise<void> {
    // Open files are read from their windows: their text changes by `lookAtDisk`, or not at all.
    const open = await Promise.all([...this.#open.values()].map((opening) => opening.catch(() => undefined)));
    const isOpen = (path: string) => open.some((live) => live?.file.input.path === path);
    const change = this.project.changed(paths.filter((path) => !isOpen(path)));
    if (change.forms) this.#forms.clear();
    for (const live of open) {
      if (!live) continue;
      if (paths.includes(live.file.input.path)) await live.file.lookAtDisk().catch(this.#logged);
      if (change.forms || change.affected.includes(live.file.input.path)) this.#unchecked.add(live);
    }
  }

  /** Marks a colleague's comment as answered; returns whether it was still there. */
  async resolveComment(live: LiveFile, comment: CommentNamed, isResolved: boolean): Promise<boolean> {
    const { id } = (live.state?.data ?? {}) as { readonly id?: unknown };
    if (typeof id !== 'string' || !/^[a-z0-9-]+$/.test(id)) return false;
    const path = await setResolved(live.file.input, id, comment, isResolved, this.#world.disk);
    if (path !== undefined) await this.changedOnDisk([path]);
    return path !== undefined;
  }

  /** All assessments of the project, as saved. Read again each time; unchanged ones come from the cache. */
  ledger(): Promise<Ledger> {
    return openLedger(this.#world.disk, { cache: this.#world.cache });
  }

  /** Waits for pending writes and stops reporting. */
  async close(): Promise<void> {
    for (const timer of this.#headTimers.values()) clearTimeout(timer);
    for (const opening of this.#open.values()) await (await opening.catch(() => undefined))?.file.close();
  }

  readonly #logged = (error: unknown): void => {
    this.#world.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  };

  async #readForms(kind: 'assessment' | 'register', language: string): Promise<FormsShown> {
    const phrases = await this.project.forms.phrases(language);
    return formsOf(kind, phrases, await this.#surroundings());
  }

  async #surroundings(): Promise<Surroundings> {
    const { context } = await this.project.context();
    return { ...context, languages: await this.project.forms.languages() };
  }

  async #inputs(): Promise<readonly InputFile[]> {
    const entries = (await this.#world.disk.listFolder(this.#folder)) ?? [];
    return entries
      .filter(({ name, isFolder }) => !isFolder && (isAssessmentFile(name) || isRegister(name)))
      .map(({ name }) => this.project.inputAt(join(this.#folder, name)));
  }

  async #register(): Promise<WrittenFile | undefined> {
    const input = (await this.#inputs()).find(({ path }) => isRegister(basename(path)));
    const bytes = input && (await this.project.effects.readFile(input.path).catch(() => undefined));
    return input && bytes && writtenFile(input.path, new TextDecoder().decode(bytes));
  }

  async #registerFindings(input: InputFile) {
    const { findings } = await this.project.context(dirname(input.path));
    return findings.flat().filter(({ file }) => file === input.shown);
  }

  async #openFile(input: InputFile): Promise<LiveFile> {
    const kind = isRegister(basename(input.path)) ? 'register' : 'assessment';
    const file = await OpenFile.open(input, kind, this.#world);
    const nothing = { state: undefined, memo: undefined, head: undefined, readable: undefined };
    const live: LiveFile = { file, wish: {}, ...nothing };
    file.listen((event) => {
      if (event.type === 'updates') this.#unchecked.add(live);
    });
    this.project.edit(input.path, file.text);
    await this.#check(live);
    this.#makeLater(live);
    this.#compareLater(live);
    return live;
  }

  async #check(live: LiveFile): Promise<void> {
    const { file } = live;
    const { version, text, input } = file;
    this.project.edit(input.path, text);
    const { reviews } = (await this.project.context()).context;
    const written = writtenFile(input.path, text, await this.#surroundings());
    if (!written) return;
    if (written.read) live.readable = written;
    const findings =
      file.kind === 'register'
        ? await this.#registerFindings(input)
        : findingsAbout(await this.project.file(input), input.shown);
    const { id } = (live.readable?.read?.data ?? {}) as { readonly id?: unknown };
    const notes = file.kind === 'assessment' ? reviews?.get(String(id)) : undefined;
    live.state = stateOf(version, written, live.readable, findings, await this.#register(), notes);
    file.tell({ type: 'state', state: live.state });
    if (file.kind !== 'register') return;
    for (const opening of this.#open.values()) {
      // Not awaited: the register is checked while it is being opened itself.
      const recheck = (other: LiveFile) => other !== live && this.#unchecked.add(other);
      opening.then(recheck, () => {});
    }
  }

  #makeLater(live: LiveFile): void {
    if (live.file.kind !== 'register') this.#withoutMemo.add(live);
  }

  async #make(live: LiveFile): Promise<void> {
    const { version } = live.file;
    const checked = await this.project.file(live.file.input);
    if (hasErrors(checked.findings) && live.memo) {
      live.file.tell({ type: 'memo', ...memoState(live), fault: 'errors' });
      return;
    }
    try {
      const made = await this.maker.make(checked, live.wish);
      if (!('fault' in made) || !live.memo)
        live.memo = { ...made, version, made: (live.memo?.made ?? 0) + 1 };
      live.file.tell({ type: 'memo', ...memoState(live), fault: 'fault' in made ? made.fault : undefined });
    } catch (error) {
      // A form that cannot be rendered, or a missing browser for a form that has to fit its pages, is shown
      // beside the memo.
      const fault = error instanceof Error ? error.message : String(error);
      live.file.tell({ type: 'memo', ...memoState(live), fault });
    }
  }

  #compareLater(live: LiveFile): void {
    clearTimeout(this.#headTimers.get(live));
    const compare = async () => {
      if (live.file.kind === 'register') return;
      const checked = await this.checked(live);
      if (!checked.assessment) return; // keep the state of the last readable text
      live.head = await this.#head.since(checked);
      live.file.tell({ type: 'head', head: live.head });
    };
    const timer = setTimeout(() => void compare().catch(this.#logged), HEAD_PAUSE);
    timer.unref();
    this.#headTimers.set(live, timer);
  }
}

/** The memo that can be shown (version -1 if there is none yet), and why there is no newer one. */
export function memoState({ memo, wish }: LiveFile): Omit<MemoEvent, 'type'> {
  const { form = '', release = '' } = wish;
  return memo && 'memo' in memo
    ? { version: memo.version, made: memo.made, form, release, fault: undefined }
    : { version: -1, made: 0, form, release, fault: memo?.fault };
}
