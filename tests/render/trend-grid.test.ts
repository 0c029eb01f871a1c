import { expect, test } from 'vitest';
import { emptyRegister } from '../../src/derive/entities/resolve.ts';
import { deriveMemo } from '../../src/derive/memo-view.ts';
import { trendGrids } from '../../src/render/trend-grid.ts';
import { assessmentWith } from '../support/assessments.ts';
import { messages } from './messages.ts';

type Value = { readonly at: string; readonly value: number };

function grids(series: readonly Value[]) {
  const assessment = assessmentWith({
    trends: [{ id: 't', subject: 'The line', measure: 'fires', direction: 'rising', series: [...series] }],
  });
  const { trends } = deriveMemo(assessment, emptyRegister);
  return trendGrids(trends, messages);
}

const months = Array.from({ length: 30 }, (_, index) => ({
  at: `${2008 + Math.floor(index / 12)}-${String(1 + (index % 12)).padStart(2, '0')}`,
  value: index + 0.5,
}));

test('two dozen values are a sentence, more are a table', () => {
  expect(grids(months.slice(0, 24))).toEqual([]);
  expect(grids(months)).toHaveLength(1);
});

test('months are columns, years are rows, and missing values are empty cells', () => {
  const [grid] = grids(months);
  expect(grid?.columns).toEqual([
    'Jan',
    'Feb',
    'Mar',
    'Apr',
    'May',
    'Jun',
    'Jul',
    'Aug',
    'Sep',
    'Oct',
    'Nov',
    'Dec',
  ]);
  expect(grid?.rows.map(({ name }) => name)).toEqual(['2008', '2009', '2010']);
  expect(grid?.rows[2]?.cells.map(({ text }) => text)).toEqual([
    '24.5',
    '25.5',
    '26.5',
    '27.5',
    '28.5',
    '29.5',
    '',
    '',
    '',
    '',
    '',
    '',
  ]);
});

test('years are grouped by decades, days by months', () => {
  const years = Array.from({ length: 26 }, (_, index) => ({ at: String(1998 + index), value: index }));
  expect(grids(years)[0]?.rows.map(({ name }) => name)).toEqual([
    '1990–1999',
    '2000–2009',
    '2010–2019',
    '2020–2029',
  ]);
  const days = Array.from({ length: 28 }, (_, index) => ({
    at: `2024-02-${String(index + 1).padStart(2, '0')}`,
    value: index,
  }));
  const [grid] = grids(days);
  expect(grid?.rows.map(({ name }) => name)).toEqual(['February 2024']);
  expect(grid?.columns).toHaveLength(28);
});

test('a series with dates of several kinds, or a repeated one, has a row for each value', () => {
  const [first, ...rest] = months;
  if (first === undefined) throw new Error('no months');
  expect(grids([{ ...first, at: '2008' }, ...rest])[0]?.rows).toHaveLength(30);
  expect(grids([first, ...months.slice(0, 29)])[0]?.rows).toHaveLength(30);
  expect(grids([{ ...first, at: '2008-01~' }, ...rest])[0]?.rows[0]?.name).toBe('about January 2008');
});

test('uncertain dates, and dates before the first year, have a row each', () => {
  for (const at of ['2010?', '2010~', '201X', '2010-21', '0000'])
    expect(grids([...years(30), { at, value: 1 }])[0]?.columns).toEqual(['Value']);
  expect(grids(years(30))[0]?.columns).toHaveLength(10);
  expect(grids(years(30))[0]?.rows.map(({ name }) => name)).toEqual(['1970–1979', '1980–1989', '1990–1999']);
});

function years(count: number): Value[] {
  return Array.from({ length: count }, (_, index) => ({ at: String(1970 + index), value: index }));
}
