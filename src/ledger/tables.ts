import {
  actorColumns,
  evidenceColumns,
  gapColumns,
  incidentColumns,
  indicatorColumns,
  recommendationColumns,
} from './columns/facts.ts';
import { judgmentColumns } from './columns/judgments.ts';
import { sourceColumns } from './columns/sources.ts';
import type { Column, TableName } from './columns.ts';

/**
 * The description of a table. The code that fills it is in `tables/`, imported only if files have to be read.
 */
export interface Table {
  readonly columns: readonly Column[];
  /** Columns shown on a terminal, in addition to `assessment`. */
  readonly shown: readonly string[];
}

export const tables: Readonly<Record<TableName, Table>> = {
  judgments: {
    columns: judgmentColumns,
    shown: ['id', 'likelihood', 'confidence', 'horizon', 'state', 'independent', 'worst', 'statement'],
  },
  sources: {
    columns: sourceColumns,
    shown: ['id', 'reliability', 'issued', 'evidence', 'falls', 'weakens', 'sourceTitle'],
  },
  evidence: {
    columns: evidenceColumns,
    shown: ['id', 'grade', 'said', 'judgments', 'against', 'statement'],
  },
  actors: {
    columns: actorColumns,
    shown: ['id', 'name', 'type', 'intent', 'capability', 'judgments', 'incidents'],
  },
  incidents: {
    columns: incidentColumns,
    shown: ['id', 'on', 'place', 'type', 'killedAtLeast', 'killedAtMost', 'actors', 'incidentTitle'],
  },
  gaps: { columns: gapColumns, shown: ['id', 'priority', 'asks', 'collection'] },
  indicators: {
    columns: indicatorColumns,
    shown: ['id', 'seen', 'seenAsOf', 'observes', 'sign'],
  },
  recommendations: {
    columns: recommendationColumns,
    shown: ['id', 'state', 'priority', 'to', 'timeframe', 'action'],
  },
};
