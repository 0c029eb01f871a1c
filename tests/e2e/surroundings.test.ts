import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { soundAssessment } from '../../src/check/sound-assessment.ts';
import { sampled } from '../support/soak.ts';
import { bare, folderWith, program, run, small } from './run.ts';

/* Broken and hostile surroundings: what cannot be written is said, nothing lands elsewhere, nothing waits without end. */

function git(folder: string, ...args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], {
    cwd: folder,
    stdio: 'ignore',
    env: { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_SYSTEM: devNull },
  });
}

/** How long anything here may take, in milliseconds, on a machine that is busy. */
const SOON = 90_000;

describe.skipIf(!existsSync('/dev/full'))('output that cannot be written', () => {
  test.each([
    ['check', '--format', 'sarif'],
    ['check', '--format', 'json'],
    ['check'],
    ['inspect', 'fires'],
    ['explain'],
    ['diff', 'assessments/fires.json', 'assessments/other.json', '--format', 'json'],
  ])('is exit code 3 and a message: %s %s %s', async (...args) => {
    const folder = await folderWith({
      'assessments/fires.json': bare('fires'),
      'assessments/other.json': bare('other'),
    });
    const full = openSync('/dev/full', 'w');
    try {
      execFileSync(process.execPath, [program, ...args.filter((arg) => arg !== undefined)], {
        cwd: folder,
        stdio: ['ignore', full, 'pipe'],
      });
      expect.fail('It ended as if everything had been written.');
    } catch (error) {
      expect(error).toMatchObject({ status: 3 });
      expect(String((error as { stderr: Buffer }).stderr)).toContain('could not be written');
    } finally {
      closeSync(full);
    }
  });
});

test('a pull request is checked and built with the rules of its target branch', async () => {
  const folder = await folderWith({
    'assessments/fires.json': bare('fires'),
    'threat-memo.config.json': '{}',
  });
  git(folder, 'init', '--quiet');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message=rules');
  const rule = 'one-sided-judgment';
  const config = (severity: string) => JSON.stringify({ rules: { [rule]: severity } });
  await writeFile(join(folder, 'threat-memo.config.json'), config('error'));
  git(folder, 'commit', '--quiet', '--all', '--message=strict');
  // The request switches the rule off.
  await writeFile(join(folder, 'threat-memo.config.json'), config('off'));
  expect((await run(['check'], folder)).code).toBe(0);
  for (const command of [['check'], ['build', '--format', 'md']]) {
    const { code, err, out } = await run([...command, '--config-from', 'HEAD'], folder);
    expect(code, command.join(' ')).toBe(1);
    expect(out + err).toContain(`[${rule}]`);
  }
  const none = await run(['check', '--config-from', 'no-such-branch'], folder);
  expect(none.code).toBe(2);
}, 300_000);

