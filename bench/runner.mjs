/** Runs programs and times them. */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../', import.meta.url));
const program = join(root, 'dist/threat-memo.js');
const watch = join(root, 'bench/watch.cjs');

/** Milliseconds of a run of this program; `kept` is its cache folder, or `off`. */
export function run(args, cwd, kept = 'off') {
  return runNode([program, ...args], { cwd, kept, stdio: ['ignore', 'pipe', 'pipe'] }).time;
}

/**
 * The same, with its peak memory in megabytes (of the Node process, not of the browser) and the number of browsers it
 * started. Watching costs some milliseconds: use it only for runs compared among themselves.
 */
export function runWatched(args, cwd, kept = 'off') {
  const node = ['--require', watch, program, ...args];
  const { time, output } = runNode(node, { cwd, kept, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
  const { peak, started } = JSON.parse(output[3]);
  return { time, peak, browsers: started.filter((name) => name !== 'git').length };
}

/** Milliseconds of starting `node` alone. */
export function startNode() {
  return runNode(['-e', '0'], { stdio: 'ignore' }).time;
}

function runNode(args, { cwd, kept, stdio }) {
  const start = performance.now();
  const { status, output } = spawnSync(process.execPath, args, {
    cwd,
    env: { ...process.env, THREAT_MEMO_CACHE: kept },
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    stdio,
  });
  const time = performance.now() - start;
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed:\n${output?.[2]}`);
  return { time, output };
}

/** Resolves when a foreign program has ended well; throws with its last output if it has not, or not within `limit` ms. */
export async function runOther([command, ...args], cwd, limit) {
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], timeout: limit });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      words = (words + text).slice(-2_000);
    });
  }
  const ended = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(signal ?? code));
  });
  if (ended !== 0) throw new Error(`${command} ended with ${ended}:\n${words.trim()}`);
}

/** Shows on a terminal what is being measured. */
export function progress(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}
