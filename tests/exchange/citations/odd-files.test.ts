import { describe, expect, test } from 'vitest';
import { biblatexExporter, cslExporter, risExporter } from '../../../src/exchange/citations/export.ts';
import { bibtexImporter, cslImporter, risImporter } from '../../../src/exchange/citations/import.ts';
import type { Importer } from '../../../src/exchange/interfaces.ts';
import { MAX_IMPORT_ENTRIES } from '../../../src/exchange/limits.ts';
import type { Register, Source } from '../../../src/model/generated/types.ts';
import { assessmentWith } from '../../support/assessments.ts';
import { context, sourceFrom } from '../support.ts';

function read(importer: Importer, text: string) {
  const { parts, losses, remarks } = importer.import(sourceFrom('sample', text), context);
  return {
    csl: parts.flatMap(({ content }) => content.sources ?? []).map((source) => source.csl),
    ids: parts.flatMap(({ content }) => content.sources ?? []).map(({ id }) => id),
    lost: losses.map(({ at, what, why }) => `${at}: ${what}: ${why}`),
    said: remarks.map(({ rule, message }) => `${rule}: ${message}`),
  };
}
const list = (count: number, item: object) => Array.from({ length: count }, () => item);
const book = { type: 'book', title: 'A' };

describe('a file that is no bibliography is refused', () => {
  test.each<[string, Importer, string, string]>([
    ['empty', bibtexImporter, ' ', 'not-this-format: No item of BibTeX is in the file.'],
    ['empty', risImporter, '', 'not-this-format: No item of RIS is in the file.'],
    [
      'of other lines',
      risImporter,
      'Dear reader',
      'not-this-format: None of the entries can be read as RIS.',
    ],
    ['of notes', cslImporter, '[{"type":"note"}]', 'not-this-format: No item of CSL-JSON is in the file.'],
    [
      'of too many items',
      cslImporter,
      JSON.stringify(list(MAX_IMPORT_ENTRIES + 1, book)),
      'too-many-entries: The file holds 50,001 items; at most 50,000 are imported.',
    ],
  ])('if it is %s', (_, importer, text, message) => {
    const { csl, said } = read(importer, text);
    expect(csl).toEqual([]);
    expect(said).toEqual([message]);
  });

  test('with what is listed of it', () => {
    expect(read(risImporter, 'Dear reader\n').lost).toEqual([
      'line 1: line outside of a record: It stands outside of any record.',
    ]);
    expect(read(bibtexImporter, ' ').lost).toEqual([]);
  });
});

test('of many items the first twenty tell whether it is a bibliography', () => {
  const recognised = (before: number) =>
    cslImporter.recognises(
      sourceFrom('x.json', JSON.stringify([...list(before, book), { title: 'Without a type' }])),
    );
  expect([recognised(19), recognised(20)]).toEqual([false, true]);
});

test('losses are where they are in the file', () => {
  const odd = { ...book, colour: 'red' };
  const places = (data: unknown) =>
    read(cslImporter, JSON.stringify(data)).lost.map((line) => line.split(':')[0]);
  expect(places(odd)).toEqual(['/colour']);
  expect(places([odd])).toEqual(['/0/colour']);
  expect(places({ references: [book, odd] })).toEqual(['/references/1/colour']);
  expect(places({ items: [odd], references: [book, odd] })).toEqual(['/items/0/colour']);
});

