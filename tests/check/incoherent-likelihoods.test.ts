import { expect, test } from 'vitest';
import { incoherentLikelihoods } from '../../src/check/rules/incoherent-likelihoods.ts';
import { judgment, objectionsOf } from '../support/assessments.ts';

const scenario = (id: string, range: [number, number]) => ({ id, title: id, likelihood: { range } });
const exclusive = [{ members: ['scenarios/a', 'scenarios/b'], exhaustive: true }];

test('bad: two scenarios that exclude each other add up to more than certain', () => {
  const scenarios = [scenario('a', [0.8, 0.95]), scenario('b', [0.55, 0.8])];
  expect(objectionsOf(incoherentLikelihoods, { scenarios, exclusive })).toEqual([
    {
      pointer: '/exclusive/0',
      message: 'These likelihoods cannot all hold: 80 % + 55 % = 135 % at the least, more than 100 %.',
      help: 'Move one of them, or say that the members do not rule one another out.',
    },
  ]);
});

test('bad, but only a warning: the same in terms with approximate ends', () => {
  const judgments = [
    { ...judgment, id: 'narrow', likelihood: { term: 'highly likely' as const }, implies: ['wide'] },
    { ...judgment, id: 'wide', likelihood: { term: 'unlikely' as const } },
  ];
  const found = objectionsOf(incoherentLikelihoods, { judgments, standards: { likelihood: 'phia' } });
  expect(found).toMatchObject([{ pointer: '/judgments/0/implies/0', severity: 'warning' }]);
});

test('clean: they add up to exactly 100 %', () => {
  const scenarios = [scenario('a', [0.6, 0.7]), scenario('b', [0.3, 0.4])];
  expect(objectionsOf(incoherentLikelihoods, { scenarios, exclusive })).toEqual([]);
});

test('hypotheses of one matrix compete even if nobody declared them exclusive: a warning', () => {
  const hypotheses = [
    { id: 'a', statement: 'Guards did it.', likelihood: { term: 'very likely' as const } },
    { id: 'b', statement: 'Thieves did it.', likelihood: { term: 'very likely' as const } },
  ];
  const evidence = [{ id: 'four', statement: 'Four burned.' }];
  const matrix = [{ evidence: 'four', ratings: { a: 'I' as const, b: 'C' as const } }];
  const objections = objectionsOf(incoherentLikelihoods, { hypotheses, evidence, matrix });
  expect(objections).toMatchObject([{ pointer: '/hypotheses', severity: 'warning' }]);
  expect(objections[0]?.message).toContain('80 % + 80 % = 160 %');
  // Without a matrix nothing says that they compete; declared, they are an error once.
  expect(objectionsOf(incoherentLikelihoods, { hypotheses })).toEqual([]);
  const exclusive = [{ members: ['hypotheses/a', 'hypotheses/b'] }];
  expect(objectionsOf(incoherentLikelihoods, { hypotheses, evidence, matrix, exclusive })).toMatchObject([
    { pointer: '/exclusive/0' },
  ]);
});
