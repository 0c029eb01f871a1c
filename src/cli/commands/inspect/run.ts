import { hasErrors } from '../../../model/finding.ts';
import { jsonText } from '../../../model/json.ts';
import { inspectAll } from '../../../review/check/inspect.ts';
import { ExitCode } from '../../exit-codes.ts';
import { findingText } from '../../print/findings.ts';
import { forecastsText, inspectionText } from '../../print/inspection.ts';
import { inspectionCsv } from '../../print/inspection-csv.ts';
import type { Terminal } from '../../print/terminal.ts';
import { processEffects } from '../../process-effects.ts';

export interface InspectFlags {
  readonly format: 'text' | 'json' | 'csv';
}

/** `threat-memo inspect`: one assessment as one object, several as a list with their combined scores. */
export async function runInspectCommand(
  named: readonly string[],
  flags: InspectFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { inspections, together, findings } = await inspectAll(named, processEffects());
  for (const finding of findings) terminal.err(findingText(finding, terminal.color));
  const [only] = inspections;
  const isOne = inspections.length === 1 && only !== undefined && findings.length === 0;
  if (flags.format === 'json') {
    terminal.out(`${jsonText(isOne ? only : { assessments: inspections, forecasts: together }, 2)}\n`);
  } else if (flags.format === 'csv') terminal.out(inspectionCsv(inspections));
  else {
    for (const inspection of inspections) terminal.out(inspectionText(inspection, terminal.outColor));
    if (!isOne) terminal.out(forecastsText('All assessments together', together, terminal.outColor));
  }
  return hasErrors(findings) ? ExitCode.findings : ExitCode.clean;
}
