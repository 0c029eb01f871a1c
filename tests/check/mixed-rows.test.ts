import { expect, test } from 'vitest';
import { mixedRows } from '../../src/check/rules/mixed-rows.ts';
import { judgment, objectionsOf } from '../support/assessments.ts';

const likelihoods = (
  ...terms: ('likely' | 'probable' | 'improbable' | 'unlikely' | 'almost certainly')[]
) => ({
  judgments: terms.map((term, index) => ({ ...judgment, id: `j${index}`, likelihood: { term } })),
});

test('the fix changes the rarer row', () => {
  expect(objectionsOf(mixedRows, likelihoods('improbable', 'likely', 'almost certainly'))).toMatchObject([
    {
      pointer: '/judgments/0/likelihood/term',
      fix: { pointer: '/judgments/0/likelihood/term', value: 'unlikely' },
    },
  ]);
  expect(objectionsOf(mixedRows, likelihoods('improbable', 'probable', 'likely'))[0]?.fix?.value).toBe(
    'probable',
  );
});

test('if the rows tie, the first stays', () => {
  expect(objectionsOf(mixedRows, likelihoods('probable', 'unlikely')).map(({ fix }) => fix?.value)).toEqual([
    'improbable',
  ]);
});

test('one row, or the yardstick, which has none, is accepted', () => {
  expect(objectionsOf(mixedRows, likelihoods('probable', 'improbable'))).toEqual([]);
  expect(
    objectionsOf(mixedRows, { ...likelihoods('probable', 'unlikely'), standards: { likelihood: 'phia' } }),
  ).toEqual([]);
});
