import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Effects } from '../../src/project/effects.ts';
import { runGit } from '../../src/project/git/git.ts';
import { nodeEffects } from '../../src/project/node-effects.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A git repository in a temporary folder, which neither reads nor writes anybody's own configuration. */
export class Repository {
  readonly folder = mkdtempSync(join(tmpdir(), 'threat-memo-test-'));
  #commits = 0;

  constructor() {
    this.git('init', '--quiet', '--initial-branch=main');
  }

  git(...args: readonly string[]): string {
    const day = new Date(Date.UTC(2025, 0, 1 + this.#commits)).toISOString();
    return execFileSync(
      'git',
      ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false', ...args],
      {
        cwd: this.folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...process.env,
          GIT_CONFIG_GLOBAL: devNull,
          GIT_CONFIG_SYSTEM: devNull,
          GIT_AUTHOR_DATE: day,
          GIT_COMMITTER_DATE: day,
        },
      },
    ).trim();
  }

  write(name: string, content: string): void {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }

  move(from: string, to: string): void {
    renameSync(join(this.folder, from), join(this.folder, to));
  }

  remove(name: string): void {
    rmSync(join(this.folder, name), { recursive: true });
  }

  /** Commits everything there is; gives the hash. Each commit is a day after the one before. */
  commit(message: string): string {
    this.#commits += 1;
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', `--message=${message}`);
    return this.git('rev-parse', 'HEAD');
  }

  /** The world as a command called in this folder, or in one below it, finds it. */
  effects(below = '.'): Effects {
    const projectFolder = join(this.folder, below);
    return {
      ...nodeEffects(root, projectFolder, projectFolder),
      git: (args, input) => runGit(projectFolder, args, input),
    };
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
