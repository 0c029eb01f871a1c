import type { Cache } from '../cache/cache.ts';
import type { RuleBook } from '../check/rule-book.ts';
import type { AssessmentHistory } from '../derive/analysis/history.ts';
import type { QuestionRecord } from '../derive/analysis/question-record.ts';
import type { FigureKind } from '../figures/figure.ts';
import type { MachineFault } from '../model/fault.ts';
import type { Finding } from '../model/finding.ts';
import type { Assessment, Marking } from '../model/generated/types.ts';
import type { Paper } from '../model/page.ts';
import type { Printer } from '../pdf/browser/printer.ts';
import type { InputFile } from '../project/inputs.ts';
import type { FiledSource } from '../project/provenance.ts';
import type { SharedMemo } from './shared-memos.ts';

export type Format = 'md' | 'pdf' | 'html' | 'docx' | 'email';
export const formats: readonly Format[] = ['md', 'pdf', 'html', 'docx', 'email'];

export interface BuildOptions {
  /** Paths or ids; everything in `assessments/` if empty. */
  readonly named: readonly string[];
  /** Which of these to build; all if left out. */
  readonly inputs?: readonly InputFile[] | undefined;
  /** Absolute. */
  readonly out: string;
  /**
   * Folders that outputs must stay in, despite links: the output folder, and the project if the user has named
   * none.
   */
  readonly within?: readonly string[];
  readonly formats: readonly Format[];
  readonly paper: Paper;
  /** Place of notes in Word documents; overrides the configuration. */
  readonly notes?: 'footnotes' | 'endnotes';
  /** Form for all, instead of the one named in each file. */
  readonly form?: string;
  /** Treatment of annexes: left out, or in separate files; by default they follow their briefs. */
  readonly annex?: 'none' | 'separate';
  /** Leave out what is marked above this. */
  readonly release?: Marking;
  /** Show how judgments moved over time: from git, or from these histories by id. */
  readonly history?: 'git' | ReadonlyMap<string, AssessmentHistory>;
  /** How earlier judgments on the question of an assessment turned out, for memos that show it. */
  readonly record?: (assessment: Assessment) => Promise<QuestionRecord | undefined>;
  /** Number of memos made in parallel; by default the number of processors. */
  readonly jobs?: number;
  /** The rules to run, and the kinds of figures for forms, if not only the shipped ones. */
  readonly book?: RuleBook;
  readonly figures?: readonly FigureKind[];
  /** The bundled `memo-thread.ts`, to make memos in workers. */
  readonly thread?: URL;
  /** Font packages installed in the project: a build without them differs from one with them. */
  readonly fontPackages?: readonly string[];
  /** Compare with what is in the output folder instead of writing. */
  readonly compareOnly: boolean;
  /** Makes memos on other machines, in place of this one. */
  readonly elsewhere?: Elsewhere | undefined;
  /** Results of earlier builds; if left out, everything is made again. */
  readonly cache?: Cache | undefined;
  /** Called once for each assessment, in order of completion, with whether it came from the cache. */
  readonly onDone?: (result: BuildResult, done: number, total: number, isCached: boolean) => void;
  /** An open printer to use instead of starting a browser for this build. */
  readonly printer?: Printer | undefined;
  /** Called as soon as a browser may be running, so that it can be killed if the run is interrupted. */
  readonly onBrowser?: (browser: { kill(): void }) => void;
}

/** Other machines that make memos. */
export interface Elsewhere {
  /** Most memos in progress at a time. */
  readonly atATime: number;
  /** Notices for the user at the end. */
  readonly notices: readonly string[];
  /** The outputs of a memo, by path in the output folder. Rejects with a MachineFault if no worker makes it. */
  make(source: FiledSource): Promise<SharedMemo>;
}

export interface BuildResult {
  /** The assessment's file, as shown. */
  readonly file: string;
  readonly findings: readonly Finding[];
  /** Files written, or (when only comparing) up to date; as shown. */
  readonly outputs: readonly string[];
  /** Files that are not what the assessment gives; only when comparing. */
  readonly stale: readonly string[];
  /** Why this memo could not be made, although its assessment is valid. */
  readonly fault?: MachineFault;
}

/** The result for one file. */
export interface Outcome {
  readonly result: BuildResult;
  /** What the user should know about it. */
  readonly notices: readonly string[];
}

/** A result from the cache. */
export interface CachedOutcome extends Outcome {
  /** Of the assessment; absent where it is no valid one. */
  readonly id?: string;
}

export interface BuildReport {
  /** In the order of the inputs. */
  readonly results: readonly BuildResult[];
  /** What the user should be told about the run. */
  readonly notices: readonly string[];
}
