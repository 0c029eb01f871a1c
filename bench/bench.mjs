/**
 * Benchmarks the program against unavoidable work and against other programs: `npm run bench [-- options]`.
 * Alternatives are measured in one run, in turn, because machines are noisy; quote the ratios, not the milliseconds.
 *
 *   --start, --batch, --growth, --others, --desk   what to measure (without any of them: start and batch), or --all
 *   --rounds N    how often each is done
 *   --memos N     memos of `batch` and `others`
 *   --files N     most assessments of `growth`
 *   --largest N   most assessments of `growth` that are also printed
 *   --edits N     edits of `desk`
 *   --markdown    the tables as they stand in docs/performance.md
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeMachine } from './machine.mjs';
import { progress } from './runner.mjs';
import { asMarkdown, asText } from './table.mjs';

const scenarios = {
  start: async () => (await import('./scenarios/start.mjs')).start,
  batch: async () => (await import('./scenarios/batch.mjs')).batch,
  growth: async () => (await import('./scenarios/growth.mjs')).growth,
  others: async () => (await import('./scenarios/others.mjs')).others,
  desk: async () => (await import('./scenarios/desk.mjs')).desk,
};
const usual = ['start', 'batch'];

const { values } = parseArgs({
  options: {
    ...Object.fromEntries(Object.keys(scenarios).map((name) => [name, { type: 'boolean' }])),
    all: { type: 'boolean' },
    markdown: { type: 'boolean' },
    rounds: { type: 'string', default: '5' },
    memos: { type: 'string', default: '20' },
    files: { type: 'string', default: '5000' },
    largest: { type: 'string', default: '100' },
    edits: { type: 'string', default: '1000' },
  },
});
const counts = Object.fromEntries(
  ['rounds', 'memos', 'files', 'largest', 'edits'].map((name) => [name, naturalNumber(name, values[name])]),
);
const named = Object.keys(scenarios).filter((name) => values[name] || values.all);

const folder = await mkdtemp(join(tmpdir(), 'threat-memo-bench-'));
try {
  const show = values.markdown ? asMarkdown : asText;
  console.log(`${describeMachine()}.\n`);
  for (const name of named.length > 0 ? named : usual) {
    const measure = await scenarios[name]();
    const tables = await measure({ folder, ...counts });
    progress('');
    for (const table of tables) console.log(show(table));
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

function naturalNumber(name, text) {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`--${name} must be a whole number from 1.`);
  return Number(text);
}
