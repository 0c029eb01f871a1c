import { expect, test } from 'vitest';
import { likelihoodInGap } from '../../src/check/rules/likelihood-in-gap.ts';
import { judgment, objectionsOf } from '../support/assessments.ts';

const messages = (range: [number, number], likelihood: 'icd-203' | 'phia') =>
  objectionsOf(likelihoodInGap, {
    standards: { likelihood },
    judgments: [{ ...judgment, likelihood: { range } }],
  }).map(({ message }) => message);

test.each([
  [[0.5, 0.55], '`50–55 %` lies in a gap between the bands of the PHIA yardstick.'],
  [[0.22, 0.22], '`22 %` lies in a gap between the bands of the PHIA yardstick.'],
  [[0.3, 0.6], '`30–60 %` reaches beyond one band of the PHIA yardstick.'],
] as const)('the yardstick: %j', ([low, high], message) => {
  expect(messages([low, high], 'phia')).toEqual([message]);
});

test('ICD 203 has edges and no gaps', () => {
  expect(messages([0.8, 0.8], 'icd-203')).toEqual(['`80 %` lies on the edge of the bands of ICD 203.']);
  expect(messages([0.5, 0.55], 'icd-203')).toEqual([]);
  expect(messages([0.55, 0.8], 'icd-203')).toEqual([]);
});

test('the help names the neighbouring bands', () => {
  const [found] = objectionsOf(likelihoodInGap, {
    standards: { likelihood: 'phia' },
    scenarios: [{ id: 's', title: 'S', likelihood: { range: [0.76, 0.79] } }],
  });
  expect(found?.pointer).toBe('/scenarios/0/likelihood/range');
  expect(found?.help).toBe('Nearest bands: likely or probable (55–75 %); highly likely (80–90 %).');
});

test('terms and reversed ranges are left to other rules', () => {
  expect(messages([0.7, 0.3], 'icd-203')).toEqual([]);
});
