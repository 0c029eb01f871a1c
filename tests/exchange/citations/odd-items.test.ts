import { describe, expect, test } from 'vitest';
import { cslExporter, risExporter } from '../../../src/exchange/citations/export.ts';
import { cslImporter, risImporter } from '../../../src/exchange/citations/import.ts';
import type { ImportContext, Imported, Importer } from '../../../src/exchange/interfaces.ts';
import type { CslItem, Source } from '../../../src/model/generated/types.ts';
import { assessmentWith } from '../../support/assessments.ts';
import { context, sourceFrom } from '../support.ts';

/** Items as other programs write them, with what is half right or too much. */
function read(importer: Importer, text: string, more: Partial<ImportContext> = {}): Imported {
  return importer.import(sourceFrom('sample', text), { ...context, ...more });
}

const sourcesOf = ({ parts }: Imported): readonly Source[] =>
  parts.flatMap(({ content }) => content.sources ?? []);
const lossesOf = ({ losses }: Imported) =>
  losses.map(({ at, what, degree, value }) => `${at}: ${what} (${degree}) ${value ?? ''}`.trim());

/** One item of CSL: what it becomes, and what is lost. */
function item(csl: object): {
  readonly csl: unknown;
  readonly id: unknown;
  readonly lost: readonly string[];
} {
  const imported = read(cslImporter, JSON.stringify([{ id: 'x1', type: 'report', title: 'Fires', ...csl }]));
  const [source] = sourcesOf(imported);
  const { type: _, title: __, ...rest } = source?.csl ?? ({} as CslItem);
  return { csl: rest, id: source?.id, lost: lossesOf(imported) };
}

describe('names of an item', () => {
  test('are people, bodies and words; anything else is listed', () => {
    const author = [
      { family: ' Berg ', given: 'I.', suffix: '', 'static-ordering': 1, 'comma-suffix': true },
      'Rail Board',
      { literal: 'House\u0007 of Fires' },
      7,
      { family: 'Lee', orcid: '0000' },
      '',
    ];
    expect(item({ author })).toEqual({
      id: 'x1',
      csl: {
        author: [
          { family: 'Berg', given: 'I.', 'static-ordering': true, 'comma-suffix': true },
          { literal: 'Rail Board' },
          { literal: 'House of Fires' },
          { family: 'Lee' },
        ],
      },
      lost: [expect.stringMatching(/^\/0\/author: part of author \(changed\)/)],
    });
    expect(item({ author: [{ family: 'Berg' }, 'Board'] }).lost).toEqual([]);
    expect(item({ author: 'Berg' }).lost).toEqual(['/0/author: property author (dropped) Berg']);
  });
});

describe('texts and numbers of an item', () => {
  test('lose control characters and the end of long values; empty values are dropped', () => {
    const abstract = 'a'.repeat(12_000);
    expect(
      item({ abstract, volume: 4, note: ' Line\r\none ', annote: null, keyword: [], event: {} }),
    ).toEqual({
      id: 'x1',
      csl: { abstract, volume: 4, note: 'Line\none' },
      lost: [],
    });
    const long = item({ abstract: `${abstract}b` });
    expect(long.csl).toEqual({ abstract });
    expect(long.lost).toEqual([expect.stringMatching(/^\/0\/abstract: part of abstract \(changed\) a/)]);
    expect(item({ abstract: true, page: ' ' }).lost).toEqual([
      '/0/abstract: property abstract (dropped) true',
      expect.stringMatching(/^\/0\/page: property page \(dropped\)/),
    ]);
  });

  test('have older names too; the newer one counts', () => {
    expect(item({ shortTitle: 'F', journalAbbreviation: 'JF' })).toMatchObject({
      csl: { 'title-short': 'F', 'container-title-short': 'JF' },
      lost: [],
    });
    expect(item({ 'title-short': 'New', shortTitle: 'Old' })).toMatchObject({
      csl: { 'title-short': 'New' },
      lost: ['/0/shortTitle: property shortTitle (dropped) Old'],
    });
  });
});

