import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  calibrationByTenths,
  FORECAST_CONVENTION,
  type Forecast,
  forecastsOf,
  scoreForecasts,
} from '../../../src/derive/analysis/forecasts.ts';
import { viewDate } from '../../../src/derive/entities/dates.ts';
import type { Judgment } from '../../../src/model/generated/types.ts';
import { resolvedWith } from '../../support/assessments.ts';
import { likelihoodScales } from '../../support/scales.ts';

const icd = likelihoodScales['icd-203'];
const { phia } = likelihoodScales;

/** Forecasts from their numbers: `forecasts([0.2, 1], …)`. */
const forecasts = (...pairs: [number, 0 | 1][]): Forecast[] =>
  pairs.map(([probability, happened]) => ({ probability, outcome: happened === 1 }));

const worked = forecasts([0.2, 0], [0.2, 1], [0.4, 0], [0.6, 1], [0.8, 1], [0.8, 0]);

describe('the worked example of the reference', () => {
  test('all scores, to six digits', () => {
    const { count, calibration, ...scores } = scoreForecasts(worked);
    const printed = Object.fromEntries(
      Object.entries(scores).map(([name, score]) => [name, score?.toFixed(6)]),
    );
    expect(printed).toEqual({
      brier: '0.280000',
      logScore: '0.781136',
      reliability: '0.113333',
      resolution: '0.083333',
      uncertainty: '0.250000',
      skill: '-0.120000',
      baseRate: '0.500000',
    });
    expect(count).toBe(6);
  });

  test('without a scale each value is a bin', () => {
    expect(scoreForecasts(worked).calibration).toEqual([
      { low: 0.2, high: 0.2, count: 2, meanForecast: 0.2, observedRate: 0.5 },
      { low: 0.4, high: 0.4, count: 1, meanForecast: 0.4, observedRate: 0 },
      { low: 0.6, high: 0.6, count: 1, meanForecast: 0.6, observedRate: 1 },
      { low: 0.8, high: 0.8, count: 2, meanForecast: 0.8, observedRate: 0.5 },
    ]);
  });

  test('a scale changes the table and nothing else', () => {
    const { calibration, ...scores } = scoreForecasts(worked, icd);
    const { calibration: _, ...same } = scoreForecasts(worked);
    expect(scores).toEqual(same);
    expect(calibration).not.toEqual(_);
  });
});

describe('edges', () => {
  test('without forecasts there are no scores', () => {
    expect(scoreForecasts([], icd)).toEqual({ count: 0, calibration: [] });
  });

  test('perfect forecasts', () => {
    expect(scoreForecasts(forecasts([1, 1], [0, 0]))).toMatchObject({ brier: 0, logScore: 0, skill: 1 });
  });

  test('the score of an event that was given no chance and happened has no limit', () => {
    expect(scoreForecasts(forecasts([0, 1], [0.5, 0]))).toMatchObject({ logScore: Infinity, brier: 0.625 });
    expect(scoreForecasts(forecasts([1, 0]))).toMatchObject({ logScore: Infinity, brier: 1 });
  });

  test.each([0, 1] as const)('if every outcome is %i, there is no skill', (outcome) => {
    const scores = scoreForecasts(forecasts([0.3, outcome], [0.7, outcome]));
    expect(scores).toMatchObject({ baseRate: outcome, uncertainty: 0, resolution: 0, skill: undefined });
    expect(scores.brier).toBeCloseTo((0.09 + 0.49) / 2, 12);
  });

  test('always forecasting the base rate has no skill', () => {
    expect(scoreForecasts(forecasts([0.25, 1], [0.25, 0], [0.25, 0], [0.25, 0]))).toMatchObject({
      skill: 0,
      reliability: 0,
      resolution: 0,
    });
  });
});

