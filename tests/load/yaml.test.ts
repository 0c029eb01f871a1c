import fc from 'fast-check';
import { expect, test } from 'vitest';
import { yamlComments } from '../../src/load/yaml/yaml-comments.ts';
import { sampled } from '../support/soak.ts';
import { brief, read } from './read.ts';

const yaml = (text: string) => read(text, 'memo.yaml');

const broken: [text: string, finding: string, says: RegExp][] = [
  ['a:\n\tb: 1\n', '2:1-2:2 yaml-tab', /indented with a tab/],
  ['a:\n  - x\n\t- y\n', '3:1-3:2 yaml-tab', /indented with a tab/],
  ['a:\n  b: 1\n \t\tc: 2\n\t- d\n', '3:2-3:4 yaml-tab', /two spaces/],
  ['a: 1\nb: 2\na: 3\n', '3:1-3:2 duplicate-key', /first appears at line 1, column 1/],
  ['a: 1\n---\nb: 2\n', '2:1-2:4 several-documents', /a file holds one/],
  ['a: 1\n...\nb: 2\n', '3:1-3:4 several-documents', /a file holds one/],
  ['a: !!str 1\nb: !x y\n', '1:4-1:9 yaml-tag', /`!!str` is a YAML tag/],
  ['a: !!js/function x\n', '1:4-1:17 yaml-tag', /tags are not used/],
  ['%YAML 1.1\n---\na: yes\n', '1:1-1:10 yaml-directive', /Remove the line/],
  ['a: 1\n2024: x\n', '2:1-2:5 yaml-key', /`2024` is a number; keys are text.*"2024"/],
  ['? [a]\n: b\n', '1:3-1:6 yaml-key', /is a list/],
  [': b\n', '1:1-1:2 yaml-key', /A key is missing/],
  ['a: .nan\n', '1:4-1:8 non-finite-number', /is not a number/],
  ['a: -.inf\n', '1:4-1:9 non-finite-number', /is not a number/],
  ['a: *x\n', '1:4-1:6 yaml-alias', /nothing before it is marked `&x`/],
  ['a: &a [*a]\n', '1:8-1:10 yaml-alias', /inside what it repeats/],
  ['a: [1, 2\nb: 3\n', '2:1-2:5 yaml-syntax', /The list that opens at line 1, column 4 is not closed/],
  ['a:\n  b: {c: 1', '2:11-2:11 truncated-file', /inside the object that opens at line 2, column 6/],
  ['a: "x\nb: 1\n', '2:5-2:5 truncated-file', /inside the text that opens at line 1, column 4/],
  ["a: 'x\n", '1:6-1:6 truncated-file', /inside the text/],
  ['title: Russia: a memo\n', '1:8-1:22 yaml-syntax', /holds a colon/],
  ['a: 1\n  b: 2\n', '1:4-1:5 yaml-syntax', /Below `1`/],
  ['a: @x\n', '1:4-1:6 yaml-syntax', /cannot begin with `@`/],
  ['- a\nb: 1\n', '2:1-2:5 yaml-syntax', /is not allowed here/],
  ['a:b\nc: 1\n', '1:1-1:4 yaml-syntax', /a colon and a space/],
  ['a: "\\d"\n', '1:5-1:8 yaml-syntax', /backslash/],
  ['a: "\\dx"\n', '1:5-1:9 yaml-syntax', /^`\\d` means nothing/],
  ['a: [1, 2\nb: 3  \n', '2:1-2:5 yaml-syntax', /is not closed before this line/],
  // A key in a column where none above it begins, two from the nearest at most.
  ['a:\n    b: 1\n   c: 2\n', '3:1-3:8 yaml-syntax', /behind 3 spaces, .* Indent it by 4 spaces/],
  ['a:\n    b: 1\n  c: 2\n', '3:1-3:7 yaml-syntax', /behind 2 spaces, .* Indent it by 4 spaces/],
  ['a:\n  b: 1\n c: 2\n', '3:1-3:6 yaml-syntax', /behind 1 space, .* Indent it by 2 spaces/],
  [' a: 1\nb: 2\n', '2:1-2:5 yaml-syntax', /behind 0 spaces, .* Indent it by 1 space:/],
  ['l:\n  - a: x\n   b: y\n', '3:1-3:8 yaml-syntax', /behind 3 spaces, .* Indent it by 4 spaces/],
  ['a:\n  b:\n      c: 1\n   d: 2\n', '4:1-4:8 yaml-syntax', /behind 3 spaces, .* Indent it by 2 spaces/],
  ['y:\n   x: 1\na:\n  b:\n      c: 1\n     d: 2\n', '6:1-6:10 yaml-syntax', /Indent it by 6 spaces/],
  ['a:\n      b: 1\n   c: 2\n', '3:1-3:8 yaml-syntax', /fits nothing above it/],
  // A quotation mark within a quoted text.
  ['a: "he said "stop" twice"\n', '1:14-1:26 yaml-syntax', /ends before `stop" twice"`.*written `\\"`/],
  ["a: 'it's over'\n", '1:8-1:15 yaml-syntax', /ends before `s over'`.*written `''`/],
  ['a: {b: "x "y" z"}\n', '1:12-1:18 yaml-syntax', /ends before/],
  ['# nothing yet\n', '1:1-1:1 empty-file', /empty/],
  ['---\n...\n', '1:1-1:1 empty-file', /empty/],
];

