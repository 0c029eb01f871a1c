import type { ExceptedFinding, Finding } from '../../model/finding.ts';
import type { Effects } from '../../project/effects.ts';
import { Forms } from '../../project/forms.ts';
import type { InputFile } from '../../project/inputs.ts';
import { AssessmentReader, type ReadAssessment } from '../../project/read-assessment.ts';
import type { CheckReport } from './check-report.ts';

/** Checks one file after the other; `onRead` is given each as it was read. */
export async function checkInputs(
  inputs: readonly InputFile[],
  effects: Effects,
  onRead: (input: InputFile, read: ReadAssessment) => void = () => undefined,
): Promise<CheckReport> {
  const reader = new AssessmentReader(effects, await new Forms(effects).names());
  const findings: Finding[] = [];
  const excepted: ExceptedFinding[] = [];
  for (const input of inputs) {
    const read = await reader.read(input);
    onRead(input, read);
    findings.push(...read.findings);
    excepted.push(...read.excepted);
  }
  return { files: inputs.map((input) => input.shown), findings, excepted };
}
