import { expect, test } from 'vitest';
import { indexLines } from '../../src/load/line-index.ts';

const text = 'ab\r\nc\rd\n\nef';
const lines = indexLines(text);

test('a line ends with LF, CRLF or CR', () => {
  expect(lines.lineCount).toBe(5);
  expect([1, 2, 3, 4, 5, 6, 0].map((line) => lines.lineText(line))).toEqual([
    'ab',
    'c',
    'd',
    '',
    'ef',
    '',
    '',
  ]);
  expect(indexLines('').lineCount).toBe(1);
  expect(indexLines('a\n').lineCount).toBe(2);
});

test('each offset has its line and its column, and leads back', () => {
  const places = [...text, ''].map((_, offset) => {
    const { line, column } = lines.place(offset, offset);
    expect(lines.lineAt(offset)).toBe(line);
    expect(lines.offsetAt(line, column)).toBe(offset);
    return `${line}:${column}`;
  });
  expect(places).toEqual([
    '1:1',
    '1:2',
    '1:3',
    '1:4',
    '2:1',
    '2:2',
    '3:1',
    '3:2',
    '4:1',
    '5:1',
    '5:2',
    '5:3',
  ]);
  expect(lines.place(1, 10)).toEqual({ line: 1, column: 2, endLine: 5, endColumn: 2 });
});

test('an offset after the text is at its end', () => {
  expect(lines.offsetAt(5, 9)).toBe(text.length);
  expect(lines.offsetAt(9, 1)).toBe(text.length);
  expect(lines.lineAt(99)).toBe(5);
});
