import { describe, expect, test } from 'vitest';
import { csvExporter } from '../../../src/exchange/tables/export.ts';
import { csvImporter, knownTableImporters } from '../../../src/exchange/tables/import.ts';
import { dateOf } from '../../../src/exchange/tables/rows.ts';
import type { Assessment } from '../../../src/model/generated/types.ts';
import { assessmentWith } from '../../support/assessments.ts';
import { context, sourceFrom } from '../support.ts';

/** A table with semicolons between its cells, read with a mapping if one is given. */
function read(text: string, settings?: unknown, importer = csvImporter) {
  const { parts, losses, remarks } = importer.import(sourceFrom('fires.csv', text), { ...context, settings });
  return {
    content: parts[0]?.content ?? {},
    lost: losses.map(({ at, why, value }) => `${at}: ${why}${value === undefined ? '' : ` ${value}`}`),
    remarks,
  };
}
const MISREAD = 'It cannot be read as what the mapping says it is.';

describe('numbers of a series', () => {
  const seriesWith = (words: string) =>
    read(`year;n\n2024;"${words}"\n`, { as: 'series', columns: { at: 'year', value: 'n' } });

  test.each([
    ['0', 0],
    ['-3', -3],
    ['2.50', 2.5],
    ['1 234', 1234],
    ['12 345 678,5', 12345678.5],
    ['1,5', 1.5],
    ['-0,25', -0.25],
    ['1,2345', 1.2345],
    ['1,234,567', 1234567],
    ['123456789012345', 123456789012345],
  ])('%s is %d', (words, value) => {
    expect(seriesWith(words).content.trends?.[0]?.series).toEqual([{ at: '2024', value, source: 'table' }]);
  });

  test.each(['1,234', '12 34', '1234567890123456', '3%', '1e3', '1,23,456'])(
    '%s may mean several things, or is none: the row is lost',
    (words) => {
      const { content, lost } = seriesWith(words);
      expect(content).toEqual({});
      expect(lost).toEqual([`row 2: It has no date and number that can be read. 2024 | ${words}`]);
    },
  );

  test('stand in the order of time; equal times in that of the table', () => {
    const { content, lost } = read('month;fires\n2024-03;3\n2024-01;1\n;\n2024-03;4\n2023;0\n', {
      as: 'series',
      columns: { at: 'month', value: 'fires' },
    });
    expect(content.trends).toEqual([
      {
        id: 'fires',
        subject: 'fires',
        direction: 'unknown',
        series: [
          { at: '2023', value: 0, source: 'table' },
          { at: '2024-01', value: 1, source: 'table' },
          { at: '2024-03', value: 3, source: 'table' },
          { at: '2024-03', value: 4, source: 'table' },
        ],
      },
    ]);
    expect(lost).toEqual([]);
  });
});

test.each([
  ['2024-03-22T09:30:00Z', undefined, '2024-03-22'],
  ['20240322', undefined, '2024-03-22'],
  ['20241322', undefined, undefined],
  ['20000', undefined, '1954-10-03'],
  ['19999', undefined, undefined],
  ['69999', undefined, '2091-08-24'],
  ['70000', undefined, undefined],
  ['45373.75', undefined, '2024-03-22'],
  ['22-Mar-29', undefined, '2029-03-22'],
  ['22-Mar-30', undefined, '1930-03-22'],
  ['Mar 24', undefined, undefined],
  ['2nd June 2024', undefined, '2024-06-02'],
  ['30 Feb 2024', undefined, undefined],
  ['Dec. 2024', undefined, '2024-12'],
  ['Jan, 2024', undefined, '2024-01'],
  ['Foo 2024', undefined, undefined],
  // With dots the day is first, whatever the order of dates with slashes.
  ['03.04.2025', 'month-first', '2025-04-03'],
  ['12/12/2025', undefined, '2025-12-12'],
  ['12/13/2025', undefined, '2025-12-13'],
  ['13/12/2025', undefined, '2025-12-13'],
  ['13/13/2025', undefined, undefined],
  ['12/03/2025', undefined, undefined],
  ['13/12/2025', 'month-first', undefined],
  ['12/13/2025', 'day-first', undefined],
  ['3-4-2025', 'day-first', '2025-04-03'],
  ['3/4.2025', 'day-first', undefined],
] as const)('the date %s (%s) is %s', (words, order, expected) => {
  expect(dateOf(words, order)).toBe(expected);
});

