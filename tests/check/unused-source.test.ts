import { expect, test } from 'vitest';
import { unusedSource } from '../../src/check/rules/unused-source.ts';
import { objectionsOf } from '../support/assessments.ts';

/** Pointers of what the rule objects to. */
const found = (...input: Parameters<typeof objectionsOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  objectionsOf(unusedSource, ...input).map(({ pointer }) => pointer);

test('citations, figures and derived sources are uses; a listing is not', () => {
  const csl = { type: 'report' as const };
  const sources = ['cited', 'figure', 'origin', 'prose', 'idle'].map((id) => ({ id, csl }));
  const used = {
    sources: [...sources, { id: 'outlet', csl, derivedFrom: ['origin'] }],
    evidence: [{ id: 'e', statement: 'It burned.', citations: [{ source: 'cited' }, { source: 'outlet' }] }],
    incidents: [{ id: 'fire', title: 'Fire', killed: { reports: [{ value: 1, source: 'figure' }] } }],
    question: 'What of it [@prose, p. 4]?',
  };
  expect(found(used)).toEqual(['/sources/4']);
});
