import { openCache } from '../../../cache/cache.ts';
import { UsageFault } from '../../../model/fault.ts';
import type { Finding } from '../../../model/finding.ts';
import { check } from '../../../review/check/check.ts';
import { ExitCode } from '../../exit-codes.ts';
import { findingText, summaryText } from '../../print/findings.ts';
import { printReport } from '../../print/report.ts';
import type { Terminal } from '../../print/terminal.ts';
import { checkThread, processEffects } from '../../process-effects.ts';
import { clockText, foldersNamed, watchRuns } from '../../watch.ts';
import type { CheckFlags } from './run.ts';

/** Checks, and checks again after each change: then it prints new findings, and how many are gone. */
export async function watchCheck(
  named: readonly string[],
  { fix, configFrom, shard, report: file, staged, format }: CheckFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  if (fix || configFrom !== undefined || shard || file !== undefined || staged || format !== 'text')
    throw new UsageFault('--watch only goes with what is to be checked: leave out the other options.');
  const effects = processEffects();
  let before = new Set<string>();
  await watchRuns(
    effects.projectFolder,
    await foldersNamed(named, effects),
    async (isFirst) => {
      const cache = openCache(effects, __BUILD_ID__);
      const report = await check(named, effects, { cache, thread: checkThread });
      const { findings, files } = report;
      const now = new Set(findings.map(keyOf));
      const fresh = findings.filter((finding) => !before.has(keyOf(finding)));
      const gone = [...before].filter((key) => !now.has(key)).length;
      before = now;
      if (isFirst) return printReport(report, 'text', terminal);
      if (fresh.length + gone === 0) return; // saved without new findings
      for (const finding of fresh) terminal.out(findingText(finding, terminal.outColor));
      const changes = [gone > 0 ? `${gone} gone` : '', fresh.length > 0 ? `${fresh.length} new` : ''];
      const time = terminal.outColor.dim(clockText(new Date()));
      terminal.out(`${time} ${changes.filter(Boolean).join(', ')}. ${summaryText(findings, files.length)}\n`);
    },
    terminal,
  );
  return ExitCode.clean;
}

/** Identifies a finding even if its line moves. */
function keyOf({ file, rule, pointer, message }: Finding): string {
  return JSON.stringify([file, rule, pointer, message]);
}
