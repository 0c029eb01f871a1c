import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../../src/model/generated/types.ts';
import { memoWith } from '../../support/assessments.ts';

const judgments: Assessment['judgments'] = [
  { id: 'minor', statement: 'M.' },
  { id: 'major', statement: 'N.', key: true },
];

test('without scenarios and indicators there is no outlook', () => {
  expect(memoWith({ scenarios: [], indicators: [] }).outlook).toBeUndefined();
});

test('scenarios name their indicators by number', () => {
  const { outlook } = memoWith({
    scenarios: [
      {
        id: 's',
        title: 'Worse',
        likelihood: { range: [0.1, 0.2] },
        impact: 'severe',
        indicators: ['i2', 'gone', 'i1'],
      },
    ],
    indicators: [
      { id: 'i1', statement: 'Calls.' },
      { id: 'i2', statement: ['Money', 'moves.'], status: 'observed', asOf: '2024-03', evidence: ['e'] },
    ],
  });
  expect(outlook?.scenarios).toStrictEqual([
    {
      id: 's',
      title: 'Worse',
      narrative: undefined,
      likelihood: { low: 10, high: 20, term: 'very unlikely', approximate: false, given: 'range' },
      impact: 'severe',
      indicators: [1, 2],
    },
  ]);
  expect(outlook?.indicators).toMatchObject([
    { number: 1, statement: 'Calls.', observes: [], status: undefined, asOf: undefined, evidence: [] },
    {
      number: 2,
      statement: 'Money\nmoves.',
      status: 'observed',
      asOf: { latest: '2024-03-31' },
      evidence: ['e'],
    },
  ]);
});

describe('the target of an indicator', () => {
  const observed = (observes: string | string[]) =>
    memoWith({
      judgments: [...judgments, { id: 'twin', statement: 'T.' }],
      scenarios: [
        { id: 'worse', title: 'It gets worse' },
        { id: 'twin', title: 'The twin' },
      ],
      actors: [{ id: 'iskp', name: 'ISKP' }],
      incidents: [{ id: 'crocus', title: 'Crocus attack' }],
      hypotheses: [{ id: 'alone', statement: ['They', 'acted alone.'] }],
      trends: [{ id: 'arrests', subject: 'x', measure: 'Arrests a year', direction: 'rising' }],
      indicators: [{ id: 'i', statement: 'S.', observes }],
    }).outlook?.indicators[0]?.observes;

  test.each([
    ['judgments/minor', { kind: 'judgment', number: 2, name: 'minor' }],
    ['major', { kind: 'judgment', number: 1, name: 'major' }],
    ['worse', { kind: 'named', number: undefined, name: 'It gets worse' }],
    ['twin', { kind: 'judgment', number: 3, name: 'twin' }],
    ['scenarios/twin', { kind: 'named', number: undefined, name: 'The twin' }],
    ['actors/iskp', { kind: 'named', number: undefined, name: 'ISKP' }],
    ['incidents/crocus', { kind: 'named', number: undefined, name: 'Crocus attack' }],
    ['hypotheses/alone', { kind: 'named', number: undefined, name: 'They\nacted alone.' }],
    ['trends/arrests', { kind: 'named', number: undefined, name: 'Arrests a year' }],
    ['actors/worse', { kind: 'named', number: undefined, name: 'worse' }],
    ['gone', { kind: 'named', number: undefined, name: 'gone' }],
  ])('%s', (reference, expected) => {
    expect(observed(reference)).toStrictEqual([expected]);
  });

  test('several, in their order', () => {
    expect(observed(['worse', 'major'])?.map(({ name }) => name)).toEqual(['It gets worse', 'major']);
  });
});

test('implications and recommendations name their judgments by number', () => {
  const view = memoWith({
    judgments,
    implications: [{ id: 'i', for: 'police', statement: ['More', 'work.'], judgments: ['minor', 'major'] }],
    recommendations: [{ id: 'r', action: 'Watch.', judgments: ['gone', 'minor'], timeframe: 'by May' }],
  });
  expect(view.implications).toStrictEqual([
    { id: 'i', audience: ['police'], statement: 'More\nwork.', judgments: [1, 2] },
  ]);
  expect(view.recommendations).toStrictEqual([
    {
      id: 'r',
      number: 1,
      to: [],
      action: 'Watch.',
      rationale: undefined,
      priority: undefined,
      status: undefined,
      timeframe: 'by May',
      judgments: [2],
    },
  ]);
});
