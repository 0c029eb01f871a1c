import { makeMemo } from '../memo/make-memo.ts';
import type { MemoThreads } from '../memo/memo-threads.ts';
import { UsageFault } from '../model/fault.ts';
import { nearest } from '../model/suggest.ts';
import type { StartedBrowser } from '../pdf/browser/start-browser.ts';
import { openSteadyPrinter } from '../pdf/browser/steady-printer.ts';
import { finishPrint } from '../pdf/finish/finish-print.ts';
import type { Effects } from '../project/effects.ts';
import { Forms } from '../project/forms.ts';
import type { InputFile } from '../project/inputs.ts';
import { AssessmentReader } from '../project/read-assessment.ts';
import { ThreadEnded } from '../threads/pool.ts';
import { buildOne } from './build-one.ts';
import type { BuildOptions, BuildReport, BuildResult } from './build-options.ts';
import type { Run } from './build-steps.ts';
import { runPack } from './run-pack.ts';

/** What was begun before this part of the program was loaded. */
interface Prepared extends Pick<Run, 'known' | 'settled'> {
  readonly browser: StartedBrowser | undefined;
  readonly startLater: () => StartedBrowser;
  readonly threads: MemoThreads | undefined;
}

/** Builds every input, as many at a time as there are jobs; results in the order of the inputs. */
export async function runBuild(
  inputs: readonly InputFile[],
  options: BuildOptions,
  effects: Effects,
  { browser, startLater, threads, known, settled }: Prepared,
): Promise<BuildReport> {
  const forms = new Forms(effects, options.figures);
  const [names, packs] = await Promise.all([forms.names(), forms.namesOfPacks()]);
  const isPack = packs.some((name) => name === options.form);
  if (options.form !== undefined) checkForm(options.form, [...names, ...packs]);
  const jobs = Math.max(1, Math.min(options.jobs ?? effects.parallelism, inputs.length));
  const shared = {
    env: effects.environment,
    restart: startLater,
    ...(threads && { finish: thereOrHere((print) => threads.finish(print), finishPrint) }),
  };
  const make = threads ? thereOrHere((order) => threads.make(order), makeMemo) : makeMemo;
  const printer = browser && openSteadyPrinter({ ...shared, concurrency: jobs, browser });
  printer?.catch(() => {}); // awaited by each memo that is good enough to print
  let measuring = printer;
  const measure = () =>
    (measuring ??= openSteadyPrinter({ ...shared, concurrency: 1, browser: startLater() }));
  const reader = new AssessmentReader(effects, {
    ...((options.form === undefined || isPack) && { forms: names }),
    ...(options.book && { book: options.book }),
  });
  const notices = new Set([...settled.values()].flatMap((one) => one.notices));
  const prepared = new Set<string>();
  const prepare = (stylesheet: string) => {
    if (prepared.has(stylesheet)) return;
    prepared.add(stylesheet);
    printer?.then((opened) => opened.prepare(stylesheet)).catch(() => {}); // printing says what went wrong
  };
  const run: Run = {
    options,
    effects,
    forms,
    reader,
    printer,
    measure,
    make,
    known,
    settled,
    notices,
    prepare,
  };
  const noticesOf = async () => (await measuring?.catch(() => undefined))?.notices ?? browser?.notices ?? [];
  if (isPack && options.form !== undefined) {
    const results = await runPack(inputs, options.form, run);
    return { results, notices: await noticesOf() };
  }
  const results: BuildResult[] = [];
  const queue = inputs.entries();
  let done = 0;
  const work = async () => {
    for (const [index, input] of queue) {
      const result = await buildOne(input, run);
      results[index] = result;
      done += 1;
      options.onDone?.(result, done, inputs.length);
    }
  };
  // More than print: the next memos are made while the browser is busy.
  await Promise.all(Array.from({ length: jobs + (threads?.count ?? 1) }, work));
  return { results, notices: [...new Set([...(await noticesOf()), ...run.notices])] };
}

/** Has something done in another thread, and here where that thread did not outlive it: this one has more memory. */
function thereOrHere<Given, Result>(
  there: (given: Given) => Promise<Result>,
  here: (given: Given) => Result | Promise<Result>,
): (given: Given) => Promise<Result> {
  return async (given) => {
    try {
      return await there(given);
    } catch (error) {
      if (error instanceof ThreadEnded) return here(given);
      throw error;
    }
  };
}

function checkForm(form: string, names: readonly string[]): void {
  if (names.includes(form)) return;
  const meant = nearest(form, names);
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
  throw new UsageFault(`There is no form ${form}.${hint} Forms there are: ${names.join(', ')}.`);
}
