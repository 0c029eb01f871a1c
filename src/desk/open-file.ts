import { lineHunks } from '../diff/lines.ts';
import { formatFile } from '../format/format-file.ts';
import type { Finding } from '../model/finding.ts';
import type { Effects } from '../project/effects.ts';
import type { InputFile } from '../project/inputs.ts';
import { printings } from '../review/check/fmt.ts';
import type { TextChange } from '../writing/changes.ts';
import { readText } from '../writing/reading.ts';
import { mergeWithDisk } from './merge-disk.ts';
import type { Conflict, DeskEvent, FileStatus, Notice, TextUpdate } from './protocol.ts';
import { TextJournal } from './text-journal.ts';
import { WrittenText, withUnixLines } from './written-text.ts';

/** What a file needs from its environment. */
export interface FileWorld {
  /** The disk, without unsaved texts. */
  readonly disk: Effects;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export type Saved =
  | { readonly kind: 'saved' }
  /** Nothing was written: the disk has changes that are not in the text. */
  | { readonly kind: 'conflict' }
  /** Nothing was written: the text cannot be read, or is not an assessment. */
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] };

/**
 * An open file: its text, the state of the disk, and the journal of the difference. Once `push`, `change` and
 * the like have resolved, the change is in the journal. Nothing on the disk is overwritten that was not read
 * before.
 */
export class OpenFile {
  readonly input: InputFile;
  readonly kind: 'assessment' | 'register';
  readonly #world: FileWorld;
  readonly #journal: TextJournal;
  readonly #listeners = new Set<(event: DeskEvent) => void>();
  #text: WrittenText;
  /** What was last read from the disk or written there; `undefined` if there is no file yet. */
  #base: string | undefined;
  #savedAt: string | undefined;
  #conflict: Conflict | undefined;
  /** Saving and looking at the disk are done one after the other. */
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(
    input: InputFile,
    kind: OpenFile['kind'],
    text: string,
    base: string | undefined,
    world: FileWorld,
  ) {
    this.input = input;
    this.kind = kind;
    this.#world = world;
    this.#text = new WrittenText(text);
    this.#base = base;
    this.#journal = new TextJournal(world.disk.projectFolder, input.shown);
  }

