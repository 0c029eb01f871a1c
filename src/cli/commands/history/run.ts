import { resolve } from 'node:path';
import { history } from '../../../history/history.ts';
import { UsageFault } from '../../../model/fault.ts';
import { ExitCode } from '../../exit-codes.ts';
import { plainColors, type Terminal } from '../../print/terminal.ts';
import { processEffects } from '../../process-effects.ts';

export interface HistoryFlags {
  readonly format: 'text' | 'json' | 'svg';
  readonly out?: string;
}

/** `threat-memo history`. */
export async function runHistoryCommand(
  named: string,
  { format, out }: HistoryFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const effects = processEffects();
  const report = await history(named, effects);
  for (const { where, why } of report.skipped) {
    terminal.err(`${terminal.color.dim(`note: ${where} is left out, since it cannot be read: ${why}`)}\n`);
  }
  const text = async () => {
    if (format === 'json') return `${JSON.stringify(report.history, null, 2)}\n`;
    if (format === 'svg') return svgOf(report, effects);
    const { historyText } = await import('../../print/history.ts');
    return historyText(report.history, terminal.width, out === undefined ? terminal.outColor : plainColors);
  };
  const content = await text();
  if (out === undefined) terminal.out(content);
  else await effects.writeFiles([{ path: resolve(effects.calledIn, out), content }]);
  return ExitCode.clean;
}

async function svgOf(
  report: Awaited<ReturnType<typeof history>>,
  effects: ReturnType<typeof processEffects>,
): Promise<string> {
  const { historySvg } = await import('../../../history/history-svg.ts');
  const svg = await historySvg(report, effects);
  if (svg !== undefined) return svg;
  throw new UsageFault(
    'There is no figure: it takes two editions with likelihoods, told apart by number or cut-off.',
  );
}
