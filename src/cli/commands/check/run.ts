import { openCache } from '../../../cache/cache.ts';
import { UsageFault } from '../../../model/fault.ts';
import { hasErrors } from '../../../model/finding.ts';
import type { Effects } from '../../../project/effects.ts';
import { check } from '../../../review/check/check.ts';
import type { CheckReport } from '../../../review/check/check-report.ts';
import { type Shard, shareOf } from '../../../shards/share.ts';
import { ExitCode } from '../../exit-codes.ts';
import { showUnread } from '../../print/build.ts';
import { fixedText, plural } from '../../print/findings.ts';
import { printReport } from '../../print/report.ts';
import type { Terminal } from '../../print/terminal.ts';
import { checkThread, effectsFor } from '../../process-effects.ts';

export interface CheckFlags {
  readonly format: 'text' | 'json' | 'sarif' | 'html' | 'pdf';
  /** What rules could test of each standard, and what only a person can judge. */
  readonly scorecard?: boolean;
  /** Folder of scorecards. */
  readonly out?: string;
  /** Fix what can be fixed mechanically. */
  readonly fix?: boolean;
  /** Git revision whose configuration is used. */
  readonly configFrom?: string;
  /** Check what is staged in git. */
  readonly staged?: boolean;
  /** Check again when something changes. */
  readonly watch?: boolean;
  readonly shard?: Shard;
  /** A file for the shard's results, for `merge-reports`. */
  readonly report?: string;
}

/** `threat-memo check`. Fixes are reported on standard error; the result is the findings that are left. */
export async function runCheckCommand(
  named: readonly string[],
  flags: CheckFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { format } = flags;
  if (format === 'html' || format === 'pdf' || flags.out !== undefined)
    throw new UsageFault('Findings are text, json or sarif; html, pdf and --out go with --scorecard.');
  if (flags.fix && flags.shard)
    throw new UsageFault('--fix fixes everything that is named: leave out --shard.');
  if (flags.report !== undefined && flags.fix)
    throw new UsageFault('--report says what was found, and --fix changes it.');
  const effects = await effectsFor(flags.configFrom);
  const report = flags.fix
    ? await checkAndFix(named, effects, format, terminal)
    : await checkOnly(named, effects, flags);
  await printReport(report, format, terminal);
  await showUnread(named, effects, terminal);
  return hasErrors(report.findings) ? ExitCode.findings : ExitCode.clean;
}

async function checkOnly(
  named: readonly string[],
  effects: Effects,
  { configFrom, shard, report: file }: CheckFlags,
): Promise<CheckReport> {
  const cache = configFrom === undefined ? openCache(effects, __BUILD_ID__) : undefined;
  const share = shard || file !== undefined ? await shareOf(named, shard, effects) : undefined;
  const report = await check(named, effects, { cache, thread: checkThread, inputs: share?.inputs });
  if (file !== undefined && share) {
    const { partOfCheck, writePart } = await import('../../../shards/part.ts');
    const identity = [__BUILD_ID__, configFrom];
    await writePart(file, partOfCheck(report, { share, shard, identity }), effects);
  }
  return report;
}

async function checkAndFix(
  named: readonly string[],
  effects: Effects,
  format: CheckFlags['format'],
  terminal: Terminal,
): Promise<CheckReport> {
  const { fix } = await import('../../../review/check/fix.ts'); // imported only to fix
  const { fixed, ...report } = await fix(named, effects);
  const isText = format === 'text';
  const tell = isText ? terminal.out : terminal.err;
  for (const finding of fixed) tell(fixedText(finding, isText ? terminal.outColor : terminal.color));
  if (fixed.length > 0) tell(`${plural(fixed.length, 'finding')} fixed.\n\n`);
  return report;
}
