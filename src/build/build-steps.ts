import { resolve } from 'node:path';
import { memoHistory } from '../history/history.ts';
import type { MemoOptions } from '../memo/build-memo.ts';
import { formerFor } from '../memo/former-edition.ts';
import type { MadeMemo, MemoOrder } from '../memo/make-memo.ts';
import { releasedVersion } from '../memo/release.ts';
import { ruleUrl } from '../model/described-rule.ts';
import { MachineFault } from '../model/fault.ts';
import { FILE_START, type Finding } from '../model/finding.ts';
import type { Assessment, Marking, Register } from '../model/generated/types.ts';
import type { Printer } from '../pdf/browser/printer.ts';
import type { Effects, OutputFile } from '../project/effects.ts';
import type { Forms } from '../project/forms.ts';
import { type InputFile, shownPath } from '../project/inputs.ts';
import type { FormerEdition, SourceFile } from '../project/provenance.ts';
import type { AssessmentReader, ReadAssessment } from '../project/read-assessment.ts';
import { TemplateError } from '../render/templates/template-error.ts';
import type { BuildOptions, BuildResult } from './build-options.ts';
import type { KnownBuilds } from './known-builds.ts';
import { staleAmong } from './outputs.ts';
import type { Settled } from './settle.ts';

/** What all memos of a run share. */
export interface Run {
  readonly options: BuildOptions;
  readonly effects: Effects;
  readonly forms: Forms;
  readonly reader: AssessmentReader;
  /** Rejects with a MachineFault when there is no browser; absent when nothing is printed. */
  readonly printer: Promise<Printer> | undefined;
  /** The same printer, or one that is started now: to measure with, when nothing is printed. */
  readonly measure: () => Promise<Printer>;
  /** `makeMemo`, here or in another thread. */
  readonly make: (order: MemoOrder) => Promise<MadeMemo>;
  /** What earlier builds gave, and what was settled by it before anything was read. */
  readonly known?: KnownBuilds | undefined;
  readonly settled: ReadonlyMap<InputFile, Settled>;
  /** What the user should be told of memos that were not made this time. */
  readonly notices: Set<string>;
  /** Has a page load a style sheet, the first time it is named, while the memo is still being made. */
  readonly prepare: (stylesheet: string) => void;
}

/** What is built: the assessment, or its released version, which then is its own source. */
export function releaseOf(
  {
    assessment,
    register,
    superseded,
    findings,
    place,
  }: Pick<ReadAssessment, 'assessment' | 'register' | 'superseded' | 'findings' | 'place'>,
  level: Marking | undefined,
): {
  readonly assessment?: Assessment | undefined;
  readonly source?: SourceFile;
  /** The edition before, as the memo may speak of it. */
  readonly former?: FormerEdition;
  readonly findings: readonly Finding[];
} {
  if (!assessment) return { findings };
  const released =
    level === undefined
      ? undefined
      : releasedVersion({ assessment, former: superseded?.assessment, register, level });
  const { assessment: version, remarks } = released ?? { assessment, remarks: [] };
  if (!version) return { findings: [...findings, ...place(remarks)] };
  const order = released && level !== undefined ? { level, names: released.names } : undefined;
  const told = superseded ? formerFor({ assessment, version, register, superseded }, order) : { remarks: [] };
  return {
    assessment: version,
    ...(level !== undefined && { source: sourceOf(version) }),
    ...('former' in told && told.former && { former: told.former }),
    findings: [...findings, ...place([...remarks, ...told.remarks])],
  };
}

function sourceOf(version: Assessment): SourceFile {
  return { path: `${version.id}.json`, bytes: Buffer.from(`${JSON.stringify(version, null, 2)}\n`) };
}

/** What the memo tells beside its assessment: what changed since the edition before, and how judgments moved over time. */
export async function storyOf(
  input: InputFile,
  assessment: Assessment,
  register: Register,
  former: FormerEdition | undefined,
  { options: { history: wanted, release }, effects }: Run,
): Promise<Pick<MemoOptions, 'former' | 'history'>> {
  const history =
    wanted === 'git'
      ? await memoHistory(input, assessment, register, release, effects)
      : wanted?.get(assessment.id);
  return { ...(former && { former: former.assessment }), ...(history && { history }) };
}

/** Writes the files, or says which of those that are there are not current. */
export async function deliver(
  files: readonly OutputFile[],
  result: BuildResult,
  { options, effects }: Run,
): Promise<BuildResult> {
  const shown = (paths: readonly string[]) => paths.map((path) => shownPath(path, effects.projectFolder));
  if (options.compareOnly) {
    const stale = await staleAmong(files, effects);
    const current = files.map((file) => file.path).filter((path) => !stale.includes(path));
    return { ...result, outputs: shown(current), stale: shown(stale) };
  }
  const { within = [options.out] } = options;
  await effects.writeFiles(files.map((file) => ({ ...file, within })));
  return { ...result, outputs: shown(files.map((file) => resolve(file.path))) };
}

/** What becomes of a memo that could not be made: whatever it was, it must not stop the other memos. */
export function failed(error: unknown, result: BuildResult, file: string): BuildResult {
  if (error instanceof MachineFault) return { ...result, fault: error };
  if (error instanceof TemplateError)
    return { ...result, findings: [...result.findings, templateFinding(error, file)] };
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const message = `The program failed on this file: ${reason}`;
  const help = 'This is a fault of the program, not of your file: please report it.';
  return { ...result, fault: new MachineFault(message, help, { cause: error }) };
}

/** A template that cannot be rendered is a finding for whoever keeps the form. */
function templateFinding(error: TemplateError, file: string): Finding {
  return {
    rule: 'template-error',
    severity: 'error',
    file,
    pointer: '/form',
    message: error.message,
    help: 'Mend the template, or build with another form (--form).',
    ...FILE_START,
    url: ruleUrl('template-error'),
  };
}
