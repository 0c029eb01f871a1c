import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { folderWith, root, run, shippedProject, small } from './run.ts';
import { shippedBuild } from './shipped-build.ts';

const id = 'russia-internal-threats-2024';
const untidy = small('untidy', {
  question: 'Who pays? Nobody knows.',
  schemaVersion: '1.0',
  scope: { period: '2024/open' },
});
const broken = '{ "id": "broken", ';

describe('exit codes', () => {
  test('files that are not canonical are listed, by the check and when written; afterwards there are none', async () => {
    const folder = await folderWith({
      'assessments/untidy.json': untidy,
      'assessments/other.yaml': 'title: T\nid: other # why\n',
      'assessments/register.json': '{"actors":[{"name":"A","id":"a"}]}',
      'threat-memo.config.json': '{"rules":{}}',
    });
    const all =
      'assessments/other.yaml\nassessments/register.json\nassessments/untidy.json\nthreat-memo.config.json\n';
    expect(await run(['fmt', '--check'], folder)).toMatchObject({ code: 1, out: all });
    expect(await readFile(join(folder, 'assessments/untidy.json'), 'utf8')).toBe(untidy);

    expect(await run(['fmt'], folder)).toMatchObject({ code: 0, out: all });
    expect(await readFile(join(folder, 'assessments/other.yaml'), 'utf8')).toBe(
      'id: other # why\ntitle: T\n',
    );
    const written = await readFile(join(folder, 'assessments/untidy.json'), 'utf8');
    expect(written).toContain('  "question": [\n    "Who pays?",\n    "Nobody knows."\n  ],\n');
    expect(JSON.parse(written)).toMatchObject({ schemaVersion: '1.0', scope: { period: '2024/..' } });
    expect(await readdir(join(folder, 'assessments'))).toEqual([
      'other.yaml',
      'register.json',
      'untidy.json',
    ]);

    expect(await run(['fmt', '--check'], folder)).toMatchObject({ code: 0, out: '' });
    expect(await run(['fmt', 'untidy', 'assessments'], folder)).toMatchObject({ code: 0, out: '' });
  });

  test('an unreadable file stays unchanged and is reported with its place; the others are formatted', async () => {
    const folder = await folderWith({ 'assessments/broken.json': broken, 'assessments/untidy.json': untidy });
    const { code, out, err } = await run(['fmt'], folder);
    expect(out).toBe('assessments/untidy.json\n');
    expect(err).toContain('assessments/broken.json:1:');
    expect(await readFile(join(folder, 'assessments/broken.json'), 'utf8')).toBe(broken);
    expect(code).toBe(1);
  });

  test('a file of another program is left unchanged', async () => {
    const folder = await folderWith({ 'package.json': '{"name":"p"}', 'untidy.json': untidy });
    const { code, out, err } = await run(['fmt', '.'], folder);
    expect({ code, out }).toEqual({ code: 0, out: 'untidy.json\n' });
    expect(err).toContain('package.json is not an assessment');
    expect(await readFile(join(folder, 'package.json'), 'utf8')).toBe('{"name":"p"}');
  });

  test('a missing file is wrong usage', async () => {
    const folder = await folderWith({ 'assessments/untidy.json': untidy });
    expect(await run(['fmt', 'assessments/none.json'], folder)).toMatchObject({ code: 2, out: '' });
    expect(await run(['textconv', 'assessments/none.json'], folder)).toMatchObject({ code: 2, out: '' });
    expect(await run(['textconv'], folder)).toMatchObject({ code: 2 });
  });
});

test('the shipped assessments give the same memos in canonical form', async () => {
  const memosIn = async (out: string) => {
    const names = (await readdir(out)).filter((name) => /\.(?:md|html)$/.test(name));
    return Promise.all(names.map(async (name) => [name, await readFile(join(out, name), 'utf8')]));
  };
  const before = await memosIn(join(await shippedBuild(), 'out'));
  expect(before.length).toBeGreaterThan(4);
  const folder = await shippedProject();
  expect(await run(['fmt'], folder)).toMatchObject({ code: 0 });
  expect((await run(['build', '--format', 'md,html'], folder)).code).toBe(0);
  expect(await memosIn(join(folder, 'out'))).toEqual(before);
});

