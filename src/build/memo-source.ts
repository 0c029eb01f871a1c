import { memoHistory } from '../history/history.ts';
import { previousFor } from '../memo/previous-edition.ts';
import { releasedVersion } from '../memo/release.ts';
import type { Finding } from '../model/finding.ts';
import type { Assessment, Marking } from '../model/generated/types.ts';
import type { Effects } from '../project/effects.ts';
import type { LoadedForm } from '../project/forms.ts';
import type { InputFile } from '../project/inputs.ts';
import { picturesOf } from '../project/named/named-files.ts';
import type { FiledSource, PreviousEdition, SourceFile } from '../project/provenance.ts';
import type { ReadAssessment } from '../project/read-assessment.ts';
import type { BuildOptions } from './build-options.ts';

/** What is built from a file: the assessment, or a release, which then is its own file. */
export interface Version {
  readonly assessment?: Assessment | undefined;
  readonly file: SourceFile;
  /** The previous edition, as far as the memo may show it. */
  readonly previous?: PreviousEdition;
  readonly findings: readonly Finding[];
}

/** The version for a release; without a level, the assessment itself. */
export function releaseOf(
  { assessment, register, superseded, findings, place, bytes }: ReadAssessment,
  path: string,
  level: Marking | undefined,
): Version {
  const file = { path, bytes };
  if (!assessment) return { file, findings };
  const released =
    level === undefined
      ? undefined
      : releasedVersion({ assessment, previous: superseded?.assessment, register, level });
  const { assessment: version, remarks } = released ?? { assessment, remarks: [] };
  if (!version) return { file, findings: [...findings, ...place(remarks)] };
  const order = released && level !== undefined ? { level, names: released.names } : undefined;
  const before = superseded
    ? previousFor({ assessment, version, register, superseded }, order)
    : { previous: undefined, remarks: [] };
  return {
    assessment: version,
    file: level === undefined ? file : fileOf(version),
    ...(before.previous && { previous: before.previous }),
    findings: [...findings, ...place([...remarks, ...before.remarks])],
  };
}

function fileOf(version: Assessment): SourceFile {
  return { path: `${version.id}.json`, bytes: Buffer.from(`${JSON.stringify(version, null, 2)}\n`) };
}

/** Everything the memo of a version is made from; history and record are looked up if the memo shows them. */
export async function memoSource(
  input: InputFile,
  { file, previous }: Version,
  assessment: Assessment,
  { register, fetched }: ReadAssessment,
  form: LoadedForm,
  { history: wanted, record: recordFor, release }: Pick<BuildOptions, 'history' | 'record' | 'release'>,
  effects: Effects,
): Promise<FiledSource> {
  const history =
    wanted === 'git'
      ? await memoHistory(input, assessment, register, release, effects)
      : wanted?.get(assessment.id);
  const record = await recordFor?.(assessment);
  const pictures = fetched && picturesOf(assessment, fetched);
  return {
    file,
    assessment,
    register,
    form,
    previous,
    history,
    record,
    ...(pictures && pictures.size > 0 && { pictures }),
  };
}
