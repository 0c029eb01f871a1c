import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyFixes } from '../../../src/load/edit/apply-fixes.ts';
import { readDocument } from '../../../src/load/read-document.ts';
import type { Fix } from '../../../src/model/finding.ts';

const ZERO_WIDTH = '\u200b';

/** The text of a file after mending, and how many fixes were made. */
function mended(file: string, text: string, ...fixes: readonly Fix[]): [text: string, made: number] {
  const result = applyFixes(file, new TextEncoder().encode(text), fixes);
  return [new TextDecoder('utf-8', { ignoreBOM: true }).decode(result.bytes), result.fixes.length];
}

const json = (text: string, ...fixes: readonly Fix[]) => mended('a.json', text, ...fixes);
const yaml = (text: string, ...fixes: readonly Fix[]) => mended('a.yaml', text, ...fixes);

describe('JSON', () => {
  test('only the value changes: layout, escapes, line ends and byte-order mark stay', () => {
    const text = '\uFEFF{\r\n\t"a" : "caf\\u00e9\\/x",   "b":[ 0.80 ,\r\n 0.55 ],\r\n"c":"remote" }\r\n\r\n';
    const fixes = [
      { pointer: '/c', value: 'almost no chance' },
      { pointer: '/b', value: [0.55, 0.8] },
    ];
    expect(json(text, ...fixes)).toEqual([
      text.replace('0.80', '0.55').replace(' 0.55 ]', ' 0.8 ]').replace('remote', 'almost no chance'),
      2,
    ]);
  });

  test('in a long text only the affected characters change, written plainly or as an escape', () => {
    const text = `{"a": "One\\n\\u200bTw${ZERO_WIDTH}o \\u00e9 \\"three\\"\\ud83d\\ude00."}`;
    const value = 'One\nTwo é "three"😀.';
    expect(json(text, { pointer: '/a', value })).toEqual([
      '{"a": "One\\nTwo \\u00e9 \\"three\\"\\ud83d\\ude00."}',
      1,
    ]);
  });

  test('inserted text is escaped', () => {
    expect(json('{"a": "x"}', { pointer: '/a', value: '"\\\n' })[0]).toBe('{"a": "\\"\\\\\\n"}');
    expect(json('{"a": ""}', { pointer: '/a', value: 'x' })[0]).toBe('{"a": "x"}');
    expect(json('{"a": "x"}', { pointer: '/a', value: 3 })).toEqual(['{"a": 3}', 1]);
    expect(
      json('{"a": 1, "b": true}', { pointer: '/a', value: 'x' }, { pointer: '/b', value: false }),
    ).toEqual(['{"a": "x", "b": false}', 2]);
  });

  test('values that depend on each other change together', () => {
    const exchange = { pointer: '/min', value: 3, also: [{ pointer: '/max', value: 9 }] };
    expect(json('{"min": 9, "max": 3}', exchange)).toEqual(['{"min": 3, "max": 9}', 1]);
    const broken = { ...exchange, also: [{ pointer: '/none', value: 9 }] };
    expect(json('{"min": 9, "max": 3}', broken)).toEqual(['{"min": 9, "max": 3}', 0]);
  });
});

describe('YAML', () => {
  test.each([
    ['plain', 'a: remote # why\nb: 1\n', 'almost no chance', 'a: almost no chance # why\nb: 1\n'],
    ['single quotes', "a: 'it''s remote' # why\n", "it's likely", "a: 'it''s likely' # why\n"],
    ['double quotes', 'a: "re\\u200bmote" # why\n', 'remote', 'a: "remote" # why\n'],
    ['plain that would be taken for something else', 'a: yes sir\n', 'true', 'a: "true"\n'],
    ['plain that needs quotes', 'a: Norham memo\n', 'Norham: memo', 'a: "Norham: memo"\n'],
    ['an anchor', 'a: &x remote\nb: 1\n', 'likely', 'a: &x likely\nb: 1\n'],
    ['a flow map', '{a: remote, b: [1, 2]}\n', 'likely', '{a: likely, b: [1, 2]}\n'],
    ['CRLF', 'a: remote\r\nb: 1\r\n', 'likely', 'a: likely\r\nb: 1\r\n'],
  ])('%s', (_, text, value, expected) => {
    expect(yaml(text, { pointer: '/a', value })).toEqual([expected, 1]);
  });

  test.each([
    ['a literal block', `a: |- # keeps lines\n  One${ZERO_WIDTH}\n\n    two ${ZERO_WIDTH}deep.\nb: 1\n`],
    ['a folded block', `a: >\n  One${ZERO_WIDTH} that\n  goes ${ZERO_WIDTH}on.\n\n  Two.\nb: 1\n`],
    ['plain over lines', `a: One${ZERO_WIDTH} that\n  goes ${ZERO_WIDTH}on # why\nb: 1\n`],
    ['double quotes over lines', `a: "One${ZERO_WIDTH} that \\\n  goes\n  \\u200bon"\nb: 1\n`],
    ['single quotes over lines', `a: 'One${ZERO_WIDTH} that\n\n  goes ''${ZERO_WIDTH}on'''\nb: 1\n`],
  ])('%s keeps its lines', (_, text) => {
    const { document } = readDocument('a.yaml', new TextEncoder().encode(text));
    const before = String(document && Object.values(Object(document.data))[0]);
    expect(before.split(ZERO_WIDTH)).toHaveLength(3);
    const value = before.replaceAll(ZERO_WIDTH, '');
    const [result, made] = yaml(text, { pointer: '/a', value });
    expect(result).toBe(text.replaceAll(ZERO_WIDTH, '').replace('\\u200b', ''));
    expect(made).toBe(1);
  });

  test('no byte-order mark is put before a character that shares a byte with it', () => {
    for (const letter of ['ﬀ', 'û'])
      expect(yaml(`${letter}: remote\n`, { pointer: `/${letter}`, value: 'likely' })).toEqual([
        `${letter}: likely\n`,
        1,
      ]);
  });

  test('comments between the items of a list stay', () => {
    expect(yaml('a:\n  - 0.8 # high\n  # and\n  - 0.55\n', { pointer: '/a', value: [0.55, 0.8] })).toEqual([
      'a:\n  - 0.55 # high\n  # and\n  - 0.8\n',
      1,
    ]);
  });

  test('an alias is replaced by the value; other uses of its anchor are unchanged', () => {
    expect(yaml('a: &x remote\nb: *x\n', { pointer: '/b', value: 'likely' })).toEqual([
      'a: &x remote\nb: "likely"\n',
      1,
    ]);
    const shared = 'a: &x {t: remote}\nb: *x\n';
    expect(yaml(shared, { pointer: '/b/t', value: 'likely' })).toEqual([shared, 0]);
    const both = ['/a/t', '/b/t'].map((pointer) => ({ pointer, value: 'likely' }));
    expect(yaml(shared, ...both)).toEqual(['a: &x {t: likely}\nb: *x\n', 2]);
  });
});

