import type { Cells, TableName } from '../columns.ts';
import type { ReadEdition } from '../edition.ts';
import {
  actorRows,
  evidenceRows,
  gapRows,
  incidentRows,
  indicatorRows,
  recommendationRows,
} from './facts.ts';
import { judgmentRows } from './judgments.ts';
import { sourceRows } from './sources.ts';

/** The entries of one edition, in the order printed. */
export const tableRows: Readonly<Record<TableName, (edition: ReadEdition) => readonly Cells[]>> = {
  judgments: judgmentRows,
  sources: sourceRows,
  evidence: evidenceRows,
  actors: actorRows,
  incidents: incidentRows,
  gaps: gapRows,
  indicators: indicatorRows,
  recommendations: recommendationRows,
};
