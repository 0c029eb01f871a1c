import { expect, test } from 'vitest';
import { changeText, type DataChange } from '../../src/load/edit/change-data.ts';
import { expectGolden } from '../support/golden.ts';
import { read } from './read.ts';

/*
 * Findings on texts broken at each of their characters, and how a text is edited, character by character. After an intended change:
 * `UPDATE_GOLDEN=1 npx vitest run tests/load/broken-texts.test.ts`, and read the difference as an analyst would.
 */
const JSON_TEXT = '{\n  "id": "a",\n  "on": [true, 1.5, null],\n  "in": {"b": "c\\n"}\n}\n';
const YAML_TEXT = 'id: a\non: [true, 1.5]\nin:\n  b: "c"\n  d:\n    - e: |\n        f\n    - \'g\' # h\n';
const INTO_JSON = ['x', '"', "'", ',', ':', '}', ']', '“', '\t', '\\', '-', '0', '#', ';', 'é', '\u200b'];
const INTO_YAML = ['x', '"', "'", ',', ':', '}', ']', '{', '\t', '!', '-', '%', '#', '&', '*', '\n---\n'];

/** The text without each of its characters, cut behind each, and with something put before each. */
function broken(text: string, into: readonly string[]): string[] {
  return [...text].flatMap((_, at) => [
    text.slice(0, at) + text.slice(at + 1),
    text.slice(0, at),
    text.slice(0, at) + into[at % into.length] + text.slice(at),
    text.slice(0, at) + into[(at * 7 + 3) % into.length] + text.slice(at + 1),
  ]);
}

/** The findings on each text, once: place, rule, message, help and excerpt. */
function listing(file: string, texts: readonly string[]): string {
  const lines = texts.map((text) => {
    const { document, findings } = read(text, file);
    const said = findings.map(
      ({ line, column, endLine, endColumn, pointer, rule, message, help, excerpt }) =>
        `  ${line}:${column}-${endLine}:${endColumn} ${pointer} ${rule}: ${message} ${help ?? ''} ${JSON.stringify(excerpt)}`,
    );
    const data = document ? `  ${JSON.stringify(document.data)}` : '  (no data)';
    return [JSON.stringify(text), ...said, ...(said.length === 0 ? [data] : [])].join('\n');
  });
  return `${[...new Set(lines)].join('\n')}\n`;
}

test.each([
  ['broken.json', JSON_TEXT, INTO_JSON],
  ['broken.yaml', YAML_TEXT, INTO_YAML],
] as const)('%s: the findings for a text that breaks somewhere', (file, text, into) => {
  expectGolden(`load/${file}.txt`, listing(file, broken(text, into)));
});

const WHOLE_JSON =
  '{\n  "id": "rail",\n  "sources": [\n    { "id": "one" },\n    { "id": "two", "n": [1, 2] }\n  ],\n  "more": {"a": {"b": 1}}\n}\n';
const WHOLE_YAML =
  '# First\nid: rail\nsources:\n  # The one\n  - id: one\n  - id: two # two\n    n: [1, 2]\nmore:\n  a: { b: 1 }\n\n# Last\n';
const CHANGES: readonly DataChange[] = [
  { kind: 'set', path: ['id'], value: 'a "b"' },
  { kind: 'set', path: ['new'], value: { x: ['y', 'z'] } },
  { kind: 'set', path: ['new', 'x', 'y'], value: 1 },
  { kind: 'set', path: ['new', 0], value: 1 },
  { kind: 'set', path: ['sources', 0], value: { id: 'three' } },
  { kind: 'set', path: ['sources', 1, 'n', 1], value: 3 },
  { kind: 'set', path: ['sources', 1, 'n', 2], value: 3 },
  { kind: 'set', path: ['sources', 1, 'n', 3], value: 3 },
  { kind: 'set', path: ['sources', 2], value: { id: 'three' } },
  { kind: 'set', path: ['sources', 0, 'deep', 'x'], value: ['y'] },
  { kind: 'set', path: ['more', 'a', 'b'], value: null },
  { kind: 'set', path: ['id', 'x'], value: 1 },
  { kind: 'set', path: [], value: 1 },
  { kind: 'insert', path: ['sources', 0], value: { id: 'zero', n: [] } },
  { kind: 'insert', path: ['sources', 2], value: { id: 'last' } },
  { kind: 'insert', path: ['sources', 3], value: { id: 'beyond' } },
  { kind: 'insert', path: ['sources', 1, 'n', 0], value: 0 },
  { kind: 'insert', path: ['sources', 0, 'n', 0], value: 0 },
  { kind: 'insert', path: ['other', 0], value: 'x' },
  { kind: 'insert', path: ['more', 'list', 0], value: {} },
  { kind: 'remove', path: ['more'] },
  { kind: 'remove', path: ['nothing'] },
  { kind: 'remove', path: ['sources', 0] },
  { kind: 'remove', path: ['sources', 2] },
  { kind: 'remove', path: ['sources', 1, 'n'] },
  { kind: 'remove', path: ['more', 'a', 'b'] },
  { kind: 'move', path: ['sources', 0], to: 1 },
  { kind: 'move', path: ['sources', 1], to: 0 },
  { kind: 'move', path: ['sources', 1], to: 2 },
  { kind: 'move', path: ['sources', -1], to: 0 },
  { kind: 'move', path: ['sources', 1, 'n', 1], to: 0 },
  { kind: 'move', path: ['more', 'a'], to: 0 },
];

test.each([
  ['changed.json', WHOLE_JSON],
  ['changed.yaml', WHOLE_YAML],
] as const)('%s: the result for a text with one change', (file, text) => {
  const made = CHANGES.map(
    (change) => `${JSON.stringify(change)}\n${changeText(file, text, change) ?? '(no change)\n'}`,
  );
  expectGolden(`load/${file}.txt`, made.join('\n'));
  expect(changeText('changed.txt', text, { kind: 'remove', path: ['id'] })).toBeUndefined();
});
