/**
 * The public API of threat-memo: everything the command line can do, for programs. What is registered here (rules,
 * figures, formats) is code of the calling program; code that merely lies in a project is never run.
 *
 *     const project = await openProject('.');
 *     const { findings } = await project.check();
 *     const { markdown } = await project.memo('rail-sabotage-2025');
 *
 * Every function throws `UsageFault` for something that does not exist and `MachineFault` for a missing resource; an
 * analyst's mistake is a `Finding`, never an exception. `docs/library.md` has examples.
 */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as buildMemos } from './build/build.ts';
import type { BuildReport, Format } from './build/build-options.ts';
import type { Rule } from './check/rule.ts';
import { ruleBook } from './check/rule-book.ts';
import { rules } from './check/rules.ts';
import { readDocument } from './document/read-document.ts';
import type { MemoDocument } from './document/types.ts';
import type { Exporter, Importer } from './exchange/interfaces.ts';
import { type Formats, registerFormats } from './exchange/registry.ts';
import { shippedFormats } from './exchange/shipped.ts';
import type { FigureKind } from './figures/figure.ts';
import { figureKinds, shippedFigures } from './figures/make-figures.ts';
import { type MadeMemo, makeMemo } from './memo/make-memo.ts';
import { UsageFault } from './model/fault.ts';
import type { Marking } from './model/generated/types.ts';
import type { Paper } from './model/page.ts';
import { watchProject } from './project/disk/watch.ts';
import type { InputFile } from './project/inputs.ts';
import { picturesOf } from './project/named/named-files.ts';
import { nodeEffects } from './project/node-effects.ts';
import { Project, type ProjectChange, type ProjectFile } from './project/project.ts';
import { check as checkFiles } from './review/check/check.ts';
import type { CheckReport } from './review/check/check-report.ts';
import { type DiffOptions, type DiffReport, diff as diffSides } from './review/diff/diff.ts';
import { type VerifyOptions, type VerifyReport, verify as verifyPdf } from './verify/verify.ts';

export type { BuildReport, BuildResult, Format } from './build/build-options.ts';
export type { Example, Objection, Rule, RuleCategory, RuleInput } from './check/rule.ts';
export type { MemoView } from './derive/memo-view.ts';
export type { AssessmentDiff, Change, Move } from './diff/types.ts';
export type * from './document/types.ts';
export type {
  Exported,
  ExportedFile,
  Exporter,
  ExportInput,
  ImportContext,
  Imported,
  ImportedPart,
  Importer,
  ImportSource,
  Loss,
} from './exchange/interfaces.ts';
export type { Formats } from './exchange/registry.ts';
export type { Brief, Draw, Drawing, FigureKind, FigureTable } from './figures/figure.ts';
export type { MadeMemo } from './memo/make-memo.ts';
export { MachineFault, UsageFault } from './model/fault.ts';
export type { Finding, Severity, SuppressedFinding } from './model/finding.ts';
export type { Assessment, Marking, Register } from './model/generated/types.ts';
export type { Paper } from './model/page.ts';
export type { InputFile } from './project/inputs.ts';
export type { ProjectChange, ProjectFile } from './project/project.ts';
export type { CheckReport } from './review/check/check-report.ts';
export type { DiffOptions, DiffReport } from './review/diff/diff.ts';
export type { VerifyOptions, VerifyReport } from './verify/verify.ts';

/** Additions of a program; their names must differ from the shipped ones. */
export interface Additions {
  /** Run after the shipped rules. A configuration and an exception may name them like any other. */
  readonly rules?: readonly Rule[];
  /** Templates print them by key: `{{> figure key="…"}}`. */
  readonly figures?: readonly FigureKind[];
  readonly importers?: readonly Importer[];
  readonly exporters?: readonly Exporter[];
}

export interface BuildSettings {
  /** By default `out` in the project's root. A path is relative to the folder at which the project was opened. */
  readonly out?: string;
  /** By default Markdown and PDF. */
  readonly formats?: readonly Format[];
  /** By default A4. */
  readonly paper?: Paper;
  /** One form for all, instead of the one each file names. */
  readonly form?: string;
  /** Leaves out what is marked above this. */
  readonly release?: Marking;
  /** Compares with the output folder instead of writing. */
  readonly compareOnly?: boolean;
}

export interface MemoSettings {
  /** Instead of the one the assessment names. */
  readonly form?: string;
  readonly paper?: Paper;
}

