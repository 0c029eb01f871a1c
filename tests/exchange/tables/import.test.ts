import { describe, expect, test } from 'vitest';
import type { ImportContext, Imported, Importer } from '../../../src/exchange/interfaces.ts';
import { guessImporters } from '../../../src/exchange/registry.ts';
import { shippedFormats } from '../../../src/exchange/shipped.ts';
import { csvImporter, knownTableImporters } from '../../../src/exchange/tables/import.ts';
import { dateOf } from '../../../src/exchange/tables/rows.ts';
import type { Assessment } from '../../../src/model/generated/types.ts';
import { processorTime } from '../../support/processor-time.ts';
import { assessmentOf, context, errorsIn, sourceFrom } from '../support.ts';

const read = (
  importer: Importer,
  content: string | Uint8Array,
  more: Partial<ImportContext> = {},
  file = 'fires.csv',
) => importer.import(sourceFrom(file, content), { ...context, ...more });

const known = (id: string): Importer => {
  const found = knownTableImporters.find((importer) => importer.id === id);
  if (!found) throw new Error(id);
  return found;
};

test('a table is recognised by the ending of its name and its columns', () => {
  const recognises = (file: string, text = 'colour,shape\n1,2\n') =>
    csvImporter.recognises(sourceFrom(file, text));
  expect(csvImporter.endings.map((ending) => recognises(`x${ending.toUpperCase()}`))).toEqual(
    csvImporter.endings.map(() => true),
  );
  expect(recognises('x.txt')).toBe(false);
  expect(recognises('x.csv', 'colour\n1\n')).toBe(false);
});

