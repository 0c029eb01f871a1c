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
const HARMLESS = [
  'protocol.allow=never',
  'core.fsmonitor=false',
  `core.hooksPath=${devNull}`,
  'safe.bareRepository=explicit', // a folder of files that looks like a repository is none
].flatMap((setting) => ['-c', setting]);

/** Most that git may print, in bytes: a small repository can hold files of any size. */
const MOST_PRINTED = 256_000_000;

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
  most = MOST_PRINTED,
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
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.length;
      if (printed <= most) stdout.push(chunk);
      else {
        stdout.length = 0;
        child.kill('SIGKILL');
      }
    });
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', () => resolve(undefined));
    child.on('close', (code) =>
      resolve({
        code: printed > most ? 1 : (code ?? 1),
        stdout: Buffer.concat(stdout),
        stderr: printed > most ? 'what is asked for is larger than what is read' : textIn(stderr),
      }),
    );
    child.stdin.on('error', () => {}); // git may leave before it has read everything
    child.stdin.end(input ?? '');
  });
}
