import { spawn } from 'node:child_process';
import { devNull } from 'node:os';

/** What git answered: its exit code (0 is success) and what it printed. */
export interface GitAnswer {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
  /** Whether it had to be ended because it did not answer. */
  readonly isHung?: boolean;
}

/**
 * A repository from a stranger brings its configuration along. What it lacks it must not fetch (that would run whatever
 * it names as its way to the network), and it has no say in what else is run.
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
  'safe.bareRepository=explicit', // a folder of files that looks like a repository is none
].flatMap((setting) => ['-c', setting]);

/** How long git may take, in milliseconds: a pipe in the place of one of its files keeps it waiting for ever. */
const MAX_TIME = 60_000;

/** Most that git may print, in bytes: a small repository can hold files of any size. */
const MAX_PRINTED = 256_000_000;

function textIn(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString('utf8').trim();
}

/**
 * Runs git in a folder, without a shell and without asking anything of a person. `undefined` when there is no git. The
 * commands used here only read objects: no hook, filter or program that a stranger's repository names is run.
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
        // Stronger than `protocol.allow`, which a repository can overrule for each protocol.
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
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
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
    child.stdin.on('error', () => {}); // git may leave before it has read everything
    child.stdin.end(input ?? '');
  });
}
