import { expect, test } from 'vitest';
import { applyExceptions } from '../../src/check/exceptions.ts';
import type { Remark } from '../../src/model/finding.ts';
import { assessmentWith, judgment } from '../support/assessments.ts';

const warning = (pointer: string): Remark => ({
  rule: 'some-rule',
  severity: 'warning',
  pointer,
  message: 'M.',
});
const withException = (at: string) =>
  assessmentWith({
    judgments: [judgment, { ...judgment, id: 'second' }],
    exceptions: [{ rule: 'some-rule', at, reason: 'Because.' }],
  });

const never = () => false;

test('what is excepted by its place, or by the thing it is part of, goes; the rest stays', () => {
  const remarks = [
    warning('/judgments/1/statement'),
    warning('/judgments/0'),
    { ...warning('/judgments/1'), rule: 'other' },
  ];
  for (const at of ['/judgments/1/statement', '/judgments/1', 'judgments/second']) {
    const { left, unused } = applyExceptions(remarks, withException(at), never);
    expect(left).toEqual(remarks.slice(1));
    expect(unused).toEqual([]);
  }
});

test('a place is not taken for another that only begins alike', () => {
  const remarks = [warning('/judgments/10')];
  const { left, unused } = applyExceptions(remarks, withException('/judgments/1'), never);
  expect(left).toEqual(remarks);
  expect(unused).toMatchObject([{ pointer: '/exceptions/0', help: 'Remove the exception.' }]);
});

test('what is fixed cannot be excepted', () => {
  const remark = warning('/judgments/1');
  const { left, unused } = applyExceptions([remark], withException('judgments/second'), () => true);
  expect(left).toEqual([remark]);
  expect(unused).toMatchObject([{ message: '`some-rule` is no rule that can be excepted.' }]);
});

test('without exceptions nothing changes', () => {
  const { left, unused } = applyExceptions([warning('/title')], assessmentWith({}), never);
  expect(left).toEqual([warning('/title')]);
  expect(unused).toEqual([]);
});
