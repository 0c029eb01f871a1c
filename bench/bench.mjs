/**
 * How long the program takes, beside what it cannot do without: `npm run bench [-- --rounds N --memos N --files N]`.
 * Everything is measured in one run, in turn, because machines are noisy; quote the ratios, not the milliseconds.
 *
 *   A  the whole of `build` for one memo, in a process of its own, nothing kept of earlier builds
 *   B  the same for many memos
 *   C  starting `node` alone
 *   D  only printing the same HTML: browser started, style and fonts loaded, at the best of several concurrencies
 *   E  `build` of the same memos where nothing was changed since, and F where one assessment was
 *   G  `--help`, and H `check` of one file
 *   I  `check` of many files, nothing kept, and K again
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openBare } from './bare.mjs';
import { makeCorpus } from './corpus.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    memos: { type: 'string', default: '20' },
    files: { type: 'string', default: '1000' },
  },
});
const rounds = Number(values.rounds);
const memos = Number(values.memos);
const files = Number(values.files);

const folder = await mkdtemp(join(tmpdir(), 'threat-memo-bench-'));
try {
  await main();
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function main() {
  const [few, many] = [join(folder, 'few'), join(folder, 'many')];
  await makeCorpus(root, few, memos);
  await makeCorpus(root, many, files, { seed: 2 });
  const one = join(few, 'assessments/bench-0001.json');
  const text = await readFile(one, 'utf8');
  const bare = await openBare(root, few);
  const times = new Map();
  const note = (letter, time) => times.set(letter, [...(times.get(letter) ?? []), time]);
  try {
    run(['build', 'bench-0001'], few, 'off'); // once, so that the browser is unpacked and files are in memory
    for (let round = 0; round < rounds; round += 1) {
      const kept = join(folder, `kept-${round}`);
      note(
        'C',
        timed(() => spawnSync(process.execPath, ['-e', '0'])),
      );
      note('G', run(['--help'], few, 'off'));
      note('H', run(['check', 'bench-0001'], few, 'off'));
      note('A', run(['build', 'bench-0001'], few, 'off'));
      note('B', run(['build'], few, kept));
      run(['build'], few, kept); // learns how the files look that were written just now
      note('E', run(['build'], few, kept));
      await writeFile(one, text.replace('"title": "', `"title": "${round} `));
      note('F', run(['build'], few, kept));
      for (const concurrency of bare.concurrencies) note(`D${concurrency}`, await bare.print(concurrency));
      process.stderr.write(`round ${round + 1} of ${rounds}\r`);
    }
    for (let round = 0; round < Math.min(rounds, 3); round += 1) {
      const kept = join(folder, `checked-${round}`);
      note('I', run(['check'], many, kept));
      note('K', run(['check'], many, kept));
    }
    report(times);
  } finally {
    await bare.close();
  }
}

/** Milliseconds of a run of the program; `kept` is where it keeps results, or `off`. */
function run(args, cwd, kept) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'dist/threat-memo.js'), ...args], {
    cwd,
    env: { ...process.env, THREAT_MEMO_CACHE: kept },
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const time = performance.now() - start;
  if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${stderr}`);
  return time;
}

function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function report(times) {
  const of = (letter) => median(times.get(letter));
  const prints = [...times].filter(([letter]) => letter.startsWith('D'));
  const [best, bestTimes] = prints.reduce((a, b) => (median(b[1]) < median(a[1]) ? b : a));
  const bare = median(bestTimes) / memos;
  const further = (of('B') - of('A')) / (memos - 1);
  const ratio = (a, b, letter) => `${(a / b).toFixed(2)} × ${letter}`;
  const rows = [
    ['A', 'build, one memo, nothing kept', ms(of('A')), ratio(of('A'), of('C'), 'C'), 'at most 12'],
    ['B', `build, ${memos} memos, nothing kept`, ms(of('B')), ratio(of('B') / memos, bare, 'D'), ''],
    ['', 'each further memo, (B − A) / (n − 1)', ms(further), ratio(further, bare, 'D'), 'at most 1.3'],
    ['C', 'node -e 0', ms(of('C')), '', ''],
    ['D', `bare printing, a memo (${best.slice(1)} at a time)`, ms(bare), '', ''],
    ['E', `build, ${memos} memos, nothing changed`, ms(of('E')), ratio(of('E'), of('C'), 'C'), ''],
    ['F', `build, ${memos} memos, one changed`, ms(of('F')), ratio(of('F'), of('A'), 'A'), 'at most 1.2'],
    ['G', '--help', ms(of('G')), ratio(of('G'), of('C'), 'C'), 'at most 2.5'],
    ['H', 'check, one file', ms(of('H')), ratio(of('H'), of('C'), 'C'), 'at most 2.5'],
    ['I', `check, ${files} files, nothing kept`, ms(of('I')), '', 'at most 15 s for 1,000'],
    ['K', `check, ${files} files, nothing changed`, ms(of('K')), '', 'at most 2 s for 1,000'],
  ];
  const processor = cpus()[0]?.model ?? 'unknown processor';
  const load = (loadavg()[0] ?? 0).toFixed(1);
  console.log(
    `Node ${process.versions.node}, ${availableParallelism()} × ${processor}, load ${load}, median of ${rounds} rounds\n`,
  );
  for (const [letter, what, time, relation, aim] of rows) {
    console.log(
      `${letter.padEnd(2)}${what.padEnd(42)}${time.padStart(10)}  ${relation.padEnd(11)}  ${aim}`.trimEnd(),
    );
  }
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function ms(value) {
  return `${value.toFixed(0)} ms`;
}
