import { compareFindings, type Finding, hasErrors } from '../../../model/finding.ts';
import {
  type ImportedFile,
  type ImportReport,
  importFiles,
  type WrittenFile,
} from '../../../transfer/import.ts';
import { ExitCode } from '../../exit-codes.ts';
import { findingText, plural, summaryText } from '../../print/findings.ts';
import { lossesText } from '../../print/losses.ts';
import { printable } from '../../print/printable.ts';
import type { Terminal } from '../../print/terminal.ts';
import { processEffects } from '../../process-effects.ts';

export interface ImportFlags {
  readonly from?: string;
  readonly into?: string;
  /** A file with a mapping. */
  readonly mapping?: string;
  readonly dryRun?: boolean;
  /** Show every loss, not only the first of each kind. */
  readonly all?: boolean;
  readonly format: 'text' | 'json';
  /** Word: write without asking. */
  readonly yes?: boolean;
}

/**
 * `threat-memo import`: prints what was written, what could not be carried over, and the check's findings on
 * the result.
 */
export async function runImportCommand(
  files: readonly string[],
  flags: ImportFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { from, into, mapping, dryRun } = flags;
  const report = await importFiles(
    {
      files,
      ...(from !== undefined && { from }),
      ...(into !== undefined && { into }),
      ...(mapping !== undefined && { mapping }),
      ...(dryRun && { dryRun }),
    },
    processEffects(),
  );
  if (flags.format === 'json') terminal.out(`${JSON.stringify(report, null, 2)}\n`);
  else printReport(report, flags, terminal);
  const failed = report.files.some(({ findings }) => hasErrors(findings)) || hasErrors(report.checked);
  return failed ? ExitCode.findings : ExitCode.clean;
}

/** What was written and lost for each file, and the check's findings on the result. */
export function printReport({ files, checked }: ImportReport, flags: ImportFlags, terminal: Terminal): void {
  const { outColor: color } = terminal;
  for (const file of files) {
    terminal.out(`${heading(file)}\n`);
    for (const written of file.written) terminal.out(`  ${sentence(written, flags.dryRun === true)}\n`);
    terminal.out('\n');
    for (const finding of file.findings) terminal.out(findingText(finding, color));
    terminal.out(lossesText(file.losses, color, flags.all));
  }
  const written = files.flatMap((file) => file.written);
  if (written.length === 0 || flags.dryRun) return;
  const errors = [...checked].filter(({ severity }) => severity === 'error').sort(compareFindings);
  for (const finding of errors) terminal.out(findingText(finding, color));
  if (checked.length > 0 || errors.length > 0)
    terminal.out(`Check: ${summaryText(checked, countFiles(checked))} ${hint(written, errors)}\n`);
  else terminal.out('Check: no findings.\n');
}

function countFiles(findings: readonly Finding[]): number {
  return new Set(findings.map(({ file }) => file)).size;
}

function hint(written: readonly WrittenFile[], errors: readonly Finding[]): string {
  const [file] = written;
  return errors.length > 0 || !file ? '' : `\`threat-memo check ${file.shown}\` shows them.`;
}

function heading({ shown, format, written, findings }: ImportedFile): string {
  const as = format === undefined ? '' : ` (${format})`;
  const outcome = written.length > 0 ? '' : hasErrors(findings) ? ': not imported' : ': nothing to write';
  return `${printable(shown)}${as}${outcome}`;
}

/** "assessments/x.json: new, with 3 sources and 2 actors". */
function sentence({ shown, isNew, added, changed }: WrittenFile, dry: boolean): string {
  const verb = dry ? 'would be ' : '';
  if (isNew) return `${shown}: ${verb}new, with ${counts(added)}`;
  if (added.length + changed.length === 0) return `${shown}: nothing new, left as it is`;
  const parts = [
    ...(added.length > 0 ? [`${verb}added ${counts(added)}`] : []),
    ...(changed.length > 0 ? [`${verb}changed ${changed.map(printable).join('; ')}`] : []),
  ];
  return `${shown}: ${parts.join('; ')}`;
}

function counts(added: readonly string[]): string {
  const byCollection = new Map<string, number>();
  for (const name of added) {
    const [collection = '', id] = name.split('/');
    if (id !== undefined) byCollection.set(collection, (byCollection.get(collection) ?? 0) + 1);
  }
  const parts = [...byCollection].map(([name, count]) =>
    name === 'evidence'
      ? `${plural(count, 'item').replace('item', 'item')} of evidence`
      : count === 1
        ? `1 ${singular(name)}`
        : `${count} ${name}`,
  );
  return parts.length === 0 ? 'its head only' : parts.join(', ');
}

function singular(name: string): string {
  return name === 'hypotheses' ? 'hypothesis' : name.replace(/s$/, '');
}
