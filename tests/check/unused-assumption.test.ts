import { expect, test } from 'vitest';
import { unusedAssumption } from '../../src/check/rules/unused-assumption.ts';
import { objectionsOf } from '../support/assessments.ts';

/** Pointers of what the rule objects to. */
const found = (...input: Parameters<typeof objectionsOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  objectionsOf(unusedAssumption, ...input).map(({ pointer }) => pointer);

test('only judgments use assumptions', () => {
  const used = {
    assumptions: [
      { id: 'same-hand', statement: 'One group.' },
      { id: 'idle', statement: 'Dry summers.' },
    ],
    judgments: [{ id: 'a', statement: 'Fires will go on.', assumptions: ['same-hand'] }],
  };
  expect(found(used)).toEqual(['/assumptions/1']);
});
