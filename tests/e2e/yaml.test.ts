import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Document, isMap, isScalar } from 'yaml';
import { folderWith, root, run, shippedProject } from './run.ts';

const id = 'russia-internal-threats-2024';

type Reviver = (key: string, value: unknown) => unknown;

/** What an assessment is in YAML, a comment above each property of the root. */
function inYaml(data: unknown): string {
  const document = new Document(data);
  document.commentBefore = ' The same assessment, in YAML.';
  if (!isMap(document.contents)) throw new Error('An assessment is an object');
  for (const { key } of document.contents.items) {
    if (isScalar(key)) key.commentBefore = ` Here begins: ${key.value}`;
  }
  return document.toString();
}

/** Makes equal objects and lists one, so that YAML writes the second of them as an alias of the first. */
function sharing(): Reviver {
  const known = new Map<string, unknown>();
  return (_key, value) => {
    if (typeof value !== 'object' || value === null) return value;
    const text = JSON.stringify(value);
    if (!known.has(text)) known.set(text, value);
    return known.get(text);
  };
}

/** Every file of the folder `out` by its path, as text. */
async function outputs(folder: string): Promise<Record<string, string>> {
  const out = join(folder, 'out');
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  const paths = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const read = paths.map(async (path) => [path.slice(out.length + 1), await readFile(path, 'utf8')] as const);
  return Object.fromEntries((await Promise.all(read)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The shipped project with its assessment and register in YAML only; and the content of the assessment. */
async function yamlProject(ending: string, reviver?: Reviver): Promise<{ folder: string; written: string }> {
  const folder = await shippedProject();
  let written = '';
  for (const name of ['register', id]) {
    const path = join(folder, 'assessments', name);
    written = inYaml(JSON.parse(await readFile(`${path}.json`, 'utf8'), reviver));
    await writeFile(`${path}.${ending}`, written);
    await rm(`${path}.json`);
  }
  return { folder, written };
}

describe('an assessment and its register in YAML give the same memo as in JSON', () => {
  let json: Readonly<Record<string, string>> = {};

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'threat-memo-test-'));
    await cp(join(root, 'assessments'), join(folder, 'assessments'), { recursive: true });
    expect(await run(['build', id, '--format', 'md,html'], folder)).toMatchObject({ code: 0 });
    json = await outputs(folder);
    expect(json[`${id}.md`]).toContain('# Fragmented Threats inside Russia');
    return () => rm(folder, { recursive: true, force: true });
  });

  test.for(['yaml', 'yml'])('.%s, with comments', async (ending) => {
    const { folder, written } = await yamlProject(ending);
    expect(written).toContain('# Here begins: judgments');
    expect(await run(['check', '--format', 'json'], folder)).toMatchObject({ code: 0, out: '[]\n' });
    expect(await run(['build', id, '--format', 'md,html'], folder)).toMatchObject({ code: 0 });
    expect(await outputs(folder)).toEqual(json);
  });

  test('with an anchor and aliases for every repeated value', async () => {
    const { folder, written } = await yamlProject('yaml', sharing());
    expect(written.match(/ \*a\d+$/gm)?.length).toBeGreaterThan(10);
    expect(await run(['check', '--format', 'json'], folder)).toMatchObject({ code: 0, out: '[]\n' });
    expect(await run(['build', id, '--format', 'md,html'], folder)).toMatchObject({ code: 0 });
    expect(await outputs(folder)).toEqual(json);
  });
});

const memo = `# A memo in YAML: comments are for those who write it.
id: x
form: policy-memo
title: Memo x # not part of the title
asOf: 2024-05
marking: TLP:GREEN
sources:
  - id: paper
    csl: { type: report, title: A report }
evidence:
  - id: toll
    statement: Three people were killed.
    citations: &cited [{ source: paper }]
  - id: claim
    statement: >-
      A channel
      claimed it.
    citations: *cited
judgments:
  - id: attack
    statement: "A second attack is likely: the network is whole."
    likelihood: { term: likely }
    horizon: 2025-12-31
    evidence: [toll, claim]
`;

interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly help?: string;
}

/** What `check` finds in the memo when one piece of it is written otherwise. */
async function findingsWith(from: string, to: string): Promise<Found[]> {
  if (memo.split(from).length !== 2) throw new Error(`The memo does not have ${from} once`);
  const folder = await folderWith({ 'assessments/x.yaml': memo.replace(from, () => to) });
  const { code, out } = await run(['check', '--format', 'json'], folder);
  // The memo is valid and poor: only errors count here.
  const found = (JSON.parse(out) as Found[]).filter(({ severity }) => severity === 'error');
  expect(code).toBe(found.length > 0 ? 1 : 0);
  return found;
}

/** `line:column-endLine:endColumn rule`. */
const brief = ({ rule, line, column, endLine, endColumn }: Found) =>
  `${line}:${column}-${endLine}:${endColumn} ${rule}`;

const mistakes: readonly (readonly [
  name: string,
  from: string,
  to: string,
  finding: string,
  help: RegExp,
])[] = [
  ['a misspelt term', 'likely }', 'likly }', '22:25-22:30 unknown-term', /Did you mean `likely`\?/],
  ['30 February', '2025-12-31', '2025-02-30', '23:14-23:24 invalid-date', /^$/],
  ['a year without quotes', '2024-05', '2024', '5:7-5:11 wrong-type', /^Write `"2024"`\.$/],
  ['a number as title', 'Memo x', '7', '4:8-4:9 wrong-type', /^Write `"7"`\.$/],
  ['yes for true', '  - id: attack', '  - id: attack\n    key: yes', '21:10-21:13 wrong-type', /`true`/],
  [
    'a duplicate key',
    'marking: TLP:GREEN',
    'title: Memo y\nmarking: TLP:GREEN',
    '6:1-6:6 duplicate-key',
    /Keep one of the two/,
  ],
  ['a dangling id', '[toll, claim]', '[tol, claim]', '24:16-24:19 dangling-reference', /`toll`\?/],
  ['an unknown property', 'likelihood:', 'likelyhood:', '22:5-22:15 unknown-property', /`likelihood`\?/],
  [
    'a citation of nothing in folded text',
    'A channel',
    'A channel [@pape]',
    '15:16-17:18 dangling-reference',
    /`@?paper`\?/,
  ],
];

describe('mistakes in YAML are reported with line and column', () => {
  test('the memo itself has nothing wrong', async () => {
    expect(await findingsWith('# A memo', '# The memo')).toEqual([]);
  });

  test.for(mistakes)('%s', async ([, from, to, finding, help]) => {
    const found = await findingsWith(from, to);
    expect(found.map(brief)).toEqual([finding]);
    expect(found[0]?.help ?? '').toMatch(help);
  });

  test('a mistake in an aliased value is shown where the value is written', async () => {
    const found = await findingsWith('source: paper', 'source: papre');
    expect(new Set(found.map(brief))).toEqual(new Set(['13:34-13:39 dangling-reference']));
  });
});
