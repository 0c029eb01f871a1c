import type { Remark } from '../../model/finding.ts';
import type { Incident } from '../../model/generated/types.ts';
import { isRecord } from '../../model/json.ts';
import { refusal } from '../source.ts';

/** Fields a column can hold in a table of incidents. */
export const INCIDENT_FIELDS = [
  ...['key', 'title', 'date', 'until', 'year', 'month', 'day', 'dateNote', 'datePrecision'],
  ...['type', 'place', 'country', 'latitude', 'longitude', 'placePrecision', 'target', 'weapons'],
  ...['killed', 'killedLow', 'killedHigh', 'injured', 'perpetrators', 'arrested', 'summary'],
] as const;

/** Fields in a table that is one series of a trend. */
export const SERIES_FIELDS = ['at', 'value'] as const;

/** Fields in a list of actors. */
export const ACTOR_FIELDS = ['name', 'aliases', 'type', 'summary'] as const;

export type IncidentField = (typeof INCIDENT_FIELDS)[number];

/**
 * How a table is read: which column holds which field. Suggested from the column names, saved in a file, and
 * editable there by hand.
 */
export interface TableMapping {
  readonly as: 'incidents' | 'series' | 'actors';
  /** Name of the column for each field. */
  readonly columns: Readonly<Record<string, string>>;
  /** Columns whose text is quoted in the evidence of the row, under their names. */
  readonly told: readonly string[];
  /** Values that mean "not known". */
  readonly unknown: readonly string[];
  /** Our incident type for each word of the column `type`. */
  readonly types: Readonly<Record<string, Incident['type']>>;
  /** Whether dates such as 03/04/2025 begin with the day or with the month. */
  readonly dates?: 'day-first' | 'month-first';
  /** Where the data come from. */
  readonly source: { readonly title: string; readonly publisher?: string };
}

const FIELDS: Readonly<Record<TableMapping['as'], readonly string[]>> = {
  incidents: INCIDENT_FIELDS,
  series: SERIES_FIELDS,
  actors: ACTOR_FIELDS,
};

/** Usual names of spreadsheet columns, in lower case, by field. */
const NAMES: Readonly<Record<string, RegExp>> = {
  key: /^(?:id|key|nr|no|number|event[_ ]?id|incident[_ ]?id)$/,
  title: /^(?:title|event|incident|headline|name|событие|название|инцидент)$/,
  date: /^(?:date|day|event[_ ]?date|start(?:[_ ]?date)?|date[_ ]?start|when|дата|datum|fecha|date de début)$/,
  until: /^(?:end(?:[_ ]?date)?|date[_ ]?end|until|to|окончание)$/,
  type: /^(?:type|kind|category|attack[_ ]?type|event[_ ]?type|тип|вид)$/,
  place: /^(?:place|city|town|location|where|место|город|ort)$/,
  country: /^(?:country|state|nation|страна|land|pays)$/,
  latitude: /^(?:lat|latitude|широта)$/,
  longitude: /^(?:lon|long|lng|longitude|долгота)$/,
  target: /^(?:target|victim|victims|цель)$/,
  weapons: /^(?:weapon|weapons|means|оружие)$/,
  killed: /^(?:killed|dead|deaths|fatalities|died|погибшие|погибло|убито)$/,
  injured: /^(?:injured|wounded|hurt|injuries|раненые|ранено)$/,
  arrested: /^(?:arrested|detained|arrests|задержано)$/,
  perpetrators: /^(?:perpetrators|attackers|number of attackers)$/,
  summary: /^(?:summary|description|notes|note|details|text|описание)$/,
  at: /^(?:year|month|date|period|quarter|time|год|период|дата|jahr)$/,
  value: /^(?:value|count|number|total|amount|n|events|incidents|attacks|количество|число)$/,
  name: /^(?:name|actor|group|organisation|organization|название|группа)$/,
  aliases: /^(?:alias|aliases|aka|also known as|other names)$/,
};

/** The likeliest mapping of a table, from its column names; `undefined` if they say nothing. */
export function suggestMapping(heads: readonly string[], title: string): TableMapping | undefined {
  const find = (fields: readonly string[]) => {
    const free = [...heads];
    return Object.fromEntries(
      fields.flatMap((field) => {
        const head = free.find((name) => NAMES[field]?.test(name.toLowerCase()));
        if (head === undefined) return [];
        free.splice(free.indexOf(head), 1);
        return [[field, head]];
      }),
    );
  };
  const base = { told: [], unknown: ['', 'n/a', 'NA', 'unknown', '-'], types: {}, source: { title } };
  const incidents = find(INCIDENT_FIELDS);
  const has = (columns: Readonly<Record<string, string>>, ...fields: readonly string[]) =>
    fields.every((field) => Object.hasOwn(columns, field));
  if (
    has(incidents, 'date') &&
    ['title', 'summary', 'place', 'type'].some((field) => has(incidents, field))
  ) {
    return { ...base, as: 'incidents', columns: incidents };
  }
  const series = find(SERIES_FIELDS);
  if (has(series, 'at', 'value')) return { ...base, as: 'series', columns: series };
  // Of two columns the first is a time: the second is the value, whatever its name.
  const [, second] = heads;
  if (has(series, 'at') && heads.length === 2 && second !== undefined) {
    return { ...base, as: 'series', columns: { at: series.at ?? '', value: second } };
  }
  const actors = find(ACTOR_FIELDS);
  return has(actors, 'name') ? { ...base, as: 'actors', columns: actors } : undefined;
}

/** Reads a saved or hand-written mapping, or says what is wrong with it. */
export function readMapping(
  settings: unknown,
  heads: readonly string[],
): { readonly mapping?: TableMapping; readonly remarks: readonly Remark[] } {
  const wrong = (message: string) => ({
    remarks: [
      refusal(
        'invalid-mapping',
        '',
        message,
        `The columns are ${heads
          .slice(0, 20)
          .map((head) => `\`${head}\``)
          .join(', ')}.`,
      ),
    ],
  });
  if (!isRecord(settings) || !isRecord(settings.columns)) return wrong('The mapping has no `columns`.');
  const { as } = settings;
  if (as !== 'incidents' && as !== 'series' && as !== 'actors') {
    return wrong('`as` of the mapping must be `incidents`, `series` or `actors`.');
  }
  const columns = Object.entries(settings.columns);
  for (const [field, head] of columns) {
    if (!FIELDS[as].includes(field))
      return wrong(`\`${field}\` is nothing that a column of ${as} can be: ${FIELDS[as].join(', ')}.`);
    if (typeof head !== 'string' || !heads.includes(head))
      return wrong(`The table has no column \`${String(head)}\`, which the mapping has for \`${field}\`.`);
  }
  const texts = (value: unknown) =>
    Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  const source = isRecord(settings.source) ? settings.source : {};
  return {
    mapping: {
      as,
      columns: Object.fromEntries(columns) as Readonly<Record<string, string>>,
      told: texts(settings.told).filter((head) => heads.includes(head)),
      unknown: texts(settings.unknown),
      types: (isRecord(settings.types) ? settings.types : {}) as TableMapping['types'],
      ...((settings.dates === 'day-first' || settings.dates === 'month-first') && { dates: settings.dates }),
      source: {
        title: typeof source.title === 'string' ? source.title : 'Table',
        ...(typeof source.publisher === 'string' && { publisher: source.publisher }),
      },
    },
    remarks: [],
  };
}
