import { describe, expect, it } from 'vitest';
import type { CslItem } from '../../../src/model/generated/types.ts';
import schema from '../../../src/model/schema/csl-item.schema.json' with { type: 'json' };
import { referenceText } from '../../../src/render/reference/full.ts';
import { shortReferenceText } from '../../../src/render/reference/short.ts';
import { messages } from '../messages.ts';

/** `_` stands for a non-breaking space. */
const full = (csl: CslItem) => referenceText(csl, messages).replaceAll('\u00a0', '_');
const short = (csl: CslItem) => shortReferenceText(csl, messages);

const person = (family: string, given: string) => ({ family, given });

describe('references', () => {
  it.each([
    [
      'a newspaper',
      {
        type: 'article-newspaper',
        author: [person('Smith', 'Anna')],
        title: 'Attack on a hall',
        'container-title': 'The Daily',
        issued: '2024-03-23',
        page: '1-2',
        URL: 'https://daily.example/a_b',
      },
      'Anna Smith, “Attack on a hall”, *The Daily*, 23_March 2024, pp._1–2, [daily.example/a\\_b](https://daily.example/a_b)',
      'Smith 2024',
    ],
    [
      'a report with a number',
      {
        type: 'report',
        author: [{ literal: 'Institute for *War*' }],
        title: 'Networks',
        genre: 'Policy Memo',
        'collection-title': 'Memos',
        number: 889,
        publisher: 'Memos',
        issued: { 'date-parts': [[2024, 5]] },
      },
      'Institute for \\*War\\*, *Networks*, Policy Memo, *Memos*, no._889, May 2024',
      'Institute for \\*War\\* 2024',
    ],
    [
      'an untitled web page without a date',
      { type: 'webpage', publisher: 'Ministry', URL: 'http://m.example/' },
      'untitled web page, Ministry, undated, [m.example](http://m.example/)',
      'Ministry',
    ],
    ['almost nothing', { type: 'interview' }, 'untitled interview, undated', 'interview'],
    [
      'two authors',
      { type: 'book', author: [person('Berg', 'Ada'), person('Cole', 'Bo')], title: 'Title', issued: '1999' },
      'Ada Berg and Bo Cole, *Title*, 1999',
      'Berg et al. 1999',
    ],
    [
      'four authors',
      {
        type: 'book',
        author: ['A', 'B', 'C', 'D'].map((family) => ({ family })),
        title: 'Title',
        issued: { 'date-parts': [[1999]], circa: true },
      },
      'A et al., *Title*, about 1999',
      'A et al. (about 1999)',
    ],
    [
      'particles and suffixes',
      {
        type: 'chapter',
        author: [
          { family: 'Gogh', given: 'Vincent', 'non-dropping-particle': 'van' },
          { family: 'Bemolle', given: 'Jean', 'dropping-particle': 'de', suffix: 'Jr.' },
        ],
        title: 'Title',
        issued: { 'date-parts': [['2001', '02', '03']] },
      },
      'Vincent van Gogh and Jean de Bemolle Jr., “Title”, 3_February 2001',
      'van Gogh et al. 2001',
    ],
    [
      'a range of dates',
      { type: 'dataset', title: 'Data', issued: { 'date-parts': [[2020], [2022]] } },
      '“Data”, 2020–2022',
      '“Data” (2020–2022)',
    ],
    [
      'a date in words',
      { type: 'document', title: 'Paper', issued: { literal: 'some | day' } },
      '“Paper”, some \\| day',
      '“Paper”',
    ],
    [
      'an editor',
      { type: 'book', editor: [person('Dee', 'E.')], title: 'T', issued: '2000' },
      'E. Dee (ed.), *T*, 2000',
      'Dee 2000',
    ],
  ] satisfies [string, CslItem, string, string][])(
    'are readable for %s',
    (_, csl, expected, expectedShort) => {
      expect(full(csl)).toBe(expected);
      expect(short(csl)).toBe(expectedShort);
    },
  );

  it.each([
    ['javascript:alert(1)', 'javascript:alert(1)'],
    ['data:text/html,x', 'data:text/html,x'],
    [
      'https://www.a.example/reports/2024/annual-report-of-the-authority.html',
      '[a.example](https://www.a.example/reports/2024/annual-report-of-the-authority.html)',
    ],
    ['https://a.example/x(1)', '[a.example/x(1)](<https://a.example/x(1)>)'],
    ['https://a.example/ <b>', 'https\\://a.example/ \\<b\\>'],
    ['https://a.example/>[x](javascript:alert(1))', 'https\\://a.example/\\>\\[x\\](javascript:alert(1))'],
    ['ftp://a.example', 'ftp\\://a.example'],
  ])('print %j and do not link to it', (url, printed) => {
    expect(full({ type: 'webpage', title: 'T', issued: '2000', URL: url })).toBe(`“T”, 2000, ${printed}`);
  });
});

