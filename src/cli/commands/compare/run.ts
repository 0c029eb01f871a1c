import { resolve } from 'node:path';
import { openCache } from '../../../cache/cache.ts';
import { tableNamed } from '../../../ledger/columns.ts';
import { compareSet, daysInWords } from '../../../ledger/compare/compare-set.ts';
import { comparisonData, comparisonMarkdown } from '../../../ledger/compare/comparison-markdown.ts';
import { hasErrors } from '../../../model/finding.ts';
import { jsonText } from '../../../model/json.ts';
import { releaseLevel } from '../../../project/config/release-level.ts';
import { ExitCode } from '../../exit-codes.ts';
import { findingText, plural } from '../../print/findings.ts';
import type { Terminal } from '../../print/terminal.ts';
import { processEffects } from '../../process-effects.ts';

export interface CompareFlags {
  readonly query?: string;
  readonly of: string;
  /** Most differences, and most agreements, listed in Markdown. */
  readonly most: number;
  readonly release?: string;
  readonly format: 'md' | 'json';
  readonly out?: string;
}

/** `threat-memo compare`. Files that cannot be read are reported on standard error and left out. */
export async function runCompareCommand(
  named: readonly string[],
  flags: CompareFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { query, format, most, out } = flags;
  const effects = processEffects();
  const release = await releaseLevel(flags.release, effects);
  const { comparison, findings, leftOut } = await compareSet(
    {
      named,
      ...(query !== undefined && { query: { of: tableNamed(flags.of), text: query } }),
      ...(release && { release }),
      cache: openCache(effects, __BUILD_ID__),
    },
    effects,
  );
  for (const finding of findings) terminal.err(findingText(finding, terminal.color));
  if (leftOut > 0)
    terminal.err(`${plural(leftOut, 'assessment')} cannot be released at ${String(release)}.\n`);
  const text =
    format === 'json'
      ? `${jsonText(comparisonData(comparison), 2)}\n`
      : comparisonMarkdown(comparison, most, await daysInWords(effects));
  if (out === undefined) terminal.out(text);
  else await effects.writeFiles([{ path: resolve(effects.calledIn, out), content: text }]);
  return hasErrors(findings) ? ExitCode.findings : ExitCode.clean;
}
