import { MemoThreads } from '../memo/memo-threads.ts';
import { type StartedBrowser, startBrowser } from '../pdf/browser/start-browser.ts';
import type { Effects } from '../project/effects.ts';
import { findInputs, type InputFile } from '../project/inputs.ts';
import type { BuildOptions, BuildReport } from './build-options.ts';
import { openKnown, type Settled, settle } from './settle.ts';

/**
 * Builds memos. A bad assessment is reported and never stops the others; what it gave before stays untouched.
 * Throws UsageFault for inputs or a form that are not there.
 */
export async function build(options: BuildOptions, effects: Effects): Promise<BuildReport> {
  const inputs = await findInputs(options.named, effects);
  // The browser comes up in processes of its own while the rest of the program is loaded: hence the late import.
  const started: StartedBrowser[] = [];
  const start = () => {
    const browser = startBrowser({ env: effects.environment });
    started.push(browser);
    options.onBrowser?.(browser);
    return browser;
  };
  const known = openKnown(options, effects);
  const settled = known ? await settle(inputs, known) : new Map<InputFile, Settled>();
  const isDone = settled.size === inputs.length;
  const browser = options.formats.includes('pdf') && !isDone ? start() : undefined;
  const threads = startThreads(options, effects, inputs.length - settled.size);
  try {
    if (isDone) return reportOf(inputs, settled, options);
    const { runBuild } = await import('./run-build.ts');
    // Some forms are measured even when nothing is printed.
    return await runBuild(inputs, options, effects, { browser, startLater: start, threads, known, settled });
  } finally {
    await Promise.all([known?.close(), threads?.close(), ...started.map((one) => one.close())]);
  }
}

/** Fewer memos are made, or only written in Markdown, by the time that a thread has come up and knows its code. */
const FEW_PRINTED = 3;
const FEW_WRITTEN = 10;
/** Each takes some hundred megabytes, and two keep the browser busy on four processors. */
const MOST_THREADS = 2;

/** Threads for this many memos; none where there is one processor, or little to do. They come up meanwhile. */
function startThreads(
  { thread, formats, jobs = Number.POSITIVE_INFINITY }: BuildOptions,
  { parallelism }: Effects,
  memos: number,
): MemoThreads | undefined {
  const isPrinted = formats.some((format) => format !== 'md');
  if (!thread || memos < (isPrinted ? FEW_PRINTED : FEW_WRITTEN)) return undefined;
  const count = Math.min(parallelism - 1, MOST_THREADS, jobs, memos);
  return count > 0 ? new MemoThreads(thread, count) : undefined;
}

function reportOf(
  inputs: readonly InputFile[],
  settled: ReadonlyMap<InputFile, Settled>,
  { onDone }: BuildOptions,
): BuildReport {
  const done = inputs.flatMap((input) => settled.get(input) ?? []);
  const results = done.map(({ result }) => result);
  for (const [index, result] of results.entries()) onDone?.(result, index + 1, results.length);
  return { results, notices: [...new Set(done.flatMap(({ notices }) => notices))] };
}
