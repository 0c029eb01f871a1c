import { expect, test } from 'vitest';
import { overconfidentJudgment } from '../../src/check/rules/overconfident-judgment.ts';
import { objectionsOf } from '../support/assessments.ts';

/** Pointers of what the rule objects to. */
const found = (...input: Parameters<typeof objectionsOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  objectionsOf(overconfidentJudgment, ...input).map(({ pointer }) => pointer);

type Reliability = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';

/** A judgment of high confidence on sources of these grades, some derived from others. */
function resting(
  grades: readonly Reliability[],
  credibility: 1 | 2 | 3 | 4 | 5 | 6 = 2,
  derivedFrom: Record<number, string[]> = {},
  level: 'high' | 'moderate' = 'high',
) {
  const sources = grades.map((reliability, i) => ({
    id: `s${i}`,
    csl: { type: 'report' as const },
    reliability,
    ...(derivedFrom[i] && { derivedFrom: derivedFrom[i] }),
  }));
  const evidence = sources.map(({ id }) => ({
    id: `e-${id}`,
    statement: 'It burned.',
    citations: [{ source: id, credibility }],
  }));
  const confidence = { level, basis: 'We are sure.' };
  return {
    sources,
    evidence,
    judgments: [{ id: 'a', statement: 'Fires go on.', confidence, evidence: evidence.map(({ id }) => id) }],
  };
}
const why = (properties: Parameters<typeof objectionsOf>[1]) =>
  objectionsOf(overconfidentJudgment, properties)[0]?.message;

test('two independent sources, judged and not poor, are enough', () => {
  expect(found(resting(['B', 'D']))).toEqual([]);
});

test('a thin base is not', () => {
  expect(why(resting(['A']))).toContain('single source, `s0`');
  expect(why(resting(['B', 'B'], 2, { 1: ['s0'] }))).toContain('go back to one origin');
  expect(why(resting(['F', 'F']))).toContain('none of its sources has been judged');
  expect(why(resting(['D', 'E']))).toContain('graded D');
  expect(why(resting(['B', 'B'], 4))).toContain('graded 4');
  expect(why(resting(['B', 'B'], 6))).toContain('truth of none');
  expect(why(resting(['B', 'B'], 2, { 0: ['s1'], 1: ['s0'] }))).toContain('circle');
});

test('other levels of confidence, and judgments without evidence, are left to other rules', () => {
  expect(found(resting(['F'], 6, {}, 'moderate'))).toEqual([]);
  expect(
    found({
      judgments: [{ id: 'a', statement: 'Fires go on.', confidence: { level: 'high', basis: 'Sure.' } }],
    }),
  ).toEqual([]);
});
