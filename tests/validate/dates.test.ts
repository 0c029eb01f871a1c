import { describe, expect, test } from 'vitest';
import { isEdtf } from '../../src/model/edtf.ts';
import { dateFrom } from '../../src/validate/meant/date-notation.ts';
import { validateAssessment } from '../../src/validate/validate.ts';

function remarkOn(asOf: string) {
  const judgments = [{ id: 'a', statement: 's' }];
  const { remarks } = validateAssessment({
    id: 'x',
    form: 'f',
    title: 'T',
    marking: 'TLP:CLEAR',
    asOf,
    judgments,
  });
  expect(remarks).toHaveLength(1);
  expect(remarks[0]).toMatchObject({ rule: 'invalid-date', pointer: '/asOf', severity: 'error' });
  return remarks[0];
}

test.each([
  ['2024-02-30', '`2024-02-30` is not a date: 30 February does not exist; February 2024 has 29 days.'],
  ['2023-02-30', '`2023-02-30` is not a date: 30 February does not exist; February 2023 has 28 days.'],
  ['2024-04-31?', '`2024-04-31?` is not a date: 31 April does not exist; April 2024 has 30 days.'],
  ['2024-13-01', '`2024-13-01` is not a date: there is no month 13.'],
  ['2024-01-00', '`2024-01-00` is not a date: day 00 of January does not exist; January 2024 has 31 days.'],
  [
    '2024-01-01/2024-06-31',
    '`2024-01-01/2024-06-31` is not a date: 31 June does not exist; June 2024 has 30 days.',
  ],
  ['2024-05-01/2024-04-01', 'The interval `2024-05-01/2024-04-01` ends before it begins.'],
])('%s does not exist', (asOf, message) => {
  expect(remarkOn(asOf)?.message).toBe(message);
});

test('a reversed interval is corrected', () => {
  expect(remarkOn('2025/2024')?.help).toBe('Write `2024/2025`.');
});

describe('other notations', () => {
  test.each([
    ['22.03.2024', '2024-03-22'],
    ['2024/03/22', '2024-03-22'],
    ['2024.3.22', '2024-03-22'],
    ['2024-3-5', '2024-03-05'],
    ['20240322', '2024-03-22'],
    ['03/22/2024', '2024-03-22'],
    ['2024/03', '2024-03'],
    ['22 March 2024', '2024-03-22'],
    ['22nd of Mar. 2024', '2024-03-22'],
    ['March 22, 2024', '2024-03-22'],
    ['March 2024', '2024-03'],
    ['Spring 2024', '2024-21'],
    ['2010s', '201X'],
    ['c. 2016', '2016~'],
    ['about March 2016', '2016-03~'],
    ['since 2024', '2024/..'],
    ['until May 2024', '../2024-05'],
    ['2023-2024', '2023/2024'],
    ['2023–2024', '2023/2024'],
    ['22 March 2024 to 24 March 2024', '2024-03-22/2024-03-24'],
    [' 2024', '2024'],
  ])('%j is %s', (asOf, edtf) => {
    expect(isEdtf(edtf)).toBe(true);
    expect(remarkOn(asOf)?.help).toBe(`Write \`${edtf}\`.`);
  });

  test('an ambiguous date gives both readings', () => {
    expect(remarkOn('03/04/2024')?.help).toBe('Write `2024-04-03` or `2024-03-04`.');
  });

  test.each(['yesterday', '', '31.02.2024', 'March', 'x'.repeat(5000)])(
    '%j gives only the allowed forms',
    (asOf) => {
      expect(dateFrom(asOf)).toEqual([]);
      expect(remarkOn(asOf)?.help).toMatch(/^Write for instance `2024-03-22`/);
    },
  );
});
