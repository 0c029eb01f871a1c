import { resolve } from 'node:path';
import { UsageFault } from '../../../model/fault.ts';
import { hasErrors } from '../../../model/finding.ts';
import { mergeParts } from '../../../shards/merge.ts';
import { type Part, readPart } from '../../../shards/part.ts';
import { ExitCode } from '../../exit-codes.ts';
import { exitCodeOf, showEnd, showNotice, showResult } from '../../print/build.ts';
import { printReport, type ReportFormat } from '../../print/report.ts';
import type { Terminal } from '../../print/terminal.ts';
import { processEffects } from '../../process-effects.ts';

export interface MergeReportsFlags {
  readonly format: ReportFormat;
}

/** `threat-memo merge-reports`. */
export async function runMergeReportsCommand(
  files: readonly string[],
  { format }: MergeReportsFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { calledIn, readFile } = processEffects();
  const parts: Part[] = [];
  for (const file of files) {
    const bytes = await readFile(resolve(calledIn, file));
    if (!bytes) throw new UsageFault(`There is no file ${file}.`);
    parts.push(readPart(file, bytes));
  }
  const merged = mergeParts(parts);
  if (merged.kind === 'check') {
    await printReport(merged.report, format, terminal);
    return hasErrors(merged.report.findings) ? ExitCode.findings : ExitCode.clean;
  }
  const { results, notices } = merged.report;
  const { compared } = merged;
  if (format === 'text') {
    for (const [index, result] of results.entries()) {
      showResult(result, { done: index + 1, total: results.length, compared }, terminal);
    }
    for (const notice of notices) showNotice(notice, terminal);
    showEnd(results, compared, terminal);
  } else {
    const findings = results.flatMap((result) => result.findings);
    await printReport({ files: results.map(({ file }) => file), findings, suppressed: [] }, format, terminal);
  }
  return exitCodeOf(results);
}
