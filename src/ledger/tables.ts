import type { Cells, Column, TableName } from './columns.ts';
import type { ReadEdition } from './edition.ts';
import {
  actorColumns,
  actorRows,
  evidenceColumns,
  evidenceRows,
  gapColumns,
  gapRows,
  incidentColumns,
  incidentRows,
  indicatorColumns,
  indicatorRows,
  recommendationColumns,
  recommendationRows,
} from './tables/facts.ts';
import { judgmentColumns, judgmentRows } from './tables/judgments.ts';
import { sourceColumns, sourceRows } from './tables/sources.ts';

export interface Table {
  readonly columns: readonly Column[];
  /** The entries of one edition, in the order printed. */
  readonly rows: (edition: ReadEdition) => readonly Cells[];
  /** Columns that a terminal shows, beside `assessment`. */
  readonly shown: readonly string[];
}

export const tables: Readonly<Record<TableName, Table>> = {
  judgments: {
    columns: judgmentColumns,
    rows: judgmentRows,
    shown: ['id', 'likelihood', 'confidence', 'horizon', 'state', 'independent', 'worst', 'statement'],
  },
  sources: {
    columns: sourceColumns,
    rows: sourceRows,
    shown: ['id', 'reliability', 'issued', 'evidence', 'falls', 'weakens', 'sourceTitle'],
  },
  evidence: {
    columns: evidenceColumns,
    rows: evidenceRows,
    shown: ['id', 'grade', 'said', 'judgments', 'against', 'statement'],
  },
  actors: {
    columns: actorColumns,
    rows: actorRows,
    shown: ['id', 'name', 'type', 'intent', 'capability', 'judgments', 'incidents'],
  },
  incidents: {
    columns: incidentColumns,
    rows: incidentRows,
    shown: ['id', 'on', 'place', 'type', 'killedAtLeast', 'killedAtMost', 'actors', 'incidentTitle'],
  },
  gaps: { columns: gapColumns, rows: gapRows, shown: ['id', 'priority', 'asks', 'collection'] },
  indicators: {
    columns: indicatorColumns,
    rows: indicatorRows,
    shown: ['id', 'seen', 'seenAsOf', 'observes', 'sign'],
  },
  recommendations: {
    columns: recommendationColumns,
    rows: recommendationRows,
    shown: ['id', 'state', 'priority', 'to', 'timeframe', 'action'],
  },
};
