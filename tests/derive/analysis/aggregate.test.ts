import { describe, expect, test } from 'vitest';
import { aggregate, EXTREMISING } from '../../../src/derive/analysis/aggregate.ts';

describe('several probabilities combined', () => {
  test('by hand: odds of 4 and 1/9 have the geometric mean 2/3', () => {
    // sqrt(4 * 1/9) = 2/3, so p = 0.4; to the power of 2.5 the odds are 0.36289, so p = 0.26626.
    const found = aggregate([0.8, 0.1]);
    expect(found?.median).toBeCloseTo(0.45, 12);
    expect(found?.meanOfLogOdds).toBeCloseTo(0.4, 12);
    expect(found?.extremised).toBeCloseTo((2 / 3) ** 2.5 / (1 + (2 / 3) ** 2.5), 12);
    expect(EXTREMISING).toBe(2.5);
  });

  test('opposites cancel out, and equal values stay the same', () => {
    const opposite = aggregate([0.2, 0.8]);
    expect(opposite?.median).toBe(0.5);
    expect(opposite?.meanOfLogOdds).toBeCloseTo(0.5, 12);
    expect(opposite?.extremised).toBeCloseTo(0.5, 12);
    const same = aggregate([0.7, 0.7, 0.7]);
    expect(same?.median).toBe(0.7);
    expect(same?.meanOfLogOdds).toBeCloseTo(0.7, 12);
    expect(same?.extremised).toBeGreaterThan(0.7);
  });

  test('the median of an odd and an even number', () => {
    expect(aggregate([0.9, 0.1, 0.3])?.median).toBe(0.3);
    expect(aggregate([0.9, 0.1, 0.3, 0.5])?.median).toBeCloseTo(0.4, 12);
  });

  test('certainty counts as 1 or 99 %, so that one estimate does not outweigh all others', () => {
    expect(aggregate([0, 0.5])?.meanOfLogOdds).toBeCloseTo(1 / (1 + Math.sqrt(99)), 12);
    expect(aggregate([1, 1])?.extremised).toBeLessThan(1);
  });

  test('a single estimate has no aggregate', () => {
    expect(aggregate([])).toBeUndefined();
    expect(aggregate([0.5])).toBeUndefined();
  });
});
