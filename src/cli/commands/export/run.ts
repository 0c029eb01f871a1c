import { folderOf } from '../../../model/conventions/markings.ts';
import { hasErrors } from '../../../model/finding.ts';
import { releaseLevel } from '../../../project/config/release-level.ts';
import { exportAssessments } from '../../../transfer/export.ts';
import { ExitCode } from '../../exit-codes.ts';
import { findingText } from '../../print/findings.ts';
import { lossesText } from '../../print/losses.ts';
import type { Terminal } from '../../print/terminal.ts';
import { outFolder, processEffects } from '../../process-effects.ts';

export interface ExportFlags {
  readonly to: string;
  readonly out?: string;
  /** A label of the project's marking scheme. */
  readonly release?: string;
  /** Options of the exporter. */
  readonly set?: Readonly<Record<string, string>>;
  readonly all?: boolean;
  readonly format: 'text' | 'json';
}

/** `threat-memo export`: lists the files written, and what the format could not hold. */
export async function runExportCommand(
  named: readonly string[],
  flags: ExportFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const effects = processEffects();
  const release = await releaseLevel(flags.release, effects);
  const usual = release ? `out/${folderOf(release)}` : 'out';
  const results = await exportAssessments(
    {
      named,
      to: flags.to,
      out: outFolder(effects, flags.out, usual),
      options: flags.set ?? {},
      ...(release && { release }),
    },
    effects,
  );
  if (flags.format === 'json') {
    terminal.out(`${JSON.stringify(results, null, 2)}\n`);
  } else {
    const { outColor: color } = terminal;
    for (const { shown, findings, losses, written } of results) {
      for (const finding of findings.filter(({ severity }) => severity === 'error'))
        terminal.out(findingText(finding, color));
      for (const file of written) terminal.out(`${file}\n`);
      if (written.length === 0) terminal.out(`${shown} is not exported: fix the errors first.\n`);
      terminal.out(
        written.length === 0 || losses.length === 0 ? '' : `\n${lossesText(losses, color, flags.all)}`,
      );
    }
  }
  return results.some(({ findings }) => hasErrors(findings)) ? ExitCode.findings : ExitCode.clean;
}
