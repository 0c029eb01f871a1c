import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { MachineFault } from '../model/fault.ts';
import { compareText } from '../model/finding.ts';
import type { Effects, FolderEntry, OutputFile } from './effects.ts';
import { runGit } from './git.ts';

/** The real world. `programFolder` is the folder of the program's package. */
export function nodeEffects(programFolder: string): Effects {
  const begun = new Set<string>();
  return {
    workingFolder: process.cwd(),
    programFolder,
    environment: process.env,
    parallelism: availableParallelism(),
    today: () => new Date().toISOString().slice(0, 10),
    readFile: readWhole,
    git: (args, input) => runGit(process.cwd(), args, input),
    listFolder,
    writeFiles: (files) => writeFiles(files, begun),
    abandonWrites() {
      for (const temporary of begun) rmSync(temporary, { force: true });
    },
  };
}

async function readWhole(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'EISDIR')) return undefined;
    throw fileFault(`Cannot read ${path}`, error);
  }
}

async function listFolder(path: string): Promise<FolderEntry[] | undefined> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries
      .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
      .sort((a, b) => compareText(a.name, b.name));
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw fileFault(`Cannot list ${path}`, error);
  }
}

/** `begun` holds the temporary files that exist at any moment. */
async function writeFiles(files: readonly OutputFile[], begun: Set<string>): Promise<void> {
  const written: { readonly temporary: string; readonly path: string }[] = [];
  try {
    for (const { path, content } of files) {
      await mkdir(dirname(path), { recursive: true });
      const temporary = join(dirname(path), `.${randomUUID()}.tmp`);
      written.push({ temporary, path });
      begun.add(temporary);
      const file = await open(temporary, 'wx');
      try {
        await file.writeFile(content);
        await file.datasync();
      } finally {
        await file.close();
      }
    }
    for (const { temporary, path } of written) await rename(temporary, path);
  } catch (error) {
    await Promise.all(written.map(({ temporary }) => rm(temporary, { force: true })));
    throw fileFault(`Cannot write ${files[0]?.path ?? 'the output'}`, error);
  } finally {
    for (const { temporary } of written) begun.delete(temporary);
  }
}

function fileFault(what: string, error: unknown): MachineFault {
  const help = hasCode(error, 'EACCES', 'EPERM', 'EROFS')
    ? 'You have no permission for it: choose another folder (--out), or change who may write there.'
    : hasCode(error, 'ENOSPC', 'EDQUOT')
      ? 'The disk is full: make room, or choose another folder (--out).'
      : 'Check that the path is right and that the disk can be used.';
  const reason = error instanceof Error ? error.message : String(error);
  return new MachineFault(`${what}: ${reason}`, help, { cause: error });
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
