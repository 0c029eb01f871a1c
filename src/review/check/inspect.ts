import {
  type InspectedForecasts,
  type Inspection,
  inspect,
  inspectTogether,
} from '../../derive/analysis/inspection.ts';
import type { Finding } from '../../model/finding.ts';
import type { Effects } from '../../project/effects.ts';
import { Forms } from '../../project/forms.ts';
import { findInputs } from '../../project/inputs.ts';
import { AssessmentReader } from '../../project/read-assessment.ts';

export {
  type ForecasterRecord,
  MIN_FORECASTS,
  MIN_OF_A_KIND,
} from '../../derive/analysis/forecasters.ts';
export type {
  InspectedForecasts,
  InspectedJudgment,
  Inspection,
  LatestFigure,
} from '../../derive/analysis/inspection.ts';
export type { LeaderChange, Sensitivity } from '../../derive/analysis/sensitivity.ts';

export interface InspectReport {
  readonly inspections: readonly Inspection[];
  /** Scores over all of them. */
  readonly together: InspectedForecasts;
  /** Why an assessment could not be inspected. */
  readonly findings: readonly Finding[];
}

/** Computes everything that follows from assessments. Throws UsageFault for inputs that do not exist. */
export async function inspectAll(named: readonly string[], effects: Effects): Promise<InspectReport> {
  const inputs = await findInputs(named, effects);
  const reader = new AssessmentReader(effects, { forms: await new Forms(effects).names() });
  const inspections: Inspection[] = [];
  const findings: Finding[] = [];
  for (const input of inputs) {
    const read = await reader.read(input);
    if (read.assessment) inspections.push(inspect(read.assessment, read.register, effects.today()));
    else findings.push(...read.findings);
  }
  return { inspections, together: inspectTogether(inspections), findings };
}
