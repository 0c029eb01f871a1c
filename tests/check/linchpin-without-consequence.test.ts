import { expect, test } from 'vitest';
import { linchpinWithoutConsequence } from '../../src/check/rules/linchpin-without-consequence.ts';
import { objectionsOf } from '../support/assessments.ts';

/** Pointers of what the rule objects to. */
const found = (...input: Parameters<typeof objectionsOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  objectionsOf(linchpinWithoutConsequence, ...input).map(({ pointer }) => pointer);

test('only linchpins need one', () => {
  const assumptions = [
    { id: 'a', statement: 'One group.', linchpin: true },
    { id: 'b', statement: 'One group.' },
    { id: 'c', statement: 'One group.', linchpin: true, ifWrong: 'It is chance.' },
  ];
  expect(found({ assumptions })).toEqual(['/assumptions/0']);
});
