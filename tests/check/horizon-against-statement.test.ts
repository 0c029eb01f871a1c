import { expect, test } from 'vitest';
import { horizonAgainstStatement } from '../../src/check/rules/horizon-against-statement.ts';
import { judgment, objectionsOf } from '../support/assessments.ts';

const found = (statement: string, horizon: string, language?: string, published?: string) =>
  objectionsOf(horizonAgainstStatement, {
    asOf: '2025-04-30',
    ...(published && { published }),
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
  ['Fires will go on until the summer of 2026.', '2026-12-31'],
  ['Fires will go on until the summer of 2026.', '2026-02'],
  ['Fires will go on over the next two years.', '2025-12-31'],
  ['Fires will go on over the next two years.', '2028-04-30'],
  ['It will happen within the next six months.', '2026-04-30'],
  ['It will happen within the next year.', '2025-05/2025-12'],
  ['It will happen by Q3 2026.', '2026-12-31'],
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
  ['Fires will go on until the summer of 2026.', '2026-06-30'],
  ['Fires will go on until the summer of 2026.', '2026-08'],
  ['Fires will go on over the next two years.', '2027-04-30'],
  ['Fires will go on over the next two years.', '2027-06-30'],
  ['Fires will go on over the next two years.', '2025-09/2027-09'],
  ['It will happen within the next six months.', '2025-10-31'],
  ['They will by 2026 have ended what began in 2020.', '2026-06-30'],
  ['Fires, more of them since 2024, will go on.', '2027-04-30'],
  ['The 2026 election will be put off.', '2025-12-31'],
  ['The vote due in November 2026 will be put off.', '2026-10-31'],
  ['The line burnt in the summer of 2024 will reopen.', '2026-10-31'],
])('%s fits %s', (statement, horizon) => {
  expect(found(statement, horizon)).toEqual([]);
});

test('the message names both, the help the last day', () => {
  expect(found('It will end by the end of 2026.', '2026-06-30')[0]).toMatchObject({
    message:
      'The statement of `attacks-continue` says `by the end of 2026`, but its horizon `2026-06-30` ends on another day.',
    help: expect.stringContaining('`2026-12-31`'),
  });
  expect(found('It will end over the next two years.', '2026-06-30')[0]).toMatchObject({
    message:
      'The statement of `attacks-continue` says `over the next two years`, but its horizon `2026-06-30` ends on another day.',
    help: 'Make them agree: counted from the cut-off, the words end on `2027-04-30`.',
  });
  expect(found('Bis Ende 2026, by the end of 2027.', '2026-06-30', 'de')).toEqual([]);
});

test('a memo published long after its cut-off may count from its publication', () => {
  const statement = 'It will happen within the next six months.';
  expect(found(statement, '2026-03-31')).toHaveLength(1);
  expect(found(statement, '2026-03-31', 'en', '2025-09-30')).toEqual([]);
});