describe('lines of the field Extra', () => {
  test('become properties if these are known and unused; the rest is the note', () => {
    const note = [
      'A remark.',
      'Type: book',
      '{:original-date: 1998}',
      'PMID: 123',
      'Editor: Berg || Ines',
      'Translator: Rail Board',
      'Publisher: Other House',
      'Original Title: Brände',
      'tex.ids: berg',
      'note: kept as it is',
      'id: another',
      'DOI of: nothing',
    ].join('\n');
    const { csl, lost } = item({ note, publisher: 'House' });
    expect(csl).toEqual({
      publisher: 'House',
      'original-date': '1998',
      PMID: '123',
      editor: [{ family: 'Berg', given: 'Ines' }],
      translator: [{ literal: 'Rail Board' }],
      'original-title': 'Brände',
      note: 'A remark.\nPublisher: Other House\nnote: kept as it is\nid: another\nDOI of: nothing',
    });
    expect(lost).toEqual(['/0/note: line of Extra (dropped) tex.ids: berg']);
    const imported = read(
      cslImporter,
      JSON.stringify([{ id: 'xx', type: 'report', title: 'F', note: 'Type: book' }]),
    );
    expect(sourcesOf(imported)[0]?.csl).toEqual({ type: 'book', title: 'F' });
  });
});

describe('dates of an item', () => {
  test.each<[string, unknown, unknown]>([
    ['year, month and day', { 'date-parts': [['2025', '4', 7]] }, '2025-04-07'],
    ['no more than three parts', { 'date-parts': [[2025, 4, 7, 12]] }, '2025-04-07'],
    ['no more than two ends', { 'date-parts': [[2024], [2025], [2026]] }, '2024/2025'],
    ['zeros and empty texts for what is unknown', { 'date-parts': [[2025, 0, 7]] }, '2025'],
    ['no whole numbers', { 'date-parts': [[2025, 4.5]] }, '2025'],
    ['a season', { 'date-parts': [[2025]], season: 2 }, '2025-22'],
    ['about', { 'date-parts': [[2025]], circa: true }, '2025~'],
    ['words', { literal: ' spring 2025 ' }, { literal: 'spring 2025' }],
    ['the first words that say something', { literal: ' ', raw: '2025-04' }, '2025-04'],
    ['no date in parts', { 'date-parts': [[2025, 13]] }, { literal: '2025-13' }],
    ['a number', 2025, '2025'],
    ['long words', 'w'.repeat(300), { literal: 'w'.repeat(200) }],
  ])('%s', (_, issued, expected) => {
    expect(item({ issued })).toEqual({ id: 'x1', csl: { issued: expected }, lost: [] });
  });

  test('without content are lost', () => {
    expect(item({ issued: { 'date-parts': [['']] } }).lost).toHaveLength(1);
    expect(item({ issued: { literal: '  ' } }).lost).toHaveLength(1);
  });
});

describe('the id of a source', () => {
  const idOf = (csl: object) => sourcesOf(read(cslImporter, JSON.stringify([csl])))[0];
  test.each<[string, object, string]>([
    ['its own, if it is one', { id: 'berg-2025', type: 'report', title: 'Fires' }, 'berg-2025'],
    ['its key', { id: 7, 'citation-key': 'Berg:25', type: 'report', title: 'Fires' }, 'berg-25'],
    ['a key in capitals', { id: 'BergFires25', type: 'report', title: 'Fires' }, 'bergfires25'],
    [
      'author and year, where its own is an address',
      {
        id: 'http://zotero.org/1',
        type: 'report',
        title: 'Fires',
        author: [{ family: 'Berg', 'non-dropping-particle': 'van der' }],
        issued: '2025-04',
      },
      'van-der-berg-2025',
    ],
    [
      'a body and the title, without a year',
      { type: 'report', title: 'Fires', author: [{ literal: 'Board' }] },
      'board-fires',
    ],
    ['title and year, without an author', { type: 'report', title: 'Fires', issued: '2025' }, 'fires-2025'],
    [
      'the journal, without a title',
      { type: 'report', 'container-title': 'Post', publisher: 'House' },
      'post',
    ],
    [
      'the publisher, without either',
      { type: 'report', publisher: 'House', URL: 'https://example.org' },
      'house',
    ],
  ])('is %s', (_, csl, id) => {
    expect(idOf(csl)?.id).toBe(id);
  });

  test('repeats the key of other programs only if it differs', () => {
    expect(idOf({ id: 'berg-2025', type: 'report', title: 'F' })?.csl).toEqual({
      type: 'report',
      title: 'F',
    });
    expect(idOf({ id: 7, 'citation-key': 'Berg:25', type: 'report', title: 'F' })?.csl).toEqual({
      type: 'report',
      title: 'F',
      'citation-key': 'Berg:25',
      id: 7,
    });
  });
});

