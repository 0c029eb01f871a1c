import { expect, test } from 'vitest';
import { mixedLikelihoodConfidence } from '../../src/check/rules/mixed-likelihood-confidence.ts';
import { judgment, objectionsOf } from '../support/assessments.ts';

const section = (body: string | string[]) => ({ sections: [{ id: 's', heading: 'S', body }] });

test('names both, at the line of the likelihood', () => {
  expect(
    objectionsOf(mixedLikelihoodConfidence, section(['One.', 'With high confidence', 'we judge it likely.'])),
  ).toMatchObject([
    { pointer: '/sections/0/body/2', message: '`With high confidence` and `likely` stand in one sentence.' },
  ]);
});

test('a basis may name something likely, but may not rate the likelihood', () => {
  const basis = (text: string) => ({
    judgments: [{ ...judgment, confidence: { level: 'low' as const, basis: text } }],
  });
  expect(
    objectionsOf(mixedLikelihoodConfidence, basis('Low confidence: the likely route is unknown.')),
  ).toEqual([]);
  expect(
    objectionsOf(mixedLikelihoodConfidence, basis('We have low confidence that it is likely.')),
  ).toHaveLength(1);
});

test('two sentences, quotations, evidence and other languages are accepted', () => {
  expect(objectionsOf(mixedLikelihoodConfidence, section('It is likely. Our confidence is high.'))).toEqual(
    [],
  );
  expect(objectionsOf(mixedLikelihoodConfidence, section('He has “high confidence”; it is likely.'))).toEqual(
    [],
  );
  expect(
    objectionsOf(mixedLikelihoodConfidence, {
      evidence: [{ id: 'e', statement: 'The service has high confidence that it is likely.' }],
    }),
  ).toEqual([]);
  expect(
    objectionsOf(mixedLikelihoodConfidence, {
      ...section('With high confidence it is likely.'),
      language: 'fr',
    }),
  ).toEqual([]);
});

test.each([
  'It is very likely, and we have high confidence in that.',
  'We have moderate confidence in a very likely rise.',
  'Given our high confidence in his word, it is almost certain.',
  'The reporting gives us high confidence that it is likely.',
])('one claim: %s', (body) => {
  expect(objectionsOf(mixedLikelihoodConfidence, section(body))).toHaveLength(1);
});
