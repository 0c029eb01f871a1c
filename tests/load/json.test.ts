import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brief, read } from './read.ts';

/** Text, place and rule of the one finding, and what its message or help must say. */
const broken: [text: string, finding: string, says: RegExp][] = [
  ['{"a": 1,}', '1:8-1:9 json-syntax', /Remove the comma/],
  ['[1,\n 2,\n]', '2:3-2:4 json-syntax', /Remove the comma/],
  ['{"a": 1 // why\n}', '1:9-1:15 json-syntax', /JSON has no comments/],
  ['{"a": 1 /* why */}', '1:9-1:18 json-syntax', /JSON has no comments/],
  ['# title\n{}', '1:1-1:8 json-syntax', /JSON has no comments/],
  ["{'a': 1}", '1:2-1:5 json-syntax', /single quotes/],
  ['{“a”: 1}', '1:2-1:3 json-syntax', /typographic/],
  ['{a: 1}', '1:2-1:3 json-syntax', /The key `a` lacks its quotation marks/],
  ['{"a": likely}', '1:7-1:13 json-syntax', /The text `likely` lacks/],
  ['{"a": True}', '1:7-1:11 json-syntax', /Write `true`/],
  ['{"a": None}', '1:7-1:11 json-syntax', /Leave the property out/],
  ['{"a": 2024-03-22}', '1:7-1:17 json-syntax', /Write "2024-03-22"/],
  ['{"a": 007}', '1:7-1:10 json-syntax', /Write `7`/],
  ['{"a": .5}', '1:7-1:9 json-syntax', /Write `0.5`/],
  ['{"a": NaN}', '1:7-1:10 non-finite-number', /`NaN` is not a number/],
  ['{"a": -Infinity}', '1:7-1:16 non-finite-number', /`-Infinity` is not a number/],
  ['{"a": 1e999}', '1:7-1:12 non-finite-number', /too large/],
  ['{"a": 1\n "b": 2}', '1:7-1:8 json-syntax', /A comma is missing between the number `1` and the text/],
  ['{"a" 1}', '1:6-1:7 json-syntax', /where `:` and a value were expected/],
  ['{"a": }', '1:7-1:8 json-syntax', /where a value was expected/],
  ['{"a": [1}', '1:9-1:10 json-syntax', /cannot close the list that opens at line 1/],
  ['{"a": 1}}', '1:9-1:10 json-syntax', /one `}` too many/],
  ['{} {}', '1:4-1:5 json-syntax', /After the end/],
  ['[1,,2]', '1:4-1:5 json-syntax', /nothing between them/],
  ['["a": 1]', '1:5-1:6 json-syntax', /A list has no keys/],
  ['{"a": "x\ny"}', '1:7-1:9 json-syntax', /its line ends/],
  ['{"a": "x\ty"}', '1:9-1:10 json-syntax', /A tab/],
  ['{"a": "C:\\dir"}', '1:10-1:12 json-syntax', /backslash/],
  ['{"a": "\\u12"}', '1:8-1:10 json-syntax', /four hexadecimal digits/],
  [
    '{"a": 1,200, "b": "a text behind it that is longer than what stands before"}',
    '1:7-1:12 json-syntax',
    /`1,200`.*Write `1200`/,
  ],
  ['{"a": "x\r"}', '1:7-1:9 json-syntax', /its line ends/],
  ['{"a": 1;}', '1:8-1:9 json-syntax', /Write `,`/],
  ['{"a":\u00a01}', '1:6-1:7 json-syntax', /U\+00A0/],
];

