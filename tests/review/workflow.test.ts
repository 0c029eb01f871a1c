import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';

/*
 * What docs/forge.md says of the workflow for pull requests, held against the file: what a stranger's words may do in it, and
 * what its script does with comments.
 */
interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly if?: string;
  readonly needs?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: { readonly review: Job; readonly report: Job };
}
const text = readFileSync(new URL('../../.github/workflows/assessments.yml', import.meta.url), 'utf8');
const { on, permissions, jobs } = parse(text) as Workflow;
const runs = ({ steps }: Job) => steps.flatMap(({ run }) => run ?? []);

describe('the workflow for pull requests', () => {
  test('has a token that may only read where it reads the pull request, and no secrets', () => {
    expect(Object.keys(on)).toEqual(['pull_request']);
    expect(permissions).toEqual({ contents: 'read' });
    expect(jobs.review.permissions).toBeUndefined();
    expect(text).not.toMatch(/\$\{\{[^}]*secrets/);
  });

  test('has no words of a pull request in its commands', () => {
    const inserted = [...text.matchAll(/\$\{\{\s*(.*?)\s*\}\}/g)].map(([, words = '']) => words);
    const harmless =
      /^(?:github\.(?:event\.pull_request\.(?:number|base\.sha)|sha)|steps\.\w+\.outcome|!cancelled\(\).*)$/;
    expect(inserted.filter((words) => !harmless.test(words))).toEqual([]);
    for (const run of [...runs(jobs.review), ...runs(jobs.report)]) expect(run).not.toContain('${{');
  });

  test('runs the program and the packages of the target branch only', () => {
    const [trusted, proposed] = jobs.review.steps.filter(({ uses }) => uses?.startsWith('actions/checkout'));
    expect(trusted?.with).toMatchObject({
      ref: expect.stringMatching(/^.{3} github.event.pull_request.base.sha ..$/),
      path: 'trusted',
      'persist-credentials': false,
    });
    expect(proposed?.with).toMatchObject({ path: 'proposed', 'persist-credentials': false });
    expect(jobs.review.steps.filter(({ run }) => run?.includes('npm'))).toEqual([
      { run: 'npm ci', 'working-directory': 'trusted' },
    ]);
    const programs = runs(jobs.review).filter((run) => /\bnode\b/.test(run) && !run.includes('for program'));
    expect(programs).toHaveLength(5);
    for (const run of programs) {
      // Nothing that is printed is a command to the runner; then the program.
      expect(run.split('\n')[0]).toMatch(/^echo "::stop-commands::\$\(openssl rand -hex 16\)"$/);
      expect(run.split('\n')[1]).toMatch(/^node "\$PROGRAM" (?:check|diff|build|site) /);
      if (/ (?:check|build) /.test(run)) expect(run).toContain('--config-from HEAD^1');
    }
  });

  test('writes only for branches of the repository, and runs nothing then', () => {
    expect(jobs.report.if).toContain('github.event.pull_request.head.repo.full_name == github.repository');
    expect(runs(jobs.report)).toEqual([]);
    expect(jobs.report.steps.map(({ uses }) => uses?.replace(/@.*/, ''))).toEqual([
      ...['actions/download-artifact', 'actions/github-script', 'github/codeql-action/upload-sarif'],
    ]);
  });

  test.skipIf(process.platform === 'win32').each([
    ['success success success success success', 0],
    ['success failure success success success', 1],
    ['success success success success failure', 1],
  ])('ends by how its steps ended: %s', (OUTCOMES, code) => {
    const result = runs(jobs.review).at(-1) ?? '';
    const ended = () =>
      execFileSync('bash', ['-e', '-c', result], { env: { ...process.env, OUTCOMES }, stdio: 'ignore' });
    if (code === 0) expect(ended).not.toThrow();
    else expect(ended).toThrow();
  });
});

interface Comment {
  readonly id: number;
  readonly user: { readonly login: string } | null;
  readonly body?: string;
}

/** Runs the script of the second job on a pull request with comments; what it would write. */
async function commented(diff: string | undefined, comments: readonly Comment[]): Promise<unknown[]> {
  const script = String(jobs.report.steps.find(({ uses }) => uses?.includes('github-script'))?.with?.script);
  const folder = mkdtempSync(join(tmpdir(), 'workflow-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'report'));
  if (diff !== undefined) writeFileSync(join(folder, 'report', 'diff.md'), diff);
  const written: unknown[] = [];
  const issues = {
    listComments: 'list',
    updateComment: async (what: object) => written.push({ ...what, as: 'update' }),
    createComment: async (what: object) => written.push({ ...what, as: 'create' }),
  };
  const github = { rest: { issues }, paginate: async () => comments };
  const context = {
    repo: { owner: 'o', repo: 'r' },
    issue: { number: 7 },
    serverUrl: 'https://forge.example',
    runId: 9,
  };
  // The script asks for paths from the folder of the run.
  const files = createRequire(import.meta.url)('node:fs') as typeof import('node:fs');
  const within = {
    existsSync: (path: string) => files.existsSync(join(folder, path)),
    readFileSync: (path: string) => files.readFileSync(join(folder, path), 'utf8'),
  };
  const body = Object.getPrototypeOf(async () => undefined).constructor as FunctionConstructor;
  await new body('github', 'context', 'require', script)(github, context, () => within);
  return written;
}

describe('the comment on a pull request', () => {
  const mark = '<!-- threat-memo: what changed -->';
  const said = `${mark}\n## 1 change\n\nMemos and redlines: [artifacts of the run](https://forge.example/o/r/actions/runs/9#artifacts).`;

  test('is a new one, whoever else begins a comment as it does', async () => {
    const comments = [
      { id: 1, user: { login: 'stranger' }, body: `${mark}\nAll is well.` },
      { id: 2, user: null, body: mark },
      { id: 3, user: { login: 'github-actions[bot]' }, body: `Of another workflow: ${mark}` },
      { id: 4, user: { login: 'github-actions[bot]' } },
    ];
    expect(await commented('## 1 change\n', comments)).toEqual([
      { as: 'create', owner: 'o', repo: 'r', issue_number: 7, body: said },
    ]);
  });

  test('is renewed', async () => {
    const comments = [
      { id: 1, user: { login: 'stranger' }, body: mark },
      { id: 5, user: { login: 'github-actions[bot]' }, body: `${mark}\n## 3 changes` },
    ];
    expect(await commented('## 1 change\n', comments)).toEqual([
      { as: 'update', owner: 'o', repo: 'r', comment_id: 5, body: said },
    ]);
  });

  test('is not written where nothing was compared; with the longest comparison it is short enough', async () => {
    expect(await commented(undefined, [])).toEqual([]);
    const [one] = (await commented('x'.repeat(60_000), [])) as { readonly body: string }[];
    expect(one?.body.length).toBeLessThan(65_536);
  });
});
