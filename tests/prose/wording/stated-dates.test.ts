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
    ['until the summer of 2026', '2026-05-31', '2026-09-22'],
    ['by spring 2026', '2026-02-28', '2026-06-22'],
    ['by the end of the summer of 2026', '2026-08-31', '2026-09-22'],
    ['through the fall of 2026', '2026-11-30', '2026-12-22'],
    ['before the summer of 2026', '2026-05-31', '2026-06-23'],
    ['in the winter of 2025–26', '2026-02-28', '2026-03-22'],
    ['in winter 2025/2026', '2026-02-28', '2026-03-22'],
    ['in the winter of 2026', '2026-02-28', '2027-03-22'],
    ['by end-2026', '2026-12-31', '2026-12-31'],
    ['by year-end 2026', '2026-12-31', '2026-12-31'],
    ['for the rest of 2026', '2026-12-31', '2026-12-31'],
    ['over the course of 2026', '2026-12-31', '2026-12-31'],
    ['into 2027', '2026-12-31', '2027-12-31'],
    ['between now and June 2026', '2026-05-31', '2026-06-30'],
    ['between 2026 and 2028', '2027-12-31', '2028-12-31'],
    ['by about June 2026', '2026-05-31', '2026-06-30'],
    ['by H1 2026', '2025-12-31', '2026-07-06'],
    ['in the second half of 2026', '2026-12-27', '2026-12-31'],
  ])('%s', (text, earliest, latest) => {
    expect(only(`It will end ${text}.`)).toEqual({ text, earliest, latest });
  });

  test.each([
    ['in the first quarter of 2026', '2026-03-31'],
    ['in the second quarter of 2026', '2026-06-30'],
    ['in the third quarter of 2026', '2026-09-30'],
    ['in the first half of 2026', '2026-06-30'],
    ['in Q3 2026', '2026-09-30'],
    ['by Q3 2026', '2026-06-30'],
    ['by the third quarter of 2026', '2026-06-30'],
    ['by late summer 2026', '2026-08-20'],
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
    'before the summer 2026 offensive',
    'in the fall of Bakhmut',
    'in the summer of 2026-27',
    'in the winter of 2026–29',
    'for 2026',
    'with the vote due in June 2026',
    'with a parliament elected in 2026',
    'since 2024',
    'over the next two years',
  ])('none: %s', (text) => {
    expect(statedDates(`It will end ${text}.`)).toEqual([]);
  });
});

describe('a period counted from the cut-off', () => {
  const from = { earliest: '2025-04-30', latest: '2025-05-10' };
  const counted = (text: string) =>
    statedDates(text, from).map(({ text: written, counted: day, earliest, latest }) => [
      written,
      day,
      earliest,
      latest,
    ]);

  test.each([
    [
      'It will end over the next two years.',
      'over the next two years',
      '2027-04-30',
      '2027-01-29',
      '2027-08-09',
    ],
    [
      'It will end within the next 12 months.',
      'within the next 12 months',
      '2026-04-30',
      '2026-03-15',
      '2026-06-25',
    ],
    ['It will end in the coming year.', 'in the coming year', '2026-04-30', '2026-03-15', '2026-06-25'],
    ['It will end in the next six weeks.', 'in the next six weeks', '2025-06-11', '2025-05-11', '2025-07-22'],
    ['It is likely to end within 90 days.', 'within 90 days', '2025-07-29', '2025-06-28', '2025-09-08'],
    ['It will end within a decade.', 'within a decade', '2035-04-30', '2034-01-28', '2036-08-09'],
    [
      'It will last for the next six months.',
      'for the next six months',
      '2025-10-30',
      '2025-09-29',
      '2025-12-11',
    ],
    [
      'It will end in the next 12 to 18 months.',
      'in the next 12 to 18 months',
      '2026-10-30',
      '2026-02-20',
      '2027-01-18',
    ],
  ])('%s', (text, ...expected) => {
    expect(counted(text)).toEqual([expected]);
  });

  test('of a month without that day, its last day', () => {
    const [found] = statedDates('It will end in the next ten months.', from);
    expect(found?.counted).toBe('2026-02-28');
  });

  test.each([
    'It will end in the next few months.',
    'It will end in the next year or two.',
    'It will be rebuilt within two years of the truce.',
    'The third attack in two years will come.',
    'It doubled within two years.',
    'The parliament will pass a budget for the next two years.',
    'After 2014 attacks fell over the next two years, and will stay rare.',
    'It will be decided in the next year’s vote.',
    'It will end in the next 0 years.',
    'It will end within the next 9000 years.',
  ])('none: %s', (text) => {
    expect(counted(text)).toEqual([]);
  });
});
