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
  /** Paths or ids; everything in `assessments/` when empty. */
  readonly named: readonly string[];
  /** What of that is built; all of it when left out. */
  readonly inputs?: readonly InputFile[] | undefined;
  /** Absolute. */
  readonly out: string;
  /** Folders that outputs stay in, links or not: that of the output, and the project's when the user has named none. */
  readonly within?: readonly string[];
  readonly formats: readonly Format[];
  readonly paper: Paper;
  /** Where notes stand in Word documents, whatever the configuration says. */
  readonly notes?: 'footnotes' | 'endnotes';
  /** Form for all, instead of the one each file names. */
  readonly form?: string;
  /** What becomes of annexes, where they are not printed behind their briefs: left out, or in files of their own. */
  readonly annex?: 'none' | 'separate';
  /** Leave out what is marked above this. */
  readonly release?: Marking;
  /** Show how judgments moved over time: as git has it, or by these histories, by id. */
  readonly history?: 'git' | ReadonlyMap<string, AssessmentHistory>;
  /** How earlier judgments on the question of an assessment turned out, for memos that show it. */
  readonly record?: (assessment: Assessment) => Promise<QuestionRecord | undefined>;
  /** Memos made at the same time; as many as the machine has processors when left out. */
  readonly jobs?: number;
  /** The rules asked, and the kinds of figures that forms may ask for, where they are not only those shipped. */
  readonly book?: RuleBook;
  readonly figures?: readonly FigureKind[];
  /** The bundled `threads/memo-thread.ts`, to make memos in threads of their own. */
  readonly thread?: URL;
  /** Font packages that the project has installed: what was built without them is not what is built with them. */
  readonly fontPackages?: readonly string[];
  /** Compare with what is in the output folder instead of writing. */
  readonly compareOnly: boolean;
  /** Makes memos on other machines, in place of this one. */
  readonly elsewhere?: Elsewhere | undefined;
  /** Results of earlier builds; everything is made when left out. */
  readonly cache?: Cache | undefined;
  /** Called once for each assessment, in the order in which they are done; with whether nothing had to be made for it. */
  readonly onDone?: (result: BuildResult, done: number, total: number, isCached: boolean) => void;
  /** Prints with this one, which stays open, instead of starting a browser for this build. */
  readonly printer?: Printer | undefined;
  /** Called as soon as a browser may be running, to end it at once when the run is broken off. */
  readonly onBrowser?: (browser: { kill(): void }) => void;
}

/** Other machines that make memos. */
export interface Elsewhere {
  /** How many are on their way at a time. */
  readonly atATime: number;
  /** What the user should know when all is done. */
  readonly notices: readonly string[];
  /** The outputs of a memo, by their paths in the output folder. Rejects with a MachineFault where nobody makes it. */
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
  /** What kept this memo from being made, though its assessment is good. */
  readonly fault?: MachineFault;
}

/** What came of one file. */
export interface Outcome {
  readonly result: BuildResult;
  /** What the user should be told of it. */
  readonly notices: readonly string[];
}

/** An outcome that needed no building. */
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
