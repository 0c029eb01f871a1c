import { spawn } from 'node:child_process';
import { devNull } from 'node:os';

/** Git's answer: its exit code (0 is success) and its output. */
export interface GitAnswer {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
  /** Whether it was killed because it did not answer. */
  readonly isHung?: boolean;
  /** The part of the repository that leads elsewhere, for which git was not run. */
  readonly stray?: string;
}

/**
 * A stranger's repository brings its own configuration. Git must not fetch missing objects (that would run
 * whatever the repository names as transport), and the repository must not decide what else is run.
 */
const HARMLESS = [
  'protocol.allow=never',
  'core.fsmonitor=false',
  `core.hooksPath=${devNull}`,
  `core.attributesFile=${devNull}`,
  `core.excludesFile=${devNull}`,
  'mailmap.file=',
  'mailmap.blob=',
  'log.mailmap=false',
  'log.showSignature=false',
  'safe.bareRepository=explicit', // a folder of files that looks like a repository is not one
].flatMap((setting) => ['-c', setting]);

/** Time limit for git, in milliseconds: a pipe in place of one of its files makes it wait for ever. */
const MAX_TIME = 60_000;

/** Most output of git, in bytes: a small repository can contain files of any size. */
const MAX_PRINTED = 256_000_000;

/** Most pieces of what git complains of: the first of them say what is wrong. */
const MAX_COMPLAINTS = 20;

function textIn(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString('utf8').trim();
}

/**
 * Runs git in a folder, without a shell and without prompting. `undefined` if git is not installed. The
 * commands used here only read objects: no hook, filter or program named by the repository is run.
 */
export function runGit(
  folder: string,
  args: readonly string[],
  input?: string,
  most = MAX_PRINTED,
  mostTime = MAX_TIME,
): Promise<GitAnswer | undefined> {
  return new Promise((resolve) => {
    const child = spawn('git', ['--no-pager', '--literal-pathspecs', ...HARMLESS, ...args], {
      cwd: folder,
      env: {
        ...process.env,
        GIT_TERMINAL_PROMPT: '0',
        GIT_OPTIONAL_LOCKS: '0',
        GIT_NO_LAZY_FETCH: '1',
        // Takes precedence over `protocol.allow`, which a repository can override for each protocol.
        GIT_ALLOW_PROTOCOL: '',
        LC_ALL: 'C',
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    let printed = 0;
    let why: string | undefined;
    let isHung = false;
    const end = (reason: string) => {
      why ??= reason;
      stdout.length = 0;
      child.kill('SIGKILL');
      // A process that git started may hold the pipes open for ever.
      child.stdout.destroy();
      child.stderr.destroy();
    };
    const clock = setTimeout(() => {
      isHung = true;
      end(`git took longer than ${mostTime / 1000} seconds`);
    }, mostTime);
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.length;
      if (printed <= most) stdout.push(chunk);
      else end('what is asked for is larger than what is read');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (stderr.length < MAX_COMPLAINTS) stderr.push(chunk);
    });
    child.on('error', () => {
      clearTimeout(clock);
      resolve(undefined);
    });
    child.on('close', (code) => {
      clearTimeout(clock);
      resolve({
        code: why === undefined ? (code ?? 1) : 1,
        stdout: Buffer.concat(stdout),
        stderr: why ?? textIn(stderr),
        ...(isHung && { isHung }),
      });
    });
    child.stdin.on('error', () => {}); // git may exit before it has read everything
    child.stdin.end(input ?? '');
  });
}
