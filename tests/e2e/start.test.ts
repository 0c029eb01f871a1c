import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FIRST_ID } from '../../src/scaffold/first-assessment.ts';
import { folderWith, run, small } from './run.ts';

const FORMS = ['policy-memo', 'event-report', 'incident-brief', 'explainer', 'commentary', 'one-pager'];

async function at(folder: string, file: string): Promise<string> {
  return readFile(join(folder, file), 'utf8');
}

test('init makes a project without findings, in canonical form, and overwrites nothing', async () => {
  const folder = await folderWith({
    'desk/package.json': '{ "name": "ours", "scripts": { "check": "own" } }',
  });
  const made = await run(['init', 'desk'], folder);
  expect(made.code).toBe(0);
  expect(made.out.split('\n')).toEqual(
    expect.arrayContaining([
      'package.json',
      `assessments/${FIRST_ID}.json`,
      'threat-memo.config.yaml',
      '.gitattributes',
    ]),
  );
  const desk = join(folder, 'desk');
  const own = JSON.parse(await at(desk, 'package.json')) as Record<string, Record<string, string>>;
  expect(own).toMatchObject({ name: 'ours', scripts: { check: 'own', 'build-report': 'threat-memo build' } });
  expect(own.dependencies?.['threat-memo']).toMatch(/^file:|^\^/);
  expect(await run(['check'], desk)).toMatchObject({ code: 0, out: 'No findings in 1 file.\n' });
  expect(await run(['fmt', '--check'], desk)).toMatchObject({ code: 0, out: '' });

  await writeFile(join(desk, 'README.md'), 'Ours.\n');
  const again = await run(['init'], desk);
  expect(again).toMatchObject({ code: 0, out: '' });
  expect(await at(desk, 'README.md')).toBe('Ours.\n');
});

