import { spawn } from 'node:child_process';
import { devNull } from 'node:os';

/** What git answered: its exit code (0 is success) and what it printed. */
export interface GitAnswer {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/**
 * A repository from a stranger brings its configuration along. What it lacks it must not fetch (that would run whatever
 * it names as its way to the network), and it has no say in what else is run.
 */
const HARMLESS = ['protocol.allow=never', 'core.fsmonitor=false', `core.hooksPath=${devNull}`].flatMap(
  (setting) => ['-c', setting],
);

/**
 * Runs git in a folder, without a shell and without asking anything of a person. `undefined` when there is no git. The
 * commands used here only read objects: no hook, filter or program that a stranger's repository names is run.
 */
export function runGit(
  folder: string,
  args: readonly string[],
  input?: string,
): Promise<GitAnswer | undefined> {
  return new Promise((resolve) => {
    const child = spawn('git', ['--no-pager', '--literal-pathspecs', ...HARMLESS, ...args], {
      cwd: folder,
      env: {
        ...process.env,
        GIT_TERMINAL_PROMPT: '0',
        GIT_OPTIONAL_LOCKS: '0',
        GIT_NO_LAZY_FETCH: '1',
        LC_ALL: 'C',
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', () => resolve(undefined));
    child.on('close', (code) =>
      resolve({
        code: code ?? 1,
        stdout: Buffer.concat(stdout),
        stderr: Buffer.concat(stderr).toString('utf8').trim(),
      }),
    );
    child.stdin.on('error', () => {}); // git may leave before it has read everything
    child.stdin.end(input ?? '');
  });
}
