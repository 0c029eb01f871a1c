/** Starting, one file and one memo, compared with starting `node` alone. */
import { join } from 'node:path';
import { makeCorpus } from '../corpus.mjs';
import { atMost, median, time, times } from '../numbers.mjs';
import { progress, run, startNode } from '../runner.mjs';

export async function start({ folder, rounds }) {
  const project = join(folder, 'start');
  const kept = join(folder, 'start-kept');
  await makeCorpus(project, 1);
  run(['build'], project); // once, so that the browser is unpacked and files are in memory
  run(['check'], project, kept);
  const measured = { node: [], help: [], check: [], again: [], build: [] };
  for (let round = 0; round < rounds; round += 1) {
    progress(`start: round ${round + 1} of ${rounds}`);
    measured.node.push(startNode());
    measured.help.push(run(['--help'], project));
    measured.check.push(run(['check', 'bench-0001'], project));
    measured.again.push(run(['check', 'bench-0001'], project, kept));
    measured.build.push(run(['build', 'bench-0001'], project));
  }
  const of = (name) => median(measured[name]);
  const row = (what, name, most) => {
    const ratio = of(name) / of('node');
    return [what, time(of(name)), `${times(ratio)} × node`, most ? atMost(most, ratio) : ''];
  };
  return [
    {
      title: 'Starting, one file, one memo',
      note: `Medians of ${rounds}.`,
      head: ['', 'time', 'ratio', 'aim'],
      rows: [
        ['`node -e 0`', time(of('node')), '', ''],
        row('`--help`', 'help', 2.5),
        row('`check`, one file, no cache', 'check', 2.5),
        row('`check`, one file, nothing changed', 'again', 2.5),
        row('`build`, one memo, no cache', 'build', 12),
      ],
    },
  ];
}
