import { expect, test } from 'vitest';
import { decodeUtf8 } from '../../src/load/decode.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const MARK = [0xef, 0xbb, 0xbf];

test('text, with or without a byte-order mark', () => {
  expect(decodeUtf8(bytes(0x61, 0x0a))).toEqual({ text: 'a\n' });
  expect(decodeUtf8(bytes(...MARK, 0x61))).toEqual({ text: 'a' });
});

test.each([
  ['in the second line', [0x61, 0x0a, 0x62, 0xff, 0x63], 2, 2, 0xff],
  ['behind a byte-order mark', [...MARK, 0x61, 0xfe, 0x62], 1, 2, 0xfe],
  ['behind letters of two bytes', [0xc3, 0xa4, 0xc3, 0xb6, 0xf8, 0x61], 1, 3, 0xf8],
  ['a letter that breaks off', [0x61, 0xc3, 0x28], 1, 2, 0xc3],
])('the first bad byte: %s', (_, values, line, column, byte) => {
  expect(decodeUtf8(bytes(...values))).toMatchObject({ place: { line, column }, byte, utf16: false });
});

test('the file ends inside a character: there is no bad byte', () => {
  const found = decodeUtf8(bytes(0x61, 0xc3));
  expect(found).toMatchObject({ place: { line: 1, column: 2 } });
});

test.each([
  [[0xff, 0xfe, 0x61, 0x00], true],
  [[0xfe, 0xff, 0x00, 0x61], true],
  [[0xff, 0x61, 0xfe], false],
  [[0xfe, 0x61, 0xff], false],
])('UTF-16 by its mark: %j', (values, utf16) => {
  expect(decodeUtf8(bytes(...values))).toMatchObject({ utf16 });
});
