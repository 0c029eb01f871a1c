import { openCache } from '../../../cache/cache.ts';
import { folderOf } from '../../../model/conventions/markings.ts';
import { parseEdtf } from '../../../model/edtf.ts';
import { UsageFault } from '../../../model/fault.ts';
import { hasErrors } from '../../../model/finding.ts';
import { releaseLevel } from '../../../project/config/release-level.ts';
import { shownPath } from '../../../project/inputs.ts';
import { buildSite } from '../../../site/site.ts';
import type { SiteLanguage } from '../../../site/words.ts';
import { ExitCode } from '../../exit-codes.ts';
import { findingText, plural } from '../../print/findings.ts';
import type { Terminal } from '../../print/terminal.ts';
import { memoThread, outFolder, processEffects } from '../../process-effects.ts';

export interface SiteFlags {
  readonly out?: string;
  readonly release?: string;
  readonly language: string;
  readonly today?: string;
}

/** `threat-memo site`. */
export async function runSiteCommand(
  named: readonly string[],
  flags: SiteFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const effects = processEffects();
  const today = flags.today ?? effects.today();
  if (!/^\d{4}-\d\d-\d\d$/.test(today) || !parseEdtf(today)) {
    throw new UsageFault(`\`${today}\` is not a day: write it as 2025-06-30.`);
  }
  const release = await releaseLevel(flags.release, effects);
  const usual = release === undefined ? 'out/site' : `out/${folderOf(release)}/site`;
  const out = outFolder(effects, flags.out, usual);
  const report = await buildSite(
    {
      named,
      out,
      language: flags.language as SiteLanguage, // commander allows only these
      today,
      cache: openCache(effects, __BUILD_ID__),
      thread: memoThread,
      ...(release && { release }),
    },
    effects,
  );
  for (const finding of report.findings) terminal.err(findingText(finding, terminal.color));
  if (report.leftOut > 0) {
    terminal.err(`${plural(report.leftOut, 'assessment')} cannot be released at ${String(release)}.\n`);
  }
  const { assessments, files, written, removed } = report;
  terminal.out(
    `${shownPath(out, effects.projectFolder)}/index.html: ${plural(assessments, 'assessment')}, ${plural(files, 'file')}, ${written} written, ${removed} removed.\n`,
  );
  return hasErrors(report.findings) ? ExitCode.findings : ExitCode.clean;
}
