import { join } from 'node:path';
import type { Importer, ImportSource, LossGroup } from '../exchange/interfaces.ts';
import { groupLosses } from '../exchange/losses.ts';
import { type Formats, findImporter, guessImporters } from '../exchange/registry.ts';
import { shippedFormats } from '../exchange/shipped.ts';
import { readDocument } from '../load/read-document.ts';
import { UsageFault } from '../model/fault.ts';
import { type Finding, hasErrors } from '../model/finding.ts';
import type { Assessment } from '../model/generated/types.ts';
import type { Effects } from '../project/effects.ts';
import {
  ASSESSMENTS_FOLDER,
  findInputs,
  type InputFile,
  isAssessmentFile,
  pathNamed,
} from '../project/inputs.ts';
import { loadSettings } from '../project/settings.ts';
import { check } from '../review/check/check.ts';
import { validateAssessment } from '../validate/validate.ts';
import { type ImportOptions, Placing, registerIn, type Wanted, type WrittenFile } from './placing.ts';
import { openNamed, placed } from './sources.ts';

export type { ImportOptions, WrittenFile } from './placing.ts';

/** The result for one file. */
export interface ImportedFile {
  readonly shown: string;
  /** The format it was read as; absent if unknown. */
  readonly format?: string;
  readonly findings: readonly Finding[];
  readonly losses: readonly LossGroup[];
  readonly written: readonly WrittenFile[];
}

export interface ImportReport {
  readonly files: readonly ImportedFile[];
  /** The check's findings in the assessments written. */
  readonly checked: readonly Finding[];
}

/**
 * Imports files one after the other: reads each, places its parts, writes them by `fmt`'s rules, and checks the
 * result. A file with an error writes nothing; the others continue. Throws UsageFault for wrong names.
 */
export async function importFiles(options: ImportOptions, effects: Effects): Promise<ImportReport> {
  const formats = options.formats ?? shippedFormats;
  const importer = options.from === undefined ? undefined : named(options.from, formats);
  const into = options.into === undefined ? undefined : await oneAssessment(options.into, effects);
  const files: ImportedFile[] = [];
  for (const name of options.files)
    files.push(await importFile(name, { ...options, formats, importer, into }, effects));
  const paths = files
    .flatMap(({ written }) => written.map(({ shown }) => shown))
    .filter((shown) => isAssessmentFile(shown));
  const targets = [...new Set(paths)].map((shown) => join(effects.projectFolder, shown));
  const checked = targets.length === 0 || options.dryRun ? [] : (await check(targets, effects)).findings;
  return { files, checked };
}

async function importFile(name: string, wanted: Wanted, effects: Effects): Promise<ImportedFile> {
  const { shown, source, findings } = await openNamed(name, effects);
  const nothing = { shown, losses: [], written: [] };
  if (!source) return { ...nothing, findings };
  const importer = wanted.importer ?? guessed(source, shown, wanted.formats);
  const folder = join(effects.projectFolder, ASSESSMENTS_FOLDER);
  const register = await registerIn(folder, effects);
  if (hasErrors(register.findings))
    return { ...nothing, format: importer.label, findings: register.findings };
  const target = wanted.into && (await readAssessmentFile(wanted.into, effects));
  if (target && !target.assessment) return { ...nothing, format: importer.label, findings: target.findings };
  const mapping = await mappingAt(wanted.mapping, effects);
  const imported = importer.import(source, {
    ...(mapping?.settings !== undefined && { settings: mapping.settings }),
    today: effects.today(),
    register: register.register,
    ...(target?.assessment && { into: target.assessment }),
  });
  const remarkFindings = imported.remarks.map((remark) => placed(remark, shown, source));
  const result = {
    shown,
    format: importer.label,
    losses: groupLosses(imported.losses),
    findings: remarkFindings,
  };
  if (hasErrors(remarkFindings)) return { ...result, written: [] };
  if (mapping && mapping.settings === undefined && imported.settings !== undefined && !wanted.dryRun) {
    await effects.writeFiles([
      { path: mapping.path, content: `${JSON.stringify(imported.settings, null, 2)}\n` },
    ]);
  }
  const { conventions } = await loadSettings(effects);
  const placing = new Placing(wanted, folder, effects, target?.assessment, conventions);
  const written: WrittenFile[] = [];
  const refused: Finding[] = [];
  for (const part of imported.parts) {
    const outcome = await placing.place(part, imported);
    if ('written' in outcome) {
      written.push(outcome.written);
      if (outcome.warning !== undefined) refused.push(warningOf(shown, outcome.warning));
    } else refused.push(...outcome.reasons.map((message) => refusalOf(shown, message)));
  }
  return { ...result, findings: [...remarkFindings, ...refused], written };
}

/** The settings in a user's file. Throws UsageFault if it is not JSON. */
async function mappingAt(
  name: string | undefined,
  effects: Effects,
): Promise<{ path: string; settings?: unknown } | undefined> {
  if (name === undefined) return undefined;
  const path = await pathNamed(name, effects);
  const bytes = await effects.readFile(path);
  if (!bytes) return { path };
  const { source, findings } = await openNamed(name, effects);
  const settings = source?.json.data;
  if (settings === undefined)
    throw new UsageFault(
      `${name} is not a mapping: ${(source?.json.remarks ?? findings)[0]?.message ?? 'it cannot be read.'}`,
    );
  return { path, settings };
}

function warningOf(shown: string, message: string): Finding {
  const place = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  const help = 'Raise the marking of the assessment, or take out what must not be in it.';
  return {
    rule: 'import-marked-above',
    severity: 'warning',
    file: shown,
    pointer: '',
    message,
    help,
    ...place,
  };
}

function refusalOf(shown: string, message: string): Finding {
  const place = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  const help = 'Nothing of this part was written.';
  return { rule: 'import-not-valid', severity: 'error', file: shown, pointer: '', message, help, ...place };
}

function named(id: string, formats: Formats): Importer {
  const importer = findImporter(formats, id);
  if (importer) return importer;
  throw new UsageFault(`There is no format ${id} to import from. There are: ${idsOf(formats.importers)}.`);
}

function guessed(source: ImportSource, shown: string, formats: Formats): Importer {
  const [importer, ...more] = guessImporters(formats, source);
  if (importer && more.length === 0) return importer;
  if (!importer)
    throw new UsageFault(
      `${shown} is of no format that is known. Say which with --from: ${idsOf(formats.importers)}.`,
    );
  throw new UsageFault(
    `${shown} could be of several formats. Say which with --from: ${idsOf([importer, ...more])}.`,
  );
}

function idsOf(formats: readonly { readonly id: string }[]): string {
  return formats.map(({ id }) => id).join(', ');
}

async function oneAssessment(name: string, effects: Effects): Promise<InputFile> {
  const [input, ...more] = await findInputs([name], effects);
  if (!input || more.length > 0) throw new UsageFault(`--into wants one assessment; ${name} is a folder.`);
  return input;
}

async function readAssessmentFile(
  input: InputFile,
  effects: Effects,
): Promise<{ assessment?: Assessment; findings: readonly Finding[] }> {
  const bytes = (await effects.readFile(input.path)) ?? new Uint8Array();
  const { conventions } = await loadSettings(effects);
  const { document, findings } = readDocument(input.shown, bytes);
  const { assessment, remarks } = validateAssessment(document?.data, conventions);
  if (assessment && findings.length === 0) return { assessment, findings };
  const remarkFindings = remarks.map((remark) => placed(remark, input.shown, undefined));
  return { findings: [...findings, ...(document ? remarkFindings : [])] };
}
