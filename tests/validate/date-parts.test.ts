import { describe, expect, test } from 'vitest';
import { validateAssessment, validateRegister } from '../../src/validate/validate.ts';
import { minimal } from '../support/assessments.ts';

describe('the date of a source in parts', () => {
  const sourceOf = (issued: unknown) => ({ id: 'gazette', csl: { type: 'book', title: 'Ports', issued } });
  const remarksOn = (issued: unknown) =>
    validateRegister({ schemaVersion: '1.1', sources: [sourceOf(issued)] }).remarks;

  test.each([
    [{ 'date-parts': [[2025, 11, 31]] }, '`2025-11-31` is not a date: 31 November does not exist'],
    [{ 'date-parts': [['2023', '2', '29']] }, '`2023-02-29` is not a date: 29 February does not exist'],
    [{ 'date-parts': [[2025, 13]] }, '`2025-13` is not a date: there is no month 13'],
    [
      {
        'date-parts': [
          [2025, 3],
          [2025, 1],
        ],
      },
      'The interval `2025-03/2025-01` ends before it begins.',
    ],
    [{ 'date-parts': [['n.d.']] }, '`issued` is `n.d.`, which is not a date'],
  ])('%j: %s', (issued, message) => {
    expect(remarksOn(issued)).toMatchObject([
      { rule: 'invalid-date', pointer: '/sources/0/csl/issued', message: expect.stringContaining(message) },
    ]);
  });

  test.each([
    { 'date-parts': [[2024, 2, 29]] },
    { 'date-parts': [['2025', '04', '13']], circa: true },
    {
      'date-parts': [
        [2025, 1],
        [2025, 3],
      ],
    },
    { 'date-parts': [[2025]], season: 'autumn' },
    { 'date-parts': [[-50]] },
    { literal: 'no date' },
    '2025-04~',
  ])('%j is one', (issued) => {
    expect(remarksOn(issued)).toEqual([]);
  });

  test('is looked at in an assessment too, beside what does not fit the schema', () => {
    const { remarks } = validateAssessment({
      ...minimal,
      sources: [
        { id: 'wrong', csl: 'Ports' },
        sourceOf({ 'date-parts': [[2025, 4, 31]] }),
        sourceOf({ 'date-parts': 5 }),
      ],
    });
    expect(remarks.map(({ rule, pointer }) => `${rule} ${pointer}`)).toEqual(
      expect.arrayContaining([
        'wrong-type /sources/0/csl',
        'invalid-date /sources/1/csl/issued',
        'wrong-type /sources/2/csl/issued/date-parts',
      ]),
    );
  });
});
