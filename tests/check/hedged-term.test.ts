import { expect, test } from 'vitest';
import { hedgedTerm } from '../../src/check/rules/hedged-term.ts';
import { objectionsOf } from '../support/assessments.ts';

test('each kind of hedge has its own help', () => {
  const found = objectionsOf(hedgedTerm, {
    bottomLine: ['It is quite likely.', 'It is not likely.', 'It may possibly be.'],
  });
  expect(found.map(({ pointer, message }) => [pointer, message])).toEqual([
    ['/bottomLine/0', '`quite likely` is not a term of the scale.'],
    ['/bottomLine/1', '`not likely` is not a term of the scale.'],
    ['/bottomLine/2', '`may possibly` is not a term of the scale.'],
  ]);
  expect(new Set(found.map(({ help }) => help)).size).toBe(3);
});

test('quotations and reported speech are not searched', () => {
  expect(
    objectionsOf(hedgedTerm, { bottomLine: 'He wrote “quite likely”. It is quite likely, says Berg.' }),
  ).toEqual([]);
});
