import type { Finding } from '../model/finding.ts';
import type { Effects } from './effects.ts';
import { Forms } from './forms.ts';
import { findInputs } from './inputs.ts';
import { AssessmentReader } from './read-assessment.ts';

export interface CheckReport {
  /** Files looked at, as shown. */
  readonly files: readonly string[];
  /** In the order of the files, then by place. */
  readonly findings: readonly Finding[];
}

/** Reads and checks assessments without building them. Throws UsageFault for inputs that are not there. */
export async function check(named: readonly string[], effects: Effects): Promise<CheckReport> {
  const inputs = await findInputs(named, effects);
  const reader = new AssessmentReader(effects, await new Forms(effects).names());
  const findings: Finding[] = [];
  for (const input of inputs) findings.push(...(await reader.read(input)).findings);
  return { files: inputs.map((input) => input.shown), findings };
}