/** A table of invented rows. */
const table = (heads: readonly string[], ...rows: readonly (readonly (string | number)[])[]) =>
  [heads, ...rows]
    .map((row) =>
      row
        .map((cell) => (/[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell))
        .join(','),
    )
    .join('\n');

const lossesOf = ({ losses }: Imported) => losses.map(({ at, what, degree }) => `${at}: ${what} (${degree})`);

/** An assessment that the check has no errors for. */
function sound(imported: Imported): Assessment {
  expect(imported.remarks.filter(({ severity }) => severity === 'error')).toEqual([]);
  const assessment = assessmentOf(imported);
  expect(errorsIn(assessment)).toEqual([]);
  return assessment;
}

describe('ACLED', () => {
  const acled = table(
    [
      'event_id_cnty',
      'event_date',
      'time_precision',
      'event_type',
      'sub_event_type',
      'actor1',
      'country',
      'location',
      'latitude',
      'longitude',
      'geo_precision',
      'source',
      'notes',
      'fatalities',
      'timestamp',
    ],
    [
      'NOR1',
      '22 March 2024',
      1,
      'Battles',
      'Armed clash',
      'Line Guards',
      'Northland',
      'Norham',
      '60.1',
      '24.9',
      1,
      'Northern Post',
      'Guards fought at the depot.',
      3,
      17000,
    ],
    [
      'NOR2',
      '2024-04-01',
      3,
      'Protests',
      'Peaceful protest',
      '',
      'Northland',
      'North Region',
      '61',
      '25',
      3,
      'Northern Post',
      '=HYPERLINK("http://x.example","*see*")',
      0,
      '',
    ],
  );
  const imported = read(known('acled'), acled);
  const assessment = sound(imported);

  test('becomes incidents with their evidence, without grades', () => {
    expect(assessment.sources).toMatchObject([{ id: 'acled', reliability: 'F' }]);
    expect(assessment.incidents?.[0]).toMatchObject({
      title: 'Armed clash in Norham, 2024-03-22',
      date: '2024-03-22',
      type: 'clash',
      place: { name: 'Norham', country: 'Northland', coordinates: { latitude: 60.1, longitude: 24.9 } },
      killed: { reports: [{ value: 3, source: 'acled' }] },
    });
    expect(assessment.evidence?.[0]).toMatchObject({
      citations: [{ source: 'acled', locator: 'NOR1', credibility: 6 }],
      kind: 'report',
    });
    expect(JSON.stringify(assessment.evidence?.[0]?.statement)).toContain('source: Northern Post');
  });

  test('is no more precise than the source', () => {
    expect(assessment.incidents?.[1]).toMatchObject({ date: '2024-04', type: 'unknown' });
    expect(assessment.incidents?.[1]?.place).toEqual({ name: 'North Region', country: 'Northland' });
    expect(lossesOf(imported)).toEqual([
      'row 2: column "timestamp" (dropped)'.replace('row 2:', 'row 2, column "timestamp":'),
      'row 3, column "latitude": column "latitude" (dropped)',
      'row 3, column "longitude": column "longitude" (dropped)',
    ]);
  });

  test('treats formulas as text', () => {
    expect(JSON.stringify(assessment.evidence?.[1]?.statement)).toContain('HYPERLINK');
    expect(JSON.stringify(assessment.evidence?.[1]?.statement)).toContain('\\\\*see\\\\*');
  });

  test('imported again, gives the same', () => {
    expect(read(known('acled'), acled)).toEqual(imported);
  });
});

test('UCDP GED: best is a report, low to high a range', () => {
  const heads = [
    'id',
    'date_start',
    'date_end',
    'date_prec',
    'side_a',
    'side_b',
    'type_of_violence',
    'where_coordinates',
    'country',
    'latitude',
    'longitude',
    'where_prec',
    'best',
    'low',
    'high',
  ];
  const imported = read(
    known('ged'),
    table(
      heads,
      [7, '2024-03-22', '2024-03-24', 2, 'A', 'B', 1, 'Norham', 'Northland', 60, 24, 1, 5, 3, 9],
      [8, '2024-01-01', '2024-01-01', 5, 'A', 'civilians', 3, 'Norham', 'Northland', 60, 24, 1, 2, 2, 2],
    ),
  );
  const [first, second] = sound(imported).incidents ?? [];
  expect(first).toMatchObject({
    date: '2024-03-22/2024-03-24',
    type: 'clash',
    killed: { reports: [{ value: 5 }, { min: 3, max: 9 }] },
  });
  expect(second).toMatchObject({ date: '2024', type: 'unknown', killed: { reports: [{ value: 2 }] } });
  expect(second?.killed?.reports).toHaveLength(1);
});

test('GTD: -9, -99 and 0 mean unknown', () => {
  const heads = [
    'eventid',
    'iyear',
    'imonth',
    'iday',
    'approxdate',
    'country_txt',
    'city',
    'latitude',
    'longitude',
    'specificity',
    'attacktype1_txt',
    'targtype1_txt',
    'gname',
    'weaptype1_txt',
    'nkill',
    'nwound',
    'nperps',
    'summary',
  ];
  const imported = read(
    known('gtd'),
    table(
      heads,
      [
        '202403220001',
        2024,
        3,
        0,
        'March 2024',
        'Northland',
        'Norham',
        60,
        24,
        1,
        'Bombing/Explosion',
        'Transportation',
        'Unknown',
        'Explosives',
        1,
        -9,
        -99,
        'A cabinet was blown up.',
      ],
      [
        '202400000002',
        2024,
        0,
        0,
        '',
        'Northland',
        'Unknown',
        '',
        '',
        5,
        'Unknown',
        'Unknown',
        'Line Guards',
        'Unknown',
        '',
        '',
        -99,
        '',
      ],
    ),
  );
  const [first, second] = sound(imported).incidents ?? [];
  expect(first).toMatchObject({
    date: '2024-03',
    type: 'bombing',
    killed: { reports: [{ value: 1 }] },
    dateNote: 'March 2024',
  });
  expect(first).not.toHaveProperty('injured');
  expect(first).not.toHaveProperty('perpetrators');
  expect(second).toMatchObject({ date: '2024', type: 'unknown', place: { name: 'Northland' } });
  expect(second).not.toHaveProperty('killed');
  expect(imported.losses).toEqual([]);
});

describe('any other table', () => {
  test('becomes incidents by a suggested mapping, which is written', () => {
    const text = 'Date;Event;City;Killed;Colour\n13.04.2025;Fire at the depot;Norham;2;red\n';
    const imported = read(csvImporter, text);
    expect(sound(imported).incidents).toMatchObject([
      {
        title: 'Fire at the depot',
        date: '2025-04-13',
        place: { name: 'Norham' },
        killed: { reports: [{ value: 2 }] },
      },
    ]);
    expect(lossesOf(imported)).toEqual(['row 2, column "Colour": column "Colour" (dropped)']);
    expect(imported.settings).toMatchObject({
      as: 'incidents',
      columns: { date: 'Date', title: 'Event', place: 'City', killed: 'Killed' },
    });
    expect(read(csvImporter, text, { settings: imported.settings })).toEqual(imported);
  });

  test('becomes one series', () => {
    const imported = read(csvImporter, 'Year,Attacks\n2023,"1,5"\n2022,4\n2024,unknown\n');
    expect(sound(imported).trends).toMatchObject([
      {
        subject: 'Attacks',
        direction: 'unknown',
        series: [
          { at: '2022', value: 4 },
          { at: '2023', value: 1.5 },
        ],
      },
    ]);
    expect(lossesOf(imported)).toEqual(['row 4: row (dropped)']);
  });

  test('becomes a list of actors', () => {
    const { actors } = sound(
      read(csvImporter, 'Name,Aliases,Notes\nLine Guards,LG; Guards,Watch the line\n'),
    );
    expect(actors).toMatchObject([{ id: 'line-guards', name: 'Line Guards', aliases: ['LG', 'Guards'] }]);
  });

  test.each([
    [{ as: 'incidents', columns: { date: 'Tag' } }, /no column `Tag`/],
    [{ as: 'incidents', columns: { colour: 'Date' } }, /`colour` is nothing/],
    [{ as: 'poems', columns: {} }, /`as` of the mapping/],
    [7, /no `columns`/],
  ])('is refused if the mapping does not fit: %j', (settings, message) => {
    const { remarks, parts } = read(csvImporter, 'Date,Event\n2024,X\n', { settings });
    expect(parts).toEqual([]);
    expect(remarks[0]?.message).toMatch(message);
  });

  test.each([
    ['2024-03-22', '2024-03-22'],
    ['2024-03-22 14:30', '2024-03-22'],
    ['22 March 2024', '2024-03-22'],
    ['1st Apr 2024', '2024-04-01'],
    ['March 2024', '2024-03'],
    ['13.04.2025', '2025-04-13'],
    ['13/04/2025', '2025-04-13'],
    ['04/13/2025', '2025-04-13'],
    ['03/04/2025', undefined],
    ['31.02.2025', undefined],
    ['soon', undefined],
  ])('reads %s as %s', (words, expected) => {
    expect(dateOf(words)).toBe(expected);
  });

  test('an ambiguous date needs a setting', () => {
    expect(dateOf('03/04/2025', 'day-first')).toBe('2025-04-03');
    expect(dateOf('03/04/2025', 'month-first')).toBe('2025-03-04');
  });
});

describe('tables in other encodings', () => {
  const text = 'Дата;Событие;Погибло\n2025-04-13;Пожар в депо;2\n';
  const cp1251 = (words: string) =>
    Uint8Array.from(
      [...words].map((letter) => {
        const code = letter.charCodeAt(0);
        return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
      }),
    );

  test.each([
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-16 with a mark', new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))],
    ['UTF-16, big end first', new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())],
    ['Windows-1251', cp1251(text)],
  ])('%s', (_, bytes) => {
    expect(sound(read(csvImporter, bytes)).incidents).toMatchObject([
      { title: 'Пожар в депо', date: '2025-04-13', killed: { reports: [{ value: 2 }] } },
    ]);
  });

  test('Windows-1252', () => {
    const bytes = new Uint8Array(Buffer.from('Date,Event\n2025,Caf\u00e9 fire\n', 'latin1'));
    const imported = read(csvImporter, bytes);
    expect(imported.remarks).toMatchObject([{ rule: 'guessed-encoding', severity: 'warning' }]);
    expect(sound(imported).incidents).toMatchObject([{ title: 'Café fire' }]);
  });
});