/** An open project. Only what `watch` started has to be closed. */
export interface OpenProject {
  /** Absolute: the nearest folder upwards with a configuration, else with `assessments`. */
  readonly root: string;
  /** Formats for import and export. */
  readonly formats: Formats;
  /** The assessments in `assessments`, by name. */
  assessments(): Promise<readonly InputFile[]>;
  /** Checks files, folders or ids; by default all of `assessments`. */
  check(named?: readonly string[]): Promise<CheckReport>;
  /** One assessment, by id or path: its content, its findings, and the place of everything in its file. */
  assessment(named: string): Promise<ProjectFile>;
  /**
   * The memo of one assessment in Markdown, with its figures and its page. A form that must fit a number of pages is
   * given in its longest variant, since only `build` measures. Throws `UsageFault` if the assessment has errors.
   */
  memo(named: string, settings?: MemoSettings): Promise<MadeMemo>;
  /** The same, as a tree of blocks, from which every output is made. */
  document(named: string, settings?: MemoSettings): Promise<MemoDocument>;
  /** Builds memos into files. One bad assessment never stops the others. */
  build(named?: readonly string[], settings?: BuildSettings): Promise<BuildReport>;
  /** What changed in meaning between two files, folders or git revisions. */
  diff(options: DiffOptions): Promise<DiffReport>;
  /** Whether a PDF says what the assessment it carries says. */
  verify(pdf: string, options?: VerifyOptions): Promise<VerifyReport>;
  /** Uses an unsaved text in place of a file; `undefined` uses the file again. */
  edit(path: string, text: string | undefined): ProjectChange;
  /** Reports that files changed on disk. Needed only if they are not watched. */
  changed(paths: readonly string[]): ProjectChange;
  /** Watches the project and reports changes, at most ten times a second; returns a function that stops it. */
  watch(listener: (change: ProjectChange) => void): () => void;
}

const USUAL_FORMATS: readonly Format[] = ['md', 'pdf'];

/** The folder of the package: the bundle is one folder below it, like this file. */
const programFolder = fileURLToPath(new URL('..', import.meta.url));

/** Opens the project that a folder belongs to; by default that of the working folder. */
export async function openProject(folder = '.', additions: Additions = {}): Promise<OpenProject> {
  const { rules: ownRules = [], figures: ownFigures = [], ...ownFormats } = additions;
  const formats = registerFormats(shippedFormats, ownFormats);
  const added = {
    ...(ownRules.length > 0 && { book: ruleBook(rules, ownRules) }),
    ...(ownFigures.length > 0 && { figures: figureKinds(shippedFigures, ownFigures) }),
  };
  const effects = nodeEffects(programFolder, resolve(folder));
  const project = new Project(effects, added);
  const live = project.effects;

  const memo = async (named: string, { form, paper = 'A4' }: MemoSettings = {}): Promise<MadeMemo> => {
    const { assessment, register, findings, input, fetched } = await project.file(await project.find(named));
    if (!assessment || !register || findings.some(({ severity }) => severity === 'error')) {
      throw new UsageFault(`${input.shown} has errors: check it first.`);
    }
    const loaded = await project.forms.load(form ?? assessment.form);
    const pictures = fetched && picturesOf(assessment, fetched);
    return makeMemo({ assessment, register, form: loaded, pictures }, { paper, isLaidOut: true });
  };

  return {
    root: project.root,
    formats,
    assessments: () => project.assessments(),
    check: (named = []) => checkFiles(named, live, added),
    assessment: async (named) => project.file(await project.find(named)),
    memo,
    async document(named, settings) {
      const { markdown, figures } = await memo(named, settings);
      return readDocument(markdown, { isFigure: (path) => figures.has(path) });
    },
    build(named = [], { out, formats: wanted = USUAL_FORMATS, paper = 'A4', ...settings } = {}) {
      const folders = out === undefined ? [resolve(project.root, 'out')] : [resolve(live.calledIn, out)];
      return buildMemos(
        {
          named,
          out: folders[0] ?? project.root,
          within: out === undefined ? [project.root, ...folders] : folders,
          formats: wanted,
          paper,
          compareOnly: settings.compareOnly ?? false,
          ...(settings.form !== undefined && { form: settings.form }),
          ...(settings.release && { release: settings.release }),
          ...added,
        },
        live,
      );
    },
    diff: (options) => diffSides(options, live),
    verify: (pdf, options = {}) => verifyPdf(pdf, options, live),
    edit: (path, text) => project.edit(resolve(live.calledIn, path), text),
    changed: (paths) => project.changed(paths.map((path) => resolve(live.calledIn, path))),
    watch: (listener) => watchProject(project, listener),
  };
}

/** Checks assessments of the working folder's project: files, folders or ids; by default all. */
export async function check(named?: readonly string[]): Promise<CheckReport> {
  return (await openProject()).check(named);
}

/** Builds memos of the working folder's project. */
export async function build(named?: readonly string[], settings?: BuildSettings): Promise<BuildReport> {
  return (await openProject()).build(named, settings);
}

/** What changed in meaning between two files, folders or git revisions. */
export async function diff(options: DiffOptions): Promise<DiffReport> {
  return (await openProject()).diff(options);
}

/** Whether a PDF says what the assessment it carries says. */
export async function verify(pdf: string, options?: VerifyOptions): Promise<VerifyReport> {
  return (await openProject()).verify(pdf, options);
}
