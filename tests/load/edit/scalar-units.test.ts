import { expect, test } from 'vitest';
import { styleOf, unitsOf, writeIn } from '../../../src/load/edit/scalar-units.ts';

test.each([
  ['"a"', 'double'],
  ["'a'", 'single'],
  ['|\n  a', 'block'],
  ['>-\n  a', 'block'],
  ['a', 'plain'],
])('%j is %s', (source, style) => {
  expect(styleOf(source)).toBe(style);
});

/** The units of a source: what is written, and what it means. */
const units = (source: string) =>
  unitsOf(source, styleOf(source)).map(({ start, end, value }) => [source.slice(start, end), value]);

test.each([
  [
    'ab',
    [
      ['a', 'a'],
      ['b', 'b'],
    ],
  ],
  ['"a"', [['a', 'a']]],
  ['""', []],
  [
    "'a''b'",
    [
      ['a', 'a'],
      ["''", "'"],
      ['b', 'b'],
    ],
  ],
  [
    "it''s",
    [
      ['i', 'i'],
      ['t', 't'],
      ["'", "'"],
      ["'", "'"],
      ['s', 's'],
    ],
  ],
  [
    "'\\n'",
    [
      ['\\', '\\'],
      ['n', 'n'],
    ],
  ],
  [
    '"\\n\\x41\\u00e9\\U0001F600\\/"',
    [
      ['\\n', '\n'],
      ['\\x41', 'A'],
      ['\\u00e9', 'é'],
      ['\\U0001F600', '😀'],
      ['\\/', '/'],
    ],
  ],
  [
    '"\\0\\a\\e\\N\\_\\L\\P"',
    [
      ['\\0', '\0'],
      ['\\a', '\x07'],
      ['\\e', '\x1b'],
      ['\\N', '\x85'],
      ['\\_', '\xa0'],
      ['\\L', '\u2028'],
      ['\\P', '\u2029'],
    ],
  ],
  [
    '"a\\\n  b"',
    [
      ['a', 'a'],
      ['\\\n  ', ''],
      ['b', 'b'],
    ],
  ],
  ['"\\UFFFFFFFF"', [['\\UFFFFFFFF', '\u{10ffff}']]],
  [
    '|\nab',
    [
      ['a', 'a'],
      ['b', 'b'],
    ],
  ],
  [
    '|- # why\n a',
    [
      [' ', ' '],
      ['a', 'a'],
    ],
  ],
  ['|', []],
])('the units of %j', (source, expected) => {
  expect(units(source)).toEqual(expected);
});

test('a piece is written in its own style, or not at all', () => {
  expect(writeIn('double', 'a "b"\n')).toBe('a \\"b\\"\\n');
  expect(writeIn('single', "it's")).toBe("it''s");
  expect(writeIn('plain', "it's")).toBe("it's");
  for (const style of ['single', 'plain', 'block'] as const) {
    expect(writeIn(style, 'a\nb')).toBeUndefined();
    expect(writeIn(style, 'a\rb')).toBeUndefined();
  }
});
