import { join } from 'node:path';
import { releaseOf } from '../build/memo-source.ts';
import type { LossGroup } from '../exchange/interfaces.ts';
import { groupLosses } from '../exchange/losses.ts';
import { type Formats, findExporter } from '../exchange/registry.ts';
import { shippedFormats } from '../exchange/shipped.ts';
import { buildMemo } from '../memo/build-memo.ts';
import { UsageFault } from '../model/fault.ts';
import { type Finding, hasErrors } from '../model/finding.ts';
import type { Marking } from '../model/generated/types.ts';
import type { Effects } from '../project/effects.ts';
import { Forms } from '../project/forms.ts';
import { findInputs, shownPath } from '../project/inputs.ts';
import { picturesOf } from '../project/named/named-files.ts';
import { AssessmentReader } from '../project/read-assessment.ts';

export interface ExportOptions {
  /** Ids or paths of assessments. */
  readonly named: readonly string[];
  /** Id of an exporter. */
  readonly to: string;
  /** Absolute path of the output folder. */
  readonly out: string;
  /** Leaves out everything marked above this label first. */
  readonly release?: Marking;
  /** The user's options for the exporter. */
  readonly options: Readonly<Record<string, string>>;
  readonly formats?: Formats;
}

export interface ExportedAssessment {
  readonly shown: string;
  readonly findings: readonly Finding[];
  readonly losses: readonly LossGroup[];
  /** Paths of the files written, as displayed. */
  readonly written: readonly string[];
}

/** Exports assessments, except those with errors. Throws UsageFault for wrong names. */
export async function exportAssessments(
  options: ExportOptions,
  effects: Effects,
): Promise<readonly ExportedAssessment[]> {
  const { named, to, out, release, formats = shippedFormats } = options;
  const exporter = findExporter(formats, to);
  if (!exporter)
    throw new UsageFault(
      `There is no format ${to} to export to. There are: ${formats.exporters.map(({ id }) => id).join(', ')}.`,
    );
  const known = Object.keys(exporter.options ?? {});
  const unknown = Object.keys(options.options).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new UsageFault(
      `${to} has no option ${unknown}${known.length > 0 ? `; it has ${known.join(', ')}` : ''}.`,
    );
  }
  const inputs = await findInputs(named, effects);
  const forms = new Forms(effects);
  const reader = new AssessmentReader(effects, { forms: await forms.names() });
  const results: ExportedAssessment[] = [];
  for (const input of inputs) {
    const read = await reader.read(input);
    const { assessment, previous, findings } = releaseOf(read, input.path, release);
    if (!assessment) {
      results.push({ shown: input.shown, findings, losses: [], written: [] });
      continue;
    }
    const memo = exporter.wantsMemo
      ? await buildMemo({
          assessment,
          register: read.register,
          form: await forms.load(assessment.form),
          previous,
          pictures: read.fetched && picturesOf(assessment, read.fetched),
        })
      : undefined;
    const exported = exporter.export({
      assessment,
      register: read.register,
      options: options.options,
      ...(memo && { memo: memo.rendered.markdown }),
    });
    const all = [...findings, ...read.place(exported.remarks)];
    const files = exported.files.map(({ name, content }) => ({
      path: join(out, name),
      content,
      within: [out],
    }));
    if (!hasErrors(all)) await effects.writeFiles(files);
    results.push({
      shown: input.shown,
      findings: all,
      losses: groupLosses(exported.losses),
      written: hasErrors(all) ? [] : files.map(({ path }) => shownPath(path, effects.projectFolder)),
    });
  }
  return results;
}
