import { expect, test } from 'vitest';
import assessmentSchema from '../../src/model/schema/assessment.schema.json' with { type: 'json' };
import { defaultLikelihoodScale, likelihoodScales, markings } from '../support/scales.ts';

const table = (id: 'icd-203' | 'phia') =>
  likelihoodScales[id].bands.map(({ low, high, terms, forms = [] }) => [low, high, ...terms, ...forms]);

test('ICD 203, D.6.e(2)(a): two rows of seven terms, neighbours share their edge', () => {
  expect(table('icd-203')).toEqual([
    [1, 5, 'almost no chance', 'remote'],
    [5, 20, 'very unlikely', 'highly improbable'],
    [20, 45, 'unlikely', 'improbable'],
    [45, 55, 'roughly even chance', 'roughly even odds'],
    [55, 80, 'likely', 'probable'],
    [80, 95, 'very likely', 'highly probable'],
    [95, 99, 'almost certain', 'nearly certain', 'almost certainly'],
  ]);
  expect(likelihoodScales['icd-203'].approximate ?? false).toBe(false);
});

test('PHIA probability yardstick: approximate bands with gaps between them', () => {
  expect(table('phia')).toEqual([
    [0, 5, 'remote chance'],
    [10, 20, 'highly unlikely'],
    [25, 35, 'unlikely'],
    [40, 50, 'realistic possibility'],
    [55, 75, 'likely', 'probable'],
    [80, 90, 'highly likely'],
    [95, 100, 'almost certain', 'almost certainly'],
  ]);
  expect(likelihoodScales.phia.approximate).toBe(true);
});

test('each scale is listed under its own name, and the default is ICD 203', () => {
  for (const [id, scale] of Object.entries(likelihoodScales)) expect(scale.id).toBe(id);
  expect(defaultLikelihoodScale).toBe('icd-203');
});

test('an editor is offered exactly the terms of the scales', () => {
  const terms = Object.values(likelihoodScales).flatMap(({ bands }) =>
    bands.flatMap((band) => [...band.terms, ...(band.forms ?? [])]),
  );
  const accepted = assessmentSchema.$defs.likelihood.properties.term.examples;
  expect([...accepted].sort()).toEqual([...new Set(terms)].sort());
  expect(new Set(accepted).size).toBe(accepted.length);
});

test('markings are those of TLP 2.0, from the least to the most restrictive', () => {
  expect(markings).toEqual(['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED']);
  expect(assessmentSchema.$defs.marking.examples).toEqual([...markings]);
});
