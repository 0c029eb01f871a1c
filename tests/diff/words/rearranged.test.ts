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
    'a paragraph among items',
    `- ${one}\n- ${two}\n\n${three}`,
    `${three}\n\n- ${one}\n- ${two}`,
    'paragraph “The third came late.” moved to the beginning',
  ],
  [
    'an item behind a paragraph',
    `${one}\n\n- ${two}\n- ${three}\n- Four.`,
    `${one}\n\n- ${two}\n- Four.\n- ${three}`,
    'list item “Four.” moved behind “The second was worse.”',
  ],
  [
    'several items',
    `- ${one}\n- ${two}\n- ${three}\n- Four.`,
    `- Four.\n- ${three}\n- ${two}\n- ${one}`,
    'order of list items changed',
  ],
  [
    'several sentences',
    `${one} ${two} ${three} Four.`,
    `Four. ${three} ${two} ${one}`,
    'order of sentences changed',
  ],
  [
    'a level further out',
    `- ${one}\n  - ${two}\n    - ${three}`,
    `- ${one}\n  - ${two}\n- ${three}`,
    'list item “The third came late.” moved 2 levels out',
  ],
  [
    'a break less',
    `${one}\n\n${two}`,
    `${one} ${two}`,
    'no paragraph begins any more before “The second was worse.”',
  ],
  ['citations', `${one}[@a; @b]`, `${one}[@b; @a]`, 'citations in another order or place'],
  ['a citation', `${one}[@a] More.`, `${one} More.[@a]`, 'citations in another order or place'],
  ['citations', `${one}[@a]`, `${one}[@b; @c]`, 'citations added: B; C; citation removed: A'],
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

test('inserted and deleted words are reported elsewhere', () => {
  expect(rearranged(one, two)).toBeUndefined();
});