describe('nothing is written', () => {
  const text = '{"a": "x", "b": [1, 2], "c": {"d": null}}';

  test.each<[string, Fix]>([
    ['at a place that is not there', { pointer: '/z', value: 'y' }],
    ['for a list of another length', { pointer: '/b', value: [1] }],
    ['in place of an object, a list or nothing', { pointer: '/c', value: 'y' }],
    ['in place of nothing', { pointer: '/c/d', value: 'y' }],
    ['where the value is that already', { pointer: '/a', value: 'x' }],
    ['at the root', { pointer: '', value: 'y' }],
  ])('%s', (_, fix) => {
    const bytes = new TextEncoder().encode(text);
    const result = applyFixes('a.json', bytes, [fix]);
    expect(result.fixes).toEqual([]);
    expect(result.bytes).toBe(bytes);
  });

  test('into a file with reading errors', () => {
    expect(json('{"a": "x", "a": "y"}', { pointer: '/a', value: 'z' })[1]).toBe(0);
    expect(json('{"a": "x",}', { pointer: '/a', value: 'z' })[1]).toBe(0);
    expect(mended('a.txt', 'a: x', { pointer: '/a', value: 'z' })[1]).toBe(0);
    expect(
      applyFixes('a.json', Uint8Array.of(0x22, 0xff, 0x22), [{ pointer: '', value: 'z' }]).fixes,
    ).toEqual([]);
  });

  test('for an impossible fix; the others are applied', () => {
    expect(
      yaml(
        'a: &x {t: remote}\nb: *x\nc: x\n',
        { pointer: '/b/t', value: 'likely' },
        { pointer: '/c', value: 'y' },
      ),
    ).toEqual(['a: &x {t: remote}\nb: *x\nc: y\n', 1]);
  });

  test('of two fixes for one place the first counts', () => {
    expect(json('{"a": "x"}', { pointer: '/a', value: 'y' }, { pointer: '/a', value: 'z' })).toEqual([
      '{"a": "y"}',
      1,
    ]);
  });
});

test('in any file, the fixed values are there afterwards, the rest is unchanged, and fixing again changes nothing', () => {
  const text = fc.string({ unit: 'binary', maxLength: 30 }).filter((one) => !/[\uD800-\uDFFF]/.test(one));
  fc.assert(
    fc.property(
      fc.record({ a: text, b: fc.array(text), c: fc.oneof(fc.integer(), fc.boolean()) }),
      text,
      fc.constantFrom('a.json', 'a.yaml'),
      fc.integer({ min: 0, max: 4 }),
      (data, value, file, indent) => {
        const source = JSON.stringify(data, null, indent);
        const before = readDocument(file, new TextEncoder().encode(source));
        fc.pre(before.findings.length === 0 && value !== data.a);
        const [result, made] = mended(file, source, { pointer: '/a', value });
        expect(made).toBe(1);
        const after = readDocument(file, new TextEncoder().encode(result)).document;
        expect(after?.data).toEqual({ ...data, a: value });
        expect(mended(file, result, { pointer: '/a', value })).toEqual([result, 0]);
        expect(result.slice(result.indexOf('"b":'))).toBe(source.slice(source.indexOf('"b":')));
      },
    ),
  );
});
