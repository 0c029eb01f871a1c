import { expect, test } from 'vitest';
import { bottomLineWithoutJudgment } from '../../src/check/rules/bottom-line-without-judgment.ts';
import { objectionsOf } from '../support/assessments.ts';

/** Pointers of what the rule objects to. */
const found = (...input: Parameters<typeof objectionsOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  objectionsOf(bottomLineWithoutJudgment, ...input).map(({ pointer }) => pointer);

const judgments = [{ id: 'a', statement: 'Paid recruits will set more fires along the line.' }];

test('a term of likelihood or the words of a judgment are enough', () => {
  expect(found({ judgments, bottomLine: 'An attack is very likely.' })).toEqual([]);
  expect(found({ judgments, bottomLine: 'More fires by recruited locals are coming.' })).toEqual([]);
});

test('an announcement is not enough', () => {
  expect(found({ judgments, bottomLine: 'This paper describes the line and its history.' })).toEqual([
    '/bottomLine',
  ]);
});

test('other languages are read by the words of their judgments', () => {
  const russian = { language: 'ru', judgments: [{ id: 'a', statement: 'Поджоги на линии продолжатся.' }] };
  expect(found({ ...russian, bottomLine: 'Поджоги вдоль линии, скорее всего, будут продолжаться.' })).toEqual(
    [],
  );
  expect(found({ ...russian, bottomLine: 'В записке описана история вопроса.' })).toEqual(['/bottomLine']);
});

test('two words of a judgment are enough if they are a third of its longer words', () => {
  const line = { bottomLine: 'Fires on the line.' };
  const six = [{ id: 'a', statement: 'Fires along northern line continue all summer.' }];
  expect(found({ judgments: six, ...line })).toEqual([]);
  const seven = [{ id: 'a', statement: 'Fires along northern line continue through summer.' }];
  expect(found({ judgments: seven, ...line })).toEqual(['/bottomLine']);
  expect(found({ judgments: six, bottomLine: 'Fires.' })).toEqual(['/bottomLine']);
});
