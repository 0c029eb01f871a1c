import { expect, test } from 'vitest';
import { vagueLikelihood } from '../../src/check/rules/vague-likelihood.ts';
import { judgment, objectionsOf } from '../support/assessments.ts';

test('each word is found in judgments and the bottom line', () => {
  const found = objectionsOf(vagueLikelihood, {
    bottomLine: ['It will end.', 'It might return.'],
    judgments: [{ ...judgment, statement: 'It may end, and perhaps return.' }],
  });
  expect(found.map(({ pointer, message }) => [pointer, message])).toEqual([
    ['/bottomLine/1', '`might` leaves open how likely it is.'],
    ['/judgments/0/statement', '`may` leaves open how likely it is.'],
    ['/judgments/0/statement', '`perhaps` leaves open how likely it is.'],
  ]);
});

test('“cannot be ruled out” is a note', () => {
  expect(objectionsOf(vagueLikelihood, { bottomLine: 'We cannot rule out a leak.' })).toMatchObject([
    { severity: 'note' },
  ]);
});

test('in narrative, only sentences that judge are checked', () => {
  const body = ['It may rain.', 'We assess that it may rain.'];
  expect(objectionsOf(vagueLikelihood, { sections: [{ id: 's', heading: 'S', body }] })).toMatchObject([
    { pointer: '/sections/0/body/1' },
  ]);
});

test('in narrative, possible past events and processes are found; what somebody may or could do is not', () => {
  const body = [
    'The militia may have moved its launchers.',
    'The mutiny may spread to the south.',
    'The strait could be closed within days.',
    'If the strike lasts, the port could run out of diesel.',
    'Observers may visit the depot.',
    'Couriers could cross the lake in two hours.',
    'The pump could lift forty tonnes before it was damaged.',
  ];
  expect(
    objectionsOf(vagueLikelihood, { sections: [{ id: 's', heading: 'S', body }] }).map(
      ({ pointer }) => pointer,
    ),
  ).toEqual([0, 1, 2, 3].map((index) => `/sections/0/body/${index}`));
});

test('words of odds in no scale, unless the judgment declares its term beside them', () => {
  const statement = 'There is little prospect of rain.';
  const { likelihood: _, ...plain } = judgment;
  expect(objectionsOf(vagueLikelihood, { judgments: [{ ...plain, statement }] })).toHaveLength(1);
  expect(
    objectionsOf(vagueLikelihood, { judgments: [{ ...plain, statement, likelihood: { term: 'unlikely' } }] }),
  ).toEqual([]);
});

test('the words of a source and other languages are not searched', () => {
  expect(
    objectionsOf(vagueLikelihood, { evidence: [{ id: 'e', statement: 'We assess that it may rain.' }] }),
  ).toEqual([]);
  expect(objectionsOf(vagueLikelihood, { bottomLine: 'Es may regnen.', language: 'de' })).toEqual([]);
});
