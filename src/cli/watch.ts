import { dirname, join } from 'node:path';
import { watchFolders } from '../project/disk/watch.ts';
import type { Effects } from '../project/effects.ts';
import { ASSESSMENTS_FOLDER, CONFIG_FILES, findInputs } from '../project/inputs.ts';
import { explainFault } from './print/fault.ts';
import type { Terminal } from './print/terminal.ts';

/**
 * Runs a command now, and again after each change of something it reads, until it is stopped (Ctrl-C, or a
 * signal). Changes during a run cause one more. A fault is printed and does not end watching: a broken file is
 * usually fixed soon.
 *
 * @param folders Folders of the files named, in addition to those of the project.
 * @param run Called with whether it is the first run.
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
  // Watchers alone do not keep the process alive.
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

/** Ignores other files: editors leave some behind, and a memo may be written beside its source. */
function isRead(path: string): boolean {
  return (
    /[\\/]templates[\\/]/.test(path) ||
    /\.(?:json|ya?ml)$/i.test(path) ||
    CONFIG_FILES.some((name) => path.endsWith(name))
  );
}

/** The folders of files the user named, which may be outside of the project. */
export async function foldersNamed(named: readonly string[], effects: Effects): Promise<readonly string[]> {
  const inputs = named.length === 0 ? [] : await findInputs(named, effects);
  const usual = join(effects.projectFolder, ASSESSMENTS_FOLDER);
  return [...new Set(inputs.map(({ path }) => dirname(path)))].filter((folder) => folder !== usual);
}

/** `12:04:31`, printed before the results of a change. */
export function clockText(now: Date): string {
  return now.toTimeString().slice(0, 8);
}
