import { UsageFault } from '../../../model/fault.ts';
import { hasErrors } from '../../../model/finding.ts';
import { stagedIn } from '../../../project/git/staged.ts';
import { check } from '../../../review/check/check.ts';
import { reportOf } from '../../../review/check/check-report.ts';
import { ExitCode } from '../../exit-codes.ts';
import { printReport } from '../../print/report.ts';
import type { Terminal } from '../../print/terminal.ts';
import { processEffects } from '../../process-effects.ts';
import type { CheckFlags } from './run.ts';

/** Checks what would be committed: the content that git has staged, whatever is in the folder. */
export async function checkStaged(
  named: readonly string[],
  { fix, configFrom, shard, report: file, format, out }: CheckFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  if (fix || configFrom !== undefined || shard || file !== undefined || named.length > 0)
    throw new UsageFault(
      '--staged checks all that is staged, by the staged configuration: leave out the rest.',
    );
  if (format === 'html' || format === 'pdf' || out !== undefined)
    throw new UsageFault('Findings are text, json or sarif; html, pdf and --out go with --scorecard.');
  const { effects, concerned } = await stagedIn(processEffects());
  const report = concerned.length === 0 ? reportOf([]) : await check(concerned, effects);
  await printReport(report, format, terminal);
  return hasErrors(report.findings) ? ExitCode.findings : ExitCode.clean;
}
