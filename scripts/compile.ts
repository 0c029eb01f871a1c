/**
 * Runs the bundled program on some assessments, as a user would, and writes down the code that V8 has compiled for it.
 * `scripts/bundle.mjs` bundles this and runs it: `compile.cjs <root> <folder of the bundle> <file of program.ts> <files of threads...>`.
 */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import { join } from 'node:path';
import * as v8 from 'node:v8';
import { crc32 } from 'node:zlib';
import { plainColors, type Terminal } from '../src/cli/print/terminal.ts';
import {
  COMPILED_CODE,
  COMPILED_INDEX,
  type CompiledIndex,
  ENGINE_FLAGS,
  engineName,
  ProgramCode,
} from '../src/cli/program-code.ts';

/** More take longer to run than they add. */
const MAX_ASSESSMENTS = 5;
const REGISTER = 'register.json';
/** V8 reads compiled code in place where it is aligned. */
const ALIGNMENT = 8;

const silent: Terminal = {
  out: () => {},
  err: () => {},
  isWatched: false,
  width: 80,
  color: plainColors,
  outColor: plainColors,
};

/** V8 takes compiled code only where the flags are the same; so the program must not set any while it is compiled. */
const withoutFlags = { ...v8, setFlagsFromString: () => {} };

/** Nothing is left to other threads: what they run would not be compiled here. */
const singleThreaded = { ...os, availableParallelism: () => 1 };

function builtin(name: string): unknown {
  if (name === 'node:v8') return withoutFlags;
  return name === 'node:os' ? singleThreaded : require(name);
}

/** What people run. What comes of it does not matter: also a command that finds fault has been compiled. */
function commandsFor([first = 'none', second = first]: readonly string[]): string[][] {
  return [
    ['--help'],
    ['check', first],
    ['check', '--format', 'json'],
    ['check', first], // with what is kept of the first
    ['build', '--format', 'md,html'],
    ['build', '--format', 'md', first],
    ['inspect', first],
    ['explain', 'long-sentence'],
    ['fmt', '--check'],
    ['textconv', first],
    ['diff', first, second],
  ];
}

async function compileIn(
  root: string,
  folder: string,
  programFile: string,
  threads: readonly string[],
): Promise<void> {
  v8.setFlagsFromString(ENGINE_FLAGS);
  v8.setFlagsFromString('--no-flush-bytecode'); // V8 forgets what has not run for a while
  const work = mkdtempSync(join(os.tmpdir(), 'threat-memo-compile-'));
  try {
    const assessments = join(work, 'assessments');
    mkdirSync(assessments);
    const from = join(root, 'assessments');
    const names = readdirSync(from).filter((name) => name.endsWith('.json'));
    const taken = names
      .filter((name) => name !== REGISTER)
      .sort()
      .slice(0, MAX_ASSESSMENTS);
    for (const name of names) {
      if (name === REGISTER || taken.includes(name)) copyFileSync(join(from, name), join(assessments, name));
    }
    process.chdir(work);
    process.env.THREAT_MEMO_CACHE = join(work, 'kept');
    process.env.PUPPETEER_EXECUTABLE_PATH = join(work, 'none'); // a form that is measured would start a browser
    const code = new ProgramCode(folder, builtin);
    const { main } = code.load(programFile) as typeof import('../src/cli/program.ts');
    for (const args of commandsFor(taken.map((name) => join('assessments', name)))) await main(args, silent);
    for (const file of threads) code.load(file); // outside a thread they do nothing
    v8.setFlagsFromString('--flush-bytecode'); // as in a run: V8 refuses code that was compiled with other flags
    write(folder, code);
  } finally {
    process.chdir(root);
    rmSync(work, { recursive: true, force: true });
  }
}

function write(folder: string, { scripts }: ProgramCode): void {
  const parts: Record<string, CompiledIndex['parts'][string]> = {};
  const written: Buffer[] = [];
  let offset = 0;
  for (const [file, script] of scripts) {
    const code = script.createCachedData();
    parts[file] = [offset, code.length, crc32(code)];
    const padding = Buffer.alloc(-code.length & (ALIGNMENT - 1));
    written.push(code, padding);
    offset += code.length + padding.length;
  }
  writeFileSync(join(folder, COMPILED_CODE), Buffer.concat(written));
  const index: CompiledIndex = { engine: engineName(), parts };
  writeFileSync(join(folder, COMPILED_INDEX), JSON.stringify(index));
}

const [root = '', folder = '', programFile = '', ...threads] = process.argv.slice(2);
void compileIn(root, folder, programFile, threads).then(() => process.exit(0));
