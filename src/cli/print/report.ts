import type { CheckReport } from '../../review/check/check-report.ts';
import { findingsJson, findingText, summaryText } from './findings.ts';
import type { Terminal } from './terminal.ts';

/** Formats of a report on findings: text for people, JSON for programs, SARIF for code scanning. */
export type ReportFormat = 'text' | 'json' | 'sarif';

/** Prints findings in a format. */
export async function printReport(
  report: Pick<CheckReport, 'files' | 'findings' | 'suppressed'>,
  format: ReportFormat,
  terminal: Terminal,
): Promise<void> {
  const { files, findings } = report;
  if (format === 'json') {
    terminal.out(findingsJson(findings));
  } else if (format === 'sarif') {
    const { sarifText } = await import('./sarif.ts');
    terminal.out(sarifText(report));
  } else {
    for (const finding of findings) terminal.out(findingText(finding, terminal.outColor));
    terminal.out(`${summaryText(findings, files.length)}\n`);
  }
}