describe('an incident', () => {
  const columns = {
    ...{ key: 'no', title: 'title', date: 'date', until: 'until', type: 'kind', place: 'town' },
    ...{ country: 'land', latitude: 'lat', longitude: 'lon', placePrecision: 'near', datePrecision: 'exact' },
    ...{ killed: 'dead', killedLow: 'low', killedHigh: 'high', injured: 'hurt', summary: 'notes' },
  };
  const settings = {
    ...{ as: 'incidents', columns, told: ['who', 7, 'gone'], unknown: ['?', 7] },
    ...{ types: { fire: 'arson', blast: 'bombing' }, source: { title: 'Fires', publisher: 7 } },
  };
  const heads = [...Object.values(columns), 'who'];
  const row = (cells: Readonly<Record<string, string>>) => {
    const text = `${heads.join(';')}\n${heads.map((head) => `"${cells[head] ?? ''}"`).join(';')}\n`;
    const { content, lost } = read(text, settings);
    return { incident: content.incidents?.[0], evidence: content.evidence?.[0], lost };
  };

  test.each<[Readonly<Record<string, string>>, string]>([
    [{ title: ' Night\tfire ', kind: 'fire', town: 'Norham' }, 'Night fire'],
    [{ kind: 'fire', town: 'Norham', date: '2024-03-22' }, 'fire in Norham, 2024-03-22'],
    [{ kind: '3', town: 'Norham' }, 'Incident in Norham'],
    [{ date: '2024-03' }, 'Incident, 2024-03'],
    [{ kind: 'fire', date: '2024?' }, 'fire, 2024'],
    [{ town: 'Norham', kind: '?' }, 'Incident in Norham'],
    [{ notes: 'It burned.' }, 'Incident'],
  ])('%j is called "%s"', (cells, title) => {
    expect(row(cells).incident?.title).toBe(title);
  });

  test.each([{ kind: 'fire' }, { no: '7' }, { dead: '3', who: 'Guards' }])(
    'is none without title, date, place and summary: %j',
    (cells) => {
      const { incident, evidence, lost } = row(cells);
      expect([incident, evidence]).toEqual([undefined, undefined]);
      expect(lost).toEqual([
        expect.stringMatching(/^row 2: It has nothing to be called by, or there is no more room\. /),
      ]);
    },
  );

  test('has its words, and the row where they stand, in its evidence', () => {
    const all = row({ no: 'F-7', title: 'Fire', notes: 'One.\n\nTwo.', kind: 'riot', who: ' Guards ' });
    expect(all.evidence).toEqual({
      id: 'f-7-fire',
      statement: ['One.', '', 'Two.', '', 'kind: riot; who: Guards.'],
      kind: 'report',
      citations: [{ source: 'fires', locator: 'F-7', credibility: 6 }],
    });
    expect(all.incident).toEqual({ id: 'fire-f-7', title: 'Fire', type: 'unknown', evidence: ['f-7-fire'] });
    const bare = row({ title: 'Fire', kind: 'fire', who: '?' });
    expect(bare.incident).toEqual({ id: 'fire', title: 'Fire', type: 'arson', evidence: ['fire'] });
    expect(bare.evidence).toMatchObject({
      statement: ['Fire.'],
      citations: [{ source: 'fires', locator: 'row 2', credibility: 6 }],
    });
  });

  test.each([
    [{ date: '2024-03-22', until: '2024-03-24', exact: '5' }, '2024-03-22/2024-03-24'],
    [{ date: '2024-03-22', until: '2024-03-22', exact: '3' }, '2024-03'],
    [{ date: '2024-03-22', until: '2024-03-21' }, '2024-03-22'],
    [{ date: '2024-03-22', exact: '1' }, '2024-03-22'],
    [{ date: '2024-03-22', exact: '2' }, '2024-03-22~'],
    [{ until: '2024-03-22', title: 'Fire' }, undefined],
  ])('%j is dated %s', (cells, date) => {
    expect(row(cells).incident?.date).toBe(date);
  });

  test.each<[Readonly<Record<string, string>>, object | undefined, readonly string[]]>([
    [{ land: 'NO', lat: '-90', lon: '180' }, { latitude: -90, longitude: 180 }, []],
    [{ land: 'NO', lat: '60,5', lon: '24.25', near: '2' }, { latitude: 60.5, longitude: 24.25 }, []],
    [{ land: 'NO', lat: '60', lon: '24', near: '3' }, undefined, ['lat', 'lon']],
    [{ land: 'NO', lat: '90.5', lon: '24' }, undefined, ['lat', 'lon']],
    [{ land: 'NO', lat: '90', lon: '180.5' }, undefined, ['lat', 'lon']],
    [{ land: 'NO', lat: '60N', lon: '24' }, undefined, ['lat', 'lon']],
    [{ land: 'NO', lat: '60' }, undefined, ['lat']],
  ])('%j is at %j', (cells, coordinates, unread) => {
    const { incident, lost } = row({ title: 'Fire', ...cells });
    expect(incident?.place).toEqual({ name: 'NO', ...(coordinates && { coordinates }) });
    expect(lost).toEqual(unread.map((head) => `row 2, column "${head}": ${MISREAD} ${cells[head]}`));
  });

  test('has a country beside its place; coordinates without a name are no place', () => {
    expect(row({ title: 'Fire', town: 'Norham', land: 'NO' }).incident?.place).toEqual({
      name: 'Norham',
      country: 'NO',
    });
    expect(row({ title: 'Fire', lat: '60', lon: '24' }).incident).not.toHaveProperty('place');
  });

  test.each<[Readonly<Record<string, string>>, readonly object[] | undefined]>([
    [{ dead: '0' }, [{ value: 0 }]],
    [{ dead: '12.00' }, [{ value: 12 }]],
    [{ dead: '1 200' }, [{ value: 1200 }]],
    [{ dead: '1’200’300' }, [{ value: 1200300 }]],
    [{ dead: '3', low: '2', high: '5' }, [{ value: 3 }, { min: 2, max: 5 }]],
    [{ low: '2', high: '5' }, [{ min: 2, max: 5 }]],
    [{ dead: '3', low: '3', high: '3' }, [{ value: 3 }]],
    [{ low: '5', high: '2' }, undefined],
    [{ low: '5' }, undefined],
  ])('%j are its dead: %j', (cells, reports) => {
    expect(row({ title: 'Fire', ...cells }).incident?.killed).toEqual(
      reports && { reports: reports.map((report) => ({ ...report, source: 'fires' })) },
    );
  });

  test.each(['-1', '1.5', '1,20', '1,234.567', '1234567890', 'some'])(
    'of %s hurt none are counted',
    (hurt) => {
      const { incident, lost } = row({ title: 'Fire', hurt });
      expect(incident).not.toHaveProperty('injured');
      expect(lost).toEqual([`row 2, column "hurt": ${MISREAD} ${hurt}`]);
    },
  );
});