describe('records of RIS', () => {
  const record = (...lines: readonly string[]) =>
    read(risImporter, ['TY  - RPRT  ', 'TI  - Fires', ...lines, 'ER  -   ', ''].join('\n'));

  test.each<[string, readonly string[], object]>([
    ['spaces around a value', ['PB  -   House  '], { publisher: 'House' }],
    ['a value of spaces, continued', ['PB  -   ', '   ', ' House '], { publisher: 'House' }],
    ['three values', ['KW  - a', 'KW  - b', 'KW  - c'], { keyword: 'a,b,c' }],
    ['the longest of several dates', ['DA  - 2025', 'PY  - 2025/04/07'], { issued: '2025-04-07' }],
    ['a date of EDTF', ['PY  -  2025~ '], { issued: '2025~' }],
    ['one digit in a month', ['DA  - 2025/4'], { issued: '2025-04' }],
    [
      'people and bodies',
      ['AU  - Berg, I.', 'AU  - Rail Board', 'AU  - Lee', 'AU  - Rail Board, North'],
      {
        author: [
          { family: 'Berg', given: 'I.' },
          { literal: 'Rail Board' },
          { family: 'Lee' },
          { family: 'Rail Board', given: 'North' },
        ],
      },
    ],
    ['notes', ['N1  - One', 'N1  - Two'], { note: 'One\nTwo' }],
  ])('may have %s', (_, lines, expected) => {
    expect(record(...lines)).toMatchObject({
      csl: [{ type: 'report', title: 'Fires', ...expected }],
      lost: [],
    });
  });

  test('begin within two thousand characters', () => {
    const begins = (spaces: number) =>
      risImporter.recognises(sourceFrom('x', `${' '.repeat(spaces)}TY  - RPRT`));
    expect([begins(1993), begins(1994)]).toEqual([true, false]);
  });
});

test('lines of Extra may be indented; empty lines at the ends of the note go', () => {
  const csl = { id: 'xx', ...book, note: '\n  PMID: 5 \n\nA remark.\nVolume:\nType: fire\n\n' };
  expect(read(cslImporter, JSON.stringify([csl])).csl).toEqual([
    { ...book, PMID: '5', note: 'A remark.\nVolume:\nType: fire' },
  ]);
});

test.each<[string, string]>([
  ['{ 2025~ }', '2025~'],
  ['{2025-04-07}', '2025-04-07'],
])('the date %s of BibLaTeX is read', (date, issued) => {
  expect(read(bibtexImporter, `@report{berg, title = {Fires}, date = ${date}}`).csl).toMatchObject([
    { title: 'Fires', issued },
  ]);
});

test.each<[string, unknown]>([
  ['{Ines Berg and others}', [{ family: 'Berg', given: 'Ines' }]],
  ['{{Rail Board} and Berg, Ines}', [{ literal: 'Rail Board' }, { family: 'Berg', given: 'Ines' }]],
  ['{{Rail} and Berg, Ines}', [{ family: 'Rail' }, { family: 'Berg', given: 'Ines' }]],
])('the names %s of BibTeX are read', (author, expected) => {
  const { csl, lost } = read(
    bibtexImporter,
    `@report{berg, title = {Fires}, author = ${author}, year = 2025}`,
  );
  expect(csl[0]?.author).toEqual(expected);
  expect(lost).toEqual(
    author.includes('others')
      ? [
          expect.stringContaining(
            '“and others”: Bibliographic items in CSL cannot say that there are more names.',
          ),
        ]
      : [],
  );
});

describe('dates in other programs', () => {
  const exported = (exporter: typeof cslExporter, csl: object) => {
    const sources = [{ id: 's', csl: { type: 'report', title: 'F', ...csl }, reliability: 'B' }];
    const { files, losses } = exporter.export({
      assessment: assessmentWith({ sources: sources as unknown as Source[] }),
      register: {},
      options: {},
    });
    const lost = losses.filter(({ at }) => at.includes('/csl/')).map(({ at, degree }) => `${at} ${degree}`);
    return { text: String(files[0]?.content), lost };
  };
  test.each<[string, object]>([
    ['0001', { 'date-parts': [[1]] }],
    ['0000', { 'date-parts': [[-1]] }],
    ['-0001', { 'date-parts': [[-2]] }],
    ['2024-21', { 'date-parts': [[2024]], season: 1 }],
  ])('%s is %j in CSL', (issued, expected) => {
    const { text, lost } = exported(cslExporter, { issued });
    expect((JSON.parse(text) as readonly { readonly issued: object }[])[0]?.issued).toEqual(expected);
    expect(lost).toEqual([]);
  });

  test('are in BibLaTeX as EDTF, each once', () => {
    const { text, lost } = exported(biblatexExporter, {
      ...{ issued: '2025~', accessed: '2025-05-01', 'event-date': '2024/..', URL: 'https://example.org/a' },
    });
    const dates = text.split('\n').filter((line) => /date = /.test(line));
    expect(dates).toEqual(['\tdate = {2025~},', '\turldate = {2025-05-01},', '\teventdate = {2024/..},']);
    expect(lost).toEqual([]);
  });

  test('that a format cannot hold are listed; texts lose only their line ends', () => {
    expect(exported(risExporter, { issued: '2025-22', note: 'One\n two ', volume: 4 }).lost).toEqual([
      '/sources/0/csl/issued changed',
    ]);
    expect(exported(risExporter, { custom: { b: 1, a: 'x  y' } }).lost).toEqual([
      '/sources/0/csl/custom dropped',
    ]);
  });
});

