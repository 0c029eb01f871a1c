/** How much a finding matters. Only `error` changes the exit code. */
export type Severity = 'error' | 'warning' | 'note';

/** A place in a file. Lines and columns count from 1; a column counts UTF-16 code units, as editors do. */
export interface Place {
  readonly line: number;
  readonly column: number;
  /** End of the offending text, exclusive. */
  readonly endLine: number;
  readonly endColumn: number;
}

/** The place of a finding about a whole file. */
export const FILE_START: Place = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** Something wrong, or worth a second look, in what an analyst wrote: a value with a place, never an exception. */
export interface Finding extends Place {
  /** Permanent name of the rule, a slug. */
  readonly rule: string;
  readonly severity: Severity;
  /** The file as the user named it, or relative to the working directory; forward slashes. */
  readonly file: string;
  /** JSON pointer (RFC 6901) of the value; empty for the whole file. */
  readonly pointer: string;
  /** What is wrong, in one sentence for an analyst: what was found and what was expected. */
  readonly message: string;
  /** What to do about it, when the message does not say it already: "Did you mean `moderate`?" */
  readonly help?: string;
  /** The line of the file on which it stands, without its line end; absent when the file could not be read as text. */
  readonly excerpt?: string;
  /**
   * The column of the place within `excerpt`: `column`, unless the line is so long that only part of it is
   * shown.
   */
  readonly excerptColumn?: number;
  /** Where the rule is documented, relative to the folder of the program. */
  readonly url?: string;
  /**
   * The path to the value by ids instead of list indexes: it stays the same when something is inserted before
   * it.
   */
  readonly anchor?: string;
  /** A certain, mechanical fix, applied by `check --fix`. */
  readonly fix?: Fix;
}

/** A finding that the assessment itself suppresses, with its reason. */
export interface SuppressedFinding extends Finding {
  readonly reason: string;
}

/** A finding before its place is known: what a rule returns. The pointer leads to the place. */
export interface Remark {
  readonly rule: string;
  readonly severity: Severity;
  readonly pointer: string;
  /** Which part of the member at `pointer` is meant: its value (default) or its key. */
  readonly on?: 'key' | 'value';
  readonly message: string;
  readonly help?: string;
  /** A certain, mechanical fix. */
  readonly fix?: Fix;
}

/** A new value for the one at `pointer`; a list keeps its number of items. */
export interface Fix {
  readonly pointer: string;
  readonly value: string | number | boolean | readonly (string | number | boolean)[];
  /** Other values that must change with it. */
  readonly also?: readonly Omit<Fix, 'also'>[];
}

/** By place, then by rule: the order findings are shown in. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error');
}

/** Order by code unit: the same in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
