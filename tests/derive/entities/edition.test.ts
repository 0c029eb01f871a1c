import { expect, test } from 'vitest';
import { memoWith } from '../../support/assessments.ts';

test('a first edition revises nothing', () => {
  expect(memoWith({ edition: { number: 1 } }).revision).toBeUndefined();
});

test('changes name the changed entry, and the reason', () => {
  const { revision } = memoWith({
    actors: [{ id: 'iskp', name: 'ISKP' }],
    edition: {
      number: 2,
      supersedes: 'old.json',
      changes: [
        { entity: 'judgments/attacks-continue', reason: ['A second source', 'confirms it.'] },
        { entity: 'actors/iskp', reason: 'It grew.' },
      ],
    },
  });
  expect(revision).toEqual({
    supersedes: 'old.json',
    changes: [
      {
        entity: { kind: 'judgment', number: 1, name: 'attacks-continue' },
        reason: 'A second source\nconfirms it.',
      },
      { entity: { kind: 'named', number: undefined, name: 'ISKP' }, reason: 'It grew.' },
    ],
  });
});

test('an edition may have only `supersedes`', () => {
  expect(memoWith({ edition: { number: 2, supersedes: 'old.json' } }).revision?.changes).toEqual([]);
});
