import { expect, test } from 'vitest';
import { judgmentWithoutHorizon } from '../../src/check/rules/judgment-without-horizon.ts';
import { objectionsOf } from '../support/assessments.ts';

/** Pointers of what the rule objects to. */
const found = (...input: Parameters<typeof objectionsOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  objectionsOf(judgmentWithoutHorizon, ...input).map(({ pointer }) => pointer);

const judged = (statement: string, more: object = {}) => ({ judgments: [{ id: 'a', statement, ...more }] });

test.each([
  'Fires will go on.',
  'The group intends to strike again.',
  'A second attack is likely within months.',
  'The threat remains high.',
])('looks ahead: %s', (statement) => {
  expect(found(judged(statement))).toEqual(['/judgments/0']);
  expect(found(judged(statement, { horizon: '2025-12-31' }))).toEqual([]);
  expect(found(judged(statement, { resolution: { outcome: true } }))).toEqual([]);
});

test.each([
  'One group set the four fires.',
  'The arrests were made up.',
  'The men had help from a depot.',
  'Veld is likely to be paying the company.',
])('looks back: %s', (statement) => {
  expect(found(judged(statement, { likelihood: { term: 'likely' } }))).toEqual([]);
});

test('in another language, any statement with a likelihood may be a forecast', () => {
  expect(
    found({ language: 'ru', ...judged('Поджоги продолжатся.', { likelihood: { term: 'likely' } }) }),
  ).toEqual(['/judgments/0']);
  expect(found({ language: 'ru', ...judged('Поджоги продолжатся.') })).toEqual([]);
});
