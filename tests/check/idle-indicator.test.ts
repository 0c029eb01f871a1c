import { expect, test } from 'vitest';
import { idleIndicator } from '../../src/check/rules/idle-indicator.ts';
import { objectionsOf } from '../support/assessments.ts';

/** Pointers of what the rule objects to. */
const found = (...input: Parameters<typeof objectionsOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  objectionsOf(idleIndicator, ...input).map(({ pointer }) => pointer);

test('an indicator of a scenario, or one with a target, is not idle', () => {
  const indicators = [
    { id: 'listed', statement: 'A fire in the south.' },
    { id: 'one', statement: 'A calm month.', observes: 'fires-continue' },
    { id: 'idle', statement: 'Rain.' },
  ];
  expect(
    found({ indicators, scenarios: [{ id: 'spread', title: 'Spread', indicators: ['listed'] }] }),
  ).toEqual(['/indicators/2']);
});
