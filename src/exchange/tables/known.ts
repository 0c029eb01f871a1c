import type { TableMapping } from './mapping.ts';

/**
 * A data set recognised by its columns. Its terms forbid redistribution: what is imported stays with the user.
 */
export interface KnownTable {
  readonly id: string;
  readonly label: string;
  /** Columns that this data set has and others do not. */
  readonly marks: readonly string[];
  readonly mapping: TableMapping;
}

/**
 * ACLED (codebook, 2024). `time_precision`: 1 the day, 2 the week, 3 the month is known. `geo_precision`: 1 the
 * place, 2 near it, 3 only the region. Event types without one of ours become `unknown`; their words are kept
 * in the evidence.
 */
const acled: KnownTable = {
  id: 'acled',
  label: 'ACLED',
  marks: ['event_id_cnty', 'event_date', 'sub_event_type'],
  mapping: {
    as: 'incidents',
    columns: {
      ...{
        key: 'event_id_cnty',
        date: 'event_date',
        datePrecision: 'time_precision',
        type: 'sub_event_type',
      },
      ...{ place: 'location', country: 'country', latitude: 'latitude', longitude: 'longitude' },
      ...{ placePrecision: 'geo_precision', killed: 'fatalities', summary: 'notes' },
    },
    told: [
      ...[
        'event_type',
        'disorder_type',
        'actor1',
        'assoc_actor_1',
        'actor2',
        'assoc_actor_2',
        'civilian_targeting',
      ],
      ...['admin1', 'admin2', 'admin3', 'source', 'source_scale', 'tags'],
    ],
    unknown: [],
    types: {
      'Armed clash': 'clash',
      'Abduction/forced disappearance': 'kidnapping',
      'Suicide bomb': 'bombing',
      'Remote explosive/landmine/IED': 'bombing',
      Grenade: 'bombing',
      Arrests: 'arrest',
    },
    source: { title: 'Armed Conflict Location & Event Data', publisher: 'ACLED' },
  },
};

/**
 * UCDP Georeferenced Event Dataset (codebook 24.1). `best` is a report of its own, `low` to `high` a range. `date_prec`: 1 the day
 * to 5 the year is known; `where_prec`: 1 the place, 2 near it, 3 and more only a region.
 */
const ged: KnownTable = {
  id: 'ged',
  label: 'UCDP GED',
  marks: ['type_of_violence', 'side_a', 'best', 'low', 'high'],
  mapping: {
    as: 'incidents',
    columns: {
      ...{
        key: 'id',
        date: 'date_start',
        until: 'date_end',
        datePrecision: 'date_prec',
        type: 'type_of_violence',
      },
      ...{ place: 'where_coordinates', country: 'country', latitude: 'latitude', longitude: 'longitude' },
      ...{ placePrecision: 'where_prec', killed: 'best', killedLow: 'low', killedHigh: 'high' },
    },
    told: [
      ...[
        'conflict_name',
        'dyad_name',
        'side_a',
        'side_b',
        'where_description',
        'adm_1',
        'source_article',
        'source_original',
      ],
      ...['deaths_a', 'deaths_b', 'deaths_civilians', 'deaths_unknown', 'event_clarity'],
    ],
    unknown: [],
    types: { 1: 'clash', 2: 'clash' },
    source: { title: 'UCDP Georeferenced Event Dataset', publisher: 'Uppsala Conflict Data Program' },
  },
};

/**
 * Global Terrorism Database (codebook, 2021). -9 and -99 are not known, as are month and day 0. `specificity`: 1 the place, 2 its
 * neighbourhood, 3 and more only a region.
 */
const gtd: KnownTable = {
  id: 'gtd',
  label: 'GTD',
  marks: ['eventid', 'iyear', 'imonth', 'iday', 'attacktype1_txt'],
  mapping: {
    as: 'incidents',
    columns: {
      ...{
        key: 'eventid',
        year: 'iyear',
        month: 'imonth',
        day: 'iday',
        dateNote: 'approxdate',
        type: 'attacktype1_txt',
      },
      ...{
        place: 'city',
        country: 'country_txt',
        latitude: 'latitude',
        longitude: 'longitude',
        placePrecision: 'specificity',
      },
      ...{
        target: 'targtype1_txt',
        weapons: 'weaptype1_txt',
        killed: 'nkill',
        injured: 'nwound',
        perpetrators: 'nperps',
        summary: 'summary',
      },
    },
    told: [
      'gname',
      'guncertain1',
      'gsubname',
      'target1',
      'nkillter',
      'provstate',
      'scite1',
      'scite2',
      'scite3',
      'claimed',
      'success',
    ],
    unknown: ['-9', '-99', '.', 'Unknown'],
    types: {
      Assassination: 'assassination',
      Hijacking: 'hijacking',
      'Hostage Taking (Kidnapping)': 'kidnapping',
      'Hostage Taking (Barricade Incident)': 'barricade',
      'Bombing/Explosion': 'bombing',
      'Armed Assault': 'armed-assault',
      'Unarmed Assault': 'unarmed-assault',
      'Facility/Infrastructure Attack': 'facility-attack',
    },
    source: { title: 'Global Terrorism Database', publisher: 'START, University of Maryland' },
  },
};

export const knownTables: readonly KnownTable[] = [acled, ged, gtd];

/** The data set of a table, by the names of its columns. */
export function knownTable(heads: readonly string[]): KnownTable | undefined {
  return knownTables.find(({ marks }) => marks.every((mark) => heads.includes(mark)));
}
