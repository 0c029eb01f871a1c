import { expect, test } from 'vitest';
import { foreignTermInProse } from '../../src/check/rules/foreign-term-in-prose.ts';
import { judgment, objectionsOf } from '../support/assessments.ts';

const section = (body: string | string[]) => ({ sections: [{ id: 's', heading: 'S', body }] });
const pointers = (properties: Parameters<typeof objectionsOf>[1]) =>
  objectionsOf(foreignTermInProse, properties).map(({ pointer }) => pointer);

test('a term of the other scale is found at its line', () => {
  expect(
    objectionsOf(foreignTermInProse, section(['It is likely.', 'It is **highly likely**.'])),
  ).toMatchObject([
    {
      pointer: '/sections/0/body/1',
      message: '`highly likely` is not a term of ICD 203, the scale this file declares.',
    },
  ]);
  const phia = { standards: { likelihood: 'phia' as const } };
  expect(pointers({ ...section('It is very likely.'), ...phia })).toEqual(['/sections/0/body']);
  expect(pointers({ ...section('It is highly likely; a remote chance.'), ...phia })).toEqual([]);
});

test('for ICD 203, the row of the declared terms is suggested', () => {
  const declared = { judgments: [{ ...judgment, likelihood: { term: 'probable' as const } }] };
  expect(pointers({ ...section('It is likely, and it is probable.'), ...declared })).toEqual([
    '/sections/0/body',
  ]);
  expect(pointers({ ...section('It is probable.'), ...declared })).toEqual([]);
});

test('without declared terms, the row that the prose uses most', () => {
  expect(
    objectionsOf(foreignTermInProse, section('It is probable. It is likely. It is unlikely.'))[0]?.message,
  ).toMatch(/^`probable` is of another row/);
});

test('quotations, reported speech, evidence and other languages are not searched', () => {
  expect(pointers(section('He called it “highly likely”. It is highly likely, says Berg.'))).toEqual([]);
  expect(pointers({ evidence: [{ id: 'e', statement: 'It is highly likely.' }] })).toEqual([]);
  expect(pointers({ ...section('It is highly likely.'), language: 'de' })).toEqual([]);
});
