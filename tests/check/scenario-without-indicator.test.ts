import { expect, test } from 'vitest';
import { scenarioWithoutIndicator } from '../../src/check/rules/scenario-without-indicator.ts';
import { objectionsOf } from '../support/assessments.ts';

/** Pointers of what the rule objects to. */
const found = (...input: Parameters<typeof objectionsOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  objectionsOf(scenarioWithoutIndicator, ...input).map(({ pointer }) => pointer);

test('either of the two may name the indicator', () => {
  const scenarios = [
    { id: 'spread', title: 'Spread', indicators: ['south'] },
    { id: 'stop', title: 'Stop' },
    { id: 'same', title: 'Same' },
  ];
  const indicators = [
    { id: 'south', statement: 'A fire in the south.' },
    { id: 'calm', statement: 'A calm month.', observes: ['scenarios/stop'] },
  ];
  expect(found({ scenarios, indicators })).toEqual(['/scenarios/2']);
});
