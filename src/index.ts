/**
 * The public door of threat-memo: everything the command line can do, for programs. What is entered here (rules,
 * figures, formats) is code of the program that calls; nothing that merely lies in a project is ever run.
 *
 *     const project = await openProject('.');
 *     const { findings } = await project.check();
 *     const { markdown } = await project.memo('rail-sabotage-2025');
 *
 * Every function throws `UsageFault` for what is not there and `MachineFault` for what the machine lacks; what an
 * analyst wrote wrong is a `Finding`, never an exception. `docs/library.md` has examples.
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

/** What a program adds of its own; the names must differ from those of what is shipped. */
export interface Additions {
  /** Asked after the shipped rules. A configuration and an exception may name them like any other. */
  readonly rules?: readonly Rule[];
  /** Templates ask for them by key: `{{> figure key="…"}}`. */
  readonly figures?: readonly FigureKind[];
  readonly importers?: readonly Importer[];
  readonly exporters?: readonly Exporter[];
}

export interface BuildSettings {
  /** `out` in the project's root when left out. A path is meant from the folder the project was opened at. */
  readonly out?: string;
  /** Markdown and PDF when left out. */
  readonly formats?: readonly Format[];
  /** A4 when left out. */
  readonly paper?: Paper;
  /** One form for all, instead of the one each file names. */
  readonly form?: string;
  /** Leave out what is marked above this. */
  readonly release?: Marking;
  /** Compare with what is in the output folder instead of writing. */
  readonly compareOnly?: boolean;
}

export interface MemoSettings {
  /** Instead of the one the assessment names. */
  readonly form?: string;
  readonly paper?: Paper;
}

/** A project that is kept open. Nothing has to be closed but what `watch` started. */
export interface OpenProject {
  /** Absolute: the nearest folder upwards with a configuration, else with `assessments`. */
  readonly root: string;
  /** Formats that can come in and go out. */
  readonly formats: Formats;
  /** The assessments in `assessments`, by name. */
  assessments(): Promise<readonly InputFile[]>;
  /** Checks files, folders or ids; all of `assessments` when none is named. */
  check(named?: readonly string[]): Promise<CheckReport>;
  /** One assessment, by id or path: what it says, its findings, and where everything stands in its file. */
  assessment(named: string): Promise<ProjectFile>;
  /**
   * The memo of one assessment in Markdown, with its figures and its page. A form that has to fit a number of pages is
   * given in its longest variant: `build` measures. Throws `UsageFault` where the assessment has errors.
   */
  memo(named: string, settings?: MemoSettings): Promise<MadeMemo>;
  /** The same, as a tree of blocks: what every output starts from. */
  document(named: string, settings?: MemoSettings): Promise<MemoDocument>;
  /** Builds memos into files. One bad assessment never stops the others. */
  build(named?: readonly string[], settings?: BuildSettings): Promise<BuildReport>;
  /** What changed in meaning between two files, folders or git revisions. */
  diff(options: DiffOptions): Promise<DiffReport>;
  /** Whether a PDF says what the assessment it carries gives. */
  verify(pdf: string, options?: VerifyOptions): Promise<VerifyReport>;
  /** Takes a text for a file that is not saved; `undefined` takes the file again. */
  edit(path: string, text: string | undefined): ProjectChange;
  /** Says that files changed on disk. Needed only where they are not watched. */
  changed(paths: readonly string[]): ProjectChange;
  /** Watches the project and tells what changed, at most ten times a second; gives what ends it. */
  watch(listener: (change: ProjectChange) => void): () => void;
}

const USUAL_FORMATS: readonly Format[] = ['md', 'pdf'];

/** The package's own folder: the bundle lies one folder below it, as this file does. */
const programFolder = fileURLToPath(new URL('..', import.meta.url));

/** Opens the project that a folder belongs to; the working folder's when none is named. */
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

/** Checks assessments of the project of the working folder: files, folders or ids; all when none is named. */
export async function check(named?: readonly string[]): Promise<CheckReport> {
  return (await openProject()).check(named);
}

/** Builds memos of the project of the working folder. */
export async function build(named?: readonly string[], settings?: BuildSettings): Promise<BuildReport> {
  return (await openProject()).build(named, settings);
}

/** What changed in meaning between two files, folders or git revisions. */
export async function diff(options: DiffOptions): Promise<DiffReport> {
  return (await openProject()).diff(options);
}

/** Whether a PDF says what the assessment it carries gives. */
export async function verify(pdf: string, options?: VerifyOptions): Promise<VerifyReport> {
  return (await openProject()).verify(pdf, options);
}
