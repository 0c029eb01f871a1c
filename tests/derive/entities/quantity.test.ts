import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundsOf, summarizeQuantity } from '../../../src/derive/entities/quantity.ts';
import type { QuantityReport } from '../../../src/model/generated/types.ts';

function summary(...reports: QuantityReport[]) {
  const found = summarizeQuantity({ reports });
  if (!found) throw new Error('no summary');
  return found;
}

function rangeOf(...reports: QuantityReport[]) {
  const { min, max } = summary(...reports);
  return [min, max];
}

describe('the range of one report', () => {
  test.each<[QuantityReport, number | undefined, number | undefined]>([
    [{ value: 139 }, 139, 139],
    [{ value: 139, qualifier: 'exactly' }, 139, 139],
    [{ value: 140, qualifier: 'about' }, 140, 140],
    [{ value: 22, qualifier: 'at-least' }, 22, undefined],
    [{ value: 22, qualifier: 'more-than' }, 23, undefined],
    [{ value: 2.5, qualifier: 'more-than' }, 2.5, undefined],
    [{ value: 2.5, qualifier: 'fewer-than' }, undefined, 2.5],
    [{ value: 5, qualifier: 'at-most' }, undefined, 5],
    [{ value: 5, qualifier: 'fewer-than' }, undefined, 4],
    [{ value: 0, qualifier: 'fewer-than' }, undefined, 0],
    [{ min: 3, max: 5 }, 3, 5],
    [{ min: 3 }, 3, undefined],
    [{ max: 5 }, undefined, 5],
    [{ value: 0 }, 0, 0],
  ])('%j', (report, min, max) => {
    expect(boundsOf(report)).toEqual({ min, max });
  });
});

describe('the range', () => {
  test.each<[string, QuantityReport[], number, number | undefined]>([
    ['of one figure', [{ value: 139 }], 139, 139],
    ['of several', [{ value: 133 }, { value: 145 }, { value: 139 }], 133, 145],
    ['of figures and ranges', [{ value: 60 }, { min: 40, max: 55 }], 40, 60],
    [
      'open above when the highest is a floor',
      [{ value: 20 }, { value: 22, qualifier: 'at-least' }],
      20,
      undefined,
    ],
    ['closed above by a higher figure', [{ value: 139, qualifier: 'at-least' }, { value: 145 }], 139, 145],
    ['closed above by the same figure', [{ value: 145, qualifier: 'at-least' }, { value: 145 }], 145, 145],
    ['from 0 when there is only a ceiling', [{ value: 5, qualifier: 'at-most' }], 0, 5],
    ['from 0 when the lowest is a ceiling', [{ value: 7 }, { value: 5, qualifier: 'at-most' }], 0, 7],
    ['closed below by a lower figure', [{ value: 3 }, { max: 5 }], 3, 5],
    ['between a floor and a ceiling', [{ min: 3 }, { max: 5 }], 3, 5],
    ['of nobody', [{ value: 0 }], 0, 0],
  ])('%s', (_, reports, min, max) => {
    expect(rangeOf(...reports)).toEqual([min, max]);
  });

  const count = fc.nat({ max: 500 });
  const qualifier = fc.constantFrom('exactly', 'about', 'at-least', 'at-most', 'more-than', 'fewer-than');
  const report: fc.Arbitrary<QuantityReport> = fc.oneof(
    fc.record({ value: count, qualifier }, { requiredKeys: ['value'] }),
    fc.tuple(count, count).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) })),
    count.map((min) => ({ min })),
    count.map((max) => ({ max })),
  );

  test('contains every figure that reports allow, and does not depend on their order', () => {
    fc.assert(
      fc.property(fc.array(report, { minLength: 1, maxLength: 6 }), (reports) => {
        const { min, max, disputed } = summary(...reports);
        expect(min).toBeLessThanOrEqual(max ?? Number.POSITIVE_INFINITY);
        for (const bounds of reports.map(boundsOf)) {
          for (const end of [bounds.min, bounds.max]) {
            if (end === undefined) continue;
            expect(end).toBeGreaterThanOrEqual(min);
            expect(end).toBeLessThanOrEqual(max ?? Number.POSITIVE_INFINITY);
          }
        }
        expect(summary(...[...reports].reverse())).toMatchObject({ min, max, disputed });
      }),
    );
  });
});

