import { expect, test } from 'vitest';
import { bidiControl } from '../../src/check/rules/bidi-control.ts';
import { judgment, objectionsOf } from '../support/assessments.ts';

test('found everywhere, including names and bibliography', () => {
  const found = objectionsOf(bidiControl, {
    title: 'The \u202eeltit',
    judgments: [{ ...judgment, statement: ['One.', 'T\u2066wo\u2069.'] }],
    sources: [{ id: 'one', csl: { type: 'book', title: '\u202dOne' } }],
  });
  expect(found.map(({ pointer }) => pointer)).toEqual([
    '/title',
    '/judgments/0/statement/1',
    '/sources/0/csl/title',
  ]);
  expect(found[0]?.message).toBe('`U+202E right-to-left override` stands in this text at character 5.');
  expect(found[1]?.message).toContain('and 1 more like it');
  expect(found.every(({ fix }) => fix === undefined)).toBe(true);
});

test('letters from right to left are not controls', () => {
  expect(objectionsOf(bidiControl, { title: 'الخط والخط', subtitle: 'קו הצפון' })).toEqual([]);
});
