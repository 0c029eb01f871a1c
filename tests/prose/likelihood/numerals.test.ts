import { expect, test } from 'vitest';
import {
  CARDINAL,
  cardinalValue,
  FRACTION,
  PERCENTAGE,
  RATIO,
} from '../../../src/prose/likelihood/numerals.ts';

test.each([
  ['7', 7],
  ['0.8', 0.8],
  ['0,8', 0.8],
  ['1,200', 1200],
  ['zero', 0],
  ['Seven', 7],
  ['twelve', 12],
  ['nineteen', 19],
  ['twenty', 20],
  ['thirty', 30],
  ['Forty-Two', 42],
  ['ninety nine', 99],
  ['hundred', 100],
  ['Thousand', 1000],
  ['a few', Number.NaN],
])('%s is %d', (written, value) => {
  expect(cardinalValue(written)).toBe(value);
});

const whole = (expression: string, text: string) => new RegExp(`^${expression}$`, 'i').test(text);

test.each([
  [CARDINAL, ['1,200', '0.8', 'eleven', 'Forty-two', 'sixteen', 'twenty'], ['', 'some', 'forty-twelve']],
  [FRACTION, ['two thirds', 'four-fifths', 'a quarter', 'half'], ['quarter', 'two', 'a second']],
  [
    RATIO,
    ['three in five', '8 out of 10', 'one-in-three', '7/10', '7 of 10', 'one in every five'],
    ['7 10', '7 and 10'],
  ],
  [
    PERCENTAGE,
    ['80 %', '60–70 per cent', 'ninety percent', 'a hundred per cent', '5 to 20 %'],
    ['80', 'per cent'],
  ],
])('%#: a number, and a word that is not one', (expression, numbers, others) => {
  for (const text of numbers) expect(whole(expression, text), text).toBe(true);
  for (const text of others) expect(whole(expression, text), text).toBe(false);
});
