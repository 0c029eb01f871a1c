import { expect, test } from 'vitest';
import { longBottomLine } from '../../src/check/rules/long-bottom-line.ts';
import { objectionsOf } from '../support/assessments.ts';

/** Pointers of what the rule objects to. */
const found = (...input: Parameters<typeof objectionsOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  objectionsOf(longBottomLine, ...input).map(({ pointer }) => pointer);

const words = (count: number) => Array.from({ length: count }, () => 'fire').join(' ');

test('120 words are allowed, 121 are not; lines are added up and citations do not count', () => {
  expect(found({ bottomLine: words(120) })).toEqual([]);
  expect(found({ bottomLine: `${words(120)} [@four-fires, p. 4; @two-arrests].` })).toEqual([]);
  expect(found({ bottomLine: [words(60), words(61)] })).toEqual(['/bottomLine']);
});

test('the message gives the number of words', () => {
  expect(objectionsOf(longBottomLine, { bottomLine: words(130) })[0]?.message).toContain('has 130 words');
});
