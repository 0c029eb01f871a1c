import { join } from 'node:path';
import type { Imported, ImportedPart, Importer, ImportSource, LossGroup } from '../exchange/doors.ts';
import { fitToConventions } from '../exchange/fit-conventions.ts';
import { groupLosses } from '../exchange/losses.ts';
import { keepMarking, type Merge, mergeAssessment, mergeRegister } from '../exchange/merge.ts';
import { type Formats, findImporter, guessImporters } from '../exchange/registry.ts';
import { shippedFormats } from '../exchange/shipped.ts';
import { formatFile } from '../format/format-file.ts';
import { putYaml } from '../load/edit/put-yaml.ts';
import { readDocument } from '../load/read-document.ts';
import type { Conventions } from '../model/conventions/conventions.ts';
import { UsageFault } from '../model/fault.ts';
import { type Finding, hasErrors } from '../model/finding.ts';
import type { Assessment, Register } from '../model/generated/types.ts';
import type { Effects } from '../project/effects.ts';
import {
  ASSESSMENTS_FOLDER,
  findInputs,
  type InputFile,
  isAssessmentFile,
  isRegister,
  pathNamed,
  shownPath,
  stemOf,
} from '../project/inputs.ts';
import { loadSettings } from '../project/settings.ts';
import { check } from '../review/check/check.ts';
import { validateAssessment, validateRegister } from '../validate/validate.ts';
import { openNamed, placed } from './sources.ts';

export interface ImportOptions {
  /** Files as the user named them. */
  readonly files: readonly string[];
  /** Id of an importer; guessed from the content where it is left out. */
  readonly from?: string;
  /** Id or path of the assessment that everything is put into. */
  readonly into?: string;
  /** A file with the settings of the importer, such as the mapping of a table; one that is not there is made. */
  readonly mapping?: string;
  /** Says what would be written, and writes nothing. */
  readonly dryRun?: boolean;
  readonly formats?: Formats;
}

/** What became of one file. */
export interface ImportedFile {
  readonly shown: string;
  /** The format it was read as; absent where that is not known. */
  readonly format?: string;
  readonly findings: readonly Finding[];
  readonly losses: readonly LossGroup[];
  readonly written: readonly WrittenFile[];
}

export interface WrittenFile {
  readonly shown: string;
  readonly isNew: boolean;
  readonly added: readonly string[];
  readonly changed: readonly string[];
}

export interface ImportReport {
  readonly files: readonly ImportedFile[];
  /** What the check finds in the assessments that were written. */
  readonly checked: readonly Finding[];
}

/**
 * Imports files one after the other: reads each, places what came, writes it by `fmt`'s rules, and checks what was
 * written. A file with an error in it writes nothing; the others go on. Throws UsageFault for what the user named wrong.
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
  const asked = [...new Set(paths)].map((shown) => join(effects.projectFolder, shown));
  const checked = asked.length === 0 || options.dryRun ? [] : (await check(asked, effects)).findings;
  return { files, checked };
}

interface Wanted extends Omit<ImportOptions, 'into'> {
  readonly formats: Formats;
  readonly importer: Importer | undefined;
  readonly into: InputFile | undefined;
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
  const said = imported.remarks.map((remark) => placed(remark, shown, source));
  const result = { shown, format: importer.label, losses: groupLosses(imported.losses), findings: said };
  if (hasErrors(said)) return { ...result, written: [] };
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
  return { ...result, findings: [...said, ...refused], written };
}

/** The settings that the user keeps in a file. Throws UsageFault for one that is no JSON. */
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
      `${name} is no mapping: ${(source?.json.remarks ?? findings)[0]?.message ?? 'it cannot be read.'}`,
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

async function registerIn(
  folder: string,
  effects: Effects,
): Promise<{ register: Register; path: string; findings: readonly Finding[] }> {
  const entries = (await effects.listFolder(folder)) ?? [];
  const entry = entries.find(({ name, isFolder }) => !isFolder && isRegister(name));
  const path = join(folder, entry?.name ?? 'register.json');
  const bytes = entry && (await effects.readFile(path));
  if (!bytes) return { register: {}, path, findings: [] };
  const shown = shownPath(path, effects.projectFolder);
  const { document, findings } = readDocument(shown, bytes);
  const { register, remarks } = validateRegister(document?.data);
  const all = [...findings, ...(document ? remarks.map((remark) => placed(remark, shown, undefined)) : [])];
  return { register: register ?? {}, path, findings: all };
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
  const said = remarks.map((remark) => placed(remark, input.shown, undefined));
  return { findings: [...findings, ...(document ? said : [])] };
}

type Outcome =
  | { readonly written: WrittenFile; readonly warning?: string }
  | { readonly reasons: readonly string[] };

/** Finds where each part goes, and writes it there. */
class Placing {
  constructor(
    private readonly wanted: Wanted,
    private readonly folder: string,
    private readonly effects: Effects,
    /** What stands in the file that `--into` names. */
    private readonly target: Assessment | undefined,
    private readonly conventions: Conventions,
  ) {}

  /** Fits the part to the project's conventions, and puts it where it belongs. */
  async place(imported: ImportedPart, source: Imported): Promise<Outcome> {
    const { part, foreign, instead } = fitToConventions(imported, this.conventions);
    const outcome = await this.#place(part, source);
    if (foreign.length === 0 || !('written' in outcome)) return outcome;
    const told = `What came is marked ${foreign.join(', ')}, which is of another scheme than the project's (${this.conventions.scheme.title}): it is marked ${instead} until a person decides.`;
    return { ...outcome, warning: [told, outcome.warning].filter(Boolean).join(' ') };
  }

