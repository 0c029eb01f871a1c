import { expect, test } from 'vitest';
import { editScalar } from '../../../src/load/edit/edit-scalar.ts';
import { styleOf } from '../../../src/load/edit/scalar-units.ts';

/** The source with its edits made, and how many there are; `undefined` where there are none to make. */
function edited(source: string, before: string, after: string): [string, number] | undefined {
  const edits = editScalar(source, styleOf(source), before, after);
  const text = edits?.reduceRight(
    (made, { start, end, text: put }) => made.slice(0, start) + put + made.slice(end),
    source,
  );
  return text === undefined ? undefined : [text, edits?.length ?? 0];
}

test.each([
  // As long as before: each place that differs.
  ['"abcd"', 'abcd', 'xbcy', '"xbcy"', 2],
  ['"abcd"', 'abcd', 'axyd', '"axyd"', 1],
  ['"a\\u0062c"', 'abc', 'abd', '"a\\u0062d"', 1],
  // Shorter by what is left out: each piece.
  ['"abcabc"', 'abcabc', 'acac', '"acac"', 2],
  ['"aabb"', 'aabb', 'ab', '"ab"', 2],
  ['"abc"', 'abc', '', '""', 1],
  // Otherwise from the first difference to the last.
  ['"remote"', 'remote', 'rest of it', '"rest of it"', 1],
  ['"abab"', 'abab', 'ababab', '"ababab"', 1],
  ['"ab"', 'ab', 'xab', '"xab"', 1],
  ['"a\\u0062c"', 'abc', 'xyabc', '"xya\\u0062c"', 1],
  ['"ab"', 'ab', 'axxb', '"axxb"', 1],
  ['""', '', 'x', undefined, 0],
  ['x', 'x', 'xy', 'xy', 1],
  ["'it''s'", "it's", "it's not 'us'", "'it''s not ''us'''", 1],
  // Over lines: what is folded stays.
  ['one\n  two', 'one two', 'one tw', 'one\n  tw', 1],
  ['one\n  two', 'one two', 'xne two', 'xne\n  two', 1],
  ['one\n\n  two', 'one\ntwo', 'one\nto', 'one\n\n  to', 1],
  ['"one \\\n  two"', 'one two', 'one twos', '"one \\\n  twos"', 1],
  ['|\n  a\n  b', 'a\nb', 'a\nc', '|\n  a\n  c', 1],
] as const)('%j from %j to %j', (source, before, after, expected, count) => {
  expect(edited(source, before, after)).toEqual(expected === undefined ? undefined : [expected, count]);
});

test('is impossible if the source does not write the value, or its style cannot write the new one', () => {
  expect(edited('"abc"', 'xbc', 'abd')).toBeUndefined();
  expect(edited('abc', 'abcd', 'abce')).toBeUndefined();
  expect(edited('abc', 'abc', 'a\nc')).toBeUndefined();
});