describe('each property of an item', () => {
  const { properties } = schema as {
    properties: Record<string, { description: string; examples?: unknown[] }>;
  };
  const bare = { type: 'chapter', issued: '2024', title: 'Chapter', 'container-title': 'Book' } as const;
  /** Dates have no separate examples. */
  const exampleOf = (name: string) => properties[name]?.examples?.[0] ?? '1987-06-05';

  it.each(Object.keys(properties).filter((name) => !['type', 'note'].includes(name)))(
    '%s is printed, or its description says that it is not',
    (name) => {
      const without = Object.fromEntries(Object.entries(bare).filter(([key]) => key !== name));
      const item = { ...without, [name]: exampleOf(name) } as unknown as CslItem;
      const text = full(item);
      if (/not printed/.test(properties[name]?.description ?? '')) {
        expect(text).toBe(full(without as unknown as CslItem));
      } else {
        const words = JSON.stringify(exampleOf(name)).match(/[\p{L}\p{N}]{2,}|\d/gu) ?? [];
        const said = words.filter((word) => !['family', 'given', 'literal', '06', '05'].includes(word));
        expect(said.filter((word) => !text.includes(word))).toEqual([]);
      }
    },
  );
});

describe('references to parts', () => {
  const lee = [person('Lee', 'A.')];
  it.each([
    [
      'one page',
      {
        type: 'article-newspaper',
        title: 'Fire',
        'container-title': 'Post',
        page: 'A1',
        issued: '2025-04-13',
      },
      '“Fire”, *Post*, 13_April 2025, p._A1',
    ],
    [
      'a volume and a DOI',
      {
        type: 'article-journal',
        title: 'Many <i>hands</i>',
        author: lee,
        'container-title': 'J. Rail',
        volume: 12,
        issue: '3',
        page: '4-9',
        issued: '2024',
        DOI: '10.5555/12345678',
        URL: 'https://doi.org/10.5555/12345678',
      },
      'A. Lee, “Many *hands*”, *J. Rail*, vol._12, no._3, 2024, pp._4–9, [doi:10.5555/12345678](https://doi.org/10.5555/12345678)',
    ],
    [
      'a chapter that has only an editor',
      {
        type: 'chapter',
        title: 'Chap',
        'container-title': 'Book',
        editor: [person('Ed', 'E.')],
        page: '77',
        issued: '2011',
      },
      '“Chap”, in E. Ed (ed.), *Book*, 2011, p._77',
    ],
    [
      'an author beside an editor',
      {
        type: 'chapter',
        title: 'Chap',
        author: lee,
        'container-title': 'Book',
        editor: [person('Ed', 'E.'), person('Oh', 'F.')],
        edition: 2,
        publisher: 'P',
        'publisher-place': 'London',
        issued: '2011',
      },
      'A. Lee, “Chap”, in E. Ed and F. Oh (eds), *Book*, 2nd_ed., London: P, 2011',
    ],
    [
      'a report from Zotero',
      {
        id: 'http://zotero.org/users/1/items/ABC',
        type: 'report',
        title: 'Quarterly Report',
        publisher: 'Rail Authority',
        author: [person('Doe', 'J.')],
        issued: { 'date-parts': [['2025', 4, 11]] },
        accessed: { 'date-parts': [['2025', 5, 1]] },
        URL: 'https://a.example/b',
        DOI: '10.1000/x(1)<2>',
      },
      'J. Doe, *Quarterly Report*, Rail Authority, 11_April 2025, [doi:10.1000/x(1)\\<2\\>](https://doi.org/10.1000/x%281%29%3C2%3E), [a.example/b](https://a.example/b), accessed 1_May 2025',
    ],
    [
      'a date that is none',
      { type: 'book', title: 'T', issued: { 'date-parts': [[2024, 13]] } },
      '*T*, 2024-13',
    ],
    ['a year before our era', { type: 'book', title: 'T', issued: { 'date-parts': [[-50]] } }, '*T*, 50_BCE'],
    [
      'names of other customs',
      {
        type: 'book',
        title: 'T',
        author: [
          { family: 'Kim', given: 'Jong-un', 'static-ordering': true },
          { family: 'Baghdadi', given: 'Abu Bakr', 'non-dropping-particle': 'al-' },
          { family: 'King', given: 'Martin', suffix: 'Jr.', 'comma-suffix': true },
        ],
        issued: '2001',
      },
      'Kim Jong-un, Abu Bakr al-Baghdadi and Martin King, Jr., *T*, 2001',
    ],
  ] satisfies [string, CslItem, string][])('are readable for %s', (_, csl, expected) => {
    expect(full(csl)).toBe(expected);
  });

  it.each([
    ['4', 'p._4'],
    ['xii', 'p._xii'],
    ['S12-S19', 'pp._S12–S19'],
    ['4--9', 'pp._4–9'],
    ['3, 7', 'pp._3, 7'],
    ['12f', 'pp._12f'],
    ['p. 5', 'p. 5'],
  ])('print %s as %s', (page, expected) => {
    expect(full({ type: 'chapter', title: 'T', issued: '2000', page })).toBe(`“T”, 2000, ${expected}`);
  });

  it.each([
    [1, '1st_ed.'],
    ['3', '3rd_ed.'],
    [11, '11th_ed.'],
    ['revised', 'revised ed.'],
    ['Second edition', 'Second edition'],
  ])('print edition %s as %s', (edition, expected) => {
    expect(full({ type: 'book', title: 'T', issued: '2000', edition })).toBe(`*T*, ${expected}, 2000`);
  });
});