describe('an existing source', () => {
  const shared: Source['csl'] = {
    type: 'report',
    title: 'Fires of 2024',
    publisher: 'House',
    issued: '2024',
  };
  const register = { sources: [{ id: 'fires', csl: { ...shared, URL: 'https://www.example.org/fires/' } }] };
  const known = (csl: object, more: Partial<ImportContext> = {}) => {
    const imported = read(cslImporter, JSON.stringify([{ id: 'new', type: 'report', ...csl }]), {
      register,
      ...more,
    });
    return {
      there: imported.remarks.map(({ message }) => message),
      lost: lossesOf(imported),
      sources: sourcesOf(imported),
    };
  };

  test.each<[string, object]>([
    ['its address', { title: 'Other words', URL: 'http://example.org/fires#top' }],
    [
      'title and year, in any spelling',
      { title: '<i>FIRES</i> of 2024!', issued: '2024-05', publisher: 'House' },
    ],
  ])('is known by %s', (_, csl) => {
    expect(known(csl)).toMatchObject({ there: ['/0 is there already as `fires`.'], sources: [] });
  });

  test.each<[string, object]>([
    ['another year', { title: 'Fires of 2024', issued: '2023' }],
    ['another publisher', { title: 'Fires of 2024', issued: '2024', publisher: 'Office' }],
    ['another title', { title: 'Fire of 2024', issued: '2024' }],
  ])('is not the same with %s', (_, csl) => {
    expect(known(csl).sources.map(({ id }) => id)).toEqual(['new']);
  });

  test('is recognised by its number, whatever its publisher', () => {
    const doi = { type: 'report', title: 'A', publisher: 'House', DOI: '10.5555/Rail.1' } as const;
    const numbered = { sources: [{ id: 'rail', csl: doi }] };
    const same = { title: 'B', publisher: 'Office', URL: 'https://doi.org/10.5555/rail.1?x' };
    expect(known(same, { register: numbered }).there).toEqual(['/0 is there already as `rail`.']);
  });

  test('keeps its words: differences of the other are listed', () => {
    const csl = {
      title: 'Fires of 2024',
      issued: '2024',
      publisher: 'House',
      note: 'New',
      volume: 4,
      genre: 'Study',
    };
    const { lost } = known({ ...csl, type: 'book' });
    expect(lost).toEqual([
      '/0/type: property type of a known item (dropped) book',
      '/0/note: property note of a known item (dropped) New',
      '/0/volume: property volume of a known item (dropped) 4',
      '/0/genre: property genre of a known item (dropped) Study',
    ]);
  });

  test('in the register is referenced by an assessment once', () => {
    const twice = JSON.stringify([1, 2].map((id) => ({ id, ...shared })));
    const into = assessmentWith({ sources: [] });
    expect(sourcesOf(read(cslImporter, twice, { register, into }))).toEqual([
      { ref: 'fires', reliability: 'F' },
    ]);
    const referring = assessmentWith({ sources: [{ ref: 'fires', reliability: 'B' }] });
    expect(sourcesOf(read(cslImporter, twice, { register, into: referring }))).toEqual([]);
    const own = assessmentWith({
      sources: [{ id: 'mine', csl: { ...shared, note: 'Mine' }, reliability: 'B' }],
    });
    const { remarks } = read(cslImporter, twice, { register, into: own });
    expect(remarks.map(({ message }) => message)).toContain('/0 is there already as `mine`.');
  });

  test('listed twice in one file is one', () => {
    const two = [
      { id: 'aa', ...shared },
      { id: 'bb', ...shared },
    ];
    expect(sourcesOf(read(cslImporter, JSON.stringify(two))).map(({ id }) => id)).toEqual(['aa']);
  });
});