test("init configures git's drivers in a clone, and refuses the repository of the program", async () => {
  const folder = await folderWith({});
  execFileSync('git', ['init', '-q'], { cwd: folder });
  expect((await run(['init'], folder)).err).toContain('merges of assessments work by content');
  const driver = execFileSync('git', ['config', 'merge.threat-memo.driver'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(driver).toContain('merge-driver %O %A %B %P');
  // Here the program is not installed: what both wrote is in the file all the same.
  const versions = { base: 'a\nb\nc\n', ours: 'A\nb\nc\n', theirs: 'a\nb\nC\n' };
  for (const [name, text] of Object.entries(versions)) await writeFile(join(folder, name), text);
  const command = driver.replaceAll('%O', 'base').replaceAll('%A', 'ours').replaceAll('%B', 'theirs');
  execFileSync('sh', ['-c', command], { cwd: folder });
  expect(await readFile(join(folder, 'ours'), 'utf8')).toBe('A\nb\nC\n');
  const inside = await run(['init', 'tests/no-such-desk'], join(import.meta.dirname, '../..'));
  expect(inside).toMatchObject({ code: 2, out: '' });
  expect(inside.err).toContain('repository of threat-memo itself');
});

test.each(FORMS)('new: a skeleton of %s has only notes, and can be built', async (form) => {
  const folder = await folderWith({});
  await mkdir(join(folder, 'assessments'));
  const made = await run(['new', 'fire', '--form', form, '--title', 'The fire'], folder);
  expect(made).toMatchObject({ code: 0, out: 'assessments/fire.json\n' });
  const { out } = await run(['check', '--format', 'json'], folder);
  const findings = JSON.parse(out) as { severity: string; rule: string }[];
  expect(new Set(findings.map(({ severity, rule }) => `${severity} ${rule}`))).toEqual(
    new Set(['note unwritten-text']),
  );
  const skeleton = await readFile(join(folder, 'assessments/fire.json'), 'utf8');
  expect(findings).toHaveLength(skeleton.match(/To be written:/g)?.length ?? 0);
  expect(findings.length).toBeGreaterThan(10);
  expect(await run(['fmt', '--check'], folder)).toMatchObject({ code: 0 });
  expect((await run(['build', '--format', 'md'], folder)).code).toBe(0);
});

test.each([
  [['new', 'fire'], 'assessments/fire.json is there already.'],
  [['new', 'Fire 2'], 'is not an id'],
  [['new', 'other', '--form', 'policy-mem'], 'There is no form policy-mem. Did you mean policy-memo?'],
  [['new', 'other', '--marking', 'TLP:PINK'], 'There is no marking TLP:PINK.'],
  [['add', 'judgment', 'It will burn.'], '--likelihood, --confidence, --basis'],
  [
    ['add', 'judgment', 'It will burn.', '--likelihood', 'likley', '--confidence', 'low', '--basis', 'One.'],
    'Did you mean `likely`?',
  ],
  [['add', 'evidence', 'It burned.', '--source', 'Nobody!'], 'Nobody!'],
  [['add', 'evidence', 'It burned.', '--source', 'the-post'], 'one that is there: `rail-authority`'],
  [['add', 'actor', 'Line AG', '--type', 'firm'], 'Did you mean `company`?'],
  [['add', 'source', 'A Title', '--id', 'rail-authority'], 'The id `rail-authority` is taken.'],
] as const)('impossible values are refused, and nothing is written: %s', async (args, message) => {
  const text = small('fire');
  const folder = await folderWith({ 'assessments/fire.json': text });
  const { code, err } = await run(args, folder);
  expect(err).toContain(message);
  expect(code).toBe(2);
  expect(await at(folder, 'assessments/fire.json')).toBe(text);
});

const YAML = `# Kept: a comment of the file.
id: fire
form: policy-memo # and one beside a value
title: The fire
marking: TLP:GREEN
asOf: 2025-04-30
judgments:
  - id: first
    statement: Fires are likely to go on.
    likelihood: { term: likely }
    confidence: { level: low, basis: One source. }
`;

test('add writes entries into their lists, in canonical form, and keeps comments', async () => {
  const folder = await folderWith({ 'assessments/fire.yaml': YAML });
  const url = 'https://rail.example/report?a=1';
  const steps = [
    [['source', url, '--title', 'Safety Report', '--reliability', 'B'], 'sources/safety-report'],
    [['source', 'doi:10.1000/182'], 'sources/doi-10-1000-182'],
    [['source', '978-0-306-40615-7', '--title', 'On Fires', '--into', 'fire'], 'sources/on-fires'],
    [
      [
        'evidence',
        'Four cabinets burned.',
        '--source',
        'safety-report',
        '--locator',
        'p. 4',
        '--credibility',
        '2',
      ],
      'evidence/four-cabinets-burned',
    ],
    [
      [
        'incident',
        'The fire of March',
        '--date',
        '2025-03',
        '--place',
        'Norham',
        '--evidence',
        'four-cabinets-burned',
      ],
      'incidents/the-fire-of-march',
    ],
    [['incident', 'Smoke/Soot', '--type', 'drifting of smoke'], 'incidents/smoke-soot'],
    [['actor', 'Line Cell', '--type', 'criminal group', '--aliases', 'LC, The Cell'], 'actors/line-cell'],
    [
      [
        'judgment',
        'Arson is likely to stop.',
        '--likelihood',
        'unlikely',
        '--confidence',
        'low',
        '--basis',
        'One.',
        '--horizon',
        '2099',
        '--contrary',
        'four-cabinets-burned',
        '--would-change',
        'A fire.',
      ],
      'judgments/arson-is-likely-to-stop',
    ],
  ] as const;
  for (const [args, id] of steps) {
    const { code, out, err } = await run(['add', ...args], folder);
    expect(err).toContain('Check: ');
    expect({ code, out }).toEqual({ code: 0, out: `assessments/fire.yaml: ${id}\n` });
  }
  const text = await at(folder, 'assessments/fire.yaml');
  expect(text).toContain('# Kept: a comment of the file.');
  expect(text).toContain('# and one beside a value');
  expect(text).toContain(url);
  expect(text).toContain('DOI: 10.1000/182');
  expect(text).toContain('wouldChange: A fire.');
  expect(text).toContain('type: criminal-group');
  expect(text).toContain('other: drifting of smoke');
  expect(text.indexOf('sources:')).toBeLessThan(text.indexOf('judgments:'));
  expect(await run(['fmt', '--check'], folder)).toMatchObject({ code: 0 });
  const twice = await run(['add', 'source', 'https://doi.org/10.1000/182'], folder);
  expect(twice).toMatchObject({ code: 2 });
  expect(twice.err).toContain('already, as `doi-10-1000-182`');
});

test('add source accepts a bibliography, and an id of the register', async () => {
  const bib =
    '@book{roe, title={Fires}, author={Roe, Jane}, year={2020}}\n@misc{doe, title={Smoke}, year={2021}}\n';
  const register = { sources: [{ id: 'gazette', csl: { type: 'article-newspaper', title: 'Gazette' } }] };
  const folder = await folderWith({
    'assessments/fire.yaml': YAML,
    'assessments/register.json': JSON.stringify(register),
    'library.bib': bib,
  });
  const { code, out } = await run(['add', 'source', 'library.bib'], folder);
  expect(out).toContain('added 2 sources');
  expect(code).toBe(0);
  expect(await at(folder, 'assessments/fire.yaml')).toContain('title: Smoke');
  expect((await run(['add', 'source', 'gazette'], folder)).out).toBe(
    'assessments/fire.yaml: sources/gazette\n',
  );
  expect(await at(folder, 'assessments/fire.yaml')).toContain('- ref: gazette');
});

test('a configuration in YAML works like one in JSON', async () => {
  const folder = await folderWith({
    'assessments/fire.yaml': YAML,
    'threat-memo.config.yaml': '# ours\nmarking: nato\n',
  });
  const { out } = await run(['check'], join(folder, 'assessments'));
  expect(out).toContain('must be one of `NATO UNCLASSIFIED`');
  const broken = await folderWith({
    'assessments/fire.yaml': YAML,
    'threat-memo.config.yaml': 'marking: nata\n',
  });
  expect((await run(['check'], broken)).out).toContain('threat-memo.config.yaml:1:10 error');
});
