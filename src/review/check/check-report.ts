import type { Finding, SuppressedFinding } from '../../model/finding.ts';

export interface CheckReport {
  /** Files looked at, as shown. */
  readonly files: readonly string[];
  /** In the order of the files, then by place. */
  readonly findings: readonly Finding[];
  /** Findings that assessments except themselves, in the same order. */
  readonly suppressed: readonly SuppressedFinding[];
}
