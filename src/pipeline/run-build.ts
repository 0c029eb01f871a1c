import { UsageFault } from '../model/fault.ts';
import { nearest } from '../model/suggest.ts';
import type { StartedBrowser } from '../pdf/start-browser.ts';
import { openSteadyPrinter } from '../pdf/steady-printer.ts';
import { buildMemo } from './build-memo.ts';
import type { BuildOptions, BuildReport, BuildResult } from './build-options.ts';
import { deliver, failed, type Run, releaseOf } from './build-steps.ts';
import type { Effects } from './effects.ts';
import { fittingLevel } from './fit-memo.ts';
import { Forms } from './forms.ts';
import type { InputFile } from './inputs.ts';
import { outputsOf } from './outputs.ts';
import { originOf } from './provenance.ts';
import { AssessmentReader } from './read-assessment.ts';
import { runPack } from './run-pack.ts';

/** Builds every input, as many at a time as there are jobs; results in the order of the inputs. */
export async function runBuild(
  inputs: readonly InputFile[],
  options: BuildOptions,
  effects: Effects,
  browser: StartedBrowser | undefined,
  startLater: () => StartedBrowser,
): Promise<BuildReport> {
  const forms = new Forms(effects);
  const [names, packs] = await Promise.all([forms.names(), forms.namesOfPacks()]);
  const isPack = packs.some((name) => name === options.form);
  if (options.form !== undefined) checkForm(options.form, [...names, ...packs]);
  const jobs = Math.max(1, Math.min(options.jobs ?? effects.parallelism, inputs.length));
  const shared = { env: effects.environment, restart: startLater };
  const printer = browser && openSteadyPrinter({ ...shared, concurrency: jobs, browser });
  printer?.catch(() => {}); // awaited by each memo that is good enough to print
  let measuring = printer;
  const measure = () =>
    (measuring ??= openSteadyPrinter({ ...shared, concurrency: 1, browser: startLater() }));
  const reader = new AssessmentReader(effects, options.form === undefined || isPack ? names : undefined);
  const prepared = new Set<string>();
  const prepare = (stylesheet: string) => {
    if (prepared.has(stylesheet)) return;
    prepared.add(stylesheet);
    printer?.then((opened) => opened.prepare(stylesheet)).catch(() => {}); // printing says what went wrong
  };
  const run: Run = { options, effects, forms, reader, printer, measure, prepare };
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
  // One more than print: the next memo is made while the browser is busy.
  await Promise.all(Array.from({ length: jobs + 1 }, work));
  return { results, notices: await noticesOf() };
}

function checkForm(form: string, names: readonly string[]): void {
  if (names.includes(form)) return;
  const meant = nearest(form, names);
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
  throw new UsageFault(`There is no form ${form}.${hint} Forms there are: ${names.join(', ')}.`);
}

async function buildOne(input: InputFile, run: Run): Promise<BuildResult> {
  const { options, effects, forms, reader, printer, measure, prepare } = run;
  const read = await reader.read(input);
  const { register, bytes } = read;
  const { assessment, source, former, findings } = releaseOf(read, options.release);
  const result: BuildResult = { file: input.shown, findings, outputs: [], stale: [] };
  if (!assessment) return result;
  try {
    const form = await forms.load(options.form ?? assessment.form);
    prepare(form.stylesheet);
    const told = former && { former: former.assessment };
    const make = (level: number) => buildMemo(assessment, register, form, { level, ...told });
    const memo = await make(await fittingLevel(form, options.paper, make, measure));
    const files = await outputsOf(memo, form, options, printer, () =>
      originOf({ file: source ?? { path: input.path, bytes }, assessment, register, former }, form, effects),
    );
    return await deliver(files, result, run);
  } catch (error) {
    return failed(error, result, input.shown);
  }
}
