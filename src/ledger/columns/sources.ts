import type { Column } from '../columns.ts';
import { markingColumn } from './edition.ts';

export const sourceColumns: readonly Column[] = [
  { name: 'id', kind: 'term', about: 'id of the source' },
  { name: 'sourceTitle', kind: 'text', about: 'its title' },
  { name: 'by', kind: 'list', about: 'its authors and publisher' },
  { name: 'issued', kind: 'date', about: 'when it was issued' },
  {
    name: 'reliability',
    kind: 'term',
    about: 'Admiralty reliability',
    order: ['A', 'B', 'C', 'D', 'E', 'F'],
  },
  { name: 'shared', kind: 'flag', about: 'described in the register, so the same in all assessments' },
  { name: 'address', kind: 'text', about: 'URL or DOI' },
  { name: 'restsOn', kind: 'list', about: 'sources it repeats or was read in' },
  { name: 'evidence', kind: 'list', about: 'evidence that cites it, or a source that rests on it alone' },
  { name: 'judgments', kind: 'list', about: 'judgments that rest on it, with others or alone' },
  { name: 'falls', kind: 'list', about: 'judgments that have no other source: they fall with it' },
  { name: 'weakens', kind: 'list', about: 'judgments that lose some of their evidence with it' },
  markingColumn,
];