test.each(broken)('%j has one finding: %s', (text, finding, says) => {
  const { findings } = yaml(text);
  expect(brief(findings)).toEqual([finding]);
  expect(`${findings[0]?.message} ${findings[0]?.help}`).toMatch(says);
});

const misleading: [text: string, finding: string, says: RegExp][] = [
  ['title: Fires #3\n', '1:14-1:16 yaml-hash', /only `Fires` is left.*double quotes/],
  ['title: Fires\t#3 and more \r\nb: 1\r\n', '1:14-1:25 yaml-hash', /`#3 and more` is read as a comment/],
  ['a: {b: Line #4\n  }\n', '1:13-1:15 yaml-hash', /`Line`/],
  ['- Depot #2\n', '1:9-1:11 yaml-hash', /`Depot`/],
  ['a: 0o14\n', '1:4-1:8 yaml-number', /`0o14` is read as the number 12\..*Write `12`/],
  ['a: 0x1F\n', '1:4-1:8 yaml-number', /31/],
  ['a: 007\n', '1:4-1:7 yaml-number', /the number 7.*in quotes/],
];

test.each(misleading)('%j is read, and has one warning: %s', (text, finding, says) => {
  const { document, findings } = yaml(text);
  expect(document).toBeDefined();
  expect(brief(findings)).toEqual([finding]);
  expect(findings[0]?.severity).toBe('warning');
  expect(`${findings[0]?.message} ${findings[0]?.help}`).toMatch(says);
});

test.each([
  'a: b # a comment\n',
  'a: "b #3"\n',
  'a: b#3\n',
  'a: 0.5\nb: 0\nc: -0\nd: 10\n',
  'a: 1 #\n',
  'a: |\n  b #3\n',
  'a: # b\n  c\n',
])('%j has none', (text) => {
  expect(yaml(text).findings).toEqual([]);
});

test('values are those of the YAML 1.2 core schema: dates, yes and no are text', () => {
  const { document, findings } = yaml(
    'on: 2024-03-22\nyes: no\nn: 12\nhalf: 0.5\nt: true\nnothing:\n<<: {a: 1}\n',
  );
  expect(findings).toEqual([]);
  expect(document?.data).toEqual({
    on: '2024-03-22',
    yes: 'no',
    n: 12,
    half: 0.5,
    t: true,
    nothing: null,
    '<<': { a: 1 },
  });
});

test('keys and values have their places, in blocks and in brackets, with CRLF and without', () => {
  for (const end of ['\n', '\r\n']) {
    const { document } = yaml(
      ['actors:', '  - id: iskp', '    names: [a, "b c"]', '  - |', '    text', ''].join(end),
    );
    expect(document?.locate('/actors/0/id')).toEqual({ line: 2, column: 9, endLine: 2, endColumn: 13 });
    expect(document?.locate('/actors/0/names', 'key')).toEqual({
      line: 3,
      column: 5,
      endLine: 3,
      endColumn: 10,
    });
    expect(document?.locate('/actors/0/names/1')).toEqual({ line: 3, column: 16, endLine: 3, endColumn: 21 });
    expect(document?.locate('/actors/1')).toEqual({ line: 4, column: 5, endLine: 5, endColumn: 9 });
    expect(document?.locate('/actors/0/name')).toEqual(document?.locate('/actors/0'));
    expect(document?.lineText(2)).toBe('  - id: iskp');
  }
});

test('an alias is placed where it is written; the values in it, where these are written', () => {
  const { document, findings } = yaml('a: &x [1, 2]\nb: *x\n');
  expect(findings).toEqual([]);
  expect(document?.data).toEqual({ a: [1, 2], b: [1, 2] });
  expect(document?.locate('/b')).toEqual({ line: 2, column: 4, endLine: 2, endColumn: 6 });
  expect(document?.locate('/b/1')).toEqual({ line: 1, column: 11, endLine: 1, endColumn: 12 });
});

test('aliases that multiply are refused, with one finding', () => {
  const level = (name: string, of: string) => `${name}: &${name} [${Array(10).fill(of).join(', ')}]`;
  const bomb = [
    level('a', 'x'),
    ...['b', 'c', 'd', 'e', 'f', 'g', 'h'].map((n, i) => level(n, `*${'abcdefg'[i]}`)),
  ];
  const { document, findings } = yaml(bomb.join('\n'));
  expect(document).toBeUndefined();
  expect(findings.map((one) => `${one.line} ${one.rule}`)).toEqual(['4 too-many-aliases']);
});

