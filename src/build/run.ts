import type { MemoWorkers } from '../memo/memo-workers.ts';
import { UsageFault } from '../model/fault.ts';
import { nearest } from '../model/suggest.ts';
import type { Printer } from '../pdf/browser/printer.ts';
import { openRetryingPrinter } from '../pdf/browser/retrying-printer.ts';
import type { StartedBrowser } from '../pdf/browser/start-browser.ts';
import type { WordFormSettings } from '../project/config/word-settings.ts';
import type { Effects } from '../project/effects.ts';
import { withPackagedFonts } from '../project/font-packages.ts';
import { Forms } from '../project/forms.ts';
import { AssessmentReader } from '../project/read-assessment.ts';
import type { BuildCache } from './build-cache.ts';
import type { BuildOptions } from './build-options.ts';

/** Started before the rest of the program is loaded. */
export interface Begun {
  readonly cache: BuildCache | undefined;
  readonly workers: MemoWorkers;
  /** Absent if nothing is printed. */
  readonly browser: StartedBrowser | undefined;
  readonly startBrowser: () => StartedBrowser;
}

/** What all memos of a run share. */
export interface Run {
  readonly options: BuildOptions;
  readonly effects: Effects;
  readonly cache: BuildCache | undefined;
  readonly workers: MemoWorkers;
  readonly forms: Forms;
  readonly reader: AssessmentReader;
  /** Whether the form for all puts them in one document. */
  readonly isPack: boolean;
  /** How many memos are printed at the same time. */
  readonly jobs: number;
  /** Rejects with a MachineFault if there is no browser; absent if nothing is printed. */
  readonly printer: Promise<Printer> | undefined;
  /** The same printer, or one started on demand: to measure pages if nothing is printed. */
  readonly measure: () => Promise<Printer>;
  /** Loads a style sheet into a page on its first use, while the memo is still being made. */
  readonly prepare: (stylesheet: string) => void;
  /** Notices about the browser, once everything is printed. */
  readonly browserNotices: () => Promise<readonly string[]>;
}

/** Opens everything a run of `count` memos needs. Throws UsageFault for an unknown form. */
export async function openRun(
  count: number,
  options: BuildOptions,
  effects: Effects,
  { cache, workers, browser, startBrowser }: Begun,
): Promise<Run> {
  const forms = new Forms(effects, options.figures);
  const [names, packs] = await Promise.all([forms.names(), forms.namesOfPacks()]);
  const isPack = packs.some((name) => name === options.form);
  if (isPack && options.elsewhere) {
    throw new UsageFault('A document of several assessments is made on this machine: leave out --queue.');
  }
  if (isPack && options.annex !== undefined) {
    throw new UsageFault('The memos of a pack keep their annexes: leave out --annex.');
  }
  if (options.elsewhere && options.annex !== undefined) {
    throw new UsageFault('Annexes are parted on this machine: leave out --queue or --annex.');
  }
  if (isPack && options.inputs) {
    throw new UsageFault('A document of several assessments needs all of them: leave out --shard.');
  }
  if (options.form !== undefined) checkForm(options.form, [...names, ...packs]);
  const reader = new AssessmentReader(effects, {
    ...((options.form === undefined || isPack) && { forms: names }),
    ...(options.book && { book: options.book }),
  });
  const jobs = Math.max(1, Math.min(options.jobs ?? effects.parallelism, count));
  const openPrinter = (concurrency: number, started: StartedBrowser) =>
    openRetryingPrinter({
      env: effects.environment,
      restart: startBrowser,
      dress: (page) => withPackagedFonts(page, effects),
      finish: (print) => workers.finish(print),
      concurrency,
      browser: started,
    });
  const printer = options.printer ? Promise.resolve(options.printer) : browser && openPrinter(jobs, browser);
  printer?.catch(() => {}); // awaited by each memo that is printed
  let measuring = printer;
  const prepared = new Set<string>();
  return {
    options,
    effects,
    cache,
    workers,
    forms,
    reader,
    isPack,
    jobs,
    printer,
    measure() {
      measuring ??= openPrinter(1, startBrowser());
      return measuring;
    },
    prepare(stylesheet) {
      if (prepared.has(stylesheet)) return;
      prepared.add(stylesheet);
      printer?.then((opened) => opened.prepare(stylesheet)).catch(() => {}); // printing reports errors
    },
    async browserNotices() {
      return (await measuring?.catch(() => undefined))?.notices ?? browser?.notices ?? [];
    },
  };
}

/** Settings for the Word document; `undefined` if none is requested, or the house's template was rejected. */
export async function wordSettingsFor(
  form: string,
  { options: { formats, notes }, reader }: Pick<Run, 'options' | 'reader'>,
): Promise<WordFormSettings | undefined> {
  const looks = formats.includes('docx') ? await reader.wordLooks(form) : undefined;
  return looks && { ...looks, ...(notes && { notes }) };
}

function checkForm(form: string, names: readonly string[]): void {
  if (names.includes(form)) return;
  const meant = nearest(form, names);
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
  throw new UsageFault(`There is no form ${form}.${hint} Available forms: ${names.join(', ')}.`);
}
