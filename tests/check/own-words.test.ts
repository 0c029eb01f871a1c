import { expect, test } from 'vitest';
import { ownWords } from '../../src/check/rules/own-words.ts';
import { objectionsOf } from '../support/assessments.ts';

test('bad: plain words instead of a term', () => {
  expect(
    objectionsOf(ownWords, { incidents: [{ id: 'a', title: 'A', type: { other: 'theft of a balloon' } }] }),
  ).toMatchObject([
    { pointer: '/incidents/0/type', message: '“theft of a balloon” stands in the place of a term.' },
  ]);
});

test('clean: shipped terms', () => {
  expect(objectionsOf(ownWords, { incidents: [{ id: 'a', title: 'A', type: 'cable-damage' }] })).toEqual([]);
});
