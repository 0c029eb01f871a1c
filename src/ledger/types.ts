import type { Finding } from '../model/finding.ts';
import type { Row, TableName } from './columns.ts';

/** Every judgment, source, item of evidence, actor, incident, gap, indicator and recommendation of some assessments. */
export interface Ledger {
  /** Rows of one table, in the order of files and, within an assessment, of editions. */
  rows(table: TableName): readonly Row[];
  /** Why a file is not in the ledger. */
  readonly findings: readonly Finding[];
  /** How many assessments a release leaves out completely; never which. */
  readonly leftOut: number;
}
