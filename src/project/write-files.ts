import { randomUUID } from 'node:crypto';
import { closeSync, lstatSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { access, constants, open, realpath, rm, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MachineFault } from '../model/fault.ts';
import { makeFolder as makeFolderNow } from '../pdf/browser/private-folder.ts';
import { isRunningProcess, machineDigits } from './disk/writer.ts';
import type { OutputFile } from './effects.ts';
import { fileFault, hasCode } from './file-fault.ts';
import { assertInside, isBelow } from './inside.ts';

/** Names of temporary files: machine, process, and a unique part. */
const UNFINISHED = /^\.threat-memo-([0-9a-f]{8})-(\d+)-[0-9a-f-]{36}\.tmp$/;
/** Another machine's temporary file is removed only at this age, in milliseconds. */
const ABANDONED_AFTER = 3_600_000;

/** How many files are written at a time: most of the time is spent waiting for the disk. */
const AT_A_TIME = 8;

interface Written {
  readonly temporary: string;
  readonly path: string;
}

/** Writes files, each completely or not at all, and removes temporary files of killed processes. */
export class FileWriter {
  /** The temporary files that exist at the moment. */
  readonly #begun = new Set<string>();
  readonly #swept = new Set<string>();

  /** Writes each file under a temporary name, several at a time; once all are on disk, renames all. */
  async write(files: readonly OutputFile[]): Promise<void> {
    const written: Written[] = [];
    const queue = files.values();
    const folders = new Map<string, Promise<void>>();
    let failed = false;
    const work = async () => {
      for (const file of queue) {
        if (failed) return;
        await this.#writeOne(file, written, folders).catch((error: unknown) => {
          failed = true;
          throw error;
        });
      }
    };
    try {
      // All have to end before temporary files are removed.
      const ended = await Promise.allSettled(Array.from({ length: AT_A_TIME }, work));
      for (const one of ended) if (one.status === 'rejected') throw one.reason;
      for (const { temporary, path } of written) renameSync(temporary, path);
    } catch (error) {
      await Promise.all(written.map(({ temporary }) => rm(temporary, { force: true })));
      if (error instanceof MachineFault) throw error;
      throw fileFault(`Cannot write ${files[0]?.path ?? 'the output'}`, error);
    } finally {
      for (const { temporary } of written) this.#begun.delete(temporary);
    }
  }

  async #writeOne(
    { path: named, content, inPlace, within = [], isRebuilt = false }: OutputFile,
    written: Written[],
    folders: Map<string, Promise<void>>,
  ): Promise<void> {
    const { path, mode } = inPlace ? await ownFile(named) : { path: named, mode: undefined };
    const folder = dirname(path);
    const key = [folder, ...within].join('\0');
    const ready = folders.get(key) ?? this.#prepare(path, within);
    folders.set(key, ready);
    await ready;
    const temporary = join(folder, `.threat-memo-${machineDigits()}-${process.pid}-${randomUUID()}.tmp`);
    written.push({ temporary, path });
    this.#begun.add(temporary);
    if (isRebuilt) {
      writeFileSync(temporary, content, { flag: 'wx' });
      return;
    }
    // Created at once: begun in the background, it could come into being after `abandon` has removed the others.
    closeSync(openSync(temporary, 'wx'));
    const file = await open(temporary, 'r+');
    try {
      if (mode !== undefined) await file.chmod(mode);
      await file.writeFile(content);
      await file.datasync();
    } finally {
      await file.close();
    }
  }

  /** Creates the folder of a file, once no link leads out of those that contain it, and removes what was left there. */
  async #prepare(path: string, within: readonly string[]): Promise<void> {
    for (const root of within) await assertInside(path, root);
    await makeFolder(dirname(path));
    this.#sweep(dirname(path));
  }

  /** Removes files below a folder, if no link leads there; never folders. */
  async remove(paths: readonly string[], within: string): Promise<void> {
    for (const path of paths) {
      if (!isBelow(path, within)) continue;
      await assertInside(path, within);
      try {
        await unlink(path);
      } catch (error) {
        if (hasCode(error, 'ENOENT')) continue;
        throw fileFault(`Cannot remove ${path}`, error);
      }
    }
  }

  /** Removes unfinished files at once. */
  abandon(): void {
    for (const temporary of this.#begun) rmSync(temporary, { force: true });
  }

  /** Removes the temporary files of ended processes, once for each folder. */
  #sweep(folder: string): void {
    if (this.#swept.has(folder)) return;
    this.#swept.add(folder);
    for (const name of readdirSync(folder)) {
      const [, machine, process_] = UNFINISHED.exec(name) ?? [];
      const path = join(folder, name);
      if (machine === undefined || this.#begun.has(path)) continue;
      const isOver = machine === machineDigits() && !isRunningProcess(Number(process_));
      if (isOver || isOld(path)) rmSync(path, { force: true });
    }
  }
}

function isOld(path: string): boolean {
  const written = lstatSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return written !== undefined && Date.now() - written > ABANDONED_AFTER;
}

/** Creates a folder and its parents. Rejects with the reason if that fails. */
async function makeFolder(folder: string): Promise<void> {
  try {
    makeFolderNow(folder);
  } catch (error) {
    // On a read-only disk, Node reports that something does not exist.
    let above = folder;
    while (lstatSync(above, { throwIfNoEntry: false }) === undefined && dirname(above) !== above)
      above = dirname(above);
    await access(above, constants.W_OK);
    throw error;
  }
}

/** The real path of a file, and its permissions. Rejects with a MachineFault if it is read-only. */
async function ownFile(named: string): Promise<{ readonly path: string; readonly mode: number }> {
  try {
    const path = await realpath(named);
    const { mode } = await stat(path);
    // The superuser can write everywhere: only the mode shows that a file is read-only.
    if ((mode & 0o222) === 0) throw new Error('it is read-only');
    await access(path, constants.W_OK);
    return { path, mode };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const help = 'Change who may write it, or work on a copy.';
    throw new MachineFault(`Cannot change ${named}: ${reason}`, help, { cause: error });
  }
}
