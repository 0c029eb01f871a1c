import { expect, test } from 'vitest';
import { evidenceAfterCutOff } from '../../src/check/rules/evidence-after-cut-off.ts';
import { objectionsOf } from '../support/assessments.ts';

/** Pointers of what the rule objects to. */
const found = (...input: Parameters<typeof objectionsOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  objectionsOf(evidenceAfterCutOff, ...input).map(({ pointer }) => pointer);

test('evidence, incidents and sources later than the last day of the cut-off', () => {
  const late = {
    asOf: '2025-04',
    evidence: [
      { id: 'late', statement: 'It burned.', date: '2025-05-01' },
      { id: 'last-day', statement: 'It burned.', date: '2025-04-30' },
      { id: 'vague', statement: 'It burned.', date: '2025' },
      { id: 'ongoing', statement: 'It burns.', date: '2025-01/..' },
    ],
    incidents: [{ id: 'fire', title: 'Fire', date: '2025-06' }],
    sources: [
      {
        id: 'report',
        csl: { type: 'report' as const, issued: { 'date-parts': [[2025, 7]] as [number, number][] } },
      },
    ],
  };
  expect(found(late as Parameters<typeof found>[0])).toEqual([
    '/evidence/0/date',
    '/incidents/0/date',
    '/sources/0',
  ]);
});

test('the message names both dates', () => {
  const [objection] = objectionsOf(evidenceAfterCutOff, {
    asOf: '2025-04',
    evidence: [{ id: 'late', statement: 'It burned.', date: '2025-05-01' }],
  });
  expect(objection?.message).toBe(
    'The evidence `late` is dated `2025-05-01`, after the information cut-off `2025-04`.',
  );
});
