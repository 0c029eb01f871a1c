/** The same Markdown converted to PDF by other programs: how long they take, and what they leave out. */
import { createHash } from 'node:crypto';
import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeCorpus } from '../corpus.mjs';
import { browserPath, loadParts } from '../load-parts.mjs';
import { atMost, median, time, times } from '../numbers.mjs';
import { convert } from '../others/convert.mjs';
import { lookedFor } from '../others/left-out.mjs';
import { memoFacts } from '../others/memo-facts.mjs';
import { install, otherPrograms } from '../others/programs.mjs';
import { readPdf } from '../others/read-pdf.mjs';
import { progress, run } from '../runner.mjs';

/** The aim: this program's time, start to end, relative to that of md-to-pdf. */
const AIM = 1.05;

export async function others({ folder, rounds, memos }) {
  progress('others: installing them');
  install();
  const project = join(folder, 'others');
  await makeCorpus(project, memos);
  const ids = Array.from({ length: memos }, (_, index) => `bench-${String(index + 1).padStart(4, '0')}`);
  const shown = ids[1] ?? ids[0]; // the second has a map besides its other figures
  run(['build'], project);
  const facts = await memoFacts(project, shown);

  const ours = { name: 'threat-memo', runs: [], make: () => build(project, shown) };
  const programs = [ours];
  for (const program of await otherPrograms(await browserPath(await loadParts()))) {
    programs.push({ name: program.name, runs: [], make: () => convertCopy(program, project, ids, shown) });
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const program of programs.filter(({ fault }) => !fault)) {
      progress(`others: round ${round + 1} of ${rounds}, ${program.name}, ${memos} memos`);
      try {
        program.runs.push(await program.make());
      } catch (error) {
        program.fault = error;
      }
    }
  }
  return [await report(programs, facts, { rounds, memos })];
}

/** One round of this program: from the assessments, not from the Markdown. */
async function build(project, shown) {
  const one = run(['build', shown], project);
  const all = run(['build'], project);
  const pdf = join(project, 'out', `${shown}.pdf`);
  return { one, all, pdf, hash: await hashOf(pdf) };
}

/** One round of another, in a folder with nothing but the Markdown and the figures. */
async function convertCopy(program, project, ids, shown) {
  const copy = join(project, `others-${program.name.replace(/\W+/g, '-')}`);
  await rm(copy, { recursive: true, force: true });
  await cp(join(project, 'out'), copy, { recursive: true, filter: (path) => !path.endsWith('.pdf') });
  const one = await convert(program, copy, [`${shown}.md`]);
  const all = await convert(
    program,
    copy,
    ids.map((id) => `${id}.md`),
  );
  program.lot = (files) => Math.min(files, all.lot); // the next round need not try the size that failed
  const pdf = join(copy, `${shown}.pdf`);
  return { one: one.time, all: all.time, lot: all.lot, pdf, hash: await hashOf(pdf) };
}

async function hashOf(path) {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

async function report(programs, facts, { rounds, memos }) {
  const whole = programs.filter(({ fault }) => !fault);
  const failed = programs.filter(({ fault }) => fault);
  if (whole[0] !== programs[0]) throw programs[0].fault;
  const read = [];
  for (const { runs } of whole) read.push(await readPdf(runs[0].pdf));
  const row = (what, cell) => [what, ...whole.map(cell)];
  return {
    title: `Beside other programs: ${memos} memos`,
    note: [
      `Medians of ${rounds}, start to end. This program begins with the assessments: it checks them, derives, draws and`,
      'writes the Markdown and the figures; the others get these and only print. What they hold is read from their PDFs',
      'of one memo.',
      ...failed.map(({ name, fault }) => `${name} failed: ${fault.message.replaceAll(/\s+/g, ' ')}`),
    ].join(' '),
    head: ['', ...whole.map(({ name }) => name)],
    rows: [
      row('one memo, in a process of its own', (program) => time(typical(program, 'one'))),
      row(`${memos} memos`, (program) => time(typical(program, 'all'))),
      row('each of them', (program) => time(typical(program, 'all') / memos)),
      row('this program beside it', (program) => beside(whole[0], program)),
      row('files given to a process', ({ runs }) => String(runs[0].lot ?? memos)),
      ...lookedFor.map(([what, cell]) => [what, ...read.map((pdf) => cell(pdf, facts))]),
      row('the same bytes when made again', ({ runs }) => sameBytes(runs)),
    ],
  };
}

function typical({ runs }, name) {
  return median(runs.map((taken) => taken[name]));
}

function beside(ours, program) {
  if (program === ours) return '';
  const ratio = typical(ours, 'all') / typical(program, 'all');
  const aim = program.name.startsWith('md-to-pdf') ? ` (${atMost(AIM, ratio)})` : '';
  return `${times(ratio)} ×${aim}`;
}

function sameBytes(runs) {
  if (runs.length < 2) return 'not tried';
  return runs.every(({ hash }) => hash === runs[0].hash) ? 'yes' : 'no';
}
