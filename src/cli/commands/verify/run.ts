import { type VerifyReport, verify } from '../../../verify/verify.ts';
import { ExitCode } from '../../exit-codes.ts';
import type { Terminal } from '../../print/terminal.ts';
import { processEffects } from '../../process-effects.ts';

export interface VerifyFlags {
  readonly format: 'text' | 'json';
  /** Use the templates of the working folder too. */
  readonly ownTemplates?: boolean;
}

/** `threat-memo verify`. */
export async function runVerifyCommand(
  file: string,
  { format, ownTemplates = false }: VerifyFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const report = await verify(file, { ownTemplates }, processEffects());
  if (format === 'json') terminal.out(`${JSON.stringify(report, null, 2)}\n`);
  else print(report, terminal);
  return report.same ? ExitCode.clean : ExitCode.findings;
}

function print({ file, same, differences, made, notices }: VerifyReport, terminal: Terminal): void {
  const { outColor } = terminal;
  for (const notice of notices) terminal.err(`${terminal.color.dim(`note: ${notice}`)}\n`);
  if (same) {
    const how = made ? ` (threat-memo ${made.program}, form ${made.form})` : '';
    terminal.out(`${outColor.green('same')} ${file} matches the assessment attached to it${how}.\n`);
    return;
  }
  terminal.out(`${outColor.red('different')} ${file} does not match the assessment attached to it.\n`);
  for (const { message } of differences) terminal.out(`  ${message}\n`);
}