describe('the calibration table by the bands of a scale', () => {
  test('a band has its forecasts, with their mean and the share that came true', () => {
    expect(scoreForecasts(forecasts([0.6, 1], [0.7, 1], [0.675, 0], [0.03, 0]), icd).calibration).toEqual([
      { low: 0.01, high: 0.05, count: 1, meanForecast: 0.03, observedRate: 0 },
      { low: 0.55, high: 0.8, count: 3, meanForecast: 0.65833333, observedRate: 2 / 3 },
    ]);
  });

  test('a forecast outside of all bands has its own row, in its place', () => {
    const bins = (scale: typeof icd, ...values: number[]) =>
      scoreForecasts(forecasts(...values.map((value): [number, 0] => [value, 0])), scale).calibration.map(
        ({ low, high, count }) => [low, high, count],
      );
    expect(bins(icd, 0.5, 0.55, 0.56, 0.55, 1, 0)).toEqual([
      [0, 0, 1],
      [0.45, 0.55, 1],
      [0.55, 0.55, 2],
      [0.55, 0.8, 1],
      [1, 1, 1],
    ]);
    expect(bins(phia, 0.45, 0.52, 0.6)).toEqual([
      [0.4, 0.5, 1],
      [0.52, 0.52, 1],
      [0.55, 0.75, 1],
    ]);
  });
});

