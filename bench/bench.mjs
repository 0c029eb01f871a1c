/**
 * How long a build takes, beside what it cannot do without: `npm run bench [-- --rounds N]`. Everything is measured
 * in one run, in turn, because machines are noisy; quote the ratios, not the milliseconds.
 *
 *   A  the whole of `build` for one memo, in a process of its own
 *   B  the same for many memos
 *   C  starting `node` alone
 *   D  only printing the same HTML: browser started, style and fonts loaded, at the best of several concurrencies
 */
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../', import.meta.url));
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '7' }, memos: { type: 'string', default: '20' } },
});
const rounds = Number(values.rounds);
const memos = Number(values.memos);

const folder = await mkdtemp(join(tmpdir(), 'threat-memo-bench-'));
try {
  await main();
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function main() {
  const parts = await loadParts();
  await makeCorpus(memos);
  const bare = await openBare(parts);
  try {
    runBuild(['bench-01']); // once, so that the browser is unpacked and files are in memory
    const times = { one: [], many: [], node: [], bare: new Map() };
    for (let round = 0; round < rounds; round += 1) {
      times.node.push(timed(() => spawnSync(process.execPath, ['-e', '0'])));
      times.one.push(timed(() => runBuild(['bench-01'])));
      times.many.push(timed(() => runBuild([])));
      for (const concurrency of bare.concurrencies) {
        const all = times.bare.get(concurrency) ?? [];
        all.push(await bare.print(concurrency));
        times.bare.set(concurrency, all);
      }
      process.stderr.write(`round ${round + 1} of ${rounds}\r`);
    }
    report(times);
  } finally {
    await bare.close();
  }
}

/** A copy of the shipped assessment for each memo, under other names; the texts differ so that nothing is shared. */
async function makeCorpus(count) {
  await mkdir(join(folder, 'assessments'), { recursive: true });
  await cp(join(root, 'assessments/register.json'), join(folder, 'assessments/register.json'));
  const shipped = JSON.parse(
    await readFile(join(root, 'assessments/russia-internal-threats-2024.json'), 'utf8'),
  );
  for (let number = 1; number <= count; number += 1) {
    const id = `bench-${String(number).padStart(2, '0')}`;
    const sections = shipped.sections.map((_section, index, all) => all[(index + number) % all.length]);
    const memo = { ...shipped, id, title: `${shipped.title} ${number}`, sections };
    await writeFile(join(folder, `assessments/${id}.json`), JSON.stringify(memo, null, 2));
  }
}

function runBuild(named) {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'dist/threat-memo.js'), 'build', ...named],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`The build failed:\n${stderr}`);
}

function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Pages with style and fonts loaded, and the HTML of every memo. */
async function openBare(parts) {
  const effects = { ...parts.nodeEffects(root), workingFolder: folder };
  const forms = new parts.Forms(effects);
  const reader = new parts.AssessmentReader(effects, await forms.names());
  const pages = [];
  for (let number = 1; number <= memos; number += 1) {
    const path = join(folder, `assessments/bench-${String(number).padStart(2, '0')}.json`);
    const { assessment, register } = await reader.read({ path, shown: path });
    const form = await forms.load(assessment.form);
    pages.push(parts.layOut(parts.buildMemo(assessment, register, form), form, 'A4'));
  }
  const browser = parts.startBrowser({ env: process.env });
  const connection = await parts.connectTo(await browser.ready, 60_000);
  const concurrencies = [...new Set([1, availableParallelism(), availableParallelism() + 1])];
  const tabs = [];
  for (let count = 0; count < Math.max(...concurrencies); count += 1) {
    const tab = await parts.openPage(await connection.newSession());
    await tab.print(pages[0]);
    tabs.push(tab);
  }
  return {
    pages,
    concurrencies,
    /** Milliseconds for printing all memos once. */
    async print(concurrency) {
      const queue = pages.values();
      const start = performance.now();
      await Promise.all(
        tabs.slice(0, concurrency).map(async (tab) => {
          for (const page of queue) await tab.print(page);
        }),
      );
      return performance.now() - start;
    },
    close: () => browser.close(),
  };
}

async function loadParts() {
  const outfile = join(root, 'node_modules/.cache/threat-memo/bench-parts.mjs');
  await build({
    entryPoints: [join(root, 'bench/parts.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import { createRequire as c } from 'node:module'; const require = c(import.meta.url);" },
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href);
}

function report(times) {
  const one = median(times.one);
  const many = median(times.many);
  const node = median(times.node);
  const [concurrency, bareTimes] = [...times.bare].reduce((a, b) => (median(b[1]) < median(a[1]) ? b : a));
  const bare = median(bareTimes) / memos;
  const further = (many - one) / (memos - 1);
  const rows = [
    ['A', 'build, one memo, cold process', ms(one), `${(one / node).toFixed(1)} × C`, 'at most 12'],
    ['B', `build, ${memos} memos, cold process`, ms(many), '', ''],
    [
      '',
      'each further memo, (B − A) / (n − 1)',
      ms(further),
      `${(further / bare).toFixed(2)} × D`,
      'at most 1.6',
    ],
    ['C', 'node -e 0', ms(node), '', ''],
    ['D', `bare printing, a memo (${concurrency} at a time)`, ms(bare), '', ''],
  ];
  const processor = cpus()[0]?.model ?? 'unknown processor';
  console.log(
    `Node ${process.versions.node}, ${availableParallelism()} × ${processor}, median of ${rounds} rounds\n`,
  );
  for (const [letter, what, time, ratio, aim] of rows) {
    console.log(
      `${letter.padEnd(2)}${what.padEnd(42)}${time.padStart(10)}  ${ratio.padEnd(10)}  ${aim}`.trimEnd(),
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