describe('an item that is there already', () => {
  const known = (there: readonly object[], item: object) => {
    const register = { sources: there.map((csl, at) => ({ id: `known-${at}`, csl })) };
    const text = JSON.stringify([{ id: 'new', type: 'report', ...item }]);
    const { parts, losses, remarks } = cslImporter.import(sourceFrom('x', text), {
      ...context,
      register: register as unknown as Register,
    });
    expect(parts).toHaveLength(remarks.length === 0 ? 1 : 0);
    return [
      ...remarks.map(({ message }) => message.replace(/^.*`(.*)`\.$/, '$1')),
      ...losses.map(({ at, why, value }) => `${at} ${value} ${/without it/.test(why) ? 'new' : 'other'}`),
    ];
  };
  const titled = (title: string, more: object = {}) => ({ type: 'report', title, issued: '2024', ...more });

  test.each([
    ['Ｆires of Ｎorham', 'Fires of Norham', ['known-0']],
    ['Fires of Nörham', 'FIRES OF NO\u0308RHAM!', ['known-0']],
    ['Fires', '<i>Fi</i>res', ['known-0']],
    ['Rail', 'Rails', []],
    ['Art', 'Art', []],
  ])('is known by its title, %s as %s, if that is longer than three letters', (there, title, found) => {
    expect(known([titled(there)], titled(title)).filter((line) => !line.startsWith('/'))).toEqual(found);
  });

  test('keeps what it says: each difference is listed, in names too', () => {
    const there = titled('Fires', {
      DOI: '10.5555/a',
      author: [{ family: 'Berg', given: 'I.' }],
      volume: '4',
    });
    const item = {
      ...titled('Fires', {
        DOI: '10.5555/A',
        author: [{ family: 'Lee', given: 'J.' }],
        volume: 4,
        page: '7',
      }),
    };
    expect(known([there], item)).toEqual([
      'known-0',
      '/0/DOI 10.5555/A other',
      '/0/author [{"family":"Lee","given":"J."}] other',
      '/0/page 7 new',
    ]);
  });

  test('has the same names in any order of their parts', () => {
    const by = (name: object) => titled('Fires', { author: [name] });
    expect(known([by({ given: 'I.', family: 'Berg' })], by({ family: 'Berg', given: 'I.' }))).toEqual([
      'known-0',
    ]);
  });

  test('is the one of several that says most of the same; of equals the first', () => {
    const fires = (more: object) => titled('Fires', { publisher: 'House', ...more });
    const list = [fires({}), fires({ genre: 'Study', page: '7' }), fires({ genre: 'Study' })];
    expect(known(list, fires({ genre: 'Study', page: '7' }))).toEqual(['known-1']);
    expect(known(list, fires({}))[0]).toBe('known-0');
  });

  test('is another one by another body', () => {
    const by = (literal: string) => titled('Annual Report', { author: [{ literal }] });
    expect(known([by('Rail Board')], by('Post Office'))).toEqual([]);
    expect(known([by('Rail Board')], by('The Rail Board'))[0]).toBe('known-0');
  });
});
