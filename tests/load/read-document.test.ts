import { expect, test } from 'vitest';
import { excerptOf } from '../../src/load/excerpt.ts';
import { EXCERPT_LEAD, MAX_EXCERPT, MAX_FILE_BYTES } from '../../src/load/limits.ts';
import { placeRemarks } from '../../src/load/place-findings.ts';
import { readDocument } from '../../src/load/read-document.ts';
import { brief, read } from './read.ts';

test('bytes that are not UTF-8: the place of the first', () => {
  const bytes = new Uint8Array([...new TextEncoder().encode('{\n  "é": "'), 0xff, 0x22, 0x7d]);
  const { document, findings } = readDocument('a.json', bytes);
  expect(document).toBeUndefined();
  expect(brief(findings)).toEqual(['2:9-2:10 invalid-utf8']);
  expect(findings[0]?.message).toContain('0xFF');
  expect(findings[0]).not.toHaveProperty('excerpt');
});

test('a file that ends inside a character, and one in UTF-16', () => {
  const cut = readDocument('a.json', new Uint8Array([0x22, 0xe2, 0x82]));
  expect(brief(cut.findings)).toEqual(['1:2-1:3 invalid-utf8']);
  const utf16 = readDocument('a.json', new Uint8Array([0xff, 0xfe, 0x7b, 0x00]));
  expect(utf16.findings[0]?.message).toContain('UTF-16');
});

test('a byte-order mark is left out and moves no column', () => {
  const { document, findings } = read('\ufeff{"a": 1}');
  expect(findings).toEqual([]);
  expect(document?.text).toBe('{"a": 1}');
  expect(document?.locate('/a').column).toBe(7);
});

test('CRLF: right lines and columns, and no carriage return in a line', () => {
  const { document } = read('{\r\n  "a": [\r\n    1,\r\n    "x"\r\n  ]\r\n}\r\n');
  expect(document?.locate('/a/1')).toEqual({ line: 4, column: 5, endLine: 4, endColumn: 8 });
  expect(document?.locate('/a')).toEqual({ line: 2, column: 8, endLine: 5, endColumn: 4 });
  expect(document?.lineText(3)).toBe('    1,');
  expect(document?.lineText(99)).toBe('');
});

test('columns count UTF-16 code units', () => {
  expect(read('{"😀": 1}').document?.locate('/😀').column).toBe(8);
});

test('empty files, large files, unknown endings', () => {
  expect(brief(read('').findings)).toEqual(['1:1-1:1 empty-file']);
  expect(brief(read(' \n\n', 'a.yml').findings)).toEqual(['1:1-1:1 empty-file']);
  const large = readDocument('a.json', new Uint8Array(MAX_FILE_BYTES + 1));
  expect(brief(large.findings)).toEqual(['1:1-1:1 file-too-large']);
  for (const file of ['a.txt', 'a', '.json', 'x.json/a', 'a.json5']) {
    expect(brief(read('{}', file).findings)).toEqual(['1:1-1:1 unknown-file-type']);
  }
  for (const file of ['a.json', 'A.JSON', 'a.yaml', 'a.b.yml']) expect(read('{}', file).findings).toEqual([]);
});

test('the accepted endings of files', () => {
  const said = (file: string) => read('{}', file).findings[0]?.message;
  expect(said('a')).toBe('The file has no ending; an assessment is read from `.json`, `.yaml` or `.yml`.');
  expect(said('a.txt')).toContain('The file ends in `.txt`;');
});

test('an anchor names entries of lists by their ids, if they have one', () => {
  const { document } = read('{"judgments": [{"id": "fires", "refs": [{"ref": "x", "n": null}, "plain"]}]}');
  if (!document) throw new Error('not read');
  const anchors = ['/judgments/0/refs/0/n/deep', '/judgments/0/refs/1', '/judgments/7', ''].map(
    (pointer) => placeRemarks(document, [{ rule: 'r', severity: 'error', pointer, message: 'm' }])[0]?.anchor,
  );
  expect(anchors).toEqual([
    'judgments/fires/refs/x/n/deep',
    'judgments/fires/refs/1',
    'judgments/7',
    undefined,
  ]);
});

test('a pointer to nothing gives the nearest ancestor', () => {
  const { document } = read('{"a": {"b": [1]}}');
  const place = { line: 1, column: 7, endLine: 1, endColumn: 17 };
  expect(document?.locate('/a/missing')).toEqual(place);
  expect(document?.locate('/a/missing/too', 'key')).toEqual(place);
  expect(document?.locate('/a/b/1')).toEqual({ line: 1, column: 13, endLine: 1, endColumn: 16 });
  expect(document?.locate('/a/b/-')).toEqual(document?.locate('/a/b'));
  expect(document?.locate('/a', 'key')).toEqual({ line: 1, column: 2, endLine: 1, endColumn: 5 });
});

test('findings get the place of their value or key, and the line', () => {
  const { document } = read('{\n  "asOf": "2024-02-30"\n}');
  if (!document) throw new Error('not read');
  const remark = { rule: 'r', severity: 'warning', pointer: '/asOf', message: 'm' } as const;
  expect(placeRemarks(document, [remark, { ...remark, on: 'key', help: 'h' }])).toEqual([
    {
      ...remark,
      file: 'memo.json',
      line: 2,
      column: 11,
      endLine: 2,
      endColumn: 23,
      excerpt: '  "asOf": "2024-02-30"',
      excerptColumn: 11,
      url: 'docs/rules.md#r',
      anchor: 'asOf',
    },
    {
      ...remark,
      help: 'h',
      file: 'memo.json',
      line: 2,
      column: 3,
      endLine: 2,
      endColumn: 9,
      excerpt: '  "asOf": "2024-02-30"',
      excerptColumn: 3,
      url: 'docs/rules.md#r',
      anchor: 'asOf',
    },
  ]);
});

test('a long line is shown from its beginning, or in a window around the place', () => {
  const line = Array.from({ length: 2000 }, (_, index) => String(index % 10)).join('');
  expect(excerptOf(line.slice(0, MAX_EXCERPT), 10).excerpt).toBe(line.slice(0, MAX_EXCERPT));
  expect(excerptOf(line, 5).excerpt).toBe(`${line.slice(0, MAX_EXCERPT - 1)}…`);
  const window = excerptOf(`${'a'.repeat(999)}X${'b'.repeat(999)}`, 1000).excerpt;
  expect(window).toHaveLength(MAX_EXCERPT);
  expect(window.startsWith('…a')).toBe(true);
  expect(window[EXCERPT_LEAD]).toBe('X');
  const end = excerptOf(`${'a'.repeat(999)}X`, 1000).excerpt;
  expect(end.endsWith('aX')).toBe(true);
  expect(end[EXCERPT_LEAD]).toBe('X');
});
