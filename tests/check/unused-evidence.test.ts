import { expect, test } from 'vitest';
import { unusedEvidence } from '../../src/check/rules/unused-evidence.ts';
import { objectionsOf } from '../support/assessments.ts';

/** Pointers of what the rule objects to. */
const found = (...input: Parameters<typeof objectionsOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  objectionsOf(unusedEvidence, ...input).map(({ pointer }) => pointer);

test('judgments, rows, incidents, citations and disputes are uses', () => {
  const evidence = ['for', 'against', 'row', 'cited', 'idle'].map((id) => ({ id, statement: 'It burned.' }));
  const used = {
    evidence: [...evidence, { id: 'other-side', statement: 'It did not.', disputes: ['for'] }],
    judgments: [
      { id: 'a', statement: 'Fires will go on.', evidence: ['for'], contraryEvidence: ['against'] },
    ],
    hypotheses: [{ id: 'h', statement: 'Arson.' }],
    matrix: [{ evidence: 'row', ratings: { h: 'C' as const } }],
    bottomLine: 'Fires will go on [@cited].',
  };
  expect(found(used)).toEqual(['/evidence/4']);
});