describe('a record of RIS', () => {
  test('may have continued lines, several values, spaces, and lines outside of records', () => {
    const text = [
      'Exported by a program',
      'TY  - rprt ',
      'T1  - Fires of the',
      '  northern   line',
      'A1  - Berg, Ines ',
      'A1  - Rail Safety Authority',
      'PY  - 2025',
      'DA  - 2025/4/7/spring',
      'Y2  - 2025/05/01/',
      'KW  - rail',
      'KW  - fire',
      '  and smoke',
      'ZZ  - what is it',
      'ER  - ',
      'after',
      '',
    ].join('\r\n');
    const imported = read(risImporter, text);
    expect(sourcesOf(imported).map(({ csl }) => csl)).toEqual([
      {
        type: 'report',
        title: 'Fires of the northern   line',
        author: [{ family: 'Berg', given: 'Ines' }, { literal: 'Rail Safety Authority' }],
        issued: '2025-04-07',
        accessed: '2025-05-01',
        keyword: 'rail,fire and smoke',
      },
    ]);
    expect(lossesOf(imported)).toEqual([
      'line 1: line outside of a record (dropped) Exported by a program',
      'line 15: line outside of a record (dropped) after',
      'record 1, tag ZZ: tag ZZ (dropped) what is it',
    ]);
  });

  test('is recognised by its beginning', () => {
    expect(risImporter.recognises(sourceFrom('x', '\n TY  - JOUR'))).toBe(true);
    expect(risImporter.recognises(sourceFrom('x', 'See TY  - JOUR'))).toBe(false);
  });

  test('is exported with days in full digits, without line breaks', () => {
    const sources: Source[] = [
      {
        id: 's',
        csl: { type: 'report', title: 'Fires\n of  rail', issued: '0987-04-07', accessed: '2025-05-01' },
        reliability: 'B',
      },
    ];
    const { files } = risExporter.export({
      assessment: assessmentWith({ sources }),
      register: {},
      options: {},
    });
    const lines = String(files[0]?.content).split('\r\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'TY  - RPRT',
        'TI  - Fires of rail',
        'DA  - 0987/04/07/',
        'Y2  - 2025/05/01/',
        'ID  - s',
      ]),
    );
    expect(lines.slice(-2)).toEqual(['ER  - ', '']);
  });
});

test('dates are exported as parts, or as EDTF if parts cannot express them', () => {
  const issuedOf = (issued: string) => {
    const sources: Source[] = [{ id: 's', csl: { type: 'report', title: 'F', issued }, reliability: 'B' }];
    const { files } = cslExporter.export({
      assessment: assessmentWith({ sources }),
      register: {},
      options: {},
    });
    return (JSON.parse(String(files[0]?.content)) as readonly { readonly issued: unknown }[])[0]?.issued;
  };
  expect(issuedOf('2025-04-07')).toEqual({ 'date-parts': [[2025, 4, 7]] });
  expect(issuedOf('2024/2025-03')).toEqual({ 'date-parts': [[2024], [2025, 3]] });
  expect(issuedOf('2025-22')).toEqual({ 'date-parts': [[2025]], season: 2 });
  expect(issuedOf('2025~')).toEqual({ 'date-parts': [[2025]], circa: true });
  // There is no year 0 in CSL.
  expect(issuedOf('-0049')).toEqual({ 'date-parts': [[-50]] });
  expect(issuedOf('0000')).toEqual({ 'date-parts': [[-1]] });
  for (const other of ['2025?', '202X', '2024/..', '2025-04?'])
    expect(issuedOf(other)).toEqual({ raw: other });
});

describe('a file of items', () => {
  test.each<[string, unknown, number]>([
    ['a list', [{ type: 'book', title: 'A' }], 1],
    ['one item', { type: 'book', title: 'A' }, 1],
    ['a list within `items`', { items: [{ type: 'book', title: 'A' }] }, 1],
    ['a list within `references`', { references: [{ type: 'book', title: 'A' }] }, 1],
    ['items among as many notes', [{ type: 'book', title: 'A' }, { type: 'note' }], 1],
    ['mostly notes', [{ type: 'book', title: 'A' }, { type: 'note' }, { type: 'note' }], 0],
    ['one without a type', [{ type: 'book', title: 'A' }, { title: 'B' }], 0],
    ['no kind of CSL', [{ type: 'fire', title: 'A' }], 0],
    ['a kind and nothing else', [{ type: 'book' }], 0],
    ['no records', [{ type: 'book', title: 'A' }, 3], 0],
  ])('that is %s is recognised or not', (_, data, expected) => {
    expect(Number(cslImporter.recognises(sourceFrom('x.json', JSON.stringify(data))))).toBe(expected);
  });
});

test('a part of a date may be text with spaces around the number', () => {
  expect(item({ issued: { 'date-parts': [[' 2024 ', '03', '']] } }).csl).toEqual({ issued: '2024-03' });
});

test('a list of which an entry is no object is no bibliography', () => {
  const good = { id: 'x1', type: 'report', title: 'Fires' };
  const recognises = (data: unknown) => cslImporter.recognises(sourceFrom('x.json', JSON.stringify(data)));
  expect([[good], { items: [good] }, [good, 'x2'], { items: ['x2', good] }].map(recognises)).toEqual([
    ...[true, true, false, false],
  ]);
  const imported = read(cslImporter, JSON.stringify([good, 'x2']));
  expect([imported.parts, imported.remarks.map(({ rule }) => rule)]).toEqual([[], ['not-this-format']]);
});
