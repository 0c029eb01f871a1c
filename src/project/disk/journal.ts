import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, lstat, mkdir, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MachineFault } from '../../model/fault.ts';
import { fileFault, hasCode } from '../file-fault.ts';
import { assertInside } from '../inside.ts';
import { isRunningProcess, machineDigits } from './writer.ts';

/**
 * Folder of the journals below the project's root: on the same disk as the assessments, and as safe as they
 * are.
 */
const FOLDER = ['.threat-memo', 'desk'] as const;

const ENDING = /^([0-9a-f]{8})-([0-9a-f]{8})-(\d+)-[0-9a-f-]{36}\.journal$/;

/** Longest journal that is read back, in bytes. */
const MAX_BYTES = 256_000_000;

type Entry = { readonly kind: 'record' | 'start'; readonly record: unknown } | { readonly kind: 'end' };

/**
 * A journal on disk of what was done to a file and is not saved yet: once `append` has resolved, the record
 * survives a crash of the process and the machine. Each record is on a line with a checksum; a line truncated
 * by a crash, and everything after it, is ignored.
 */
export class Journal {
  readonly #root: string;
  readonly #name: string;
  #file: { readonly path: string; readonly handle: FileHandle } | undefined;
  /** Files replaced by a newer one, or not completely written. */
  #old: string[] = [];
  #waiting: Entry[] = [];
  #next: Promise<void> | undefined;
  #writing: Promise<void> = Promise.resolve();
  /** Whether a record is missing on disk: then only a record that replaces all earlier ones helps. */
  #isBroken = false;

  /** @param name Identifies the file that the records are about: eight hexadecimal digits. */
  constructor(root: string, name: string) {
    this.#root = root;
    this.#name = name;
  }

  /**
   * Resolves once the record is on disk. Rejects with a MachineFault if it cannot be written; after that,
   * `restart` has to come first.
   */
  append(record: unknown): Promise<void> {
    return this.#enter({ kind: 'record', record });
  }

  /** Starts over with one record that replaces all earlier ones. */
  restart(record: unknown): Promise<void> {
    return this.#enter({ kind: 'start', record });
  }

  /** Removes everything, since it is saved. */
  clear(): Promise<void> {
    return this.#enter({ kind: 'end' });
  }

  /** Closes the journal and leaves it on disk, for whoever opens the file next. */
  async close(): Promise<void> {
    await this.#next?.catch(() => {});
    await this.#writing.catch(() => {});
    await this.#file?.handle.close().catch(() => {});
    this.#file = undefined;
  }

  /** Records that arrive during a write are written together, in order. */
  #enter(entry: Entry): Promise<void> {
    this.#waiting.push(entry);
    this.#next ??= this.#afterOthers();
    return this.#next;
  }

  async #afterOthers(): Promise<void> {
    await this.#writing.catch(() => {});
    this.#next = undefined;
    this.#writing = this.#write(this.#waiting.splice(0));
    await this.#writing;
  }

  async #write(entries: readonly Entry[]): Promise<void> {
    const from = entries.findLastIndex(({ kind }) => kind !== 'record');
    const records = entries.slice(Math.max(0, from)).filter((entry) => 'record' in entry);
    if (from >= 0) {
      await this.#leave();
      this.#isBroken = false;
    }
    if (this.#isBroken) throw new MachineFault('The journal could not be written before.', 'Save the file.');
    try {
      if (records.length > 0) {
        this.#file ??= await this.#open();
        await this.#file.handle.appendFile(records.map(({ record }) => lineOf(record)).join(''));
        await this.#file.handle.datasync();
      }
    } catch (error) {
      this.#isBroken = true;
      await this.#leave();
      if (error instanceof MachineFault) throw error;
      throw fileFault('Cannot write the journal', error);
    }
    await this.#removeOld();
  }

  /** Later records go into a new file; this one stays until that is written. */
  async #leave(): Promise<void> {
    const file = this.#file;
    this.#file = undefined;
    if (!file) return;
    this.#old.push(file.path);
    await file.handle.close().catch(() => {});
  }

  async #removeOld(): Promise<void> {
    for (const path of this.#old.splice(0)) await rm(path, { force: true }).catch(() => {});
  }

  async #open() {
    const folder = join(this.#root, ...FOLDER);
    const path = join(folder, `${this.#name}-${machineDigits()}-${process.pid}-${randomUUID()}.journal`);
    await assertInside(path, this.#root);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const ignore = join(this.#root, FOLDER[0], '.gitignore');
    await writeFile(ignore, '*\n', { flag: 'wx' }).catch((error: unknown) => {
      if (!hasCode(error, 'EEXIST')) throw error;
    });
    return { path, handle: await open(path, 'ax', 0o600) };
  }
}

/** Eight hexadecimal digits identifying a file of a project. */
export function journalName(shown: string): string {
  return createHash('sha256').update(shown).digest('hex').slice(0, 8);
}

/**
 * The journals that ended processes left for a file, the oldest first, as their records. `done` removes one,
 * once its content is in another journal or saved.
 */
export async function abandonedJournals(
  root: string,
  name: string,
): Promise<readonly { readonly records: readonly unknown[]; done(): Promise<void> }[]> {
  const folder = join(root, ...FOLDER);
  await assertInside(join(folder, 'x'), root);
  const names = await readdir(folder).catch(() => []);
  const found: { path: string; written: number }[] = [];
  for (const each of names) {
    const [, about, machine, pid] = ENDING.exec(each) ?? [];
    if (about !== name || (machine === machineDigits() && isRunningProcess(Number(pid)))) continue;
    const path = join(folder, each);
    const entry = await lstat(path).catch(() => undefined);
    if (entry?.isFile() && entry.size <= MAX_BYTES) found.push({ path, written: entry.mtimeMs });
  }
  const journals = found
    .sort((a, b) => a.written - b.written)
    .map(async ({ path }) => ({
      records: recordsIn(await readFile(path, 'utf8')),
      done: () => rm(path, { force: true }),
    }));
  return Promise.all(journals);
}

function lineOf(record: unknown): string {
  const text = JSON.stringify(record);
  return `${checksum(text)} ${text}\n`;
}

function recordsIn(text: string): unknown[] {
  const records: unknown[] = [];
  for (const line of text.split('\n').slice(0, -1)) {
    const [sum, record] = [line.slice(0, 8), line.slice(9)];
    if (sum !== checksum(record)) break;
    records.push(JSON.parse(record));
  }
  return records;
}

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
