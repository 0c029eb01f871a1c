import { ask } from '../ledger/ask.ts';
import type { Row, TableName } from '../ledger/columns.ts';
import type { Ledger } from '../ledger/types.ts';
import { compareText } from '../model/finding.ts';
import { type EntityKind, keyOf, placeKey } from './links.ts';

/** One actor, incident or source with what assessments say about it. */
export interface Entity {
  readonly key: string;
  /** One row for each assessment; at least one. */
  readonly rows: readonly [Row, ...Row[]];
}

export interface PlaceEntry {
  readonly key: string;
  readonly name: string;
  readonly country: string | undefined;
  readonly incidents: readonly Row[];
}

/** Everything that the pages show. */
export interface SiteData {
  readonly today: string;
  /** One row for each assessment; the latest first. */
  readonly assessments: readonly Row['edition'][];
  readonly judgments: readonly Row[];
  /** All editions of a judgment, the earliest first, by its thread. */
  readonly threads: ReadonlyMap<string, readonly Row[]>;
  readonly evidence: ReadonlyMap<string, Row>;
  readonly actors: readonly Entity[];
  readonly incidents: readonly Entity[];
  readonly sources: readonly Entity[];
  readonly places: readonly PlaceEntry[];
  /** The place of an incident that has one. */
  placeOf(incident: Row): PlaceEntry | undefined;
  /** The name for a key; the key itself without one. */
  name(kind: EntityKind, key: string): string;
  /** The key of an assessment's id. */
  keyFor(kind: EntityKind, assessment: string, id: string): string | undefined;
}

export function siteData(ledger: Ledger, today: string): SiteData {
  const current = (of: TableName) => ask(ledger, { of }, today).rows;
  const judgments = current('judgments');
  const keys = new Map<string, string>();
  const names = new Map<string, string>();
  const gather = (kind: EntityKind): Entity[] => {
    const found = new Map<string, [Row, ...Row[]]>();
    for (const row of current(kind)) {
      const key = keyOf(row);
      keys.set(`${kind}/${String(row.edition.assessment)}/${String(row.value('id'))}`, key);
      const known = found.get(key);
      if (known) known.push(row);
      else found.set(key, [row]);
    }
    const entities = [...found].map(([key, rows]) => ({ key, rows }));
    for (const entity of entities) names.set(`${kind}/${entity.key}`, nameOf(kind, entity));
    return entities.sort((a, b) => compareText(nameOf(kind, a), nameOf(kind, b)));
  };
  const incidents = gather('incidents');
  const places = placesOf(incidents.map(({ rows }) => rows[0]));
  const placeOf = new Map(places.flatMap((place) => place.incidents.map((row) => [row, place] as const)));
  return {
    today,
    assessments: [...new Set(judgments.map(({ edition }) => edition))].sort((a, b) =>
      compareText(dayOf(b), dayOf(a)),
    ),
    judgments,
    threads: threadsOf(ask(ledger, { of: 'judgments', editions: 'all' }, today).rows),
    evidence: new Map(
      current('evidence').map((row) => [`${String(row.edition.assessment)}/${String(row.value('id'))}`, row]),
    ),
    actors: gather('actors'),
    incidents,
    sources: gather('sources'),
    places,
    placeOf: (incident) => placeOf.get(incident),
    name: (kind, key) => names.get(`${kind}/${key}`) ?? key,
    keyFor: (kind, assessment, id) => keys.get(`${kind}/${assessment}/${id}`),
  };
}

/** The name of an entity: the one used by the first assessment that has it. */
export function nameOf(kind: EntityKind, { rows }: Entity): string {
  const column = { actors: 'name', incidents: 'incidentTitle', sources: 'sourceTitle' }[kind];
  return String(rows[0].value(column) ?? '');
}

function threadsOf(rows: readonly Row[]): Map<string, Row[]> {
  const threads = new Map<string, Row[]>();
  for (const row of rows) {
    const thread = String(row.value('thread'));
    const known = threads.get(thread);
    if (known) known.push(row);
    else threads.set(thread, [row]);
  }
  return threads;
}

function placesOf(incidents: readonly Row[]): PlaceEntry[] {
  const places = new Map<string, { name: string; country: string | undefined; incidents: Row[] }>();
  for (const row of incidents) {
    const [name, country] = [row.value('place'), row.value('country')];
    if (typeof name !== 'string') continue;
    const key = `${name}\n${String(country ?? '')}`;
    const known = places.get(key);
    if (known) known.incidents.push(row);
    else
      places.set(key, { name, country: typeof country === 'string' ? country : undefined, incidents: [row] });
  }
  const taken = new Set<string>();
  return [...places.values()]
    .sort((a, b) => compareText(a.name, b.name))
    .map((place, index) => {
      const wanted = placeKey(place.name, place.country, index + 1);
      const key = taken.has(wanted) ? `${wanted}-${index + 1}` : wanted;
      taken.add(key);
      return { key, ...place };
    });
}

/** The first day of an edition's date, for sorting. */
export function dayOf({ date }: Row['edition']): string {
  return typeof date === 'object' && 'text' in date ? (date.earliest ?? date.latest ?? '') : '';
}
