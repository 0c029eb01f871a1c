import { expect, test } from 'vitest';
import { canonicalDate } from '../../src/format/canonical-date.ts';

test.each([
  ['2004-06-uu', '2004-06-XX'],
  ['2004-06-xx', '2004-06-XX'],
  ['2004-uu', '2004-XX'],
  ['201u', '201X'],
  ['201x', '201X'],
  ['2024-05?~', '2024-05%'],
  ['2024-05~?', '2024-05%'],
  ['2024/open', '2024/..'],
  ['unknown/2024', '/2024'],
  ['2024/unknown', '2024/'],
  ['2024-05?~/open', '2024-05%/..'],
  [' 2024-03-22 ', '2024-03-22'],
])('%s is now written as %s', (draft, today) => {
  expect(canonicalDate(draft)).toBe(today);
});

test.each([
  ['what is a date already', '2024-03-22'],
  ['precision', '2004-XX-XX'],
  ['an end that is open', '2024/..'],
  ['an end that is unknown', '2024/'],
  ['a year of five digits', 'Y12004'],
  ['what may mean two days', '03/04/2024'],
  ['a month without its zero', '2024-3'],
  ['words', 'unknown'],
  ['a day that does not exist', '2024-02-30'],
])('%s is unchanged: %s', (_, text) => {
  expect(canonicalDate(text)).toBe(text);
});
