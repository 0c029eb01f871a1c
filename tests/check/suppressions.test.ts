import { describe, expect, test } from 'vitest';
import { applySuppressions } from '../../src/check/suppressions.ts';
import type { Remark } from '../../src/model/finding.ts';
import { assessmentWith, judgment } from '../support/assessments.ts';

const warning = (pointer: string): Remark => ({
  rule: 'long-sentence',
  severity: 'warning',
  pointer,
  message: 'M.',
});
const withException = (at: string) =>
  assessmentWith({
    judgments: [judgment, { ...judgment, id: 'second' }],
    exceptions: [{ rule: 'long-sentence', at, reason: 'Because.' }],
  });

test('findings are suppressed by their place, or by the entry that contains it; the rest stays', () => {
  const remarks = [
    warning('/judgments/1/statement'),
    warning('/judgments/0'),
    { ...warning('/judgments/1'), rule: 'other' },
  ];
  for (const at of ['/judgments/1/statement', '/judgments/1', 'judgments/second']) {
    const { left, unused } = applySuppressions(remarks, withException(at));
    expect(left).toEqual(remarks.slice(1));
    expect(unused).toEqual([]);
  }
});

test('a place is not confused with another that begins alike', () => {
  const remarks = [warning('/judgments/10')];
  const { left, unused } = applySuppressions(remarks, withException('/judgments/1'));
  expect(left).toEqual(remarks);
  expect(unused).toMatchObject([{ pointer: '/exceptions/0', help: 'Remove the exception.' }]);
});

describe('rules that cannot be suppressed are distinguished', () => {
  const others = new Map([['json-syntax', 'JSON is what the file says it is.']]);
  const objected = (rule: string) => {
    const remark = { ...warning('/judgments/1'), rule };
    const { left, unused } = applySuppressions(
      [remark],
      assessmentWith({ exceptions: [{ rule, at: '/judgments/1', reason: 'Because.' }] }),
      others,
    );
    expect(left).toEqual([remark]);
    return unused;
  };

  test('a fixed rule of the check, with the reason', () => {
    expect(objected('duplicate-id')).toEqual([
      {
        pointer: '/exceptions/0',
        message:
          '`duplicate-id` cannot be excepted: with two things under one id, nobody can tell which of them a judgment refers to.',
        help: 'Fix what it reports, and remove the exception.',
      },
    ]);
  });

  test('findings from outside the check, with the reason', () => {
    expect(objected('json-syntax')).toMatchObject([
      { message: '`json-syntax` cannot be excepted: JSON is what the file says it is.' },
    ]);
  });

  test('an unknown rule, with a suggestion', () => {
    expect(objected('long-sentense')).toMatchObject([
      { message: 'There is no rule `long-sentense`.', help: 'Did you mean `long-sentence`?' },
    ]);
    expect(objected('json-sintax')).toMatchObject([{ help: 'Did you mean `json-syntax`?' }]);
    expect(objected('nonsense')).toMatchObject([{ help: 'See `threat-memo explain` for all rules.' }]);
  });
});

test('without exceptions nothing changes', () => {
  const { left, unused } = applySuppressions([warning('/title')], assessmentWith({}));
  expect(left).toEqual([warning('/title')]);
  expect(unused).toEqual([]);
});
