/** Many memos, start to end, compared with only printing the same HTML. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openBare } from '../bare.mjs';
import { makeCorpus } from '../corpus.mjs';
import { atMost, median, memory, time, times } from '../numbers.mjs';
import { progress, run, runWatched } from '../runner.mjs';

export async function batch({ folder, rounds, memos }) {
  if (memos < 2) throw new Error('--memos must be 2 or more.');
  const project = join(folder, 'batch');
  await makeCorpus(project, memos);
  progress('batch: loading the same HTML');
  const bare = await openBare(project);
  try {
    return [report(await measure(project, bare, { rounds, memos }), { rounds, memos })];
  } finally {
    await bare.close();
  }
}

async function measure(project, bare, { rounds, memos }) {
  const measured = { one: [], all: [], peak: [], unchanged: [], browsers: [], changed: [], bare: new Map() };
  const first = join(project, 'assessments/bench-0001.json');
  const text = await readFile(first, 'utf8');
  run(['build', 'bench-0001'], project);
  for (let round = 0; round < rounds; round += 1) {
    progress(`batch: round ${round + 1} of ${rounds}, ${memos} memos`);
    const kept = join(project, `kept-${round}`);
    measured.one.push(run(['build', 'bench-0001'], project));
    const all = runWatched(['build'], project, kept);
    measured.all.push(all.time);
    measured.peak.push(all.peak);
    run(['build'], project, kept); // records the state of the files just written
    const unchanged = runWatched(['build'], project, kept);
    measured.unchanged.push(unchanged.time);
    measured.browsers.push(unchanged.browsers);
    await writeFile(first, text.replace('"title": "', `"title": "${round} `));
    measured.changed.push(run(['build'], project, kept));
    for (const concurrency of bare.concurrencies) {
      const known = measured.bare.get(concurrency) ?? [];
      measured.bare.set(concurrency, [...known, await bare.print(concurrency)]);
    }
  }
  return measured;
}

function report(measured, { rounds, memos }) {
  const of = (name) => median(measured[name]);
  const [atOnce, printing] = [...measured.bare]
    .map(([concurrency, taken]) => [concurrency, median(taken)])
    .reduce((best, other) => (other[1] < best[1] ? other : best));
  const further = (of('all') - of('one')) / (memos - 1);
  const whole = of('all') / printing;
  const changed = of('changed') / of('one');
  const started = Math.max(...measured.browsers);
  return {
    title: `${memos} memos`,
    note: `Medians of ${rounds}. Bare printing: the same HTML, the browser up, style and fonts loaded, at the best of several concurrencies.`,
    head: ['', 'time', 'ratio', 'aim'],
    rows: [
      [`bare printing, ${memos} memos, ${atOnce} at a time`, time(printing), '', ''],
      ['each of them', time(printing / memos), '', ''],
      ['`build`, one memo, no cache', time(of('one')), '', ''],
      [
        `\`build\`, ${memos} memos, no cache, start to end`,
        time(of('all')),
        `${times(whole)} × bare printing`,
        atMost(1.7, whole),
      ],
      [
        'each further memo',
        time(further),
        `${times((further * memos) / printing)} × bare printing of one`,
        '',
      ],
      ['peak memory of Node', memory(of('peak')), '', ''],
      [`\`build\`, ${memos} memos, nothing changed`, time(of('unchanged')), '', ''],
      ['browsers it started', String(started), '', atMost(0, started)],
      [
        `\`build\`, ${memos} memos, one changed`,
        time(of('changed')),
        `${times(changed)} × one memo`,
        atMost(1.2, changed),
      ],
    ],
  };
}
