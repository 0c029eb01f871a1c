import { describe, expect, test } from 'vitest';
import type { HouseStyle } from '../../src/model/brand/house-style.ts';
import type { Assessment } from '../../src/model/generated/types.ts';
import { houseFurniture, houseText, packFurniture } from '../../src/render/house-text.ts';
import { memoWith } from '../support/assessments.ts';
import { messages } from './messages.ts';

const plain: HouseStyle = {
  base: 'plain',
  opening: 'cover',
  approvals: 'block',
  colours: { structure: '', accent: '', tint: '', band: '', bandText: '' },
  css: '',
  families: {},
  distribution: [],
  watermark: {},
} as unknown as HouseStyle;

const memo: Partial<Assessment> = {
  title: 'Fires *again*',
  authors: [{ name: 'A. Berg' }],
  published: '2025-05-06',
  series: { name: 'Rail Memos', number: 7 },
  edition: { number: 2 },
  marking: 'TLP:GREEN',
};
const textOf = (style: object, own: Partial<Assessment> = {}, isPart = false) =>
  houseText({ ...plain, ...style }, memoWith({ ...memo, ...own }), messages, isPart);
const imprint = (line: string, own: Partial<Assessment> = {}) =>
  textOf({ imprint: line, name: 'Institute' }, own).imprint;

describe('a text of a house', () => {
  test.each([
    [
      '{name}, {series} {number}, edition {edition}, {date} ({year}), {id}',
      'Institute, Rail Memos 7, edition 2, 6 May 2025 (2025), sample',
    ],
    ['{authors}: {title}', 'A. Berg: Fires *again*'],
    ['By {nobody}, {name}', 'By, Institute'],
    ['{nobody}, {name}', 'Institute'],
    ['{nobody}', undefined],
  ])('%s', (line, expected) => {
    expect(imprint(line)?.replaceAll('\u00a0', ' ')).toBe(expected);
  });

  test('omits missing values, with their separators', () => {
    const bare = { authors: [], series: { name: 'Rail Memos' }, published: '2025' } as Partial<Assessment>;
    expect(imprint('{name} · {authors} · {series} {number} · {year}', bare)).toBe(
      'Institute · Rail Memos · 2025',
    );
    expect(imprint('{authors}, {name}', { authors: [{ name: 'A. Berg' }, { name: 'B. Cole' }] })).toBe(
      'A. Berg and B. Cole, Institute',
    );
    expect(imprint('{year}', { published: '../2024' })).toBe('2024');
  });

  test('has a DOI if it is valid, as a link', () => {
    const cited = (doi: string | undefined, own: Partial<Assessment> = {}) =>
      textOf({ citation: '{title}. {doi}', ...(doi !== undefined && { doi }) }, own).citation;
    expect(cited('10.1234/rail.{number}')).toBe(
      'Fires \\*again\\*. [https\\://doi.org/10.1234/rail.7](https://doi.org/10.1234/rail.7)',
    );
    for (const none of ['10.12/x', 'rail.{number}', '10.1234/{nobody}', '10.1234/{title}', undefined])
      expect(cited(none)).toBe('Fires \\*again\\*.');
  });

  test('names the recipients whom its readers may know', () => {
    const distribution = [
      { to: 'All' },
      { to: 'Green', marking: 'TLP:GREEN' },
      { to: 'Red', marking: 'TLP:RED' },
    ];
    expect(textOf({ distribution }).distribution).toEqual(['All', 'Green']);
    expect(textOf({ distribution }, { marking: 'TLP:RED' }).distribution).toEqual(['All', 'Green', 'Red']);
    expect(textOf({ distribution: [distribution[2]] }).distribution).toBeUndefined();
  });

  test('is an imprint if it has any content, and missing in a part', () => {
    const approvals = [{ name: 'C. Chief', date: '2025-05-05' }] as unknown as Assessment['approvals'];
    expect(textOf({}).hasImprint).toBe(false);
    expect(textOf({ contact: 'Ring us.' })).toMatchObject({
      hasImprint: true,
      isCovered: true,
      opening: 'cover',
    });
    expect(textOf({ contact: 'Ring us.' }, {}, true)).toMatchObject({
      hasImprint: false,
      approvalBlock: false,
    });
    expect(textOf({}, { approvals } as Partial<Assessment>)).toMatchObject({
      hasImprint: true,
      approvalBlock: true,
    });
    expect(textOf({ approvals: 'line' }, { approvals } as Partial<Assessment>)).toMatchObject({
      hasImprint: false,
      approvalBlock: false,
    });
    expect(textOf({ opening: 'head' }).isCovered).toBe(false);
  });
});

describe('the header of pages', () => {
  const furniture = (style: object, own: Partial<Assessment> = {}) =>
    houseFurniture({ ...plain, ...style }, memoWith({ ...memo, ...own }), messages);

  test('is the name and the running head of the house', () => {
    expect(furniture({})).toEqual({});
    expect(furniture({ name: { en: 'Institute', de: 'Institut' }, runningHead: '{name}: {title}' })).toEqual({
      name: 'Institute',
      runningHead: 'Institute: Fires *again*',
    });
    expect(
      packFurniture(
        { ...plain, name: { en: 'Institute', de: 'Institut' }, runningHead: '{name} – {title}' },
        'de-AT',
        'Mappe',
      ),
    ).toEqual({
      name: 'Institut',
      runningHead: 'Institut – Mappe',
    });
    expect(packFurniture(plain, 'en', 'Pack')).toEqual({});
  });

  test('has a watermark for a status that has one', () => {
    const watermark = { draft: true, review: 'Not yet', final: '' };
    expect(furniture({ watermark }, { status: 'draft' }).watermark).toBe('Draft');
    expect(furniture({ watermark }, { status: 'review' }).watermark).toBe('Not yet');
    expect(furniture({ watermark }, { status: 'final' })).toEqual({});
    expect(furniture({ watermark })).toEqual({});
  });
});