/** What a pull request would change in the configuration in its favour, and the findings with the branch's configuration. */
describe('a pull request is checked with the settings of its target branch', () => {
  const approvedBy = (name: string) => [{ by: name, role: 'Head of desk', on: '2025-05-05' }];
  const heads = (name: string) => ({
    desk: {
      beforeFinal: {
        approvals: 1,
        roles: ['Head of desk'],
        approvers: [{ name, roles: ['Head of desk'] }],
      },
    },
  });
  const bands = (middle: string) => ({
    scales: { likelihood: 'drei-stufen' },
    likelihoodScales: {
      'drei-stufen': {
        title: 'Dreistufige Skala',
        source: 'Handbuch der Abteilung (erfunden), Kapitel 2',
        bands: [
          { low: 0, high: 40, terms: ['eher nicht'] },
          { low: 40, high: 60, terms: [middle] },
          { low: 60, high: 100, terms: ['eher doch'] },
        ],
      },
    },
  });
  const [judgment] = soundAssessment.judgments;
  const words = (count: number) => Array.from({ length: count }, () => 'again').join(' ');
  test.each<[what: string, assessment: object, branch: object, request: object, said: RegExp]>([
    [
      'who may approve what is final',
      { status: 'final', approvals: approvedBy('A. Friend') },
      heads('N. Head'),
      heads('A. Friend'),
      /error .*\[desk-approval\]/,
    ],
    [
      'that anybody has to approve it',
      { status: 'final' },
      heads('N. Head'),
      {},
      /error .*\[desk-approval\]/,
    ],
    [
      'which section there has to be',
      {},
      { desk: { forms: { 'policy-memo': { sections: ['outlook'] } } } },
      { desk: { forms: { 'policy-memo': { sections: [] } } } },
      /error .*`outlook`.*\[desk-mandatory-part\]/,
    ],
    [
      'which field there has to be',
      {},
      { desk: { every: { fields: ['scope/audience'] } } },
      {},
      /error .*`scope\/audience`.*\[desk-mandatory-part\]/,
    ],
    [
      'how long a bottom line may be',
      { bottomLine: `Fires are likely to go on ${words(40)}.` },
      { desk: { bottomLineWords: 20 }, rules: { 'long-bottom-line': 'error', 'repeated-word': 'off' } },
      { desk: { bottomLineWords: 500 }, rules: { 'repeated-word': 'off' } },
      /error .*\[long-bottom-line\]/,
    ],
    [
      'which roles authors have',
      { authors: [{ name: 'A. Friend', role: 'Guest' }] },
      { desk: { roles: ['Analyst'] } },
      { desk: { roles: ['Analyst', 'Guest'] } },
      /error .*Guest.*\[desk-author-role\]/,
    ],
    [
      'the marking scheme',
      { marking: 'OFFICIAL' },
      { marking: 'nato' },
      { marking: 'uk-gscp' },
      /error.*OFFICIAL/,
    ],
    [
      'what the scheme of the project knows',
      { marking: 'OPEN' },
      { marking: 'acme', markingSchemes: { acme: scheme('PUBLIC', 'RESTRICTED') } },
      { marking: 'acme', markingSchemes: { acme: scheme('OPEN', 'PUBLIC', 'RESTRICTED') } },
      /error.*OPEN/,
    ],
    [
      'the terms of the scale',
      {
        standards: undefined,
        bottomLine: 'Fires go on.',
        judgments: [{ ...judgment, horizon: '2999-12-31', likelihood: { term: 'mal sehen' } }],
      },
      bands('offen'),
      bands('mal sehen'),
      /error.*mal sehen/,
    ],
    [
      'what the own fields have to be',
      { 'x-reference': 'none' },
      { fields: { properties: { 'x-reference': { type: 'string', pattern: '^[A-Z]+/[0-9]+$' } } } },
      { fields: { properties: { 'x-reference': { type: 'string' } } } },
      /error.*x-reference/,
    ],
  ])('%s', async (_, assessment, branch, request, said) => {
    const folder = await folderWith({
      'assessments/fires.json': small('fires', assessment),
      'threat-memo.config.json': JSON.stringify(branch),
    });
    git(folder, 'init', '--quiet');
    git(folder, 'add', '--all');
    git(folder, 'commit', '--quiet', '--message=branch');
    await writeFile(join(folder, 'threat-memo.config.json'), JSON.stringify(request));
    const own = await run(['check'], folder);
    expect(own.out + own.err).not.toMatch(said);
    expect(own.code, own.out + own.err).toBe(0);
    const held = await run(['check', '--config-from', 'HEAD'], folder);
    expect(held.out + held.err).toMatch(said);
    expect(held.code).toBe(1);
    const built = await run(['build', '--format', 'md', '--config-from', 'HEAD'], folder);
    expect(built.out + built.err).toMatch(said);
    expect([built.code, existsSync(join(folder, 'out', 'fires.md'))]).toEqual([1, false]);
  });
});

function scheme(...labels: readonly string[]): object {
  return {
    title: 'Markings of Acme',
    source: 'Acme security handbook (invented), chapter 3',
    labels: labels.map((label) => ({ label })),
  };
}

