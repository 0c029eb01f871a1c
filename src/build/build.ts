import { MemoWorkers } from '../memo/memo-workers.ts';
import { type StartedBrowser, startBrowser } from '../pdf/browser/start-browser.ts';
import type { Effects } from '../project/effects.ts';
import { fontPackagesOf } from '../project/font-packages.ts';
import { findInputs, type InputFile } from '../project/inputs.ts';
import { type BuildCache, type BuiltFile, openBuildCache } from './build-cache.ts';
import type { BuildOptions, BuildReport, BuildResult, CachedOutcome, Outcome } from './build-options.ts';
import { deliver } from './outputs.ts';

/**
 * Builds memos. An invalid assessment is reported and does not stop the others; its earlier outputs are not
 * touched. Throws UsageFault for inputs or a form that do not exist.
 */
export async function build(requested: BuildOptions, effects: Effects): Promise<BuildReport> {
  const fontPackages = await fontPackagesOf(effects);
  const options = fontPackages.length > 0 ? { ...requested, fontPackages } : requested;
  // 1. Find what is to be built, and what the cache has.
  const inputs = options.inputs ?? (await findInputs(options.named, effects));
  const cache = openBuildCache(options, effects);
  const cached = cache
    ? await takeFromCache(inputs, cache, options, effects)
    : new Map<InputFile, CachedOutcome>();
  const left = inputs.length - cached.size;

  // 2. Start browser and workers while the rest of the program is loaded: hence the late import.
  const browsers: StartedBrowser[] = [];
  const start = () => {
    const browser = startBrowser({ env: effects.environment });
    browsers.push(browser);
    options.onBrowser?.(browser);
    return browser;
  };
  const isMadeHere = options.elsewhere === undefined;
  const isPrintedHere = isMadeHere && options.formats.includes('pdf') && left > 0;
  const browser = isPrintedHere && !options.printer ? start() : undefined;
  const workers = new MemoWorkers(options.thread, isMadeHere ? workersFor(left, options, effects) : 0);
  const results: BuildResult[] = [];
  const notices: string[] = [];
  let done = 0;
  const take = (index: number, { result, notices: own }: Outcome, isCached: boolean) => {
    results[index] = result;
    notices.push(...own);
    done += 1;
    options.onDone?.(result, done, inputs.length, isCached);
  };
  try {
    if (left === 0) {
      for (const [index, outcome] of [...cached.values()].entries()) take(index, outcome, true);
      return { results, notices: [...new Set(notices)] };
    }

    // 3. Build each file, or all in one document. More are in progress than print: the next memos are made
    // while the browser is busy.
    const [{ openRun }, { buildOne, useCached }] = await Promise.all([
      import('./run.ts'),
      import('./build-one.ts'),
    ]);
    const begun = { cache, workers, browser, startBrowser: start };
    const run = await openRun(inputs.length, options, effects, begun);
    if (run.isPack) {
      const { runPack } = await import('./run-pack.ts');
      return { results: await runPack(inputs, run), notices: await run.browserNotices() };
    }
    const queue = inputs.entries();
    const work = async () => {
      for (const [index, input] of queue) {
        const known = cached.get(input);
        const outcome = known ? await useCached(input, known, run) : await buildOne(input, run);
        take(index, outcome, known !== undefined);
      }
    };
    const atATime = options.elsewhere?.atATime ?? run.jobs + Math.max(1, workers.count);
    await Promise.all(Array.from({ length: atATime }, work));
    await cache?.close();
    const all = [
      ...(await run.browserNotices()),
      ...notices,
      ...(cache?.notices ?? []),
      ...(options.elsewhere?.notices ?? []),
    ];
    return { results, notices: [...new Set(all)] };
  } finally {
    await Promise.all([cache?.close(), workers.close(), ...browsers.map((one) => one.close())]);
  }
}

/** Results from the cache, in the order of the files: their outputs exist, or are restored. */
async function takeFromCache(
  inputs: readonly InputFile[],
  cache: BuildCache,
  options: BuildOptions,
  effects: Effects,
): Promise<ReadonlyMap<InputFile, CachedOutcome>> {
  const known: (readonly [InputFile, BuiltFile])[] = [];
  for (const input of inputs) {
    const built = await cache.get(input);
    if (built) known.push([input, built]);
  }
  const ids = known.flatMap(([, { id }]) => id ?? []);
  const taken = new Map<InputFile, CachedOutcome>();
  // If two files have one id, their order matters: all are read again.
  if (new Set(ids).size < ids.length) return taken;
  for (const [input, { id, findings, outputs, notices }] of known) {
    const empty = { file: input.shown, findings, outputs: [], stale: [] };
    // If writing fails, building reports why.
    const result = await deliver(outputs, empty, { options, effects, cache }).catch(() => undefined);
    if (result) taken.set(input, { ...(id !== undefined && { id }), result, notices });
  }
  return taken;
}

/** With fewer memos, or only Markdown, all are made before a worker has started. */
const FEW_PRINTED = 3;
const FEW_WRITTEN = 10;
/** Each worker takes some hundred megabytes, and two keep the browser busy on four processors. */
const MAX_WORKERS = 2;

/** Number of workers worth starting; 0 with one processor, or little to do. */
function workersFor(
  memos: number,
  { formats, jobs = Number.POSITIVE_INFINITY }: BuildOptions,
  { parallelism }: Effects,
): number {
  const isPrinted = formats.some((format) => format !== 'md');
  if (memos < (isPrinted ? FEW_PRINTED : FEW_WRITTEN)) return 0;
  return Math.max(0, Math.min(parallelism - 1, MAX_WORKERS, jobs, memos));
}
