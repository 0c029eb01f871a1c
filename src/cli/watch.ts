import { dirname, join } from 'node:path';
import { watchFolders } from '../project/disk/watch.ts';
import type { Effects } from '../project/effects.ts';
import { ASSESSMENTS_FOLDER, CONFIG_FILES, findInputs } from '../project/inputs.ts';
import { explainFault } from './print/fault.ts';
import type { Terminal } from './print/terminal.ts';

/**
 * Runs a command now, and again each time that something changes which it reads, until it is told to end (Ctrl-C, or a
 * signal). What changes during a run starts one more. A fault is said and waited out: a file that is broken now is mended
 * in a moment.
 *
 * @param folders Folders of files named, beside those of the project.
 * @param run Given whether it is the first run.
 */
export async function watchRuns(
  root: string,
  folders: readonly string[],
  run: (isFirst: boolean) => Promise<void>,
  terminal: Terminal,
): Promise<void> {
  let isRunning = false;
  let isDue = false;
  let isFirst = true;
  const runAll = async () => {
    isDue = true;
    if (isRunning) return;
    isRunning = true;
    while (isDue) {
      isDue = false;
      await run(isFirst).catch((error: unknown) => explainFault(error, terminal));
      if (isFirst) terminal.err(terminal.color.dim('Watching for changes. Ctrl-C ends.\n'));
      isFirst = false;
    }
    isRunning = false;
  };
  // Watching does not keep a process alive by itself.
  const alive = setInterval(() => {}, 60_000);
  const stop = watchFolders(root, (paths) => paths.some(isRead) && void runAll(), folders);
  const ended = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  void runAll();
  await ended;
  clearInterval(alive);
  stop();
}

/** Editors leave other files behind, and a memo may be written beside what it is made of. */
function isRead(path: string): boolean {
  return (
    /[\\/]templates[\\/]/.test(path) ||
    /\.(?:json|ya?ml)$/i.test(path) ||
    CONFIG_FILES.some((name) => path.endsWith(name))
  );
}

/** The folders of files that a user named, which may lie outside of the project. */
export async function foldersNamed(named: readonly string[], effects: Effects): Promise<readonly string[]> {
  const inputs = named.length === 0 ? [] : await findInputs(named, effects);
  const usual = join(effects.projectFolder, ASSESSMENTS_FOLDER);
  return [...new Set(inputs.map(({ path }) => dirname(path)))].filter((folder) => folder !== usual);
}

/** `12:04:31`, before what is said of a change. */
export function clockText(now: Date): string {
  return now.toTimeString().slice(0, 8);
}