test('an aliased value is counted with everything in it, in objects and lists', () => {
  // Of 99 members and itself 100 values each: the hundredth alias is the last that may be.
  const text = (inner: string, aliases: number) =>
    `a: &x ${inner}\nb:\n${Array.from({ length: aliases }, () => '  - *x\n').join('')}`;
  const members = Array.from({ length: 99 }, (_, index) => `k${index}: 1`).join(', ');
  const items = Array.from({ length: 49 }, () => '{ a: 1 }').join(', ');
  for (const inner of [`{ ${members} }`, `[ 1, ${items} ]`]) {
    expect(read(text(inner, 100), 'memo.yaml').findings).toEqual([]);
    expect(read(text(inner, 101), 'memo.yaml').findings.map(({ line, rule }) => [line, rule])).toEqual([
      [103, 'too-many-aliases'],
    ]);
  }
});

test('deep nesting is refused before it is parsed, in brackets, in blocks and through aliases', () => {
  const rules = (text: string) => yaml(text).findings.map((one) => one.rule);
  expect(rules('['.repeat(100_000))).toEqual(['nesting-too-deep']);
  expect(rules(`${'- '.repeat(20_000)}x`)).toEqual(['nesting-too-deep']);
  expect(rules(`${'? '.repeat(20_000)}x`)).toEqual(['nesting-too-deep']);
  expect(rules(`${': '.repeat(20_000)}x`)).toEqual(['nesting-too-deep']);
  expect(rules(`${'['.repeat(65)}${']'.repeat(65)}`)).toEqual(['nesting-too-deep']);
  expect(rules(`${'['.repeat(64)}${']'.repeat(64)}`)).toEqual([]);
  expect(rules(`${'- '.repeat(64)}x`)).toEqual([]);
  expect(rules(`a: "${'['.repeat(200)}"\nb: |\n  ${'{'.repeat(200)}\n`)).toEqual([]);
  const maps = (depth: number) => Array.from({ length: depth }, (_, i) => `${'  '.repeat(i)}a:`).join('\n');
  expect(rules(`${maps(64)} {}`)).toEqual(['nesting-too-deep']);
  expect(rules(`${maps(64)} &x 1`)).toEqual([]);
  expect(rules(maps(1000))).toEqual(['nesting-too-deep']);
  const chain = Array.from({ length: 70 }, (_, i) => `k${i}: &k${i} [${i === 0 ? 'x' : `*k${i - 1}`}]`);
  expect(rules(chain.join('\n'))).toEqual(['nesting-too-deep']);
});

test('`__proto__` is a plain member', () => {
  const data = yaml('__proto__: {polluted: true}\n').document?.data as object;
  expect(Object.keys(data)).toEqual(['__proto__']);
  expect('polluted' in data).toBe(false);
});

test('an invalid number is quoted', () => {
  expect(yaml('a: .nan # why\n').findings[0]?.message).toBe('`.nan` is not a number that can be used here.');
});

test('comments of a text are in order; a number sign within text is not a comment', () => {
  expect(yamlComments('# a\nb: "# no" # c  \nd: |\n  # text\n  x\n#e\nf: g#h\n')).toEqual([
    '# a',
    '# c',
    '#e',
  ]);
});

test('JSON is YAML: the same data', () => {
  const text = JSON.stringify({ a: [1, 'x: y', { b: null, c: '- "' }], d: '2024-03' }, null, 2);
  expect(yaml(text).document?.data).toEqual(read(text).document?.data);
});

test('damaged YAML is read, or has findings; it never throws', () => {
  const whole =
    "id: a\nlist:\n  - &x 1\n  - \"b: c\"\n  - {k: [*x, ~]}\ntext: |\n  é 1\n  2\nlast: 'it''s'\n";
  const piece = fc.constantFrom(
    '',
    '"',
    "'",
    ':',
    ': ',
    '- ',
    '{',
    ']',
    '\n',
    '\t',
    ' ',
    '*',
    '&',
    '!',
    '#',
    '|',
    '>',
    '%',
    '---\n',
    '? ',
    ',',
  );
  fc.assert(
    fc.property(fc.nat(whole.length), fc.nat(4), piece, (at, length, put) => {
      const { document, findings } = yaml(whole.slice(0, at) + put + whole.slice(at + length));
      if (!document) expect(findings).toHaveLength(1);
      for (const one of findings) {
        expect([one.line, one.column, one.endLine, one.endColumn].every((count) => count >= 1)).toBe(true);
        expect(one.endLine > one.line || one.endColumn >= one.column).toBe(true);
      }
    }),
    { numRuns: sampled(400, 1000) },
  );
});

test('any JSON value, written as YAML flow, is read unchanged', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const { document, findings } = yaml(JSON.stringify(value, null, 2));
      expect(findings).toEqual([]);
      expect(document?.data).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
