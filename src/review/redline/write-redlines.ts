import { extname, join } from 'node:path';
import type { WordAuthor } from '../../docx/word-input.ts';
import { parseEdtf } from '../../model/edtf.ts';
import { MachineFault, UsageFault } from '../../model/fault.ts';
import type { Assessment } from '../../model/generated/types.ts';
import type { Paper } from '../../model/page.ts';
import { nearest } from '../../model/suggest.ts';
import type { Printer } from '../../pdf/browser/printer.ts';
import { openRetryingPrinter } from '../../pdf/browser/retrying-printer.ts';
import { type StartedBrowser, startBrowser } from '../../pdf/browser/start-browser.ts';
import type { Effects } from '../../project/effects.ts';
import { withPackagedFonts } from '../../project/font-packages.ts';
import { Forms } from '../../project/forms.ts';
import { shownPath } from '../../project/inputs.ts';
import { TemplateError } from '../../render/templates/template-error.ts';
import type { ComparedAssessment, DiffReport } from '../diff/diff.ts';
import { makeRedline } from './redline.ts';

export interface RedlineRun {
  readonly format: 'html' | 'pdf' | 'docx';
  /** Author and time of the changes, in a Word document; from git or the newer file if left out. */
  readonly author?: string | undefined;
  readonly date?: string | undefined;
  /** Absolute: the folder of the redlines, or, with the extension of the format, the file of a single one. */
  readonly out: string;
  /** Folders that outputs must stay in, despite links. */
  readonly within: readonly string[];
  readonly paper: Paper;
  readonly form?: string;
  /** Called as soon as a browser may be running, so that it can be killed if the run is interrupted. */
  readonly onBrowser?: (browser: { kill(): void }) => void;
}

export interface RedlineReport {
  /** Files written, as shown. */
  readonly files: readonly string[];
  /** Why a redline could not be made; the others were. */
  readonly faults: readonly { readonly id: string; readonly fault: MachineFault }[];
  readonly notices: readonly string[];
}

/**
 * Writes `<id>.redline.html` or `.pdf` for each assessment that differs: the memo in its form with the changes
 * marked. Throws UsageFault for an unknown form, or one file for several redlines.
 */
export async function writeRedlines(
  { compared, labels }: Pick<DiffReport, 'compared' | 'labels'>,
  run: RedlineRun,
  effects: Effects,
): Promise<RedlineReport> {
  const differing = compared.filter(({ diff }) => diff.changes.length > 0);
  const isFile = extname(run.out) === `.${run.format}`;
  if (isFile && differing.length > 1) {
    throw new UsageFault(
      `${differing.length} assessments differ: name a folder for their redlines, not a file.`,
    );
  }
  await checkForm(run.form, effects);
  const started: StartedBrowser[] = [];
  const start = () => {
    const browser = startBrowser({ env: effects.environment });
    started.push(browser);
    run.onBrowser?.(browser);
    return browser;
  };
  let opened: Promise<Printer> | undefined;
  const printer = () =>
    (opened ??= openRetryingPrinter({
      env: effects.environment,
      concurrency: 1,
      browser: start(),
      restart: start,
      dress: (page) => withPackagedFonts(page, effects),
    }));
  const files: string[] = [];
  const faults: { id: string; fault: MachineFault }[] = [];
  const notices: string[] = [];
  try {
    for (const one of differing) {
      const id = one.diff.id.after;
      const path = isFile ? run.out : join(run.out, `${id}.redline.${run.format}`);
      try {
        const { content, notice } = await contentOf(one, labels, run, effects, printer);
        await effects.writeFiles([{ path, content, within: run.within }]);
        if (notice !== undefined) notices.push(notice);
        files.push(shownPath(path, effects.projectFolder));
      } catch (error) {
        faults.push({ id, fault: faultOf(error) });
      }
    }
    const printed = (await opened?.catch(() => undefined))?.notices ?? [];
    return { files, faults, notices: [...printed, ...notices] };
  } finally {
    await Promise.all(started.map((browser) => browser.close()));
  }
}

async function contentOf(
  { before, after, files, diff }: ComparedAssessment,
  labels: DiffReport['labels'],
  { format, paper, form, author, date }: RedlineRun,
  effects: Effects,
  printer: () => Promise<Printer>,
): Promise<{ readonly content: string | Uint8Array; readonly notice?: string | undefined }> {
  const options = {
    formats: [format],
    paper,
    ...(form !== undefined && { form }),
    ...(format === 'docx' && {
      author: await authorOf(after.assessment, labels.after, { author, date }, effects),
    }),
  };
  const redline = await makeRedline({ before, after, files, diff, labels }, options, effects, printer);
  return { content: redline[format] ?? '', notice: redline.notice };
}

/** The author of the changes: as the user says, otherwise the last commit's, otherwise the newer file's. */
async function authorOf(
  { authors, published, asOf }: Assessment,
  revision: string,
  said: Pick<RedlineRun, 'author' | 'date'>,
  effects: Effects,
): Promise<WordAuthor> {
  const isName = /^[\w./@~^][\w./@~^-]*$/.test(revision);
  const answer = isName ? await effects.git(['log', '-1', '--format=%an%x09%aI', revision, '--']) : undefined;
  const [name, date] = answer?.code === 0 ? answer.stdout.toString().trim().split('\t') : [];
  const day = parseEdtf(published ?? asOf)?.earliest ?? '1970-01-01';
  return {
    name: said.author ?? (name || authors?.[0]?.name) ?? 'threat-memo',
    date: said.date ?? (date || `${day}T00:00:00Z`),
  };
}

async function checkForm(form: string | undefined, effects: Effects): Promise<void> {
  if (form === undefined) return;
  const names = await new Forms(effects).names();
  if (names.includes(form)) return;
  const meant = nearest(form, names);
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
  throw new UsageFault(`There is no form ${form}.${hint} Available forms: ${names.join(', ')}.`);
}

/** A redline that fails does not stop the others. */
function faultOf(error: unknown): MachineFault {
  if (error instanceof MachineFault) return error;
  if (error instanceof TemplateError) {
    return new MachineFault(error.message, 'Fix the template, or take another form (--form).', {
      cause: error,
    });
  }
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const help = 'This is a fault of the program, not of your file: please report it.';
  return new MachineFault(`The program failed: ${reason}`, help, { cause: error });
}