test.each([
  ['2024', '0', '5', '2024'],
  ['2024', '1', '0', '2024-01'],
  ['2024', '12', '1', '2024-12-01'],
  ['2024', '-9', '3', '2024'],
  ['24', '3', '4', undefined],
])('GTD year %s, month %s, day %s is %s', (...cells) => {
  const date = cells.pop();
  const gtd = knownTableImporters.find(({ id }) => id === 'gtd');
  const text = `iyear,imonth,iday,eventid,attacktype1_txt,city\n${cells.join(',')},1,Unknown,Norham\n`;
  expect(read(text, undefined, gtd).content.incidents?.[0]?.date).toBe(date);
});

test.each([
  ['1', '2024-03-22'],
  ['2', '2024-03-22~'],
  ['3', '2024-03-22~'],
  ['4', '2024-03'],
  ['5', '2024'],
])('a UCDP date of precision %s is %s', (precision, date) => {
  const ged = knownTableImporters.find(({ id }) => id === 'ged');
  const text = `id,type_of_violence,side_a,best,low,high,date_start,date_prec\n1,1,A,0,0,0,2024-03-22,${precision}\n`;
  expect(read(text, undefined, ged).content.incidents?.[0]?.date).toBe(date);
});

test('an actor has its other names once, and its summary with the row', () => {
  const { content, lost } = read(
    'name;aka;type;notes\nHerons;"Ardea; ;Ardea|Egrets";gang;"One.\n\nTwo."\nCranes;;;\n;X;;\n',
    {
      as: 'actors',
      columns: { name: 'name', aliases: 'aka', type: 'type', summary: 'notes' },
    },
  );
  expect(content.actors).toEqual([
    {
      id: 'herons',
      name: 'Herons',
      aliases: ['Ardea', 'Egrets'],
      summary: ['One.', '', 'Two.[@table, row 2]'],
    },
    { id: 'cranes', name: 'Cranes', summary: ['Listed in the table.[@table, row 3]'] },
  ]);
  expect(lost).toEqual([
    `row 2, column "type": ${MISREAD} gang`,
    'row 4: It has nothing to be called by, or there is no more room. | X | |',
  ]);
});