describe('the latest', () => {
  const early = { value: 40, asOf: '2024-03-22' };
  const late = { value: 139, asOf: '2024-03-27' };

  test('is the one with the latest date, wherever it is listed', () => {
    expect(summary(early, late).latest).toEqual([late]);
    expect(summary(late, early).latest).toEqual([late]);
  });

  test('is every figure of that date if its reports differ', () => {
    const sameDay = { value: 60, asOf: '2024-03-22' };
    const again = { value: 40, qualifier: 'about' as const, asOf: '2024-03-22' };
    expect(summary(sameDay, early, { value: 30, asOf: '2024-03-21' }).latest).toEqual([early, sameDay]);
    expect(summary(early, again).latest).toEqual([again]);
  });

  test('is missing if no report has a date', () => {
    expect(summary({ value: 1 }, { value: 2 }).latest).toEqual([]);
    expect(summary({ value: 1 }).latest).toEqual([]);
  });

  test('an undated figure is not the latest', () => {
    expect(summary(early, { value: 1 }).latest).toEqual([early]);
  });

  test('is determined by the middle of the period: a month is not later than a day near its end', () => {
    const month = { value: 1, asOf: '2024-03' };
    const open = { value: 2, asOf: '2024-03-25/..' };
    expect(summary(month, late).latest).toEqual([late]);
    expect(summary(month, { value: 9, asOf: '2024-03-05' }).latest).toEqual([month]);
    expect(summary(open, early).latest).toEqual([open]);
    expect(summary(open, late).latest).toEqual([late]);
  });

  test('is determined by date even if that is approximate', () => {
    const about = { value: 2, asOf: '2025-05~' };
    const day = { value: 2, qualifier: 'more-than' as const, asOf: '2025-05-27~' };
    expect(summary(day, about).latest).toEqual([day]);
    expect(summary(about, { value: 3, asOf: '2025-06?' }).latest).toEqual([{ value: 3, asOf: '2025-06?' }]);
  });

  test('is determined by date before the common era and after 9999', () => {
    const [ides, later] = [
      { value: 1, asOf: '-0044-03-15' },
      { value: 2, asOf: '-0043' },
    ];
    expect(summary(later, ides).latest).toEqual([later]);
    expect(summary({ value: 3, asOf: 'Y12025' }, { value: 4, asOf: '9999' }).latest).toEqual([
      { value: 3, asOf: 'Y12025' },
    ]);
  });
});

describe('the different figures', () => {
  test('are sorted from the smallest, a lower bound after the figure at which it begins', () => {
    const more = { value: 2, qualifier: 'more-than' as const };
    expect(summary(more, { value: 2 }, { value: 2, qualifier: 'at-least' }).figures).toEqual([
      { value: 2 },
      { value: 2, qualifier: 'at-least' },
      more,
    ]);
    expect(summary({ max: 5 }, { value: 3 }, { max: 4 }).figures).toEqual([
      { max: 4 },
      { max: 5 },
      { value: 3 },
    ]);
  });

  test('are each listed once, in the wording of the later report', () => {
    const later = { value: 5, qualifier: 'about' as const, asOf: '2024-05' };
    expect(summary(later, { value: 5, asOf: '2024-04' }, { value: 5 }).figures).toEqual([later]);
  });

  test('name the highest even if it is a lower bound', () => {
    expect(summary({ value: 4 }, { value: 5, qualifier: 'at-least' })).toMatchObject({
      max: undefined,
      highest: 5,
    });
    expect(summary({ value: 4 }, { value: 9 })).toMatchObject({ max: 9, highest: 9 });
  });
});

describe('disputed', () => {
  test('if figures differ', () => {
    expect(summary({ value: 133 }, { value: 139 }).disputed).toBe(true);
    expect(summary({ value: 22 }, { value: 22, qualifier: 'at-least' }).disputed).toBe(true);
  });

  test('not if they agree, however they are written', () => {
    expect(summary({ value: 139 }).disputed).toBe(false);
    expect(summary({ value: 139 }, { value: 139, qualifier: 'about' }).disputed).toBe(false);
    expect(summary({ value: 3 }, { min: 3, max: 3 }).disputed).toBe(false);
    expect(summary({ min: 23 }, { value: 22, qualifier: 'more-than' }).disputed).toBe(false);
  });
});

test('without a report there is nothing to summarize', () => {
  expect(summarizeQuantity({ reports: [] })).toBeUndefined();
});