describe('hostile tables', () => {
  test.each([
    ['NULs', 'Date,Event\n2024,\0\n', 'invalid-text'],
    ['a million columns', `${'a,'.repeat(1_000_000)}b\n`, 'too-many-columns'],
    ['a quotation mark without end', `Date,Event\n2024,"${'x'.repeat(2_000_000)}`, 'invalid-table'],
    ['too many rows', `Date,Event\n${'2024,X\n'.repeat(60_000)}`, 'too-many-entries'],
    ['rows longer than the heads', 'Date,Event\n2024,a,b,c\n', 'invalid-table'],
    ['no table', 'Dear reader', 'not-this-format'],
    ['nothing', '', 'not-this-format'],
    ['heads that tell nothing', 'x,y\n1,2\n', 'no-mapping'],
  ])('%s', (_, text, rule) => {
    const took = processorTime(() => {
      const { remarks, parts } = read(csvImporter, text);
      expect(parts).toEqual([]);
      expect(remarks).toMatchObject([{ rule, severity: 'error' }]);
    });
    expect(took).toBeLessThan(5000);
  });

  test('rows beyond the limit of an assessment are reported one by one', () => {
    const rows = Array.from({ length: 3000 }, (_, index) => `2024,Fire ${index}`).join('\n');
    const imported = read(csvImporter, `Date,Event\n${rows}\n`);
    const { incidents } = assessmentOf(imported);
    expect((incidents?.length ?? 0) + new Set(imported.losses.map(({ at }) => at)).size).toBe(3000);
  });

  test('names of prototypes are ordinary names', () => {
    const imported = read(csvImporter, 'Date,Event,Type\n2024,__proto__,constructor\n');
    expect(sound(imported).incidents).toMatchObject([{ type: 'unknown' }]);
  });
});

