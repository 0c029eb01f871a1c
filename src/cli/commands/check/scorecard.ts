import { resolve } from 'node:path';
import { UsageFault } from '../../../model/fault.ts';
import { hasErrors } from '../../../model/finding.ts';
import { readScorecards } from '../../../review/scorecard/read-scorecards.ts';
import { ExitCode } from '../../exit-codes.ts';
import { findingText } from '../../print/findings.ts';
import { scorecardsJson, scorecardText } from '../../print/scorecard.ts';
import type { Terminal } from '../../print/terminal.ts';
import { effectsFor } from '../../process-effects.ts';
import type { CheckFlags } from './run.ts';

/** `check --scorecard`: what rules could test of each standard, and what only a person can judge. */
export async function checkScorecard(
  named: readonly string[],
  { format, configFrom, out, fix, staged, watch, shard, report }: CheckFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  if (fix || staged || watch || shard || report !== undefined)
    throw new UsageFault('--scorecard goes with files, --format, --out and --config-from only.');
  if (format === 'sarif') throw new UsageFault('A scorecard is text, json, html or pdf.');
  const isPage = format === 'html' || format === 'pdf';
  if (out !== undefined && !isPage)
    throw new UsageFault('--out is the folder of pages: --format html or pdf.');
  const effects = await effectsFor(configFrom);
  const { cards, findings } = await readScorecards(named, effects);
  const tell = format === 'text' ? terminal.out : terminal.err;
  for (const finding of findings)
    tell(findingText(finding, format === 'text' ? terminal.outColor : terminal.color));
  if (isPage) {
    const { writeScorecards } = await import('../../../review/scorecard/write-scorecards.ts'); // loads the browser room
    const folder = resolve(effects.projectFolder, out ?? 'out');
    const written = await writeScorecards(cards, { format, out: folder }, effects);
    for (const file of written.files) terminal.out(`${file}\n`);
    for (const notice of written.notices) terminal.err(`note: ${notice}\n`);
  } else if (format === 'json') {
    terminal.out(scorecardsJson(cards.map(({ card }) => card)));
  } else {
    for (const { card } of cards) terminal.out(scorecardText(card, terminal.outColor));
  }
  return hasErrors(findings) ? ExitCode.findings : ExitCode.clean;
}
