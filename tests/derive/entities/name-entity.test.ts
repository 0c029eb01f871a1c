import { expect, test } from 'vitest';
import { nameEntity, referTo } from '../../../src/derive/entities/name-entity.ts';
import { memoWith, resolvedWith } from '../../support/assessments.ts';

const assessment = resolvedWith({
  actors: [{ id: 'front', name: 'River Front' }],
  relationships: [{ id: 'tie', from: 'front', to: 'stranger', type: 'supports' }],
  hypotheses: [
    { id: 'alone', statement: 'Alone.' },
    { id: 'front', statement: 'Led.' },
  ],
});
const numbers = new Map([['attacks-continue', 4]]);

test('a relationship is named by its two sides', () => {
  expect(nameEntity('relationships/tie', assessment, numbers).name).toBe('River Front – stranger');
});

test('a hypothesis is named by its letter, unless the id means something else', () => {
  expect(referTo('hypotheses/front', assessment, numbers)).toEqual({ kind: 'hypothesis', letter: 'B' });
  expect(referTo('alone', assessment, numbers)).toEqual({ kind: 'hypothesis', letter: 'A' });
  expect(referTo('front', assessment, numbers)).toEqual({ kind: 'named', name: 'River Front' });
  expect(referTo('judgments/attacks-continue', assessment, numbers)).toEqual({ kind: 'judgment', number: 4 });
});

test('an office named in the evidence is not repeated for holders of a hypothesis', () => {
  const { alternatives } = memoWith({
    evidence: [{ id: 'e', statement: 'x', speaker: { name: 'N. N.', office: 'captain' } }],
    hypotheses: [
      {
        id: 'h',
        statement: 'x',
        proponents: [
          { name: 'N. N.', office: 'captain' },
          { name: 'N. N.', office: 'major' },
        ],
      },
    ],
  });
  expect(alternatives?.hypotheses[0]?.supporters.map(({ office }) => office)).toEqual([undefined, 'major']);
  expect(alternatives?.hypotheses[0]?.proponents.map(({ office }) => office)).toEqual(['captain', 'major']);
});

test('an indicator that its scenario names need not name the scenario', () => {
  const { outlook } = memoWith({
    scenarios: [
      { id: 'worse', title: 'Worse', indicators: ['i'] },
      { id: 'calm', title: 'Calm' },
    ],
    indicators: [{ id: 'i', statement: 'x', observes: ['scenarios/worse', 'calm', 'attacks-continue'] }],
  });
  expect(outlook?.indicators[0]?.observes).toHaveLength(3);
  expect(outlook?.indicators[0]?.alsoObserves.map(({ name }) => name)).toEqual(['Calm', 'attacks-continue']);
});
