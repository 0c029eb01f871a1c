import { describe, expect, test } from 'vitest';
import { forecasterRecords, madeForecasts, sameJudgments } from '../../../src/derive/analysis/forecasters.ts';
import type { Judgment } from '../../../src/model/generated/types.ts';

const estimate = (by: string, p: number) => ({ by, likelihood: { range: [p, p] } });
const judgments = [
  {
    id: 'came',
    statement: 'S.',
    likelihood: { term: 'likely' },
    estimates: [estimate('A. Analyst', 0.8), estimate('B', 0.1)],
    resolution: { outcome: true },
  },
  { id: 'did-not', statement: 'S.', estimates: [estimate('B', 0.3)], resolution: { outcome: false } },
  { id: 'open', statement: 'S.', likelihood: { term: 'likely' }, estimates: [estimate('B', 0.3)] },
] as unknown as Judgment[];
const made = madeForecasts({ id: 'fires', judgments });

test('forecasts come from the team, each analyst, and the combined estimates', () => {
  expect(
    made.map(({ by, judgment, probability, outcome }) => [
      by.kind === 'analyst' ? by.name : by.kind === 'aggregate' ? by.method : 'team',
      judgment,
      Number(probability.toFixed(4)),
      outcome,
    ]),
  ).toEqual([
    ['team', 'fires/came', 0.675, true],
    ['A. Analyst', 'fires/came', 0.8, true],
    ['B', 'fires/came', 0.1, true],
    ['median', 'fires/came', 0.45, true],
    ['mean-of-log-odds', 'fires/came', 0.4, true],
    ['extremised', 'fires/came', 0.2663, true],
    ['B', 'fires/did-not', 0.3, false],
  ]);
});

describe('records', () => {
  const records = forecasterRecords(made);

  test('are sorted: the team, the combined estimates, analysts by name', () => {
    expect(
      records.map(({ by }) =>
        by.kind === 'analyst' ? by.name : by.kind === 'aggregate' ? by.method : by.kind,
      ),
    ).toEqual(['team', 'median', 'mean-of-log-odds', 'extremised', 'A. Analyst', 'B']);
  });

  test('score each by its own forecasts', () => {
    const [team, , , , analyst, other] = records;
    expect(team?.scores.brier).toBeCloseTo(0.325 ** 2, 12);
    expect(analyst?.scores.logScore).toBeCloseTo(-Math.log(0.8), 12);
    expect(other?.scores.brier).toBeCloseTo((0.9 ** 2 + 0.3 ** 2) / 2, 12);
    expect(other?.discrimination?.auc).toBe(0);
    expect(analyst?.discrimination).toBeUndefined();
  });

  test('say that a few forecasts prove nothing', () => {
    expect(records.every(({ scarcity }) => scarcity.forecasts && scarcity.ofAKind)).toBe(true);
    const many = Array.from({ length: 30 }, (_, index) => ({
      by: { kind: 'team' as const },
      judgment: `fires/${index}`,
      probability: index / 30,
      outcome: index % 2 === 0,
    }));
    expect(forecasterRecords(many)[0]?.scarcity).toEqual({ forecasts: false, ofAKind: false });
  });
});

test('are compared over the judgments that all of them forecast', () => {
  const pair = [
    { kind: 'analyst', name: 'A. Analyst' },
    { kind: 'analyst', name: 'B' },
  ] as const;
  expect(sameJudgments(made, pair).map(({ judgment, probability }) => [judgment, probability])).toEqual([
    ['fires/came', 0.8],
    ['fires/came', 0.1],
  ]);
});
