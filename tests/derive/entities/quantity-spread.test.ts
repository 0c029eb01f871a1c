import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeOver, spreadBySource } from '../../../src/derive/entities/quantity-spread.ts';
import type { QuantityReport } from '../../../src/model/generated/types.ts';

const reports: QuantityReport[] = [
  { value: 133, source: 'committee', asOf: '2024-03-23' },
  { value: 137, source: 'committee', asOf: '2024-03-24' },
  { value: 139, qualifier: 'at-least', source: 'crisis-group', asOf: '2024-03-26' },
  { min: 60, max: 100 },
];

test('each source by itself, in the order of the file, and those without a name together', () => {
  expect(spreadBySource({ reports })).toEqual([
    { source: 'committee', reports: 2, min: 133, max: 137 },
    { source: 'crisis-group', reports: 1, min: 139, max: undefined },
    { source: undefined, reports: 1, min: 60, max: 100 },
  ]);
});

describe('the change over time', () => {
  const over = (...dated: readonly (readonly [string, QuantityReport])[]) =>
    changeOver({ reports: dated.map(([asOf, report]) => ({ ...report, asOf })) })?.direction;

  test('goes from the first date to the last, whatever the order of the file', () => {
    expect(changeOver({ reports: reports.toReversed() })).toEqual({
      from: '2024-03-23',
      to: '2024-03-26',
      direction: 'rising',
    });
  });

  test('has a direction', () => {
    expect(over(['2024-01', { value: 5 }], ['2024-02', { value: 3 }])).toBe('falling');
    expect(over(['2024-01', { value: 5 }], ['2024-02', { value: 3 }], ['2024-03', { value: 4 }])).toBe(
      'fluctuating',
    );
    expect(over(['2024-01', { value: 5 }], ['2024-02', { value: 5 }])).toBe('steady');
    expect(over(['2024-01', { min: 3, max: 9 }], ['2024-02', { value: 5 }])).toBe('steady');
  });

  test('needs two days', () => {
    expect(over(['2024-01', { value: 5 }], ['2024-01', { value: 6 }])).toBeUndefined();
    expect(changeOver({ reports: [{ value: 5 }, { value: 6, asOf: '2024' }] })).toBeUndefined();
  });
});

test('the spread by source covers every report', () => {
  const report = fc.record({ value: fc.nat(500), source: fc.constantFrom('a', 'b', 'c') });
  fc.assert(
    fc.property(fc.array(report, { minLength: 1 }), (given) => {
      const spread = spreadBySource({ reports: given });
      expect(spread.reduce((sum, { reports: count }) => sum + count, 0)).toBe(given.length);
      for (const { value, source } of given) {
        const own = spread.find((entry) => entry.source === source);
        expect(value).toBeGreaterThanOrEqual(own?.min ?? Number.NaN);
        expect(value).toBeLessThanOrEqual(own?.max ?? Number.NaN);
      }
    }),
  );
});
