import type { ExceptedFinding, Finding } from '../model/finding.ts';
import type { CheckReport } from './check-report.ts';
import type { Effects } from './effects.ts';
import { Forms } from './forms.ts';
import type { InputFile } from './inputs.ts';
import { AssessmentReader, type ReadAssessment } from './read-assessment.ts';

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
