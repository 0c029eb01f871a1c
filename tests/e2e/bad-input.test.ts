import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bare, folderWith, run, small } from './run.ts';

interface Expected {
  readonly rule: string;
  readonly line: number;
  readonly column: number;
  readonly severity?: string;
}

/** Replaces a piece of the small assessment's text. */
function changed(from: string, to: string): string {
  const text = bare('x');
  if (!text.includes(from)) throw new Error(`The small assessment has no ${from}`);
  return text.replace(from, to);
}

const cases: readonly (readonly [name: string, file: string, text: string, expected: readonly Expected[]])[] =
  [
    ['truncated JSON', 'x.json', bare('x').slice(0, 150), [{ rule: 'truncated-file', line: 9, column: 20 }]],
    [
      'a duplicate key',
      'x.json',
      changed('"form": "policy-memo",', '"form": "policy-memo",\n  "form": "policy-memo",'),
      [{ rule: 'duplicate-key', line: 4, column: 3 }],
    ],
    [
      'an unknown key',
      'x.json',
      changed('"confidence": {', '"confidense": {'),
      [{ rule: 'unknown-property', line: 14, column: 7 }],
    ],
    [
      'a misspelt term',
      'x.json',
      changed('"level": "low"', '"level": "lwo"'),
      [{ rule: 'unknown-term', line: 15, column: 18 }],
    ],
    [
      'a dangling id',
      'x.json',
      changed('"id": "attack",', '"id": "attack",\n      "evidence": ["nowhere"],'),
      [{ rule: 'dangling-reference', line: 10, column: 20 }],
    ],
    ['a wrong type', 'x.json', changed('"Memo x"', '7'), [{ rule: 'wrong-type', line: 4, column: 12 }]],
    [
      '30 February',
      'x.json',
      changed('"2024-05"', '"2024-02-30"'),
      [{ rule: 'invalid-date', line: 5, column: 11 }],
    ],
    [
      'YAML tabs',
      'x.yaml',
      'id: x\nform: policy-memo\ntitle: T\nasOf: 2024-05\nmarking: TLP:GREEN\njudgments:\n\t- id: a\n\t  statement: S\n',
      [{ rule: 'yaml-tab', line: 7, column: 1 }],
    ],
  ];

describe('bad input gives findings and exit code 1, and leaves the old memo unchanged', () => {
  test.for(cases)('%s', async ([, file, text, expected]) => {
    const folder = await folderWith({
      [`assessments/${file}`]: text,
      'out/x.md': 'the old memo',
      'out/x.pdf': 'old',
    });
    const checked = await run(['check', '--format', 'json'], folder);
    expect(checked.code).toBe(1);
    const findings = (JSON.parse(checked.out) as Expected[]).filter(({ severity }) => severity === 'error');
    expect(findings.map(({ rule, line, column }) => ({ rule, line, column }))).toEqual(expected);

    const built = await run(['build', '--format', 'md'], folder);
    expect(built.code).toBe(1);
    const [first] = expected;
    expect(built.err).toContain(`assessments/${file}:${first?.line}:${first?.column}`);
    expect(await readFile(join(folder, 'out/x.md'), 'utf8')).toBe('the old memo');
    expect(await readFile(join(folder, 'out/x.pdf'), 'utf8')).toBe('old');
    expect((await readdir(join(folder, 'out'))).sort()).toEqual(['x.md', 'x.pdf']);
  });
});

test('a finding shows the line with a caret under the offending text, and a suggestion', async () => {
  const folder = await folderWith({ 'assessments/x.json': changed('"level": "low"', '"level": "lwo"') });
  const { out, code } = await run(['check'], folder);
  expect(code).toBe(1);
  const [head, line, caret, help] = out.split('\n');
  expect(head).toMatch(/^assessments\/x\.json:15:18 error .*`lwo`.* \[unknown-term\]$/);
  expect(line).toBe('  15 | "level": "lwo",');
  expect(caret).toBe('     |          ^^^^^');
  expect(help).toContain('Did you mean `low`?');
});

test('one bad assessment does not stop the others', async () => {
  const folder = await folderWith({ 'assessments/bad.json': '{', 'assessments/good.json': small('good') });
  const { code, out, err } = await run(['build', '--format', 'md'], folder);
  expect(code).toBe(1);
  expect(out).toBe('out/good.md\n');
  expect(err).toContain('not built assessments/bad.json');
  expect(err).toContain('1 memo built, 1 not.');
  expect(await readFile(join(folder, 'out/good.md'), 'utf8')).toContain('# Memo good');
});

test('a mistake in the register is reported once, at its own place, and no assessment that needs it is built', async () => {
  const folder = await folderWith({
    'assessments/register.json': '{ "actors": [{ "id": "fsb" }] }',
    'assessments/a.json': small('a', { actors: [{ ref: 'fsb' }] }),
    'assessments/b.json': small('b', { actors: [{ ref: 'fsb' }] }),
  });
  const { code, out } = await run(['check', '--format', 'json'], folder);
  expect(code).toBe(1);
  const findings = JSON.parse(out) as { rule: string; file: string; line: number }[];
  expect(findings.map(({ rule, file, line }) => ({ rule, file, line }))).toEqual([
    { rule: 'missing-property', file: 'assessments/register.json', line: 1 },
  ]);
});

test('all mistakes in a file are reported together, whatever their kind', async () => {
  const text = bare('x', {
    sources: [{ id: 'gazette', csl: { type: 'book' }, reliability: 'G' }],
    evidence: [
      { id: 'seen', statement: 'Seen.', citations: [{ source: 'gazette' }] },
      { id: 'heard', statement: 'Heard [@nobody].', date: '2024-02-30', citations: [{ source: 'gazete' }] },
    ],
  });
  const folder = await folderWith({ 'assessments/x.json': text });
  const { out } = await run(['check', '--format', 'json'], folder);
  const findings = JSON.parse(out) as { rule: string; pointer: string }[];
  expect(findings.map(({ rule, pointer }) => [rule, pointer])).toEqual([
    ['unknown-term', '/sources/0/reliability'],
    ['dangling-reference', '/evidence/1/statement'],
    ['invalid-date', '/evidence/1/date'],
    ['dangling-reference', '/evidence/1/citations/0/source'],
  ]);
});

test('of two files with one id the second is reported, and does not overwrite the first', async () => {
  const folder = await folderWith({
    'assessments/x.json': small('x', { title: 'First' }),
    'assessments/x.yaml': small('x', { title: 'Second' }),
  });
  const checked = await run(['check', '--format', 'json'], folder);
  expect(JSON.parse(checked.out)).toMatchObject([
    { rule: 'duplicate-assessment', file: 'assessments/x.yaml', pointer: '/id' },
  ]);
  expect(checked.code).toBe(1);
  expect((await run(['build', '--format', 'md', '--jobs', '1'], folder)).code).toBe(1);
  expect(await readFile(join(folder, 'out/x.md'), 'utf8')).toContain('# First');
});
