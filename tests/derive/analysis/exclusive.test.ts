import { expect, test } from 'vitest';
import { memoWith } from '../../support/assessments.ts';

test('members are shown by number, letter or name', () => {
  const { exclusives } = memoWith({
    hypotheses: [
      { id: 'alone', statement: 'Alone.' },
      { id: 'led', statement: 'Led.' },
    ],
    scenarios: [{ id: 'worse', title: 'It gets worse' }],
    exclusive: [
      { members: ['hypotheses/led', 'hypotheses/alone'], exhaustive: true },
      { members: ['scenarios/worse', 'judgments/attacks-continue', 'scenarios/gone'] },
    ],
  });
  expect(exclusives).toEqual([
    {
      exhaustive: true,
      members: [
        { kind: 'hypothesis', letter: 'B' },
        { kind: 'hypothesis', letter: 'A' },
      ],
      letters: ['A', 'B'],
      judgments: [],
    },
    {
      exhaustive: false,
      members: [
        { kind: 'named', name: 'It gets worse' },
        { kind: 'judgment', number: 1 },
        { kind: 'named', name: 'gone' },
      ],
      letters: [],
      judgments: [],
    },
  ]);
});
