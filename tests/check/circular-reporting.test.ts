import { expect, test } from 'vitest';
import { circularReporting } from '../../src/check/rules/circular-reporting.ts';
import { objectionsOf } from '../support/assessments.ts';

/** Pointers of what the rule objects to. */
const found = (...input: Parameters<typeof objectionsOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  objectionsOf(circularReporting, ...input).map(({ pointer }) => pointer);

const sources = [
  { id: 'agency', csl: { type: 'article' as const }, reliability: 'B' as const },
  { id: 'paper', csl: { type: 'article' as const }, reliability: 'C' as const, derivedFrom: ['agency'] },
  { id: 'police', csl: { type: 'report' as const }, reliability: 'B' as const },
];
const evidence = sources.map(({ id }) => ({
  id: `by-${id}`,
  statement: 'It burned.',
  citations: [{ source: id, credibility: 2 as const }],
}));
const judgment = { id: 'a', statement: 'Fires will go on.' };

test('an outlet that quotes an agency is no independent source', () => {
  const judgments = [{ ...judgment, evidence: ['by-agency', 'by-paper'] }];
  expect(found({ sources, evidence, judgments })).toEqual(['/judgments/0/evidence']);
});

test('a single source, or a second independent one, is not an echo', () => {
  const judgments = [
    { ...judgment, evidence: ['by-paper'] },
    { ...judgment, id: 'b', evidence: ['by-agency', 'by-paper', 'by-police'] },
  ];
  expect(found({ sources, evidence, judgments })).toEqual([]);
});

test('an echo with low confidence is accepted', () => {
  const confidence = { level: 'low' as const, basis: 'One agency.' };
  expect(
    found({
      sources,
      evidence,
      judgments: [{ ...judgment, confidence, evidence: ['by-agency', 'by-paper'] }],
    }),
  ).toEqual([]);
});

test('sources that rest on one another in a circle', () => {
  const circle = [
    { id: 'one', csl: { type: 'article' as const }, derivedFrom: ['two'] },
    { id: 'two', csl: { type: 'article' as const }, derivedFrom: ['one'] },
  ];
  expect(found({ sources: circle })).toEqual(['/sources/0/derivedFrom', '/sources/1/derivedFrom']);
});
