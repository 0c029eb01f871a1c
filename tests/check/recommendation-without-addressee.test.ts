import { expect, test } from 'vitest';
import { recommendationWithoutAddressee } from '../../src/check/rules/recommendation-without-addressee.ts';
import { objectionsOf } from '../support/assessments.ts';

/** Pointers of what the rule objects to. */
const found = (...input: Parameters<typeof objectionsOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  objectionsOf(recommendationWithoutAddressee, ...input).map(({ pointer }) => pointer);

test('one addressee or several are enough', () => {
  const recommendations = [
    { id: 'a', action: 'Guard them.' },
    { id: 'b', action: 'Guard them.', to: 'Rail Authority' },
    { id: 'c', action: 'Guard them.', to: ['Rail Authority', 'Police'] },
  ];
  expect(found({ recommendations })).toEqual(['/recommendations/0']);
});