describe('JSON', () => {
  test.each(broken)('%j has one finding: %s', (text, finding, says) => {
    const { findings } = read(text);
    expect(brief(findings)).toEqual([finding]);
    expect(`${findings[0]?.message} ${findings[0]?.help}`).toMatch(says);
    expect(findings[0]?.severity).toBe('error');
  });

  test('a truncated file: what was open, and where', () => {
    const { document, findings } = read('{\n  "id": "x",\n  "judgments": [\n    {"id": "a"},\n');
    expect(document).toBeUndefined();
    expect(brief(findings)).toEqual(['4:17-4:17 truncated-file']);
    expect(findings[0]?.message).toBe(
      'The file ends inside the list that opens at line 3, column 16, 1 more around it is open too.',
    );
    expect(findings[0]?.excerpt).toBe('    {"id": "a"},');
  });

  test('every proper prefix of a document is a truncated file and nothing else', () => {
    const whole = '{"a": [1.5e+3, "x\\u00e9\\n", {"b": null}], "c": [true, false, -0.1]}';
    for (let length = 1; length < whole.length; length += 1) {
      expect(read(whole.slice(0, length)).findings.map((one) => one.rule)).toEqual(['truncated-file']);
    }
    expect(read(whole).findings).toEqual([]);
  });

  test('each repeated key is one finding, at the later one; the last value counts', () => {
    const { document, findings } = read('{\n  "id": 1,\n  "b": {"c": 1, "c": 2},\n  "id": 2,\n  "id": 3\n}');
    expect(brief(findings)).toEqual([
      '3:17-3:20 duplicate-key',
      '4:3-4:7 duplicate-key',
      '5:3-5:7 duplicate-key',
    ]);
    expect(findings.map((one) => one.pointer)).toEqual(['/b/c', '/id', '/id']);
    expect(findings[2]?.message).toContain('line 2, column 3');
    expect(document?.data).toEqual({ id: 3, b: { c: 2 } });
  });

  test('`__proto__` and `constructor` are plain members', () => {
    const { document } = read('{"__proto__": {"polluted": true}, "constructor": 1}');
    const data = document?.data as object;
    expect(Object.keys(data)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    expect('polluted' in data).toBe(false);
    expect(document?.locate('/__proto__/polluted').column).toBe(28);
  });

  test('a repeated member is a member like any other', () => {
    const data = read('{"a": 1, "a": 2}').document?.data;
    expect(Object.getOwnPropertyDescriptor(data, 'a')).toEqual({
      value: 2,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  });

  test('64 levels are read, 65 are too deep, and no depth overflows the stack; brackets in text do not count', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(read(nested(64)).findings).toEqual([]);
    expect(brief(read(nested(65)).findings)).toEqual(['1:65-1:66 nesting-too-deep']);
    expect(brief(read('{"a":'.repeat(400_000)).findings)).toEqual(['1:321-1:322 nesting-too-deep']);
    expect(read(JSON.stringify({ a: '['.repeat(1000) })).findings).toEqual([]);
  });

  test('a file with too many keys and values is refused', () => {
    expect(read(`[${'1,'.repeat(40_000)}1]`).findings).toEqual([]);
    expect(brief(read(`[${'1,'.repeat(60_000)}1]`).findings)).toEqual(['1:100000-1:100001 too-many-values']);
  });

  test('any value, in any indentation, is read correctly, and every pointer leads to its text', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom('', ' ', '  ', '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const { document, findings } = read(text);
        expect(findings).toEqual([]);
        expect(JSON.stringify(document?.data)).toBe(JSON.stringify(value));
        const lines = text.split('\n');
        const offset = (line: number, column: number) =>
          lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
        const textAt = (pointer: string, on: 'key' | 'value') => {
          const place = document?.locate(pointer, on);
          return (
            place && text.slice(offset(place.line, place.column), offset(place.endLine, place.endColumn))
          );
        };
        const check = (inner: unknown, pointer: string): void => {
          expect(JSON.stringify(JSON.parse(textAt(pointer, 'value') ?? ''))).toBe(JSON.stringify(inner));
          if (typeof inner !== 'object' || inner === null) return;
          for (const [key, child] of Object.entries(inner)) {
            const next = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
            if (!Array.isArray(inner)) expect(JSON.parse(textAt(next, 'key') ?? '')).toBe(key);
            check(child, next);
          }
        };
        check(JSON.parse(text), '');
      }),
    );
  });

  test('damaged JSON is either read as JSON.parse reads it or has one finding', () => {
    const whole = JSON.stringify(
      { id: 'a', list: [1, -2.5, { x: null }], text: 'é "\\ я', yes: true },
      null,
      1,
    );
    const piece = fc.constantFrom(
      '',
      '"',
      ',',
      ':',
      '{',
      '}',
      '[',
      ']',
      '\\',
      '0',
      '-',
      'e',
      '\n',
      '\t',
      "'",
      'x',
      '/',
    );
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(4), piece, (at, length, put) => {
        const text = whole.slice(0, at) + put + whole.slice(at + length);
        const { document, findings } = read(text);
        let expected: unknown;
        try {
          expected = JSON.parse(text);
        } catch {
          expect(document).toBeUndefined();
          expect(findings).toHaveLength(1);
          return;
        }
        expect(document?.data).toEqual(expected);
        expect(findings.every((one) => one.rule === 'duplicate-key')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