  /**
   * Opens a file, with the unsaved text that an ended process left in the journal. Rejects with a MachineFault.
   */
  static async open(input: InputFile, kind: OpenFile['kind'], world: FileWorld): Promise<OpenFile> {
    const { projectFolder } = world.disk;
    const onDisk = await readDisk(input.path, world.disk);
    const { text: unsaved, clear } = await TextJournal.left(projectFolder, input.shown);
    const file = new OpenFile(input, kind, onDisk ?? '', onDisk, world);
    if (unsaved && unsaved.text !== onDisk && unsaved.text !== unsaved.base) {
      const base = onDisk === undefined && unsaved.base === '' ? undefined : unsaved.base;
      file.#base = base;
      file.#text = new WrittenText(unsaved.base);
      for (const { clientID, changes } of unsaved.updates) {
        file.#text.push(file.#text.version, [{ clientID, changes }], 0);
      }
      await file.#begin();
      file.#journal.setRecovered();
      if (onDisk !== base) await file.#meet(onDisk);
    }
    if (file.#journal.isWhole) await clear();
    return file;
  }

  get text(): string {
    return this.#text.text;
  }

  get version(): number {
    return this.#text.version;
  }

  get isDirty(): boolean {
    return this.#base !== this.text;
  }

  get status(): FileStatus {
    return {
      isDirty: this.isDirty,
      savedAt: this.#savedAt,
      canUndo: this.#text.canUndo,
      canRedo: this.#text.canRedo,
      journal: this.#journal.state,
      conflict: this.#conflict,
    };
  }

  /** Reports events of the file from now on; returns a function that stops this. */
  listen(listener: (event: DeskEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(event: DeskEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  since(version: number): readonly TextUpdate[] | undefined {
    return this.#text.since(version);
  }

  /** Applies changes of a window; returns whether they were based on the current version. */
  async push(version: number, updates: readonly TextUpdate[]): Promise<boolean> {
    return this.#changed(() => this.#text.push(version, updates, this.#world.now()));
  }

  /** Replaces ranges of the current text. */
  async change(changes: readonly TextChange[], clientID: string, group?: string): Promise<void> {
    await this.#changed(() => this.#text.change(changes, clientID, this.#world.now(), group));
  }

  async undo(): Promise<void> {
    await this.#changed(() => this.#text.undo(this.#world.now()));
  }

  async redo(): Promise<void> {
    await this.#changed(() => this.#text.redo(this.#world.now()));
  }

  /**
   * Writes the text in canonical form, whole or not at all. Rejects with a MachineFault, such as when the disk
   * is full.
   */
  save(): Promise<Saved> {
    return this.#inTurn(async () => {
      const { input, kind } = this;
      await this.#meet(await readDisk(input.path, this.#world.disk));
      if (this.#conflict) return { kind: 'conflict' };
      // No await from here until the text is written: what is typed meanwhile belongs to the next save.
      const { version } = this;
      const formatted = formatFile(input.shown, new TextEncoder().encode(this.text), kind, printings);
      if (formatted.kind === 'formatted') return this.#write(formatted.text, version);
      return { kind: 'refused', findings: formatted.kind === 'unreadable' ? formatted.findings : [] };
    });
  }

  /**
   * Checks whether the file on the disk has changed, and merges its changes if they do not conflict with ours.
   */
  lookAtDisk(): Promise<void> {
    return this.#inTurn(async () => this.#meet(await readDisk(this.input.path, this.#world.disk)));
  }

  /** Ends a conflict: the text on the disk replaces ours (which can be undone), or ours may overwrite it. */
  resolve(take: 'mine' | 'theirs'): Promise<void> {
    return this.#inTurn(async () => {
      const conflict = this.#conflict;
      if (!conflict) return;
      this.#conflict = undefined;
      this.#base = conflict.kind === 'gone' ? undefined : conflict.theirs;
      if (take === 'theirs' && conflict.kind !== 'gone') {
        await this.#changed(() => this.#replaceText(conflict.theirs));
      }
      await this.#begin();
      this.#notice({ key: take === 'mine' ? 'kept-mine' : 'kept-theirs' });
      this.#tellStatus();
    });
  }

  /** Waits for pending writes. The journal stays if something is unsaved. */
  async close(): Promise<void> {
    await this.#turn.catch(() => {});
    if (!this.isDirty) await this.#journal.clear();
    await this.#journal.close();
  }

  async #write(text: string, version: number): Promise<Saved> {
    const { disk, now } = this.#world;
    const { path } = this.input;
    await disk.writeFiles([{ path, content: text, inPlace: this.#base !== undefined }]);
    this.#base = text;
    this.#savedAt = new Date(now()).toISOString();
    if (text !== this.text) {
      const before = version === this.version ? this.text : undefined;
      if (before !== undefined) await this.#changed(() => this.#replaceText(text));
    }
    if (this.isDirty) await this.#begin();
    else await this.#journal.clear();
    this.#tellStatus();
    return { kind: 'saved' };
  }

  #replaceText(text: string): void {
    this.#text.change(lineHunks(this.text, text), 'disk', this.#world.now(), `disk-${this.version}`);
  }

  /** Compares the disk with its last known state. */
  async #meet(onDisk: string | undefined): Promise<void> {
    if (onDisk === this.#base) {
      if (this.#conflict) {
        this.#conflict = undefined;
        this.#tellStatus();
      }
      return;
    }
    if (onDisk === undefined) {
      this.#conflict = { kind: 'gone', theirs: '', fields: [] };
      this.#tellStatus();
      return;
    }
    const wasDirty = this.isDirty;
    const texts = { base: this.#base ?? '', ours: this.text, theirs: onDisk };
    const { text: merged, conflicts } = wasDirty
      ? mergeWithDisk(this.input.path, texts)
      : { text: onDisk, conflicts: [] };
    if (merged === undefined || !this.#isAsReadable(merged, onDisk)) {
      this.#conflict = { kind: 'changed', theirs: onDisk, fields: conflicts };
      this.#tellStatus();
      return;
    }
    this.#conflict = undefined;
    this.#base = onDisk;
    await this.#changed(() => this.#replaceText(merged));
    if (this.isDirty) await this.#begin();
    else await this.#journal.clear();
    this.#notice({ key: wasDirty ? 'merged' : 'taken' });
    this.#tellStatus();
  }

  /** Whether a merged text can be read, if both its parents can. */
  #isAsReadable(merged: string, theirs: string): boolean {
    const { path } = this.input;
    const [ours, other, made] = [this.text, theirs, merged].map((text) => readText(path, text) !== undefined);
    return made === true || ours === false || other === false;
  }

  /** Makes a change, reports it, and waits until it is in the journal. */
  async #changed<T>(make: () => T): Promise<T> {
    const before = this.version;
    const made = make();
    const updates = this.since(before) ?? [];
    if (updates.length === 0) return made;
    this.tell({ type: 'updates', from: before, updates });
    if (!this.isDirty) await this.#journal.clear();
    else if (!(await this.#journal.append(updates))) await this.#begin();
    this.#tellStatus();
    return made;
  }

  /** Starts the journal with the current text. */
  async #begin(): Promise<void> {
    await this.#journal.begin(this.#base ?? '', this.text);
  }

  #notice(notice: Notice): void {
    this.tell({ type: 'notice', notice });
  }

  #tellStatus(): void {
    this.tell({ type: 'status', status: this.status });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.catch(() => {}).then(work);
    this.#turn = turn;
    return turn;
  }
}

/** Text of a file with the desk's line ends; `undefined` if there is no file. Rejects with a MachineFault. */
async function readDisk(path: string, disk: Effects): Promise<string | undefined> {
  const bytes = await disk.readFile(path);
  return bytes && withUnixLines(new TextDecoder().decode(bytes));
}
