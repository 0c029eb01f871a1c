import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { runGit } from '../../../src/project/git/git.ts';
import { strayRepository } from '../../../src/project/git/own-repository.ts';
import { Repository } from '../../support/repository.ts';

function repository(): Repository {
  const made = new Repository();
  onTestFinished(() => made[Symbol.dispose]());
  made.write('a.json', '{}');
  made.commit('One');
  return made;
}

/** A repository in a folder below a project. */
const at = (own: Repository, ...path: readonly string[]) => join(own.folder, ...path);

test
  .runIf(process.platform !== 'win32')
  .each<readonly [string, (stranger: Repository, victim: Repository) => string]>([
    [
      'a file that names it',
      (stranger, victim) => {
        rmSync(at(stranger, '.git'), { recursive: true });
        writeFileSync(at(stranger, '.git'), `gitdir: ${at(victim, '.git')}\n`);
        return '.git';
      },
    ],
    [
      'a link to it',
      (stranger, victim) => {
        rmSync(at(stranger, '.git'), { recursive: true });
        symlinkSync(at(victim, '.git'), at(stranger, '.git'));
        return '.git';
      },
    ],
    [
      'a common folder',
      (stranger, victim) => {
        writeFileSync(at(stranger, '.git/commondir'), `${at(victim, '.git')}\n`);
        return '.git/commondir';
      },
    ],
    [
      'objects of its own and its',
      (stranger, victim) => {
        writeFileSync(at(stranger, '.git/objects/info/alternates'), `${at(victim, '.git/objects')}\n`);
        return '.git/objects/info/alternates';
      },
    ],
    ...['objects', 'refs', 'HEAD', 'objects/pack', 'objects/info', 'refs/heads', 'refs/heads/main'].map(
      (part) =>
        [
          `a link to its ${part}`,
          (stranger: Repository, victim: Repository) => {
            rmSync(at(stranger, '.git', part), { recursive: true, force: true });
            symlinkSync(at(victim, '.git', part), at(stranger, '.git', part));
            return `.git/${part}`;
          },
        ] as const,
    ),
  ])('a project does not take what belongs to another repository: %s', (_, steal) => {
  const [stranger, victim] = [repository(), repository()];
  expect(strayRepository(stranger.folder)).toBeUndefined();
  const part = steal(stranger, victim);
  expect(strayRepository(stranger.folder)).toBe(join(stranger.folder, part));
  mkdirSync(at(stranger, 'below/here'), { recursive: true });
  expect(strayRepository(at(stranger, 'below/here'))).toBe(join(stranger.folder, part));
});

test('linked work trees and submodules belong to a repository that names them', () => {
  const own = repository();
  own.git('worktree', 'add', '--quiet', 'tree', '-b', 'topic');
  expect(strayRepository(at(own, 'tree'))).toBeUndefined();
  const other = repository();
  own.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other.folder, 'sub');
  expect(strayRepository(at(own, 'sub'))).toBeUndefined();
  // A copy of either elsewhere is not.
  renameSync(at(own, 'tree/.git'), at(other, 'moved'));
  mkdirSync(at(other, 'tree'));
  renameSync(at(other, 'moved'), at(other, 'tree/.git'));
  expect(strayRepository(at(other, 'tree'))).toBe(at(other, 'tree/.git'));
});

test('a folder in no repository is left to git', () => {
  const own = repository();
  rmSync(at(own, '.git'), { recursive: true });
  expect(strayRepository(own.folder)).toBeUndefined();
});

test('git contacts nobody, whatever a repository configures, and prints no more than is read', async () => {
  const own = repository();
  own.git('config', 'protocol.ext.allow', 'always');
  own.git('config', 'remote.origin.url', `ext::sh -c touch% ${at(own, 'ran')}`);
  const remote = await runGit(own.folder, ['ls-remote', 'origin']);
  expect(remote).toMatchObject({ code: 128, stderr: expect.stringContaining("transport 'ext' not allowed") });
  own.write('large.json', 'x'.repeat(100_000));
  own.commit('Two');
  const large = await runGit(own.folder, ['cat-file', 'blob', 'HEAD:large.json'], undefined, 50_000);
  expect(large?.code).not.toBe(0);
  expect(large?.stdout).toHaveLength(0);
});

test
  .runIf(process.platform !== 'win32')
  .each([
    'config',
    'HEAD',
    'packed-refs',
    'shallow',
    'objects/info/alternates',
    'objects/info/commit-graph',
    'objects/info/commit-graphs/commit-graph-chain',
  ])('a pipe in the place of %s is never opened', (name) => {
  const own = repository();
  mkdirSync(dirname(at(own, '.git', name)), { recursive: true });
  rmSync(at(own, '.git', name), { force: true });
  execFileSync('mkfifo', [at(own, '.git', name)]);
  expect(strayRepository(own.folder)).toBe(at(own, '.git', name));
});

test('other stores of objects are followed to the end', () => {
  const own = repository();
  const stores = ['one', 'two'].map((name) => at(own, name, 'objects'));
  for (const store of stores) mkdirSync(join(store, 'info'), { recursive: true });
  const [one = '', two = ''] = stores;
  writeFileSync(at(own, '.git/objects/info/alternates'), `${one}\n`);
  writeFileSync(join(one, 'info/alternates'), '../../two/objects\n');
  expect(strayRepository(own.folder)).toBeUndefined();
  writeFileSync(join(two, 'info/alternates'), '/\n');
  expect(strayRepository(own.folder)).toBe(join(two, 'info/alternates'));
});

test('a list of other stores that is too long to read is not trusted, even if git shortens it', () => {
  const own = repository();
  const list = at(own, '.git/objects/info/alternates');
  mkdirSync(dirname(list), { recursive: true });
  writeFileSync(list, `${tmpdir()}\n`);
  truncateSync(list, 700_000_000); // takes no room on the disk
  expect(strayRepository(own.folder)).toBe(list);
});

test('git is ended if it does not answer', async () => {
  const own = repository();
  const answer = await runGit(own.folder, ['-c', 'alias.wait=!sleep 5', 'wait'], '', 1_000_000, 200);
  expect(answer).toMatchObject({ code: 1, isHung: true, stderr: expect.stringContaining('took longer') });
});

test.runIf(process.platform !== 'win32')(
  'git is ended if it does not answer, even if one of its processes holds its pipes open',
  async () => {
    const own = repository();
    const folder = at(own, 'bin');
    const number = at(own, 'number');
    mkdirSync(folder);
    writeFileSync(join(folder, 'git'), `#!/bin/sh\nsleep 600 &\necho $! > '${number}'\nwait\n`, {
      mode: 0o755,
    });
    vi.stubEnv('PATH', `${folder}:${process.env.PATH}`);
    onTestFinished(() => {
      vi.unstubAllEnvs();
      process.kill(Number(readFileSync(number, 'utf8')));
    });
    const answer = await runGit(own.folder, ['cat-file', '--batch'], '', 1_000_000, 2000);
    expect(answer).toMatchObject({ code: 1, isHung: true });
  },
);
