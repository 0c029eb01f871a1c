import { join } from 'node:path';
import { fitToConventions } from '../exchange/fit-conventions.ts';
import type { Imported, ImportedPart, Importer } from '../exchange/interfaces.ts';
import { keepMarking, type Merge, mergeAssessment, mergeRegister } from '../exchange/merge.ts';
import type { Formats } from '../exchange/registry.ts';
import { formatFile } from '../format/format-file.ts';
import { putYaml } from '../load/edit/put-yaml.ts';
import { readDocument } from '../load/read-document.ts';
import type { Conventions } from '../model/conventions/conventions.ts';
import type { Finding } from '../model/finding.ts';
import type { Assessment, Register } from '../model/generated/types.ts';
import type { Effects } from '../project/effects.ts';
import { type InputFile, isAssessmentFile, isRegister, shownPath, stemOf } from '../project/inputs.ts';
import { validateAssessment, validateRegister } from '../validate/validate.ts';
import { placed } from './sources.ts';

export interface ImportOptions {
  /** Files as the user named them. */
  readonly files: readonly string[];
  /** Id of an importer; guessed from the content if left out. */
  readonly from?: string;
  /** Id or path of the assessment to import into. */
  readonly into?: string;
  /** A file with the importer's settings, such as the mapping of a table; created if missing. */
  readonly mapping?: string;
  /** Reports what would be written, and writes nothing. */
  readonly dryRun?: boolean;
  readonly formats?: Formats;
}

export interface WrittenFile {
  readonly shown: string;
  readonly isNew: boolean;
  readonly added: readonly string[];
  readonly changed: readonly string[];
}

export interface Wanted extends Omit<ImportOptions, 'into'> {
  readonly formats: Formats;
  readonly importer: Importer | undefined;
  readonly into: InputFile | undefined;
}

/** The result for a part, or why there is none. */
export type Outcome =
  | { readonly written: WrittenFile; readonly warning?: string }
  | { readonly reasons: readonly string[] };

/** Decides where each part goes, and writes it. */
export class Placing {
  constructor(
    private readonly wanted: Wanted,
    private readonly folder: string,
    private readonly effects: Effects,
    /** The assessment named by `--into`. */
    private readonly target: Assessment | undefined,
    private readonly conventions: Conventions,
  ) {}

  /** Fits the part to the project's conventions, and puts it in its place. */
  async place(imported: ImportedPart, source: Imported): Promise<Outcome> {
    const { part, foreign, instead } = fitToConventions(imported, this.conventions);
    const outcome = await this.#place(part, source);
    if (foreign.length === 0 || !('written' in outcome)) return outcome;
    const remarked = `What came is marked ${foreign.join(', ')}, which is of another scheme than the project's (${this.conventions.scheme.title}): it is marked ${instead} until a person decides.`;
    return { ...outcome, warning: [remarked, outcome.warning].filter(Boolean).join(' ') };
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

  /** Merges a part into the assessment the user named, with its markings. */
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
    if (bytes && !document) return { reasons: [`${shown} is there and cannot be read; fix it first.`] };
    // Both are compared in canonical form: the same sentences on other lines are equal.
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
    // The output is JSON: `undefined` properties are dropped.
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

/** Data as `fmt` would write it; unchanged if that cannot be determined. */
function canonical(data: unknown, kind: 'assessment' | 'register'): Readonly<Record<string, unknown>> {
  const text = JSON.stringify(data);
  const formatted = formatFile('a.json', new TextEncoder().encode(text), kind);
  return JSON.parse(formatted.kind === 'formatted' ? formatted.text : text) as Readonly<
    Record<string, unknown>
  >;
}

/** A part in the form it will have once written; where sentences end depends on the file's language. */
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

/** Why data are not a valid assessment or register: an importer may have trusted its source. */
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

/** The register of a folder, and its path, existing or not. */
export async function registerIn(
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
