import { likelihoodScaleOf } from '../../model/conventions/conventions.ts';
import { dayNumber } from '../../model/date-order.ts';
import { type Column, isDate, type Row } from '../columns.ts';
import { likelihoodOrder, markingColumn } from './edition.ts';

const grades = ['A', 'B', 'C', 'D', 'E'];

export const judgmentColumns: readonly Column[] = [
  { name: 'id', kind: 'term', about: 'id of the judgment' },
  { name: 'number', kind: 'number', about: 'number as printed' },
  { name: 'key', kind: 'flag', about: 'a key judgment' },
  { name: 'statement', kind: 'text', about: 'what is judged' },
  {
    name: 'likelihood',
    kind: 'term',
    about: 'term of its likelihood',
    order: likelihoodOrder(likelihoodScaleOf({})),
    ownOrder: 'likelihoodOrder',
  },
  { name: 'low', kind: 'number', about: 'lower end of its likelihood in percent' },
  { name: 'high', kind: 'number', about: 'upper end of its likelihood in percent' },
  { name: 'chance', kind: 'number', about: 'middle of its likelihood in percent' },
  {
    name: 'confidence',
    kind: 'term',
    about: 'confidence in it',
    order: ['low', 'moderate', 'high'],
    ownOrder: 'confidenceOrder',
  },
  { name: 'basis', kind: 'text', about: 'why this confidence' },
  { name: 'horizon', kind: 'date', about: 'the time it speaks of' },
  { name: 'state', kind: 'term', about: 'open, overdue or resolved', onDay: stateOn },
  { name: 'overdue', kind: 'flag', about: 'its time is over and nobody has resolved it', onDay: isOverdue },
  { name: 'resolved', kind: 'flag', about: 'its outcome is known' },
  { name: 'outcome', kind: 'flag', about: 'what it states came about' },
  { name: 'resolvedOn', kind: 'date', about: 'when its outcome was known' },
  { name: 'resolvedBy', kind: 'list', about: 'evidence of its outcome' },
  { name: 'new', kind: 'flag', about: 'not in the edition before' },
  { name: 'moved', kind: 'term', about: 'how its likelihood moved since the edition before' },
  { name: 'steps', kind: 'number', about: 'by how many bands' },
  { name: 'movedFrom', kind: 'term', about: 'likelihood in the edition before' },
  { name: 'confidenceMoved', kind: 'term', about: 'how its confidence moved since the edition before' },
  { name: 'reworded', kind: 'flag', about: 'its statement reads differently than in the edition before' },
  { name: 'withdrawn', kind: 'flag', about: 'the next edition has it no more' },
  { name: 'reason', kind: 'text', about: 'why it moved' },
  { name: 'actors', kind: 'list', about: 'actors it is about', also: 'actorNames' },
  { name: 'actorNames', kind: 'list', about: 'their names and aliases', hidden: true },
  { name: 'incidents', kind: 'list', about: 'incidents it is about', also: 'incidentNames' },
  { name: 'incidentNames', kind: 'list', about: 'their titles', hidden: true },
  { name: 'evidence', kind: 'number', about: 'items of evidence for it' },
  { name: 'against', kind: 'number', about: 'items of evidence against it' },
  { name: 'sources', kind: 'list', about: 'sources that its evidence cites', also: 'sourceNames' },
  { name: 'sourceNames', kind: 'list', about: 'their titles', hidden: true },
  { name: 'independent', kind: 'number', about: 'independent sources' },
  { name: 'circular', kind: 'flag', about: 'a source of it rests on itself in the end' },
  { name: 'best', kind: 'term', about: 'reliability of its best source', order: grades },
  { name: 'worst', kind: 'term', about: 'reliability of its worst source', order: grades },
  { name: 'dissents', kind: 'number', about: 'minority views' },
  { name: 'analysts', kind: 'list', about: 'who gave estimates of their own' },
  { name: 'baseRate', kind: 'number', about: 'base rate in percent' },
  { name: 'brier', kind: 'number', about: 'Brier score, once resolved: 0 is best, 1 worst' },
  { name: 'logScore', kind: 'number', about: 'log score, once resolved: 0 is best' },
  markingColumn,
  { name: 'thread', kind: 'term', about: 'the same judgment in all editions', hidden: true },
];

/** Such days are in the order of their letters. */
const YEAR_OF_FOUR = /^\d{4}-\d\d-\d\d$/;

/** A judgment of an edition that was replaced is the later one's business: only what is current can be overdue. */
function isOverdue(row: Row, today: string): boolean {
  if (row.value('resolved') === true || row.value('current') !== true) return false;
  const horizon = row.value('horizon');
  if (!isDate(horizon) || horizon.latest === undefined) return false;
  return YEAR_OF_FOUR.test(horizon.latest)
    ? horizon.latest < today
    : dayNumber(horizon.latest) < dayNumber(today);
}

/** `open`, `overdue` or `resolved`, on a day. */
export function stateOn(row: Row, today: string): string {
  if (row.value('resolved') === true) return 'resolved';
  return isOverdue(row, today) ? 'overdue' : 'open';
}
