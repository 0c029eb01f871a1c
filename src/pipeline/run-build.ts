import { resolve } from 'node:path';
import { MachineFault, UsageFault } from '../model/fault.ts';
import { FILE_START, type Finding } from '../model/finding.ts';
import type { Assessment, Marking } from '../model/generated/types.ts';
import { nearest } from '../model/suggest.ts';
import { openPrinter, type Printer } from '../pdf/printer.ts';
import type { StartedBrowser } from '../pdf/start-browser.ts';
import { TemplateError } from '../render/environment.ts';
import { buildMemo } from './build-memo.ts';
import type { BuildOptions, BuildReport, BuildResult } from './build-options.ts';
import type { Effects } from './effects.ts';
import { Forms } from './forms.ts';
import { type InputFile, shownPath } from './inputs.ts';
import { outputsOf, staleAmong } from './outputs.ts';
import { attachmentsOf, type SourceFile } from './provenance.ts';
import { AssessmentReader, type ReadAssessment } from './read-assessment.ts';
import { releasedVersion } from './release.ts';

/** What all memos of a run share. */
interface Run {
  readonly options: BuildOptions;
  readonly effects: Effects;
  readonly forms: Forms;
  readonly reader: AssessmentReader;
  /** Rejects with a MachineFault when there is no browser; absent when nothing is printed. */
  readonly printer: Promise<Printer> | undefined;
  /** Has a page load a style sheet, the first time it is named, while the memo is still being made. */
  readonly prepare: (stylesheet: string) => void;
}

/** Builds every input, as many at a time as there are jobs; results in the order of the inputs. */
export async function runBuild(
  inputs: readonly InputFile[],
  options: BuildOptions,
  effects: Effects,
  browser: StartedBrowser | undefined,
): Promise<BuildReport> {
  const forms = new Forms(effects);
  const names = await forms.names();
  if (options.form !== undefined) checkForm(options.form, names);
  const jobs = Math.max(1, Math.min(options.jobs ?? effects.parallelism, inputs.length));
  const printer = browser && openPrinter({ env: effects.environment, concurrency: jobs, browser });
  printer?.catch(() => {}); // awaited by each memo that is good enough to print
  const reader = new AssessmentReader(effects, names);
  const prepared = new Set<string>();
  const prepare = (stylesheet: string) => {
    if (prepared.has(stylesheet)) return;
    prepared.add(stylesheet);
    printer?.then((opened) => opened.prepare(stylesheet)).catch(() => {}); // printing says what went wrong
  };
  const run: Run = { options, effects, forms, reader, printer, prepare };
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
  return { results, notices: (await printer?.catch(() => undefined))?.notices ?? browser?.notices ?? [] };
}

/** What is built: the assessment, or its released version, which then is its own source. */
function releaseOf(
  { assessment, register, findings, place }: ReadAssessment,
  level: Marking | undefined,
): {
  readonly assessment?: Assessment | undefined;
  readonly source?: SourceFile;
  readonly findings: readonly Finding[];
} {
  if (!assessment || level === undefined) return { assessment, findings };
  const { assessment: version, remarks } = releasedVersion(assessment, register, level);
  if (!version) return { findings: [...findings, ...place(remarks)] };
  const bytes = Buffer.from(`${JSON.stringify(version, null, 2)}\n`);
  return { assessment: version, source: { path: `${version.id}.json`, bytes }, findings };
}

function checkForm(form: string, names: readonly string[]): void {
  if (names.includes(form)) return;
  const meant = nearest(form, names);
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
  throw new UsageFault(`There is no form ${form}.${hint} Forms there are: ${names.join(', ')}.`);
}

async function buildOne(
  input: InputFile,
  { options, effects, forms, reader, printer, prepare }: Run,
): Promise<BuildResult> {
  const read = await reader.read(input);
  const { register, bytes } = read;
  const { assessment, source, findings } = releaseOf(read, options.release);
  const result: BuildResult = { file: input.shown, findings, outputs: [], stale: [] };
  if (!assessment) return result;
  try {
    const form = await forms.load(options.form ?? assessment.form);
    prepare(form.stylesheet);
    const memo = await buildMemo(assessment, register, form);
    const files = await outputsOf(memo, form, options, printer, () =>
      attachmentsOf(source ?? { path: input.path, bytes }, assessment, register),
    );
    const shown = (paths: readonly string[]) => paths.map((path) => shownPath(path, effects.workingFolder));
    if (options.compareOnly) {
      const stale = await staleAmong(files, effects);
      const current = files.map((file) => file.path).filter((path) => !stale.includes(path));
      return { ...result, outputs: shown(current), stale: shown(stale) };
    }
    await effects.writeFiles(files);
    return { ...result, outputs: shown(files.map((file) => resolve(file.path))) };
  } catch (error) {
    if (error instanceof MachineFault) return { ...result, fault: error };
    if (error instanceof TemplateError)
      return { ...result, findings: [...findings, templateFinding(error, input)] };
    // Whatever it is, it must not stop the other memos.
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const message = `The program failed on this file: ${reason}`;
    const help = 'This is a fault of the program, not of your file: please report it.';
    return { ...result, fault: new MachineFault(message, help, { cause: error }) };
  }
}

/** A template that cannot be rendered is a finding for whoever keeps the form. */
function templateFinding(error: TemplateError, input: InputFile): Finding {
  return {
    rule: 'template-error',
    severity: 'error',
    file: input.shown,
    pointer: '/form',
    message: error.message,
    help: 'Mend the template, or build with another form (--form).',
    ...FILE_START,
  };
}
