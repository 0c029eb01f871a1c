import { hasErrors } from '../model/finding.ts';
import { check } from '../pipeline/check.ts';
import { ExitCode } from './exit-codes.ts';
import type { CheckFlags } from './flags.ts';
import { findingsJson, findingText, summaryText } from './print-findings.ts';
import { processEffects } from './process-effects.ts';
import type { Terminal } from './terminal.ts';

/** `threat-memo check`. */
export async function runCheckCommand(
  named: readonly string[],
  flags: CheckFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { files, findings } = await check(named, processEffects());
  if (flags.format === 'json') {
    terminal.out(findingsJson(findings));
  } else {
    for (const finding of findings) terminal.out(findingText(finding, terminal.outColor));
    terminal.out(`${summaryText(findings, files.length)}\n`);
  }
  return hasErrors(findings) ? ExitCode.findings : ExitCode.clean;
}
