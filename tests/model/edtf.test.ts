import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DatePoint, isEdtf, parseEdtf } from '../../src/model/edtf.ts';

function point(year: number, rest: Partial<DatePoint> = {}): DatePoint {
  return { year, unknownYearDigits: 0, uncertain: false, approximate: false, ...rest };
}

describe('single dates: precision, first and last day', () => {
  test.each<[string, DatePoint, string, string]>([
    ['2024-03-22', point(2024, { month: 3, day: 22 }), '2024-03-22', '2024-03-22'],
    ['2024-03', point(2024, { month: 3 }), '2024-03-01', '2024-03-31'],
    ['2024', point(2024), '2024-01-01', '2024-12-31'],
    ['2024-02', point(2024, { month: 2 }), '2024-02-01', '2024-02-29'],
    ['2023-02', point(2023, { month: 2 }), '2023-02-01', '2023-02-28'],
    ['2024-05?', point(2024, { month: 5, uncertain: true }), '2024-05-01', '2024-05-31'],
    ['2016~', point(2016, { approximate: true }), '2016-01-01', '2016-12-31'],
    ['2016%', point(2016, { uncertain: true, approximate: true }), '2016-01-01', '2016-12-31'],
    ['2024-03-22~', point(2024, { month: 3, day: 22, approximate: true }), '2024-03-22', '2024-03-22'],
    ['201X', point(2010, { unknownYearDigits: 1 }), '2010-01-01', '2019-12-31'],
    ['20XX', point(2000, { unknownYearDigits: 2 }), '2000-01-01', '2099-12-31'],
    ['2004-XX', point(2004), '2004-01-01', '2004-12-31'],
    ['2004-XX-XX', point(2004), '2004-01-01', '2004-12-31'],
    ['1985-04-XX', point(1985, { month: 4 }), '1985-04-01', '1985-04-30'],
    ['2024-02-XX', point(2024, { month: 2 }), '2024-02-01', '2024-02-29'],
    ['2024-21', point(2024, { season: 21 }), '2024-03-01', '2024-05-31'],
    ['2024-22', point(2024, { season: 22 }), '2024-06-01', '2024-08-31'],
    ['2024-23', point(2024, { season: 23 }), '2024-09-01', '2024-11-30'],
    ['2024-24', point(2024, { season: 24 }), '2024-12-01', '2025-02-28'],
    ['2023-24', point(2023, { season: 24 }), '2023-12-01', '2024-02-29'],
    ['2024-02-29', point(2024, { month: 2, day: 29 }), '2024-02-29', '2024-02-29'],
    ['0050', point(50), '0050-01-01', '0050-12-31'],
    ['-019X', point(-190, { unknownYearDigits: 1 }), '-0199-01-01', '-0190-12-31'],
  ])('%s', (text, known, earliest, latest) => {
    expect(parseEdtf(text)).toEqual({ text, kind: 'date', start: known, end: known, earliest, latest });
  });

  test.each([
    ['2024-03-22T20:00:00Z', { hour: 20, minute: 0, second: 0, zone: 0 }, 19804 + 20 / 24],
    ['2024-12-25T12:26+02:00', { hour: 12, minute: 26, zone: 120 }, 20082 + (10 * 60 + 26) / 1440],
    ['2024-12-25T01:30+02', { hour: 1, minute: 30, zone: 120 }, 20081 + (23 * 60 + 30) / 1440],
    ['2024-12-25T12:26-03:30', { hour: 12, minute: 26, zone: -210 }, 20082 + (15 * 60 + 56) / 1440],
    ['2024-12-25T12:26', { hour: 12, minute: 26 }, 20082 + (12 * 60 + 26) / 1440],
  ])('a time of day and its zone: %s', (text, time, moment) => {
    const day = text.slice(0, 10);
    const read = parseEdtf(text);
    expect(read).toMatchObject({ earliest: day, latest: day, start: { time } });
    expect(read?.moment).toBeCloseTo(moment, 9);
  });

  test.each([
    '2024-12-25T24:00',
    '2024-12-25T12:60',
    '2024-12-25T12',
    '2024-12T12:26',
    '2024-02-30T12:26',
    '2024-12-25T12:26+15:00',
  ])('not a time of day: %s', (text) => {
    expect(isEdtf(text)).toBe(false);
  });

  test('the times of an interval are in order', () => {
    expect(isEdtf('2024-12-25T12:26/2024-12-25T18:00')).toBe(true);
    expect(isEdtf('2024-12-25T18:00/2024-12-25T12:26')).toBe(false);
  });
});

