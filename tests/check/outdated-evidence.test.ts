import { expect, test } from 'vitest';
import { outdatedEvidence } from '../../src/check/rules/outdated-evidence.ts';
import { objectionsOf } from '../support/assessments.ts';

/** Pointers of what the rule objects to. */
const found = (...input: Parameters<typeof objectionsOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  objectionsOf(outdatedEvidence, ...input).map(({ pointer }) => pointer);

const withEvidenceOf = (date: string, horizon: string) => ({
  asOf: '2025-04-30',
  evidence: [{ id: 'seen', statement: 'It burned.', date }],
  judgments: [{ id: 'a', statement: 'Fires will go on.', horizon, evidence: ['seen'] }],
});

test('evidence may be a year old, or twice as old as the judgment looks ahead', () => {
  expect(found(withEvidenceOf('2024-05-01', '2025-06-30'))).toEqual([]);
  expect(found(withEvidenceOf('2024-04-01', '2025-06-30'))).toEqual(['/judgments/0/evidence']);
  expect(found(withEvidenceOf('2021-06-01', '2027-06-30'))).toEqual([]);
});

test('a judgment about the past, or without a horizon, has no such limit', () => {
  expect(found(withEvidenceOf('2001-01', '2024-12-31'))).toEqual([]);
  const { horizon: _, ...judgment } = withEvidenceOf('2001-01', '2026').judgments[0] ?? expect.fail();
  expect(found({ ...withEvidenceOf('2001-01', '2026'), judgments: [judgment] })).toEqual([]);
});
