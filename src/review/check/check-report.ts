import type { Finding, SuppressedFinding } from '../../model/finding.ts';

/** The findings of one file, and those of register and configuration reported with it. */
export interface FileReport {
  /** As shown. */
  readonly file: string;
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
}

export interface CheckReport {
  /** Files checked, as displayed. */
  readonly files: readonly string[];
  /** In the order of the files, then by place. */
  readonly findings: readonly Finding[];
  /** Findings that assessments suppress, in the same order. */
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