describe('intervals', () => {
  test('both ends known', () => {
    expect(parseEdtf('2024-03-22/2024-03-24')).toEqual({
      text: '2024-03-22/2024-03-24',
      kind: 'interval',
      start: point(2024, { month: 3, day: 22 }),
      end: point(2024, { month: 3, day: 24 }),
      earliest: '2024-03-22',
      latest: '2024-03-24',
    });
  });

  test('ends with different precision, each with its own qualification', () => {
    expect(parseEdtf('2023~/2024-05?')).toMatchObject({
      start: point(2023, { approximate: true }),
      end: point(2024, { month: 5, uncertain: true }),
      earliest: '2023-01-01',
      latest: '2024-05-31',
    });
  });

  test('an open or unknown end has no day, least of all one in 1970', () => {
    const start = point(2024);
    const cases = [
      ['2024/..', { start, end: 'open', earliest: '2024-01-01' }],
      ['2024/', { start, end: 'unknown', earliest: '2024-01-01' }],
      ['../2024', { start: 'open', end: start, latest: '2024-12-31' }],
      ['/2024', { start: 'unknown', end: start, latest: '2024-12-31' }],
      ['../..', { start: 'open', end: 'open' }],
    ] as const;
    for (const [text, expected] of cases) {
      const parsed = parseEdtf(text);
      expect(parsed).toEqual({ text, kind: 'interval', ...expected });
      expect(JSON.stringify(parsed)).not.toContain('1970');
    }
  });

  test('1970 itself is an ordinary year', () => {
    expect(parseEdtf('1970/1971')).toMatchObject({ earliest: '1970-01-01', latest: '1971-12-31' });
  });
});

describe('not a date', () => {
  test.each([
    ['30 February', '2024-02-30'],
    ['29 February outside leap years', '2023-02-29'],
    ['31 April', '2024-04-31'],
    ['a thirteenth month', '2024-13'],
    ['a thirteenth month in doubt', '2024-13?'],
    ['a season in doubt', '2024-21~'],
    ['30 February in doubt', '2024-02-30~'],
    ['month 0', '2024-00'],
    ['a fifth season', '2024-25'],
    ['an interval that runs backwards', '2024-03-24/2024-03-22'],
    ['months that run backwards', '2024-03/2024-02'],
    ['a second end without its year', '2024-03-22/24'],
    ['three ends', '2022/2023/2024'],
    ['digits left out', '2024-3-1'],
    ['a year of two digits', '24'],
    ['a day in an unknown month', '2004-XX-05'],
    ['words', '22 March 2024'],
    ['day before month', '22.03.2024'],
    ['space around it', ' 2024'],
    ['nothing', ''],
    ['only an open end', '..'],
    ['level 2: a set', '{2024,2025}'],
    ['level 2: doubt about one part', '2024?-05'],
  ])('%s: %j', (_, text) => {
    expect(parseEdtf(text)).toBeUndefined();
    expect(isEdtf(text)).toBe(false);
  });
});

test('isEdtf agrees', () => {
  expect(['2024', '2024/..', '201X', '2024-21', '2016~'].map(isEdtf)).toEqual(Array(5).fill(true));
});

/** Text made of what dates are made of, so that many of them are nearly or wholly dates. */
const dateLike = fc
  .array(
    fc.oneof(
      fc.constantFrom('-', '/', '..', '?', '~', '%', 'X', 'XX', 'T', 'Z', 'Y', '2024', '2024-02', '21', '24'),
      fc.integer({ min: 0, max: 40 }).map((number) => String(number).padStart(2, '0')),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

/** Days of years 0 to 9999, of months and of years; the two ends of an interval in any order. */
const end = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 31 }))
  .chain(([year, month, day]) => {
    const digits = (value: number, count: number) => String(value).padStart(count, '0');
    const parts = [digits(year, 4), digits(month, 2), digits(day, 2)];
    return fc.constantFrom(1, 2, 3).map((count) => parts.slice(0, count).join('-'));
  });
const suffixed = fc.tuple(end, fc.constantFrom('', '?', '~', '%')).map((parts) => parts.join(''));
const interval = fc.tuple(suffixed, suffixed).map((ends) => ends.join('/'));

test('never throws, whatever the text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), dateLike), (text) => {
      expect(isEdtf(text)).toBe(parseEdtf(text) !== undefined);
    }),
    { numRuns: 1000 },
  );
});

test('the first day is never after the last, both exist, and both are within the years given', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.oneof(suffixed, interval, dateLike), (text) => {
      const date = parseEdtf(text);
      if (date?.earliest === undefined || date.latest === undefined || /[Y-]\d{5}|^-|9999/.test(text)) return;
      read += 1;
      expect(date.earliest <= date.latest).toBe(true);
      for (const day of [date.earliest, date.latest]) {
        expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
      }
      expect(text.replaceAll('X', '0')).toContain(date.earliest.slice(0, 4));
    }),
    { numRuns: 2000 },
  );
  expect(read).toBeGreaterThan(200);
});

test('a fraction of a second is read and does not affect the time', () => {
  expect(parseEdtf('2025-02-28T10:11:12.345Z')?.start).toEqual(
    point(2025, { month: 2, day: 28, time: { hour: 10, minute: 11, second: 12, zone: 0 } }),
  );
});
