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

test('what is excepted by its place, or by the thing it is part of, goes; the rest stays', () => {
  const remarks = [
    warning('/judgments/1/statement'),
    warning('/judgments/0'),
    { ...warning('/judgments/1'), rule: 'other' },
  ];
  for (const at of ['/judgments/1/statement', '/judgments/1', 'judgments/second']) {
    expect(applyExceptions(remarks, withException(at))).toEqual(remarks.slice(1));
  }
});

test('a place is not taken for another that only begins alike', () => {
  const remarks = [warning('/judgments/10')];
  expect(applyExceptions(remarks, withException('/judgments/1'))).toMatchObject([
    remarks[0],
    { rule: 'unused-exception', severity: 'warning', pointer: '/exceptions/0' },
  ]);
});

test('an error cannot be excepted', () => {
  const error: Remark = { ...warning('/judgments/1'), severity: 'error' };
  const [stays, remark] = applyExceptions([error], withException('judgments/second'));
  expect(stays).toBe(error);
  expect(remark?.message).toContain('only warnings and notes can be excepted');
});

test('without exceptions nothing changes', () => {
  expect(applyExceptions([warning('/title')], assessmentWith({}))).toEqual([warning('/title')]);
});
