import { expect, test } from 'vitest';
import { blocksOf } from '../../../src/prose/reading/blocks.ts';
import { hasLongStretch } from '../../../src/prose/reading/stretches.ts';

const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');

test('text without a certain end of sentence counts as one sentence', () => {
  expect(hasLongStretch(`${words(41)}.`, 40)).toBe(true);
  expect(hasLongStretch(`${words(40)}.`, 40)).toBe(false);
  expect(hasLongStretch(`${words(30)}. Then ${words(20)}.`, 40)).toBe(false);
  expect(hasLongStretch(`${words(30)} No. 4 ${words(20)}.`, 40)).toBe(true);
  expect(hasLongStretch(`${words(30)}. [@a, p. 4]\nThen ${words(20)}.`, 40)).toBe(false);
  expect(hasLongStretch(`${words(30)}\n- ${words(30)}`, 40)).toBe(false);
  expect(hasLongStretch(`${words(41)}. Then ${words(20)}.`, 40)).toBe(true);
  expect(hasLongStretch(`a  ${words(39)}\n\n`, 40)).toBe(false);
});

test('a text is divided into its paragraphs, each with its place', () => {
  const text = 'One\ntwo\n\n \nthree';
  expect(blocksOf(text)).toEqual([
    { text: 'One\ntwo', offset: 0 },
    { text: 'three', offset: 11 },
  ]);
  expect(blocksOf('```\na\n\nb\n```')).toHaveLength(1);
});
