import type { Finding, SuppressedFinding } from '../../model/finding.ts';

/** What was found in one file, and what is reported with it: of the register and the configuration. */
export interface FileReport {
  /** As shown. */
  readonly file: string;
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
}

export interface CheckReport {
  /** Files looked at, as shown. */
  readonly files: readonly string[];
  /** In the order of the files, then by place. */
  readonly findings: readonly Finding[];
  /** Findings that assessments except themselves, in the same order. */
  readonly suppressed: readonly SuppressedFinding[];
  /** The same, file by file. */
  readonly perFile: readonly FileReport[];
}

export function reportOf(perFile: readonly FileReport[]): CheckReport {
  return {
    files: perFile.map(({ file }) => file),
    findings: perFile.flatMap(({ findings }) => findings),
    suppressed: perFile.flatMap(({ suppressed }) => suppressed),
    perFile,
  };
}