it.each([
  ['2016?', undefined, '2016? (the year is uncertain)'],
  ['2016?', 'a', '2016?a (the year is uncertain)'],
  ['2016-05?', undefined, 'May 2016 (uncertain)'],
  ['2016-05-03?', undefined, '3_May 2016 (uncertain)'],
])(
  'an uncertain date %s with the suffix %s is in the list as in notes, and explained',
  (issued, suffix, date) => {
    const csl: CslItem = { type: 'book', title: 'T', issued, ...(suffix && { 'year-suffix': suffix }) };
    expect(full(csl)).toBe(`*T*, ${date}`);
  },
);

describe('short references', () => {
  const author = [{ literal: 'Author' }];
  it.each([
    ['2019/2021', 'Author 2019–2021'],
    ['2024-03/2024-05', 'Author 2024'],
    ['2019/..', 'Author (since 2019)'],
    ['202X', 'Author 2020s'],
    ['19XX', 'Author (between 1900 and 1999)'],
    ['2016~', 'Author (about 2016)'],
    ['2016-05~', 'Author 2016'],
    ['2016?', 'Author 2016?'],
    ['2024-21', 'Author 2024'],
    ['0099', 'Author 99'],
    ['-0049', 'Author 50_BCE'],
    ['Y12024', 'Author 12024'],
    [{ 'date-parts': [[-50]] }, 'Author 50_BCE'],
    [{ 'date-parts': [[12024]] }, 'Author 12024'],
    [{ 'date-parts': [[2019], [2021]] }, 'Author 2019–2021'],
  ] satisfies [CslItem['issued'], string][])('print the year of %j as %s', (issued, expected) => {
    expect(short({ type: 'book', title: 'T', author, issued }).replaceAll('\u00a0', '_')).toBe(expected);
  });

  it.each([
    ['Internet Crime Report 2024', '2025', '*Internet Crime Report 2024* (2025)'],
    ['Internet Crime Report 2024', '2024-04', '*Internet Crime Report 2024*'],
    ['Report 12024', '2024', '*Report 12024* (2024)'],
    ['Sparking at 5 km', '2024', '*Sparking at 5 km* (2024)'],
    ['The <i>Ever Given</i>', '2021', '*The Ever Given* (2021)'],
    ['CO<sub>2</sub> at Sea', '2021', '*CO₂ at Sea* (2021)'],
  ])('name %s of %s readably', (title, issued, expected) => {
    expect(short({ type: 'report', title, issued })).toBe(expected);
  });

  it.each([
    [{ type: 'webpage', title: 'Crews at Sea' }, '“Crews at Sea” (2021)'],
    [{ type: 'webpage', title: '[Notice on crews]' }, '\\[Notice on crews\\] (2021)'],
    [{ type: 'webpage', 'container-title': 'The Gazette' }, 'The Gazette 2021'],
  ] satisfies [CslItem, string][])('distinguish the title of a part from a name: %j', (csl, expected) => {
    expect(short({ ...csl, issued: '2021' })).toBe(expected);
  });

  it('distinguish items with the same author and year', () => {
    expect(short({ type: 'book', title: 'T', author, issued: '2024', 'year-suffix': 'b' })).toBe(
      'Author 2024b',
    );
  });
});
