import { expect, test } from 'vitest';
import { plainText } from '../../../src/render/wording/plain.ts';

test.each([
  ['A *boat* and a **ship** [@wire, p. 4].', 'A boat and a ship.'],
  [
    'See [the report](https://example.org/a) or <https://example.org>.',
    'See the report or https://example.org.',
  ],
  ['_So_ it is; snake_case stays, `code` too, ~~gone~~.', 'So it is; snake_case stays, code too, gone.'],
  ['Stars \\* and \\[brackets\\]', 'Stars * and [brackets]'],
  ['one\ntwo', 'one two'],
  ['10\u00a0km', '10\u00a0km'],
  ['[not a citation] stays', '[not a citation] stays'],
])('%j', (prose, plain) => {
  expect(plainText(prose)).toBe(plain);
});
