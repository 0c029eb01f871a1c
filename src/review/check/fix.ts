import { applyFixes } from '../../load/edit/apply-fixes.ts';
import { UsageFault } from '../../model/fault.ts';
import { compareFindings, type Finding } from '../../model/finding.ts';
import type { Effects } from '../../project/effects.ts';
import { Forms } from '../../project/forms.ts';
import { findInputs, type InputFile } from '../../project/inputs.ts';
import { AssessmentReader, type ReadAssessment } from '../../project/read-assessment.ts';
import { type CheckReport, type FileReport, reportOf } from './check-report.ts';

export interface FixReport extends CheckReport {
  /** What was fixed, sorted by place. Places are those before the fix. */
  readonly fixed: readonly Finding[];
}

/** One fix may reveal another finding. The limit stops rules that undo each other's fixes. */
const MAX_ROUNDS = 8;

/**
 * Applies the fixes of findings to the files, then checks what is left. Files are written all or none, at the
 * end; files without fixes are not touched. Throws UsageFault for inputs that do not exist, and rejects with a
 * MachineFault if a file cannot be written.
 */
export async function fix(named: readonly string[], effects: Effects): Promise<FixReport> {
  if (named.includes('-')) {
    throw new UsageFault('Standard input cannot be fixed. Save it to a file, and name the file.');
  }
  const inputs = await findInputs(named, effects);
  const fixedFiles = new Map<string, Uint8Array>();
  const asFixed: Effects = {
    ...effects,
    readFile: async (path) => fixedFiles.get(path) ?? (await effects.readFile(path)),
  };
  const fixed: Finding[] = [];
  const first = await fixOnce(inputs, asFixed, fixedFiles);
  for (let round = first, count = 1; round.changed.length > 0; count += 1) {
    fixed.push(...round.fixed);
    if (count === MAX_ROUNDS) break;
    round = await fixOnce(round.changed, asFixed, fixedFiles);
  }
  if (fixedFiles.size === 0) return { ...first.report, fixed };
  const report = await checkInputs(inputs, asFixed);
  await effects.writeFiles([...fixedFiles].map(([path, content]) => ({ path, content, inPlace: true })));
  return { ...report, fixed: fixed.sort(compareFindings) };
}

interface Round {
  readonly report: CheckReport;
  readonly changed: readonly InputFile[];
  readonly fixed: readonly Finding[];
}

async function fixOnce(
  inputs: readonly InputFile[],
  effects: Effects,
  files: Map<string, Uint8Array>,
): Promise<Round> {
  const changed: InputFile[] = [];
  const fixed: Finding[] = [];
  const report = await checkInputs(inputs, effects, (input, { findings, bytes }) => {
    const fixable = findings.filter((finding) => finding.fix && finding.file === input.shown);
    const result = applyFixes(
      input.path,
      bytes,
      fixable.flatMap((finding) => finding.fix ?? []),
    );
    if (result.fixes.length === 0) return;
    files.set(input.path, result.bytes);
    changed.push(input);
    fixed.push(...fixable.filter((finding) => finding.fix && result.fixes.includes(finding.fix)));
  });
  return { report, changed, fixed };
}

/** Checks one file after the other; calls `onRead` with each file read. */
async function checkInputs(
  inputs: readonly InputFile[],
  effects: Effects,
  onRead: (input: InputFile, read: ReadAssessment) => void = () => undefined,
): Promise<CheckReport> {
  const reader = new AssessmentReader(effects, { forms: await new Forms(effects).names() });
  const perFile: FileReport[] = [];
  for (const input of inputs) {
    const read = await reader.read(input);
    onRead(input, read);
    perFile.push({ file: input.shown, findings: read.findings, suppressed: read.suppressed });
  }
  return reportOf(perFile);
}
