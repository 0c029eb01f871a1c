import { expect, test } from 'vitest';
import { vagueLikelihood } from '../../src/check/rules/vague-likelihood.ts';
import { judgment, objectionsOf } from '../support/assessments.ts';

test('in judgments and the bottom line, each word', () => {
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

test('what cannot be ruled out is a note', () => {
  expect(objectionsOf(vagueLikelihood, { bottomLine: 'We cannot rule out a leak.' })).toMatchObject([
    { severity: 'note' },
  ]);
});

test('of the narrative, only sentences that judge', () => {
  const body = ['It may rain.', 'We assess that it may rain.'];
  expect(objectionsOf(vagueLikelihood, { sections: [{ id: 's', heading: 'S', body }] })).toMatchObject([
    { pointer: '/sections/0/body/1' },
  ]);
});

test('of the narrative, what may have happened or what happens by itself, not what somebody may or could do', () => {
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

test('not what a source says, and not in another language', () => {
  expect(
    objectionsOf(vagueLikelihood, { evidence: [{ id: 'e', statement: 'We assess that it may rain.' }] }),
  ).toEqual([]);
  expect(objectionsOf(vagueLikelihood, { bottomLine: 'Es may regnen.', language: 'de' })).toEqual([]);
});