describe('a mapping is suggested', () => {
  test.each<[string, string, object]>([
    ['from the first of several names', 'Date;When;Event;Name', { date: 'Date', title: 'Event' }],
    ['of incidents for a date with a place', 'Day;Town', { date: 'Day', place: 'Town' }],
    ['of a series for a time and a number', 'Year;Colour;Attacks', { at: 'Year', value: 'Attacks' }],
    ['of a series for a time and any other column', 'Year;Fires', { at: 'Year', value: 'Fires' }],
    ['of actors for names', 'Name;Kind;AKA', { name: 'Name', aliases: 'AKA', type: 'Kind' }],
  ])('%s', (_, heads, columns) => {
    const cells = heads.replace(/[^;]+/g, (head) => (/Date|Day|When|Year/.test(head) ? '2024' : '5'));
    const { parts, settings } = csvImporter.import(sourceFrom('x.csv', `${heads}\n${cells}\n`), context);
    expect(parts).toHaveLength(1);
    expect((settings as { readonly columns?: object }).columns).toEqual(columns);
  });

  test.each([
    ['a time among three columns', 'Year;Colour;Size'],
    ['a place without a date', 'Town;Notes'],
  ])('by nothing for %s: twenty columns are named', (_, heads) => {
    const more = Array.from({ length: 30 }, (_, at) => `c${at}`);
    const all = [...heads.split(';'), ...more];
    const { content, remarks } = read(`${all.join(';')}\n${all.map(() => '1').join(';')}\n`);
    expect(content).toEqual({});
    const named = all.slice(0, 20).map((head) => `\`${head}\``);
    expect(remarks.map(({ rule, help }) => [rule, help])).toEqual([
      ['no-mapping', `Say it in a mapping. The columns are ${named.join(', ')}.`],
    ]);
    const { remarks: wrong } = read(`${all.join(';')}\n`, { as: 'series', columns: { at: 'gone' } });
    expect(wrong.map(({ rule, help }) => [rule, help])).toEqual([
      ['invalid-mapping', `The columns are ${named.join(', ')}.`],
    ]);
  });
});

describe('a list of ours', () => {
  const back = (file: string, text: string) => {
    const { parts, losses } = csvImporter.import(sourceFrom(file, text), context);
    return { parts, lost: losses.map(({ at, why, value }) => `${at}: ${why} ${value ?? ''}`) };
  };

  test('has numbers and lists by its schema; what is none of these is lost', () => {
    // A column that no source has: the table is none of ours.
    expect(back('x.sources.csv', 'id,reliability,primary\na,B,true\n').parts).toEqual([]);
    const own = back(
      'incidents.csv',
      'id,title,date,place.name,place.coordinates.latitude,evidence\na,A,2024,Norham,60.5,e; f\nb,B,2025,,60N,\n,,,,,\n',
    );
    expect(own.parts).toEqual([
      {
        belongs: 'existing',
        returns: true,
        content: {
          incidents: [
            {
              ...{ id: 'a', title: 'A', date: '2024' },
              ...{ place: { name: 'Norham', coordinates: { latitude: 60.5 } }, evidence: ['e', 'f'] },
            },
            { id: 'b', title: 'B', date: '2025' },
          ],
        },
      },
    ]);
    expect(own.lost).toEqual([
      'row 3, column "place.coordinates.latitude": It cannot be what this property holds. 60N',
    ]);
    expect(back('incidents.csv', 'id,title\n,A\n')).toEqual({
      parts: [],
      lost: ['row 2: It has no id. | A'],
    });
  });

  test('a list with something else than entries is no table', () => {
    const assessment = { ...assessmentWith({}), judgments: [], tags: ['a', 'b'] } as unknown as Assessment;
    const { files, remarks } = csvExporter.export({
      assessment,
      register: {},
      options: { collection: 'tags' },
    });
    expect(files).toEqual([]);
    expect(remarks.map(({ message }) => message)).toEqual(['The assessment has no list `tags`.']);
  });
});
