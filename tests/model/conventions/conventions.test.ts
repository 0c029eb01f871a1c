import { expect, test } from 'vitest';
import {
  confidenceScaleOf,
  conventionsOf,
  likelihoodScaleOf,
  schemeOf,
  shippedConventions,
  withConventions,
} from '../../../src/model/conventions/conventions.ts';
import {
  shippedConfidenceScales,
  shippedLikelihoodScales,
  shippedSchemes,
} from '../../../src/model/conventions/shipped.ts';
import { readConventions } from '../../../src/validate/read-conventions.ts';
import { validateConfig } from '../../../src/validate/validate.ts';

test("shipped conventions have the form of a project's own", () => {
  const config = {
    markingSchemes: shippedSchemes,
    likelihoodScales: shippedLikelihoodScales,
    confidenceScales: shippedConfidenceScales,
  };
  const { config: read, remarks } = validateConfig(config);
  expect(remarks).toEqual([]);
  expect(readConventions(read ?? {}).remarks).toEqual([]);
});

test('by default, a project uses TLP and ICD 203', () => {
  expect(conventionsOf({})).toBe(shippedConventions);
  expect(schemeOf({}).id).toBe('tlp-2');
  expect(likelihoodScaleOf({}).id).toBe('icd-203');
  expect(likelihoodScaleOf({ standards: { likelihood: 'phia' } }).id).toBe('phia');
  expect(confidenceScaleOf({}).levels.map(({ level }) => level)).toEqual(['low', 'moderate', 'high']);
});

test('copies of an assessment keep its conventions, and code that walks or writes it does not see them', () => {
  const { conventions } = readConventions({ marking: 'nato' });
  const read = withConventions({ id: 'a', list: [1] }, conventions);
  expect(schemeOf(read).id).toBe('nato');
  expect(schemeOf({ ...read, more: 1 }).id).toBe('nato');
  const { id: _, ...rest } = read;
  expect(schemeOf(rest).id).toBe('nato');
  expect(Object.keys(read)).toEqual(['id', 'list']);
  expect(JSON.stringify(read)).toBe('{"id":"a","list":[1]}');
});

test('a mistake in a convention is reported at its place', () => {
  const { remarks, conventions } = readConventions({
    marking: 'nata',
    scales: { likelihood: 'icd203' },
    markingSchemes: { own: { title: 'Own', source: 'x', labels: [{ label: 'A' }, { label: 'A' }] } },
    likelihoodScales: {
      steps: {
        title: 'Steps',
        source: 'x',
        bands: [
          { low: 50, high: 40, terms: ['a'] },
          { low: 30, high: 60, terms: ['a'] },
        ],
        words: { b: { de: 'B' } },
      },
    },
  });
  expect(conventions.scheme.id).toBe('tlp-2');
  expect(remarks.map(({ rule, pointer }) => [rule, pointer])).toEqual([
    ['faulty-convention', '/marking'],
    ['faulty-convention', '/scales/likelihood'],
    ['faulty-convention', '/markingSchemes/own/labels/1/label'],
    ['faulty-convention', '/likelihoodScales/steps/bands/0/low'],
    ['faulty-convention', '/likelihoodScales/steps/bands/1/low'],
    ['faulty-convention', '/likelihoodScales/steps/bands/1/terms/0'],
    ['faulty-convention', '/likelihoodScales/steps/words/b'],
  ]);
  expect(remarks[0]?.help).toContain('Did you mean `nato`?');
});
