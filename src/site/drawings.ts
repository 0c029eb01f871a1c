import type { HistoryView } from '../derive/analysis/history.ts';
import { viewDate } from '../derive/entities/dates.ts';
import type { IncidentView } from '../derive/entities/incidents.ts';
import { isDate, type Row } from '../ledger/columns.ts';
import type { ConfidenceLevel } from '../model/generated/types.ts';
import type { SiteData } from './data.ts';

/** Most places that a map shows: those with most incidents. */
export const MAX_PLACES = 80;

/** Incidents with coordinates, as the map draws them: only title and place. */
export function mapIncidents({ places }: SiteData): IncidentView[] {
  return places
    .filter(({ incidents }) => incidents.some((row) => typeof row.value('latitude') === 'number'))
    .toSorted((a, b) => b.incidents.length - a.incidents.length)
    .slice(0, MAX_PLACES)
    .flatMap(({ name, country, incidents }) => incidents.map((row) => incidentAt(row, name, country)));
}

function incidentAt(row: Row, name: string, country: string | undefined): IncidentView {
  const [latitude, longitude] = [row.value('latitude'), row.value('longitude')];
  const coordinates =
    typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : undefined;
  return {
    id: String(row.value('id')),
    title: String(row.value('incidentTitle') ?? ''),
    place: { name, ...(country !== undefined && { country }), ...(coordinates && { coordinates }) },
  } as IncidentView;
}

/** A judgment over its editions; `undefined` with fewer than two, or without a likelihood. */
export function historyView(thread: readonly Row[]): HistoryView | undefined {
  const editions = thread.flatMap(({ edition }) => {
    const asOf = isDate(edition.asOf) ? viewDate(edition.asOf.text) : undefined;
    return asOf ? [{ number: typeof edition.edition === 'number' ? edition.edition : undefined, asOf }] : [];
  });
  const last = thread.at(-1);
  if (!last || thread.length < 2 || editions.length < thread.length) return undefined;
  const states = thread.map((row) => {
    const [low, high, term] = [row.value('low'), row.value('high'), row.value('likelihood')];
    return {
      likelihood:
        typeof low === 'number' && typeof high === 'number'
          ? { term: typeof term === 'string' ? term : null, low, high, approximate: false }
          : null,
      confidence: (row.value('confidence') as ConfidenceLevel | undefined) ?? null,
    };
  });
  if (states.every(({ likelihood }) => likelihood === null)) return undefined;
  const judgment = {
    number: Number(last.value('number')),
    key: last.value('key') === true,
    statement: String(last.value('statement') ?? ''),
    states,
  };
  return { editions, judgments: [judgment] };
}
