import { resolve } from 'node:path';
import { changeClasses } from '../../../diff/types.ts';
import { hasErrors } from '../../../model/finding.ts';
import { papers } from '../../../model/page.ts';
import type { Effects } from '../../../project/effects.ts';
import { type DiffReport, diff } from '../../../review/diff/diff.ts';
import { ExitCode } from '../../exit-codes.ts';
import { onInterrupt } from '../../interrupt.ts';
import { findingText } from '../../print/findings.ts';
import type { Terminal } from '../../print/terminal.ts';
import { outFolder, processEffects } from '../../process-effects.ts';

export interface DiffFlags {
  readonly format: 'text' | 'json' | 'md' | 'html' | 'pdf' | 'docx';
  /** docx: whose changes they are, and when they were made. */
  readonly author?: string;
  readonly date?: string;
  readonly exitCode?: boolean;
  /** Classes of changes. */
  readonly only?: readonly string[];
  readonly minWeight?: number;
  /** Ids or paths. */
  readonly assessment?: readonly string[];
  readonly out?: string;
  readonly form?: string;
  readonly paper: string;
}

/** `threat-memo diff`. */
export async function runDiffCommand(
  old: string,
  fresh: string | undefined,
  flags: DiffFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const effects = processEffects();
  const { only, minWeight, assessment = [] } = flags;
  const report = await diff(
    {
      old,
      ...(fresh !== undefined && { fresh }),
      assessments: assessment,
      ...(only && { only: changeClasses.filter((name) => only.includes(name)) }),
      ...(minWeight !== undefined && { minWeight }),
    },
    effects,
  );
  for (const finding of report.findings) terminal.err(findingText(finding, terminal.color));
  const failed = await show(report, flags, effects, terminal);
  if (failed) return ExitCode.machine;
  if (hasErrors(report.findings)) return ExitCode.findings;
  return flags.exitCode && differs(report) ? ExitCode.findings : ExitCode.clean;
}

function differs({ added, removed, compared, register }: DiffReport): boolean {
  if (register) return true;
  return added.length + removed.length > 0 || compared.some(({ diff: { changes } }) => changes.length > 0);
}

/**
 * Prints or writes the report; returns whether something could not be made. Imports only what the format needs.
 */
async function show(
  report: DiffReport,
  flags: DiffFlags,
  effects: Effects,
  terminal: Terminal,
): Promise<boolean> {
  const { format, out } = flags;
  if (format === 'html' || format === 'pdf' || format === 'docx')
    return writeRedlines(report, format, flags, effects, terminal);
  const text = await textOf(report, format, out === undefined, terminal);
  if (out === undefined) {
    terminal.out(text);
  } else {
    await effects.writeFiles([{ path: resolve(effects.calledIn, out), content: text }]);
    terminal.err(`${out}\n`);
  }
  return false;
}

async function textOf(
  report: DiffReport,
  format: 'text' | 'json' | 'md',
  isPrinted: boolean,
  terminal: Terminal,
): Promise<string> {
  if (format === 'json') return (await import('../../print/diff-json.ts')).diffJson(report);
  if (format === 'md') return (await import('../../../review/diff/diff-markdown.ts')).diffMarkdown(report);
  const { diffText } = await import('../../print/diff.ts');
  const { plainColors } = await import('../../print/terminal.ts');
  return diffText(report, terminal.width, isPrinted ? terminal.outColor : plainColors);
}

async function writeRedlines(
  report: DiffReport,
  format: 'html' | 'pdf' | 'docx',
  flags: DiffFlags,
  effects: Effects,
  terminal: Terminal,
): Promise<boolean> {
  const { writeRedlines: write } = await import('../../../review/redline/write-redlines.ts');
  const { reportTally } = await import('../../../review/diff/report-tally.ts');
  const out = outFolder(effects, flags.out, 'out/redline');
  const stop = onInterrupt(() => effects.abandonWrites());
  const { files, faults, notices } = await write(
    report,
    {
      format,
      out,
      within: flags.out === undefined ? [effects.projectFolder, out] : [],
      paper: papers.find((paper) => paper === flags.paper) ?? 'A4',
      ...(flags.form !== undefined && { form: flags.form }),
      ...(flags.author !== undefined && { author: flags.author }),
      ...(flags.date !== undefined && { date: flags.date }),
      onBrowser: (browser) => stop(() => browser.kill()),
    },
    effects,
  );
  for (const file of files) terminal.out(`${file}\n`);
  for (const { id, fault } of faults) {
    terminal.err(`${terminal.color.red('failed')} ${id}: ${fault.message}\n  ${fault.help}\n`);
  }
  for (const notice of notices) terminal.err(`${terminal.color.dim(`note: ${notice}`)}\n`);
  terminal.err(`${reportTally(report)}.\n`);
  return faults.length > 0;
}
