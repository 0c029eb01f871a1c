import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { discrimination } from '../../../src/derive/analysis/discrimination.ts';

/** Forecasts from the number of cases at each of some probabilities. */
function cases(happened: readonly number[], failed: readonly number[]) {
  const of = (counts: readonly number[], outcome: boolean) =>
    counts.flatMap((count, index) =>
      Array.from({ length: count }, () => ({ probability: (index + 1) / 10, outcome })),
    );
  return [...of(happened, true), ...of(failed, false)];
}

test('the example of Hanley and McNeil (1982), table I: 51 abnormal and 58 normal images, an area of 0.893', () => {
  const found = discrimination(cases([3, 2, 2, 11, 33], [33, 6, 6, 11, 2]));
  expect(found?.auc.toFixed(3)).toBe('0.893');
  // In fractions 1321/1479; error and interval by DeLong's formulas worked out apart from this program.
  expect(found?.auc).toBeCloseTo(1321 / 1479, 14);
  expect(found?.standardError).toBeCloseTo(0.03072440837938112, 14);
  expect(found?.interval?.[0]).toBeCloseTo(0.8164434579114811, 13);
  expect(found?.interval?.[1]).toBeCloseTo(0.9401761946121983, 13);
  expect(found).toMatchObject({ happened: 51, failed: 58 });
});

describe('discrimination is undefined', () => {
  test('if everything happened or nothing did', () => {
    expect(discrimination([])).toBeUndefined();
    expect(discrimination([{ probability: 0.4, outcome: true }])).toBeUndefined();
    expect(discrimination([{ probability: 0.4, outcome: false }])).toBeUndefined();
  });

  test('and has no interval, if there is one case of a kind or a perfect order', () => {
    expect(discrimination(cases([0, 0, 2], [2]))).toMatchObject({
      auc: 1,
      standardError: 0,
      interval: undefined,
    });
    expect(discrimination(cases([0, 1], [1, 1]))?.interval).toBeUndefined();
  });

  test('ties alone give no discrimination', () => {
    expect(discrimination(cases([3], [4]))?.auc).toBe(0.5);
  });
});

test('the area is that of the pairs in any order, and is mirrored with the outcomes', () => {
  const forecast = fc.record({
    probability: fc.integer({ min: 0, max: 10 }).map((p) => p / 10),
    outcome: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(forecast, { maxLength: 30 }), (forecasts) => {
      const found = discrimination(forecasts);
      const pairs = forecasts
        .filter(({ outcome }) => outcome)
        .flatMap((one) => forecasts.filter(({ outcome }) => !outcome).map((other) => [one, other] as const));
      if (pairs.length === 0) return found === undefined;
      const right = pairs.reduce(
        (sum, [one, other]) => sum + (1 + Math.sign(one.probability - other.probability)) / 2,
        0,
      );
      const turned = discrimination(
        forecasts.map(({ probability, outcome }) => ({ probability, outcome: !outcome })).reverse(),
      );
      const [low = 0, high = 1] = found?.interval ?? [];
      return (
        found !== undefined &&
        Math.abs(found.auc - right / pairs.length) < 1e-12 &&
        Math.abs(found.auc + (turned?.auc ?? 0) - 1) < 1e-12 &&
        low <= found.auc + 1e-12 &&
        found.auc <= high + 1e-12
      );
    }),
  );
});
