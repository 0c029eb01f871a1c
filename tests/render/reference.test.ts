import { describe, expect, it } from 'vitest';
import type { CslItem } from '../../src/model/generated/types.ts';
import { referenceText, shortReferenceText } from '../../src/render/reference.ts';
import { messages } from './messages.ts';

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
      'Anna Smith, “Attack on a hall”, *The Daily*, 23_March 2024, pp._1-2, <https://daily.example/a_b>',
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
      'untitled web page, Ministry, undated, <http://m.example/>',
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
      'A et al. 1999',
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
      'Data 2020',
    ],
    [
      'a date in words',
      { type: 'document', title: 'Paper', issued: { literal: 'some | day' } },
      '“Paper”, some \\| day',
      'Paper',
    ],
    [
      'an editor',
      { type: 'book', editor: [person('Dee', 'E.')], title: 'T', issued: '2000' },
      'E. Dee, *T*, 2000',
      'T 2000',
    ],
  ] satisfies [string, CslItem, string, string][])('read well for %s', (_, csl, expected, expectedShort) => {
    expect(full(csl)).toBe(expected);
    expect(short(csl)).toBe(expectedShort);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'https://a.example/ <b>',
    'https://a.example/>[x](javascript:alert(1))',
    'ftp://a.example',
    ' https://a.example',
  ])('do not link to %j', (url) => {
    expect(full({ type: 'webpage', title: 'T', issued: '2000', URL: url })).toBe('“T”, 2000');
  });
});
