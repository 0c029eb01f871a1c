import { expect, test } from 'vitest';
import { rearranged } from '../../../src/diff/words/rearranged.ts';

const [one, two, three] = ['The first fire.', 'The second was worse.', 'The third came late.'];

test.each([
  [
    'a sentence',
    `${one} ${two} ${three}`,
    `${three} ${one} ${two}`,
    'sentence “The third came late.” moved to the beginning',
  ],
  [
    'a paragraph',
    `${one}\n\n${two}\n\n${three}`,
    `${two}\n\n${one}\n\n${three}`,
    'paragraph “The second was worse.” moved to the beginning',
  ],
  [
    'an item',
    `- ${one}\n- ${two}\n- ${three}`,
    `- ${one}\n- ${three}\n- ${two}`,
    'list item “The third came late.” moved behind “The first fire.”',
  ],
  [
    'a level',
    `- ${one}\n- ${two}`,
    `- ${one}\n  - ${two}`,
    'list item “The second was worse.” moved one level in',
  ],
  ['a break', `${one} ${two}`, `${one}\n\n${two}`, 'paragraph begins before “The second was worse.”'],
  ['a citation', one, 'The first fire.[@a, p. 4]', 'citation added: A, p. 4'],
  ['apostrophes', "The driver's cabin.", 'The driver’s cabin.', 'punctuation or marks changed'],
])('%s', (_, before, after, expected) => {
  expect(rearranged(before, after, (id) => id.toUpperCase())).toBe(expected);
});

test('words that came or went are told by others', () => {
  expect(rearranged(one, two)).toBeUndefined();
});
