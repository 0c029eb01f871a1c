import { openCache } from '../../../cache/cache.ts';
import { hasErrors } from '../../../model/finding.ts';
import { check } from '../../../review/check/check.ts';
import type { CheckReport } from '../../../review/check/check-report.ts';
import { ExitCode } from '../../exit-codes.ts';
import { findingsJson, findingText, mendedText, plural, summaryText } from '../../print/findings.ts';
import type { Terminal } from '../../print/terminal.ts';
import { checkThread, effectsFor } from '../../process-effects.ts';

export interface CheckFlags {
  readonly format: 'text' | 'json' | 'sarif';
  /** Mend what is mechanical. */
  readonly fix?: boolean;
  /** Git revision whose configuration is used. */
  readonly configFrom?: string;
}

/** `threat-memo check`. What is mended is told beside the findings that are left: those are the result. */
export async function runCheckCommand(
  named: readonly string[],
  flags: CheckFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const report = flags.fix ? await checkAndFix(named, flags, terminal) : await checkOnly(named, flags);
  await print(report, flags, terminal);
  return hasErrors(report.findings) ? ExitCode.findings : ExitCode.clean;
}

async function checkOnly(named: readonly string[], { configFrom }: CheckFlags): Promise<CheckReport> {
  const effects = await effectsFor(configFrom);
  const cache = configFrom === undefined ? openCache(effects, __BUILD_ID__) : undefined;
  return check(named, effects, { cache, thread: checkThread });
}

async function checkAndFix(
  named: readonly string[],
  { format, configFrom }: CheckFlags,
  terminal: Terminal,
): Promise<CheckReport> {
  const { fix } = await import('../../../review/check/fix.ts'); // what mends is not loaded only to look
  const { mended, ...report } = await fix(named, await effectsFor(configFrom));
  const isText = format === 'text';
  const tell = isText ? terminal.out : terminal.err;
  for (const finding of mended) tell(mendedText(finding, isText ? terminal.outColor : terminal.color));
  if (mended.length > 0) tell(`${plural(mended.length, 'finding')} mended.\n\n`);
  return report;
}

async function print(report: CheckReport, { format }: CheckFlags, terminal: Terminal): Promise<void> {
  const { files, findings } = report;
  if (format === 'json') {
    terminal.out(findingsJson(findings));
  } else if (format === 'sarif') {
    const { sarifText } = await import('../../print/sarif.ts');
    terminal.out(sarifText(report));
  } else {
    for (const finding of findings) terminal.out(findingText(finding, terminal.outColor));
    terminal.out(`${summaryText(findings, files.length)}\n`);
  }
}
