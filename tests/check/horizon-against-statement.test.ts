import { expect, test } from 'vitest';
import { horizonAgainstStatement } from '../../src/check/rules/horizon-against-statement.ts';
import { judgment, objectionsOf } from '../support/assessments.ts';

const found = (statement: string, horizon: string, language?: string) =>
  objectionsOf(horizonAgainstStatement, {
    asOf: '2025-04-30',
    ...(language && { language }),
    judgments: [{ ...judgment, statement, horizon }],
  });

test.each([
  ['Cables are very likely to be damaged by the end of 2026.', '2026-06-30'],
  ['Fires will go on through 2025.', '2026-12'],
  ['The truce will hold until March 2026.', '2025-12-31'],
  ['It will happen in 2027.', '2027-06'],
  ['It will happen before June 2026.', '2026-06-30'],
  ['It will happen by 30 June 2026.', '2026-12-31'],
  ['It will happen by June 30, 2026.', '2026-12-31'],
  ['It will happen by early 2026.', '2026-12-31'],
  ['It will happen in the first half of 2026.', '2026-12-31'],
  ['It will happen by 2026-07-01.', '2026-12-31'],
])('%s contradicts %s', (statement, horizon) => {
  expect(found(statement, horizon)).toMatchObject([{ pointer: '/judgments/0/horizon' }]);
});

test.each([
  ['Cables are very likely to be damaged by the end of 2026.', '2026-12'],
  ['Fires will go on through 2025.', '2025-05/2025-12'],
  ['The truce will hold until March 2026.', '2026-03'],
  ['It will happen by 2026.', '2025-12-31'],
  ['It will happen by 2026.', '2026'],
  ['It will happen before June 2026.', '2026-05-31'],
  ['It will happen by mid-2026.', '2026-06-30'],
  ['It will happen in the first half of 2026.', '2026-06-30'],
  ['It will happen by the third quarter of 2026.', '2026-09-30'],
  ['The fires of March 2025 will be copied; in 2024 there were none.', '2026-12'],
  ['He said “by the end of 2027”, and it will hold until June 2026.', '2026-06'],
  ['It will happen in the 2026 elections, by 2026.', '2026-12'],
  ['It will go on.', '2026-12'],
  ['It will go on through 2026.', '2026/..'],
])('%s fits %s', (statement, horizon) => {
  expect(found(statement, horizon)).toEqual([]);
});

test('the message names both, the help the last day', () => {
  expect(found('It will end by the end of 2026.', '2026-06-30')[0]).toMatchObject({
    message:
      'The statement of `attacks-continue` says `by the end of 2026`, but its horizon `2026-06-30` ends on another day.',
    help: expect.stringContaining('`2026-12-31`'),
  });
  expect(found('Bis Ende 2026, by the end of 2027.', '2026-06-30', 'de')).toEqual([]);
});
