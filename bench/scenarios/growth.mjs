/** How time and memory grow with the number of assessments. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeCorpus } from '../corpus.mjs';
import { atMost, count, median, memory, time, times } from '../numbers.mjs';
import { progress, runWatched } from '../runner.mjs';

const SIZES = [1, 10, 100, 1_000, 5_000];
/** Beyond this many files, slow measurements are done once. */
const SMALL = 100;
/** The same cost a memo, except for noise. */
const SAME = 1.1;

/** `files`: most assessments; `largest`: most that are printed. */
export async function growth({ folder, rounds, files, largest }) {
  const curve = [];
  for (const size of sizesTo(files, largest)) {
    const project = join(folder, `growth-${size}`);
    progress(`growth: writing ${size} assessments`);
    await makeCorpus(project, size, { seed: 2 });
    curve.push({ size, ...measure(project, size, rounds, size <= largest) });
    await rm(project, { recursive: true });
  }
  return [curveTable(curve, rounds), aimsTable(curve)];
}

function sizesTo(files, largest) {
  const sizes = new Set([...SIZES, largest, files].filter((size) => size <= files));
  return [...sizes].sort((a, b) => a - b);
}

function measure(project, size, rounds, printed) {
  const pair = (name, args) => {
    const cold = [];
    const coldRounds = size > SMALL ? 1 : rounds;
    const kept = (round) => join(project, `kept-${name}-${round}`);
    for (let round = 0; round < coldRounds; round += 1) {
      progress(`growth: ${size} assessments, ${args.join(' ')}, no cache, round ${round + 1}`);
      cold.push(runWatched(args, project, kept(round)));
    }
    const last = kept(coldRounds - 1);
    runWatched(args, project, last); // records the state of the files just written
    const warm = Array.from({ length: rounds }, () => runWatched(args, project, last));
    return { cold: middle(cold), warm: middle(warm) };
  };
  return {
    check: pair('check', ['check']),
    markdown: pair('markdown', ['build', '--format', 'md', '--out', 'out-markdown']),
    ...(printed && { pdf: pair('pdf', ['build', '--out', 'out-pdf']) }),
  };
}

/** Medians of time; the most memory and the most browsers of any. */
function middle(runs) {
  return {
    time: median(runs.map((run) => run.time)),
    peak: Math.max(...runs.map((run) => run.peak)),
    browsers: Math.max(...runs.map((run) => run.browsers)),
  };
}

function curveTable(curve, rounds) {
  const row = (what, cell) => [what, ...curve.map((point) => cell(point) ?? '–')];
  const rowsOf = (name, command, each) => [
    row(`${command}, no cache`, (point) => point[name] && time(point[name].cold.time)),
    row(`– each ${each}`, (point) => point[name] && time(point[name].cold.time / point.size)),
    row('– peak memory', (point) => point[name] && memory(point[name].cold.peak)),
    row(`${command}, nothing changed`, (point) => point[name] && time(point[name].warm.time)),
    row('– peak memory', (point) => point[name] && memory(point[name].warm.peak)),
  ];
  return {
    title: 'Growth',
    note:
      `Assessments in the project, across. Medians of ${rounds}; beyond ${SMALL} assessments, “no cache” is one run. ` +
      'Memory is that of the Node process, without the browser’s.',
    head: ['', ...curve.map(({ size }) => count(size))],
    rows: [
      ...rowsOf('check', '`check`', 'file'),
      ...rowsOf('markdown', '`build --format md`', 'memo'),
      ...rowsOf('pdf', '`build` (Markdown and PDF)', 'memo'),
      row('– browsers started', (point) => point.pdf && String(point.pdf.warm.browsers)),
    ],
  };
}

/** Judged at 1,000 assessments, or at the largest number below that: a smaller number shows less. */
function aimsTable(curve) {
  const at = (name) => curve.findLast((point) => point.size <= 1_000 && point[name]);
  const seconds = (name, which, command, most) => {
    const { size, [name]: found } = at(name);
    const taken = found[which].time / 1_000;
    const what = `${command} of ${count(size)}, nothing ${which === 'warm' ? 'changed' : 'kept'}`;
    return [what, time(found[which].time), `${atMost(most, taken, ' s')} for 1,000`];
  };
  const printed = at('pdf');
  return {
    title: 'Growth: aims',
    head: ['', 'measured', 'aim'],
    rows: [
      seconds('check', 'cold', '`check`', 15),
      seconds('check', 'warm', '`check`', 2),
      seconds('markdown', 'warm', '`build --format md`', 1),
      ...(printed ? [seconds('pdf', 'warm', '`build`', 1), ...printing(curve, printed)] : []),
    ],
  };
}

function printing(curve, { size, pdf }) {
  const fewer = curve.findLast((point) => point.size < size && point.size > 1 && point.pdf);
  const browsers = ['– browsers started', String(pdf.warm.browsers), atMost(0, pdf.warm.browsers)];
  const peak = [
    `peak memory, ${count(size)} printed memos`,
    memory(pdf.cold.peak),
    `${atMost(600, pdf.cold.peak, ' MB')} for 1,000`,
  ];
  if (!fewer) return [browsers, peak];
  const ratio = pdf.cold.time / size / (fewer.pdf.cold.time / fewer.size);
  const same = `each of ${count(size)} printed memos, beside each of ${count(fewer.size)}`;
  return [browsers, peak, [same, `${times(ratio)} ×`, atMost(SAME, ratio)]];
}
