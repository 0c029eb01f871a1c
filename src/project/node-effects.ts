import { constants, open, readdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { RefusedFault } from '../model/fault.ts';
import { compareText } from '../model/finding.ts';
import type { Effects, FolderEntry } from './effects.ts';
import { fileFault, hasCode } from './file-fault.ts';
import { findRoot } from './find-root.ts';
import { type GitAnswer, runGit } from './git/git.ts';
import { strayMessage, strayRepository } from './git/own-repository.ts';
import { assertOutsideGit, assertReadable, isBelow } from './inside.ts';
import { FileWriter } from './write-files.ts';

/**
 * The real effects. `programFolder` is the program's package; the project is that of the working folder, or the
 * one named.
 */
export function nodeEffects(
  programFolder: string,
  calledIn = process.cwd(),
  projectFolder = findRoot(calledIn),
): Effects {
  const writer = new FileWriter();
  /** Why git was given up: after it hung once, it is not run again. */
  let hung: GitAnswer | undefined;
  /** The program's own files are trusted; everything else may be a stranger's. */
  const guard = async (path: string): Promise<void> => {
    if (isBelow(path, programFolder) && !isBelow(path, projectFolder)) return;
    await assertReadable(path, projectFolder);
  };
  return {
    projectFolder,
    calledIn,
    programFolder,
    environment: process.env,
    parallelism: availableParallelism(),
    today: () => new Date().toISOString().slice(0, 10),
    readFile: (path) => readWhole(path, guard),
    git: async (args, input) => {
      const refusal = hung ?? refusalOf(projectFolder);
      if (refusal) return refusal;
      const answer = await runGit(projectFolder, args, input);
      if (answer?.isHung) hung = answer;
      return answer;
    },
    listFolder: (path) => listFolder(path, guard),
    writeFiles: async (files) => {
      const paths = files.map(({ path }) => path);
      await assertOutsideGit(paths, projectFolder);
      await writer.write(
        files.map((file) =>
          file.inPlace ? file : { ...file, within: [...(file.within ?? []), projectFolder] },
        ),
      );
    },
    removeFiles: (paths, within) => writer.remove(paths, within),
    abandonWrites: () => writer.abandon(),
  };
}

/**
 * An error in place of git's answer if the folder's repository is not its own; whoever sets `GIT_DIR` has said
 * which one is meant.
 */
function refusalOf(folder: string): GitAnswer | undefined {
  const stray = process.env.GIT_DIR === undefined ? strayRepository(folder) : undefined;
  if (stray === undefined) return undefined;
  return { code: 128, stdout: Buffer.alloc(0), stderr: strayMessage(stray, folder), stray };
}

type Guard = (path: string) => Promise<void>;

/** Largest file read, in bytes: nothing the program reads comes near it. */
const MAX_BYTES = 256_000_000;

async function readWhole(path: string, guard: Guard): Promise<Uint8Array | undefined> {
  await guard(path);
  try {
    // Opening a pipe waits for its other end, unless it is opened non-blocking.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const found = await file.stat();
      if (found.isDirectory()) return undefined;
      if (!found.isFile()) throw noFile(path);
      if (found.size > MAX_BYTES) throw tooLarge(path, found.size);
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'EISDIR')) return undefined;
    if (error instanceof RefusedFault) throw error;
    throw fileFault(`Cannot read ${path}`, error);
  }
}

/** A project with a pipe in place of its configuration must not be treated as if it had none. */
function noFile(path: string): RefusedFault {
  return new RefusedFault(
    `${path} is not a file, but a pipe or a device.`,
    'Put a file in its place, or remove it.',
  );
}

function tooLarge(path: string, size: number): RefusedFault {
  const count = (bytes: number) => bytes.toLocaleString('en');
  const message = `${path} has ${count(size)} bytes; at most ${count(MAX_BYTES)} are read.`;
  return new RefusedFault(message, 'Is it the right file?');
}

async function listFolder(path: string, guard: Guard): Promise<FolderEntry[] | undefined> {
  await guard(path);
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