describe('for any forecasts', () => {
  const anyForecasts = fc.array(
    fc.record({
      probability: fc.oneof(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(0, 0.03, 0.2, 0.5, 0.675, 1),
      ),
      outcome: fc.boolean(),
    }),
    { minLength: 1, maxLength: 40 },
  );

  test('the Brier score is between 0 and 1', () => {
    fc.assert(
      fc.property(anyForecasts, (items) => {
        const { brier = Number.NaN, logScore = Number.NaN } = scoreForecasts(items);
        expect(brier).toBeGreaterThanOrEqual(0);
        expect(brier).toBeLessThanOrEqual(1);
        expect(logScore).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('the Brier score is reliability minus resolution plus uncertainty', () => {
    fc.assert(
      fc.property(anyForecasts, (items) => {
        const { brier, reliability, resolution, uncertainty } = scoreForecasts(items, icd);
        const sum = (reliability ?? Number.NaN) - (resolution ?? Number.NaN) + (uncertainty ?? Number.NaN);
        expect(Math.abs(sum - (brier ?? Number.NaN))).toBeLessThan(1e-9);
      }),
    );
  });

  test('the order does not matter, to the last bit', () => {
    const shuffled = anyForecasts.chain((items) =>
      fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length })),
    );
    fc.assert(
      fc.property(shuffled, fc.constantFrom(undefined, icd, phia), ([items, others], scale) => {
        expect(scoreForecasts(others, scale)).toEqual(scoreForecasts(items, scale));
      }),
    );
  });

  test('each forecast is in one bin, and the bins rise', () => {
    fc.assert(
      fc.property(anyForecasts, fc.constantFrom(undefined, icd, phia), (items, scale) => {
        const { calibration } = scoreForecasts(items, scale);
        expect(calibration.reduce((sum, { count }) => sum + count, 0)).toBe(items.length);
        const means = calibration.map(({ meanForecast }) => meanForecast);
        expect(means).toEqual(means.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('the forecasts of an assessment', () => {
  const named = (id: string, rest: Partial<Judgment> = {}): Judgment => ({
    id,
    statement: `${id}.`,
    ...rest,
  });
  const came = { resolution: { outcome: true } };
  const failed = { resolution: { outcome: false } };
  const of = (judgments: Judgment[], likelihood?: string) =>
    forecastsOf(resolvedWith({ judgments, ...(likelihood && { standards: { likelihood } }) }));

  test('a term and a range count at their midpoints', () => {
    const { scored } = of([
      named('a', { likelihood: { term: 'likely' }, ...came }),
      named('b', { likelihood: { range: [0.55, 0.8] }, ...failed }),
      named('c', { likelihood: { range: [0.0005, 0.0005] }, ...failed }),
    ]);
    expect(scored).toEqual([
      { id: 'a', term: 'likely', probability: 0.675, outcome: true },
      { id: 'b', probability: 0.675, outcome: false },
      { id: 'c', probability: 0.0005, outcome: false },
    ]);
    expect(FORECAST_CONVENTION).toContain('midpoint');
  });

  test('the band comes from the scale that the assessment declares', () => {
    const judgments = [named('a', { likelihood: { term: 'unlikely' }, ...came })];
    expect(of(judgments).scored[0]?.probability).toBe(0.325);
    expect(of(judgments, 'phia').scored[0]?.probability).toBe(0.3);
  });

  test('the midpoint of every band is in the band', () => {
    for (const scale of [icd, phia]) {
      for (const { low, high, terms } of scale.bands) {
        const term = terms[0] as NonNullable<NonNullable<Judgment['likelihood']>['term']>;
        const { scored } = of([named('a', { likelihood: { term }, ...came })], scale.id);
        expect(scoreForecasts(scored, scale).calibration).toMatchObject([
          { low: low / 100, high: high / 100 },
        ]);
      }
    }
  });

  test('every judgment is counted once: scored, unresolved, or without a likelihood', () => {
    const { scored, unresolved, withoutLikelihood } = of([
      named('open', { likelihood: { term: 'likely' } }),
      named('open-too'),
      named('no-odds', came),
      named('empty-odds', { likelihood: {}, ...came }),
      named('scored', { likelihood: { term: 'remote' }, ...failed }),
    ]);
    expect(scored.map(({ id }) => id)).toEqual(['scored']);
    expect({ unresolved, withoutLikelihood }).toEqual({ unresolved: 2, withoutLikelihood: 2 });
  });

  describe('overdue', () => {
    const { overdue } = of([
      named('day', { horizon: '2024-03-22' }),
      named('month', { horizon: '2024-02' }),
      named('interval', { horizon: '2023/2024' }),
      named('open', { horizon: '2020/..' }),
      named('unknown', { horizon: '2020/' }),
      named('none'),
      named('resolved', { horizon: '2020', ...came }),
      named('ancient', { horizon: '-0044-03-15' }),
      named('far', { horizon: 'Y17000' }),
    ]);

    test('the last day of the horizon is still in time', () => {
      expect(overdue('2024-02-29')).toEqual(['ancient']);
      expect(overdue('2024-03-01')).toEqual(['month', 'ancient']);
      expect(overdue('2024-03-22')).toEqual(['month', 'ancient']);
      expect(overdue('2024-03-23')).toEqual(['day', 'month', 'ancient']);
    });

    test('a year of five digits is read', () => {
      expect(viewDate('Y17000')?.latest).toBe('17000-12-31');
    });

    test('an open, unknown or distant end is never over; a resolved judgment is never overdue', () => {
      expect(overdue('9999-12-31')).toEqual(['day', 'month', 'interval', 'ancient']);
    });

    test('for a less exact date the first day counts; an invalid date finds nothing', () => {
      expect(overdue('2025')).toEqual(['day', 'month', 'interval', 'ancient']);
      expect(overdue('2024-03')).toEqual(['month', 'ancient']);
      expect(overdue('soon')).toEqual([]);
    });
  });
});

test('forecasts of several scales are put into tenths; each tenth begins with its lower end', () => {
  expect(calibrationByTenths(forecasts([0.675, 1], [0.675, 0], [0.6, 1], [0.7, 0], [1, 1]))).toEqual([
    { low: 0.6, high: 0.7, count: 3, meanForecast: 0.65, observedRate: 2 / 3 },
    { low: 0.7, high: 0.8, count: 1, meanForecast: 0.7, observedRate: 0 },
    { low: 0.9, high: 1, count: 1, meanForecast: 1, observedRate: 1 },
  ]);
  expect(calibrationByTenths([])).toEqual([]);
});
