import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { changeData, changeText, type DataChange } from '../../src/load/edit/change-data.ts';

const data = {
  id: 'rail',
  sources: [{ id: 'authority' }, { id: 'daily', reliability: 'C' }],
  judgments: [{ id: 'go-on', statement: ['One.', 'Two.'], likelihood: { term: 'likely' } }],
};
const json = `${JSON.stringify(data, null, 2)}\n`;
const yaml = `# A first line\n${stringify(data)}# The end\n`;

const changes: readonly DataChange[] = [
  { kind: 'set', path: ['id'], value: 'line' },
  { kind: 'set', path: ['title'], value: 'Title: "quoted"' },
  { kind: 'set', path: ['judgments', 0, 'confidence', 'level'], value: 'low' },
  { kind: 'set', path: ['judgments', 0, 'likelihood', 'term'], value: 'unlikely' },
  { kind: 'set', path: ['judgments', 0, 'likelihood'], value: { range: [0.1, 0.2] } },
  { kind: 'set', path: ['sources', 1], value: { id: 'weekly' } },
  { kind: 'insert', path: ['sources', 0], value: { id: 'first', csl: { title: 'A\nB' } } },
  { kind: 'insert', path: ['sources', 2], value: { id: 'last' } },
  { kind: 'insert', path: ['evidence', 0], value: { id: 'fire', statement: 'It burned.' } },
  { kind: 'insert', path: ['judgments', 0, 'evidence', 0], value: 'fire' },
  { kind: 'remove', path: ['sources', 0] },
  { kind: 'remove', path: ['judgments', 0, 'likelihood'] },
  { kind: 'move', path: ['sources', 1], to: 0 },
];

describe('changing the data of a text', () => {
  test.each(changes.map((change) => [JSON.stringify(change), change] as const))('%s', (_, change) => {
    const expected = changeData(data, change);
    expect(JSON.parse(changeText('a.json', json, change) ?? 'null')).toEqual(expected);
    const made = changeText('a.yaml', yaml, change) ?? '';
    expect(parse(made)).toEqual(expected);
    expect(made).toContain('# A first line\n');
    expect(made).toContain('# The end');
  });

  test('the rest of the text is unchanged', () => {
    const text = '{"a":  [1,\t2], "b": {"c":1.50}}';
    expect(changeText('a.json', text, { kind: 'set', path: ['a'], value: 3 })).toBe(
      '{"a":  3, "b": {"c":1.50}}',
    );
    expect(changeText('a.json', text, { kind: 'set', path: ['d'], value: 1 })).toContain('{"c":1.50}');
  });

  test('a bracket at the start of a line is not indented, and a path through a missing value changes nothing', () => {
    expect(changeText('a.json', '{\n  "a":\n[1]}', { kind: 'insert', path: ['a', 1], value: 2 })).toBe(
      '{\n  "a":\n[\n  1,\n  2\n]}',
    );
    expect(
      changeText('a.json', '{"a": null}', { kind: 'set', path: ['a', 'b', 'c'], value: 2 }),
    ).toBeUndefined();
  });

  test('blanks in brackets of a YAML text are preserved', () => {
    const text = (last: number) => `a: [1]\nb: [ 2 ]\nc: {d: [3]}\ne: { f: 4 }\ng: ${last}\n`;
    expect(changeText('a.yaml', text(5), { kind: 'set', path: ['g'], value: 6 })).toBe(text(6));
  });

  test('a path to nothing, an unreadable text and an alias change nothing', () => {
    expect(changeText('a.json', json, { kind: 'remove', path: ['sources', 7] })).toBeUndefined();
    expect(changeText('a.json', json, { kind: 'move', path: ['sources', 0], to: 9 })).toBeUndefined();
    expect(changeText('a.json', json, { kind: 'set', path: ['id', 'x'], value: 1 })).toBeUndefined();
    expect(changeText('a.json', '{"a": ', { kind: 'set', path: ['a'], value: 1 })).toBeUndefined();
    const aliased = 'a: &x\n  b: 1\nc: *x\n';
    expect(changeText('a.yaml', aliased, { kind: 'set', path: ['c', 'b'], value: 2 })).toBeUndefined();
    expect(changeText('a.yaml', aliased, { kind: 'set', path: ['a', 'b'], value: 2 })).toBeUndefined();
  });

  test('any value put anywhere is there afterwards, in both formats', () => {
    const value = fc.jsonValue({ maxDepth: 2 }).filter((each) => !JSON.stringify(each).includes('-0'));
    fc.assert(
      fc.property(value, value, fc.constantFrom('x', 'sources'), (first, second, key) => {
        const start = JSON.stringify({ a: first, sources: [first] }, null, 2);
        const change: DataChange = { kind: 'set', path: [key], value: second };
        const expected = JSON.parse(JSON.stringify(changeData(JSON.parse(start), change)));
        expect(JSON.parse(changeText('a.json', start, change) ?? 'null')).toEqual(expected);
        const made = changeText('a.yaml', stringify(JSON.parse(start)), change);
        if (made !== undefined) expect(parse(made)).toEqual(expected);
      }),
      { numRuns: 100, seed: 7 },
    );
  });
});
