import { expect, test } from 'vitest';
import { ownWords } from '../../src/check/rules/own-words.ts';
import { objectionsOf } from '../support/assessments.ts';

test('bad: words in place of a term', () => {
  expect(
    objectionsOf(ownWords, { incidents: [{ id: 'a', title: 'A', type: { other: 'theft of a balloon' } }] }),
  ).toMatchObject([
    { pointer: '/incidents/0/type', message: '“theft of a balloon” stands in the place of a term.' },
  ]);
});

test('clean: terms that are shipped', () => {
  expect(objectionsOf(ownWords, { incidents: [{ id: 'a', title: 'A', type: 'cable-damage' }] })).toEqual([]);
});
