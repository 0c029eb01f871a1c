import { expect, test } from 'vitest';
import { recommendationWithoutJudgment } from '../../src/check/rules/recommendation-without-judgment.ts';
import { objectionsOf } from '../support/assessments.ts';

/** Pointers of what the rule objects to. */
const found = (...input: Parameters<typeof objectionsOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  objectionsOf(recommendationWithoutJudgment, ...input).map(({ pointer }) => pointer);

test('each recommendation is checked separately', () => {
  const recommendations = [
    { id: 'a', action: 'Guard them.', judgments: ['attacks-continue'] },
    { id: 'b', action: 'Guard them.' },
  ];
  expect(found({ recommendations })).toEqual(['/recommendations/1']);
});
