import type { Column } from '../columns.ts';
import { casualtyColumns } from './casualties.ts';
import { markingColumn } from './edition.ts';

/** Of intent and capability, from the least to the most. */
export const levels = ['none', 'minimal', 'limited', 'moderate', 'substantial', 'extensive'];

export const evidenceColumns: readonly Column[] = [
  { name: 'id', kind: 'term', about: 'id of the item' },
  { name: 'statement', kind: 'text', about: 'what we were told' },
  { name: 'kind', kind: 'term', about: 'observation, report, official-statement, claim, analysis' },
  { name: 'speaker', kind: 'text', about: 'who said it' },
  { name: 'said', kind: 'date', about: 'when it was said or seen' },
  { name: 'sources', kind: 'list', about: 'sources it cites', also: 'sourceNames' },
  { name: 'sourceNames', kind: 'list', about: 'their titles', hidden: true },
  { name: 'grade', kind: 'list', about: 'grades of source and item: B2' },
  { name: 'disputes', kind: 'list', about: 'evidence it contradicts' },
  { name: 'judgments', kind: 'list', about: 'judgments it speaks for' },
  { name: 'against', kind: 'list', about: 'judgments it speaks against' },
  markingColumn,
];

export const actorColumns: readonly Column[] = [
  { name: 'id', kind: 'term', about: 'id of the actor', also: 'names' },
  { name: 'name', kind: 'text', about: 'its name' },
  { name: 'names', kind: 'list', about: 'its name and aliases', hidden: true },
  { name: 'aliases', kind: 'list', about: 'its other names' },
  { name: 'shared', kind: 'flag', about: 'described in the register, so the same in all assessments' },
  { name: 'type', kind: 'term', about: 'what sort of actor' },
  { name: 'standing', kind: 'term', about: 'active, weakened, dormant …' },
  { name: 'intent', kind: 'term', about: 'level of its intent', order: levels },
  { name: 'capability', kind: 'term', about: 'its highest level of capability', order: levels },
  { name: 'judgments', kind: 'list', about: 'judgments about it' },
  { name: 'incidents', kind: 'list', about: 'incidents that it is held responsible for, or claims' },
  markingColumn,
];

export const incidentColumns: readonly Column[] = [
  { name: 'id', kind: 'term', about: 'id of the incident' },
  { name: 'incidentTitle', kind: 'text', about: 'its title' },
  { name: 'shared', kind: 'flag', about: 'described in the register, so the same in all assessments' },
  { name: 'on', kind: 'date', about: 'when it happened' },
  { name: 'place', kind: 'text', about: 'where' },
  { name: 'country', kind: 'term', about: 'in which country' },
  { name: 'latitude', kind: 'number', about: 'in degrees' },
  { name: 'longitude', kind: 'number', about: 'in degrees' },
  { name: 'type', kind: 'term', about: 'kind of incident' },
  { name: 'ended', kind: 'term', about: 'completed, failed, foiled, ongoing' },
  ...casualtyColumns,
  { name: 'disputed', kind: 'flag', about: 'figures or attributions differ' },
  { name: 'actors', kind: 'list', about: 'who is held responsible or claims it', also: 'actorNames' },
  { name: 'actorNames', kind: 'list', about: 'their names and aliases', hidden: true },
  { name: 'summary', kind: 'text', about: 'what happened' },
  markingColumn,
];

export const gapColumns: readonly Column[] = [
  { name: 'id', kind: 'term', about: 'id of the gap' },
  { name: 'asks', kind: 'text', about: 'what is not known' },
  { name: 'priority', kind: 'term', about: 'how much it matters', order: ['low', 'medium', 'high'] },
  { name: 'collection', kind: 'text', about: 'how it could be learned' },
  markingColumn,
];

export const indicatorColumns: readonly Column[] = [
  { name: 'id', kind: 'term', about: 'id of the indicator' },
  { name: 'sign', kind: 'text', about: 'what to watch for' },
  { name: 'observes', kind: 'list', about: 'what it bears on' },
  { name: 'seen', kind: 'term', about: 'not-observed, emerging, observed, unknown' },
  { name: 'seenAsOf', kind: 'date', about: 'when that was looked at' },
  markingColumn,
];

export const recommendationColumns: readonly Column[] = [
  { name: 'id', kind: 'term', about: 'id of the recommendation' },
  { name: 'action', kind: 'text', about: 'what should be done' },
  { name: 'to', kind: 'list', about: 'by whom' },
  { name: 'priority', kind: 'term', about: 'how urgent', order: ['low', 'medium', 'high'] },
  { name: 'state', kind: 'term', about: 'open, accepted, done, declined' },
  { name: 'timeframe', kind: 'text', about: 'by when' },
  { name: 'judgments', kind: 'list', about: 'judgments it follows from' },
  markingColumn,
];
