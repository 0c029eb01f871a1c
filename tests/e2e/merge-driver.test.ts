import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Repository } from '../support/repository.ts';
import { program, run, small } from './run.ts';

/** A repository that merges assessments by this program. */
function repositoryWith(name: string, content: string): Repository {
  const repository = new Repository();
  const command = `"${process.execPath}" "${program}"`;
  repository.git('config', 'merge.threat-memo.driver', `${command} merge-driver %O %A %B %P`);
  repository.git('config', 'diff.threat-memo.textconv', `${command} textconv`);
  repository.write('.gitattributes', 'assessments/* merge=threat-memo diff=threat-memo\n');
  repository.write(name, content);
  repository.commit('Begin');
  return repository;
}

/** Commits one change on a branch and another on main, and merges. */
function merged(
  repository: Repository,
  name: string,
  ours: string,
  theirs: string,
): { failed: boolean; text: string } {
  repository.git('checkout', '-qb', 'theirs');
  repository.write(name, theirs);
  repository.commit('Theirs');
  repository.git('checkout', '-q', 'main');
  repository.write(name, ours);
  repository.commit('Ours');
  let failed = false;
  try {
    repository.git('merge', '--no-edit', 'theirs');
  } catch {
    failed = true;
  }
  return { failed, text: readFileSync(join(repository.folder, name), 'utf8') };
}

const NAME = 'assessments/memo.json';
const base = JSON.parse(small('memo'));
const written = (data: object) => `${JSON.stringify(data, null, 2)}\n`;
const judgment = (id: string) => ({
  ...base.judgments[0],
  id,
  statement: `The ${id} fire is likely to be the last by the end of 2999.`,
});

test('two analysts who each append a judgment do not conflict', { timeout: 60_000 }, () => {
  using repository = repositoryWith(NAME, written(base));
  const { failed, text } = merged(
    repository,
    NAME,
    written({ ...base, judgments: [...base.judgments, judgment('northern')] }),
    written({ ...base, title: 'Another title', judgments: [...base.judgments, judgment('southern')] }),
  );
  expect(failed).toBe(false);
  const data = JSON.parse(text);
  expect(data.judgments.map(({ id }: { id: string }) => id)).toEqual([
    base.judgments[0].id,
    'northern',
    'southern',
  ]);
  expect(data.title).toBe('Another title');
});

test('a real conflict concerns one field, and git shows it as facts', { timeout: 60_000 }, async () => {
  using repository = repositoryWith(NAME, written(base));
  const { failed, text } = merged(
    repository,
    NAME,
    written({ ...base, title: 'Ours', subtitle: 'A subtitle' }),
    written({ ...base, title: 'Theirs', judgments: [...base.judgments, judgment('southern')] }),
  );
  expect(failed).toBe(true);
  expect(text.match(/^<{7}.*\n[\s\S]*?^>{7}.*$/gm)).toEqual([
    '<<<<<<< ours\n  "title": "Ours",\n=======\n  "title": "Theirs",\n>>>>>>> theirs',
  ]);
  expect(text).toContain('"A subtitle"');
  expect(text).toContain('southern');
  const { out } = await run(['textconv', NAME], repository.folder);
  expect(out).toMatch(/<<<<<<< ours\n.*Ours.*\n=======\n.*Theirs.*\n>>>>>>> theirs/);
  expect(out).not.toContain('"title":');
});

test('comments in a YAML file are preserved', { timeout: 60_000 }, () => {
  const yaml = (title: string, more = '') =>
    `# Ask before you change this.\nid: memo\nform: policy-memo\ntitle: ${title} # short\nasOf: 2025-04-30\nmarking: TLP:CLEAR\njudgments:\n  # The first.\n  - id: one\n    statement: Fires will go on.\n${more}`;
  using repository = repositoryWith('assessments/memo.yaml', yaml('Fires'));
  const more = (id: string) => `  - id: ${id} # new\n    statement: ${id} will end.\n`;
  const { failed, text } = merged(
    repository,
    'assessments/memo.yaml',
    yaml('Fires', more('two')),
    yaml('More fires', more('three')),
  );
  expect(failed).toBe(false);
  expect(text).toContain('# Ask before you change this.');
  expect(text).toContain('# The first.');
  expect(text).toContain('title: More fires # short');
  expect(text.indexOf('id: two # new')).toBeLessThan(text.indexOf('id: three'));
});

test('unreadable files are merged line by line, as by git', { timeout: 60_000 }, () => {
  using repository = repositoryWith(NAME, '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n');
  const clean = merged(
    repository,
    NAME,
    '{\n  "a": 0,\n  "b": 2,\n  "c": 3\n',
    '{\n  "a": 1,\n  "b": 2,\n  "c": 4\n',
  );
  expect(clean).toEqual({ failed: false, text: '{\n  "a": 0,\n  "b": 2,\n  "c": 4\n' });
});
