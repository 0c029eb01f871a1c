import { describe, expect, test } from 'vitest';
import { statedDates } from '../../../src/prose/wording/stated-dates.ts';

const only = (text: string) => {
  const [found, another] = statedDates(text);
  if (!found || another) throw new Error(`Not one date: ${text}`);
  return found;
};

describe('the last day of a stated date', () => {
  test.each([
    ['by the end of 2026', '2026-12-31', '2026-12-31'],
    ['through 2026', '2026-12-31', '2026-12-31'],
    ['in June 2026', '2026-06-30', '2026-06-30'],
    ['in February 2024', '2024-02-29', '2024-02-29'],
    ['by 2026', '2025-12-31', '2026-12-31'],
    ['before 2026', '2025-12-31', '2026-01-01'],
    ['by 15 June 2026', '2026-06-14', '2026-06-15'],
    ['until early in 2026', '2026-01-01', '2026-07-02'],
    ['until late in 2026', '2026-08-07', '2026-12-31'],
    ['By 2026', '2025-12-31', '2026-12-31'],
    ['by 1 June 2026', '2026-05-31', '2026-06-01'],
    ['until June 3, 2026', '2026-06-02', '2026-06-03'],
    ['no later than 2026-03-01', '2026-02-28', '2026-03-01'],
  ])('%s', (text, earliest, latest) => {
    expect(only(`It will end ${text}.`)).toEqual({ text, earliest, latest });
  });

  test.each([
    ['in the first quarter of 2026', '2026-03-31'],
    ['in the second quarter of 2026', '2026-06-30'],
    ['in the third quarter of 2026', '2026-09-30'],
    ['in the first half of 2026', '2026-06-30'],
    ['in early 2026', '2026-03-15'],
    ['by mid-2026', '2026-06-30'],
    ['in late 2026', '2026-11-15'],
    ['by the beginning of 2026', '2026-01-15'],
  ])('%s may be %s, but not half a year off', (text, day) => {
    const { earliest, latest } = only(`It will end ${text}.`);
    expect([earliest <= day, day <= latest]).toEqual([true, true]);
    expect((Date.parse(latest) - Date.parse(earliest)) / 86_400_000).toBeLessThan(185);
  });

  test.each(['in the first quarter of 2026', 'in the second quarter of 2026', 'in the first half of 2026'])(
    '%s ends within two weeks of its end',
    (text) => {
      const { earliest, latest } = only(`It will end ${text}.`);
      expect((Date.parse(latest) - Date.parse(earliest)) / 86_400_000).toBeLessThan(15);
    },
  );

  test.each([
    'in 2026-27',
    'before the 2026 elections',
    'in 2026 elections',
    'by 31 February 2026',
    'by 0 June 2026',
    'after 2026',
  ])('none: %s', (text) => {
    expect(statedDates(`It will end ${text}.`)).toEqual([]);
  });
});
