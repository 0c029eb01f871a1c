import { type ChildProcess, fork, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { soundAssessment } from '../../src/check/sound-assessment.ts';
import { refuseStale } from '../support/fresh-program.ts';

export const root = fileURLToPath(new URL('../../', import.meta.url));
/** The built command. */
export const program = join(root, 'dist', 'threat-memo.js');

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunAlone {
  readonly env?: Readonly<Record<string, string>>;
  readonly command?: string;
  /** Its number. */
  readonly user?: number;
}

/** The process that stays for what the tests of this worker run, one command after the other. */
let resident: Promise<ChildProcess> | undefined;
let lastRun: Promise<unknown> = Promise.resolve();

/**
 * Runs a command of the built program in a process that stays: what a user reads and gets is the same, without starting
 * a process for each. `runAlone` is for what is about processes.
 */
export async function run(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  await refuseStale();
  const result = lastRun.then(() => runResident(args, cwd, env));
  lastRun = result.catch(() => undefined);
  return result;
}

async function runResident(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<Run> {
  resident ??= startResident();
  const child = await resident;
  return new Promise((resolve, reject) => {
    const ended = () => {
      resident = undefined;
      reject(new Error(`The program ended itself at: ${args.join(' ')}`));
    };
    child.once('exit', ended);
    child.once('message', (result: Run) => {
      child.off('exit', ended);
      resolve(result);
    });
    child.send({ args, cwd, env: { NO_COLOR: '1', ...env } });
  });
}

/** Ends with the worker that started it: Node closes the channel, and nothing else keeps the process. */
async function startResident(): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL('resident-program.mjs', import.meta.url)), [program], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [], // as a user starts it, without the worker's flags
  });
  await new Promise((resolve, reject) => {
    child.once('message', resolve).once('exit', () => reject(new Error('The program could not be loaded.')));
  });
  child.removeAllListeners('exit');
  child.unref();
  child.channel?.unref();
  return child;
}

/** Runs the built command, or a copy of it, in a separate process; as the user named, if called by root. */
export async function runAlone(
  args: readonly string[],
  cwd: string,
  { env = {}, command = program, user }: RunAlone = {},
): Promise<Run> {
  await refuseStale();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...args], {
      cwd,
      env: { ...process.env, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(user !== undefined && { uid: user, gid: user }),
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

/** A temporary folder with files in it, removed after the test. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'threat-memo-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

/** A folder with the shipped assessments. */
export async function shippedProject(): Promise<string> {
  const folder = await folderWith({});
  await cp(join(root, 'assessments'), join(folder, 'assessments'), { recursive: true });
  return folder;
}

/** A small assessment without findings. */
export function small(id: string, more: object = {}): string {
  const horizon = '2999-12-31'; // never overdue
  const judgments = soundAssessment.judgments.map((judgment) => ({ ...judgment, horizon }));
  return JSON.stringify({ ...soundAssessment, id, title: `Memo ${id}`, judgments, ...more }, null, 2);
}

/** A small assessment with what the schema requires and little else: valid, and full of warnings. */
export function bare(id: string, more: object = {}): string {
  const assessment = {
    id,
    form: 'policy-memo',
    title: `Memo ${id}`,
    asOf: '2024-05',
    marking: 'TLP:GREEN',
    judgments: [
      {
        id: 'attack',
        statement: 'A second attack is likely by the end of 2025.',
        likelihood: { term: 'likely' },
        confidence: { level: 'low', basis: 'One source.' },
      },
    ],
    ...more,
  };
  return JSON.stringify(assessment, null, 2);
}
