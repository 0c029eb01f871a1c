import { expect, test } from 'vitest';
import { judgmentWithoutEvidence } from '../../src/check/rules/judgment-without-evidence.ts';
import { objectionsOf } from '../support/assessments.ts';

/** Pointers of what the rule objects to. */
const found = (...input: Parameters<typeof objectionsOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  objectionsOf(judgmentWithoutEvidence, ...input).map(({ pointer }) => pointer);

test('each judgment is reported; an empty list counts as none', () => {
  const judgments = [
    { id: 'a', statement: 'Fires will go on.' },
    { id: 'b', statement: 'Fires will go on.', evidence: ['x'] },
  ];
  expect(found({ judgments })).toEqual(['/judgments/0']);
});