test('outputs of an earlier, full build beside a release are reported', async () => {
  const folder = await folderWith({
    'assessments/fires.json': small('fires', { marking: 'TLP:AMBER', releasable: 'TLP:GREEN' }),
    'assessments/other.json': small('other', { marking: 'TLP:AMBER' }),
  });
  expect((await run(['build', '--format', 'md', '--out', 'shared'], folder)).code).toBe(0);
  const args = ['build', 'fires', '--format', 'md', '--release', 'TLP:GREEN', '--out', 'shared'];
  const { code, err } = await run(args, folder);
  expect(code).toBe(0);
  expect(err).toMatch(
    /outputs of another build, which may hold more than may go to TLP:GREEN: .*shared\/other\.md/,
  );
  expect(err).not.toContain('shared/fires.md');
  // Nothing is said where nothing is there.
  const own = await run(['build', 'fires', '--format', 'md', '--release', 'TLP:GREEN'], folder);
  expect(own.err).not.toContain('another build');
}, 300_000);

test.each([
  ['diff', 'assessments/fires.json', 'assessments/other.json', '--format', 'md', '--out', 'report/x.md'],
  ['build', 'fires', '--format', 'md', '--out', 'report'],
  ['export', 'fires', '--to', 'csv', '--out', 'report'],
  ['build', 'fires', '--format', 'md', '--out', 'report/below'],
])('nothing is written through a link that leads out of the project: %s', async (...args) => {
  const elsewhere = await folderWith({});
  const folder = await folderWith({
    'assessments/fires.json': small('fires'),
    'assessments/other.json': small('other'),
  });
  await symlink(elsewhere, join(folder, 'report'));
  const { code, err } = await run(args, folder);
  expect(code).toBe(3);
  expect(err).toMatch(/is a link that leads out of its folder/);
  expect(await readdir(elsewhere)).toEqual([]);
});

describe.skipIf(process.platform === 'win32')('nothing waits for ever', () => {
  const pipes = [
    'objects/info/alternates',
    'HEAD',
    'config',
    'packed-refs',
    'objects/info/commit-graph',
    'shallow',
  ];
  test.each(pipes.slice(0, sampled(2, pipes.length)))(
    'if .git/%s is a pipe that nobody writes to',
    async (name) => {
      const folder = await folderWith({ 'assessments/fires.json': small('fires') });
      git(folder, 'init', '--quiet');
      git(folder, 'add', '--all');
      git(folder, 'commit', '--quiet', '--message=one');
      await mkdir(join(folder, '.git', 'objects', 'info'), { recursive: true });
      await rm(join(folder, '.git', name), { force: true });
      execFileSync('mkfifo', [join(folder, '.git', name)]);
      const from = Date.now();
      expect((await run(['build', '--format', 'md'], folder)).code).toBe(0);
      for (const args of [
        ['diff', 'HEAD'],
        ['history', 'fires'],
      ]) {
        const { code, err } = await run(args, folder);
        expect([0, 2, 3]).toContain(code);
        if (code !== 0) expect(err).not.toBe('');
      }
      expect(Date.now() - from).toBeLessThan(SOON);
    },
    SOON * 2,
  );

  test.skipIf(!existsSync('/proc'))(
    'if folders cannot be made and the system reports it only now and then',
    async () => {
      const folder = await folderWith({ 'assessments/fires.json': small('fires') });
      const env = { HOME: '/proc', XDG_CACHE_HOME: '', THREAT_MEMO_CACHE: '/proc/threat-memo' };
      const { code, err } = await run(['build', '--format', 'md'], folder, env);
      expect([0, 3], err).toContain(code);
    },
    SOON,
  );
});

test('many at a time give the same bytes as one', async () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'].slice(0, sampled(3, 6));
  const folder = await folderWith(
    Object.fromEntries(
      ids.map((id) => [
        `assessments/${id}.json`,
        small(id, { form: id < 'c' ? 'policy-memo' : 'explainer' }),
      ]),
    ),
  );
  const build = (jobs: string, out: string) =>
    run(['build', '--jobs', jobs, '--force', '--format', 'md,pdf,html,docx', '--out', out], folder);
  expect((await build('1', 'one')).code).toBe(0);
  expect((await build('4', 'four')).code).toBe(0); // several pages are printed at once
  for (const name of ids.flatMap((id) => ['md', 'pdf', 'html', 'docx'].map((ending) => `${id}.${ending}`))) {
    const bytes = await Promise.all(['one', 'four'].map((out) => readFile(join(folder, out, name))));
    expect([name, bytes.every((other) => other.equals(bytes[0] ?? Buffer.alloc(0)))]).toEqual([name, true]);
  }
}, 300_000);