test('tables are recognised by their header', () => {
  const guess = (text: string, file: string) =>
    guessImporters(shippedFormats, sourceFrom(file, text)).map(({ id }) => id);
  expect(guess('event_id_cnty,event_date,sub_event_type\n', 'x.csv')).toEqual(['acled']);
  expect(guess('eventid,iyear,imonth,iday,attacktype1_txt\n', 'x.txt')).toEqual(['gtd']);
  expect(guess('id,type_of_violence,side_a,best,low,high\n', 'x.csv')).toEqual(['ged']);
  expect(guess('Date,Event\n', 'x.csv')).toEqual(['csv']);
});

test('a table from a spreadsheet is read with its days, its thousands, and lines within a cell', () => {
  const text =
    '\ufeffDate;Event;Town;Killed;Lat;Long;Notes\r\n' +
    '45373;Fire at the depot;Norham;"1,200";"55,7";"37,6";"line one\nline two; with semicolon"\r\n' +
    '22-Mar-24;Second;Norham;1.200;;;\r\n20240322;Third;;0;;;\r\nMar 24;Fourth;;"1,5";;;\r\n';
  const { parts, losses } = csvImporter.import(sourceFrom('table.csv', text), context);
  const incidents = parts[0]?.content.incidents ?? [];
  expect(incidents.map(({ date }) => date)).toEqual(['2024-03-22', '2024-03-22', '2024-03-22', undefined]);
  expect(incidents.map(({ killed }) => killed?.reports[0]?.value)).toEqual([1200, 1200, 0, undefined]);
  expect(incidents[0]?.place).toMatchObject({ coordinates: { latitude: 55.7, longitude: 37.6 } });
  expect(losses.map(({ at }) => at)).toEqual(['row 5, column "Date"', 'row 5, column "Killed"']);
});
