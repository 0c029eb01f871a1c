import { lineHunks } from '../diff/lines.ts';
import { MachineFault } from '../model/fault.ts';
import { abandonedJournals, Journal, journalName } from '../project/disk/journal.ts';
import type { FileStatus, TextUpdate } from './protocol.ts';
import { WrittenText } from './written-text.ts';

/** Records of the journal. A `start` replaces everything before it. */
type JournalRecord =
  | { readonly kind: 'start'; readonly base: string; readonly text: string }
  | { readonly kind: 'update'; readonly update: TextUpdate };

/** Most updates before the journal is rewritten. */
const MAX_RECORDS = 2000;

/** An unsaved text left behind by a process that has ended. */
export interface UnsavedText {
  /** The text on the disk when it was begun. */
  readonly base: string;
  readonly text: string;
  /** The updates that lead from the base to the text. */
  readonly updates: readonly TextUpdate[];
}

/**
 * The journal of one file: the unsaved part of its text. If it cannot be written, that is reported in `state`,
 * and work can go on.
 */
export class TextJournal {
  readonly #journal: Journal;
  #state: FileStatus['journal'] = 'kept';
  #records = 0;

  /** @param shown Path of the file as it is shown. */
  constructor(folder: string, shown: string) {
    this.#journal = new Journal(folder, journalName(shown));
  }

  /** What ended processes have left for a file, and a function that deletes it. */
  static async left(
    folder: string,
    shown: string,
  ): Promise<{ readonly text: UnsavedText | undefined; readonly clear: () => Promise<void> }> {
    const left = await abandonedJournals(folder, journalName(shown));
    return {
      text: left.map(({ records }) => replay(records)).findLast((found) => found !== undefined),
      async clear() {
        for (const { done } of left) await done();
      },
    };
  }

  get state(): FileStatus['journal'] {
    return this.#state;
  }

  /** Whether all changes so far are in it. */
  get isWhole(): boolean {
    return typeof this.#state === 'string';
  }

  /** Records that its content was restored. */
  setRecovered(): void {
    if (this.#state === 'kept') this.#state = 'recovered';
  }

  /** Starts over with a text and the content of the disk. */
  async begin(base: string, text: string): Promise<void> {
    this.#records = 1;
    const record: JournalRecord = { kind: 'start', base, text };
    await this.#keeping(() => this.#journal.restart(record));
  }

  /** Appends changes; returns false if it has to start over to hold them. */
  async append(updates: readonly TextUpdate[]): Promise<boolean> {
    if (this.#records === 0 || this.#records > MAX_RECORDS || !this.isWhole) return false;
    this.#records += updates.length;
    const records = updates.map((update): JournalRecord => ({ kind: 'update', update }));
    await this.#keeping(() => Promise.all(records.map((record) => this.#journal.append(record))));
    return true;
  }

  /** Called when everything is saved. */
  async clear(): Promise<void> {
    this.#records = 0;
    await this.#keeping(() => this.#journal.clear());
  }

  close(): Promise<void> {
    return this.#journal.close();
  }

  async #keeping(write: () => Promise<unknown>): Promise<void> {
    try {
      await write();
      this.#state = 'kept';
    } catch (error) {
      if (!(error instanceof MachineFault)) throw error;
      this.#state = { fault: error.message };
    }
  }
}

/** Replays a journal; `undefined` if its records are not ours. */
function replay(records: readonly unknown[]): UnsavedText | undefined {
  const all = records as readonly JournalRecord[];
  const from = all.findLastIndex((record) => record?.kind === 'start');
  const start = all[from];
  if (start?.kind !== 'start') return undefined;
  try {
    const text = new WrittenText(start.base);
    text.change(lineHunks(start.base, start.text), 'journal', 0);
    for (const record of all.slice(from + 1)) {
      if (record.kind === 'update') text.push(text.version, [record.update], 0);
    }
    return { base: start.base, text: text.text, updates: text.since(0) ?? [] };
  } catch {
    return undefined;
  }
}
