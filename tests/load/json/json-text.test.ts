import { expect, test } from 'vitest';
import { jsonText, needsEscapes } from '../../../src/load/json/json-text.ts';

test.each([
  ['a "b" \\ c', '"a \\"b\\" \\\\ c"', false],
  ['a\u007fb', '"a\\u007fb"', true],
  ['a\u200bb', '"a\\u200bb"', true],
  ['می\u200cخواهم', '"می\u200cخواهم"', false],
  ['a\n\tb', '"a\\n\\tb"', false],
  ['\\u200b', '"\\\\u200b"', false],
  ['a\u0000b', '"a\\u0000b"', true],
])('%j', (text, expected, hidden) => {
  expect(jsonText(text)).toBe(expected);
  expect(JSON.parse(jsonText(text))).toBe(text);
  expect(needsEscapes(text)).toBe(hidden);
});