  async #place(part: ImportedPart, { remarks }: Imported): Promise<Outcome> {
    const { into } = this.wanted;
    if (into && this.target) {
      const isUnmarked = remarks.some(({ rule }) => rule === 'unmarked-import');
      return this.#intoNamed(part, into, this.target, isUnmarked);
    }
    if (part.belongs === 'existing')
      return { reasons: ['It only makes sense in an assessment that is there: name it with `--into`.'] };
    if (part.belongs === 'register') {
      const { path } = await registerIn(this.folder, this.effects);
      return this.#write(path, (data) => mergeRegister(data, part.content), 'register');
    }
    const id = part.content.id;
    if (id === undefined || !/^[a-z0-9-]{1,80}$/.test(id))
      return { reasons: ['The assessment has no id that a file could have.'] };
    const entries = (await this.effects.listFolder(this.folder)) ?? [];
    const there = entries.find(
      ({ name, isFolder }) => !isFolder && isAssessmentFile(name) && stemOf(name) === id,
    );
    const path = join(this.folder, there?.name ?? `${id}.json`);
    return this.#write(
      path,
      (data) => mergeAssessment(data, inCanonicalForm(part, data), false, this.conventions.scheme),
      'assessment',
      part.content.released?.level,
    );
  }

  /** Puts a part into the assessment that the user named; what it is marked goes along. */
  async #intoNamed(
    part: ImportedPart,
    into: InputFile,
    target: Assessment,
    isUnmarked: boolean,
  ): Promise<Outcome> {
    const kept = isUnmarked
      ? { part, unmarkable: [], isAbove: false }
      : keepMarking(part, target.marking, this.conventions.scheme);
    const outcome = await this.#write(
      into.path,
      (data) => mergeAssessment(data, inCanonicalForm(kept.part, data), true, this.conventions.scheme),
      'assessment',
    );
    if (!kept.isAbove || !('written' in outcome)) return outcome;
    const rest = kept.unmarkable.length > 0 ? `; ${kept.unmarkable.join(', ')} cannot bear one` : '';
    const warning = `What came is marked ${part.content.marking}, above the ${target.marking} of ${into.shown}. Its entries bear their marking${rest}.`;
    return { ...outcome, warning };
  }

  async #write(
    path: string,
    merge: (data: Readonly<Record<string, unknown>>) => Merge,
    kind: 'assessment' | 'register',
    released?: string,
  ): Promise<Outcome> {
    const shown = shownPath(path, this.effects.projectFolder);
    const entries = (await this.effects.listFolder(join(path, '..'))) ?? [];
    const isThere = entries.some(({ name }) => path.endsWith(name) && join(path, '..', name) === path);
    const bytes = isThere ? await this.effects.readFile(path) : undefined;
    const document = bytes && readDocument(shown, bytes).document;
    if (bytes && !document) return { reasons: [`${shown} is there and cannot be read; mend it first.`] };
    // Both are compared in canonical form: the same sentences on other lines are the same.
    const before = document ? canonical(document.data, kind) : {};
    if (released !== undefined && document && before.released === undefined) {
      return {
        reasons: [
          `It is a version released at ${released}, and the whole assessment of that id is there: import it in another folder.`,
        ],
      };
    }
    const merged = merge(before);
    const id = kind === 'assessment' && merged.data.id === undefined ? { id: stemOf(path) } : {};
    // What is written is JSON: a property that is `undefined` is not there.
    const data: unknown = JSON.parse(JSON.stringify({ ...id, ...merged.data }));
    const reasons = invalid(data, kind, this.conventions);
    if (reasons.length > 0) return { reasons };
    const written = { shown, isNew: document === undefined, added: merged.added, changed: merged.changed };
    if (document && merged.edits.length === 0) return { written };
    const isYaml = /\.ya?ml$/i.test(path) && document !== undefined;
    const text = isYaml ? putYaml(document.text, merged.edits) : `${JSON.stringify(data, null, 2)}\n`;
    const formatted = formatFile(shown, new TextEncoder().encode(text), kind);
    const content = formatted.kind === 'formatted' ? formatted.text : text;
    if (!this.wanted.dryRun)
      await this.effects.writeFiles([{ path, content, ...(document && { inPlace: true }) }]);
    return { written };
  }
}

/** Data as `fmt` would write it; as it is where that cannot be told. */
function canonical(data: unknown, kind: 'assessment' | 'register'): Readonly<Record<string, unknown>> {
  const text = JSON.stringify(data);
  const formatted = formatFile('a.json', new TextEncoder().encode(text), kind);
  return JSON.parse(formatted.kind === 'formatted' ? formatted.text : text) as Readonly<
    Record<string, unknown>
  >;
}

/** A part in the form that it has once it is written; where sentences end depends on the language of the file. */
function inCanonicalForm(part: ImportedPart, { language }: Readonly<Record<string, unknown>>): ImportedPart {
  const { language: own, ...content } = part.content;
  const { language: _, ...formed } = canonical(
    { ...content, ...((own ?? language) !== undefined && { language: own ?? language }) },
    'assessment',
  );
  return {
    ...part,
    content: { ...(formed as Partial<typeof content>), ...(own !== undefined && { language: own }) },
  };
}

/** What keeps data from being an assessment or a register: an importer that trusted its source. */
function invalid(
  data: unknown,
  kind: 'assessment' | 'register',
  conventions: Conventions,
): readonly string[] {
  const { remarks } = kind === 'assessment' ? validateAssessment(data, conventions) : validateRegister(data);
  return remarks
    .slice(0, 10)
    .map(
      ({ pointer, message }) =>
        `What came would be no valid ${kind}, at ${pointer || 'its root'}: ${message}`,
    );
}