/** A repository with a shipped assessment and the register in canonical form, and git in it. */
async function repository(): Promise<{ folder: string; git: (...args: string[]) => Promise<string> }> {
  const files = ['register.json', `${id}.json`].map(
    async (name) => [`assessments/${name}`, await readFile(join(root, 'assessments', name))] as const,
  );
  const folder = await folderWith(Object.fromEntries(await Promise.all(files)));
  const git = async (...args: string[]) => {
    const who = [
      '-c',
      'user.name=A. Analyst',
      '-c',
      'user.email=analyst@example.org',
      '-c',
      'commit.gpgsign=false',
    ];
    return (await promisify(execFile)('git', [...who, ...args], { cwd: folder })).stdout;
  };
  await run(['fmt'], folder);
  await writeFile(join(folder, '.gitattributes'), '*.json diff=threat-memo text eol=lf\n');
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', '.');
  await git('commit', '--quiet', '--message=First edition');
  return { folder, git };
}

interface Judgment {
  statement: string | string[];
  likelihood?: object;
  confidence?: { level: string; basis?: string | string[] };
  evidence?: string[];
  wouldChange?: string | string[];
}

describe('with git', () => {
  test('two branches that change neighbouring judgments merge without a conflict', async () => {
    const { folder, git } = await repository();
    const path = join(folder, 'assessments', `${id}.json`);
    const read = async () => JSON.parse(await readFile(path, 'utf8')) as { judgments: Judgment[] };
    const base = await read();
    expect(base.judgments.length).toBeGreaterThan(5);

    /** Every second judgment: its first and its last property, and some between; written without any layout. */
    const edit = async (branch: string, rest: number) => {
      await git('checkout', '--quiet', '-b', branch, 'main');
      const data = await read();
      for (const [index, judgment] of data.judgments.entries()) {
        if (index % 2 !== rest) continue;
        judgment.statement = `${[judgment.statement].flat().join(' ')} Branch ${branch} says so.`;
        judgment.likelihood = { term: 'roughly even chance' };
        judgment.evidence = [...(judgment.evidence ?? []), 'capacity-weakened'];
        judgment.wouldChange = `Nothing but ${branch}. Nothing at all.`;
      }
      await writeFile(path, JSON.stringify(data));
      expect(await run(['fmt'], folder)).toMatchObject({ code: 0, out: `assessments/${id}.json\n` });
      await git('commit', '--quiet', '--all', `--message=${branch}`);
      return (await read()).judgments;
    };
    const even = await edit('even', 0);
    const odd = await edit('odd', 1);

    await git('merge', '--quiet', '--no-edit', 'even');
    expect((await read()).judgments).toEqual(
      base.judgments.map((_, index) => (index % 2 === 0 ? even[index] : odd[index])),
    );
    expect(await run(['fmt', '--check'], folder)).toMatchObject({ code: 0 });
  });

  test('git diff shows changes as facts, and nothing for a change of layout', async () => {
    const { folder, git } = await repository();
    const program = JSON.stringify(join(root, 'dist', 'threat-memo.js'));
    await git(
      'config',
      'diff.threat-memo.textconv',
      `${JSON.stringify(process.execPath)} ${program} textconv`,
    );
    const path = join(folder, 'assessments', `${id}.json`);
    const data = JSON.parse(await readFile(path, 'utf8')) as { judgments: [Judgment] };
    await writeFile(path, JSON.stringify(data));
    expect(await git('diff', '--unified=0')).not.toMatch(/^[+-][^+-]/m);

    data.judgments[0].likelihood = { term: 'almost certain' };
    await writeFile(path, JSON.stringify(data));
    const changed = (await git('diff', '--unified=0')).split('\n').filter((line) => /^[+-][^+-]/.test(line));
    expect(changed).toHaveLength(2);
    expect(changed[0]).toMatch(/^-judgments\/[a-z-]+: \w[\w ]+ \(\d+–\d+ %\), confidence \w+/);
    expect(changed[1]).toMatch(/^\+judgments\/[a-z-]+: almost certain \(95–99 %\), confidence \w+/);
    await git('commit', '--quiet', '--all', '--message=Second edition');
    expect(await git('log', '--patch', '--max-count=1')).toContain(changed[1]);

    await writeFile(path, '<<<<<<< ours\n{}\n');
    expect(await git('diff')).toContain('+<<<<<<< ours');
  });
});
