/**
 * Mutation tests: changes one token of the sources at a time, a seeded sample of each room, and runs the tests of that
 * room and the golden memos against each change. Prints the unnoticed changes, and a table.
 *
 *     npm run test:mutation -- [room …] [--sample 15] [--seed 1] [--at file:line]
 *
 * Changes without a visible effect are listed in `scripts/mutation/equivalent.json`, each with its reason, and do not
 * count. Not part of CI: a room takes from one to ten minutes.
 */
import { fork } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { mutantsOf } from './mutation/mutants.mjs';

/** The sources of a room and its tests; the golden memos run after those. */
const ROOMS = {
  load: { sources: 'src/load', tests: ['tests/load', 'tests/format', 'tests/review/merge'] },
  prose: { sources: 'src/prose', tests: ['tests/prose', 'tests/check'] },
  release: {
    sources: 'src/derive/release',
    tests: ['tests/derive/release', 'tests/memo/release', 'tests/derive/forms/commentary'],
  },
  comparison: { sources: 'src/derive/comparison', tests: ['tests/derive/comparison'] },
  check: { sources: 'src/check', tests: ['tests/check'] },
  diff: { sources: 'src/diff', tests: ['tests/diff'] },
  figures: { sources: 'src/figures', tests: ['tests/figures'] },
  render: {
    sources: 'src/render',
    tests: ['tests/render', 'tests/templates', 'tests/review/redline/describe-changes'],
  },
  exchange: { sources: 'src/exchange', tests: ['tests/exchange'] },
  docx: { sources: 'src/docx', tests: ['tests/docx'] },
};
const GOLDEN = ['tests/golden.test.ts'];
/** Timing tests would fail on a busy machine, whatever was changed. */
const TIMED = ['tests/prose/long-texts.test.ts'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string', default: '15' },
    seed: { type: 'string', default: '1' },
    at: { type: 'string' },
    'no-golden': { type: 'boolean', default: false },
  },
});
const equivalent = JSON.parse(readFileSync(new URL('mutation/equivalent.json', import.meta.url), 'utf8'));

/** A generator of numbers from 0 to below 1, deterministic for a seed (mulberry32, public domain). */
function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** All possible changes of a room, each with its line. */
function changesIn(folder) {
  const files = readdirSync(folder, { recursive: true })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts') && !file.includes('/generated/'))
    .sort();
  return files.flatMap((file) => {
    const code = readFileSync(file, 'utf8');
    return mutantsOf(file, code).map((mutant) => {
      const line = code.slice(0, mutant.start).split('\n').length;
      return { ...mutant, file, line, code, text: mutant.text, source: code.split('\n')[line - 1].trim() };
    });
  });
}

/** A sample without duplicates, at most one a line. */
function sampleOf(all, count, random) {
  const left = [...all];
  const chosen = [];
  while (chosen.length < count && left.length > 0) {
    const [mutant] = left.splice(Math.floor(random() * left.length), 1);
    if (!chosen.some(({ file, line }) => file === mutant.file && line === mutant.line)) chosen.push(mutant);
  }
  return chosen;
}

function reasonOf({ file, source, change }) {
  return equivalent.find((one) => one.file === file && one.source === source && one.change === change)?.why;
}

/** A process with the tests of a room, given one change after another; replaced if a change never ends. */
class Runner {
  #tests;
  #child;
  #limit = 900_000;

  constructor(filters, excluded) {
    this.#tests = { filters, excluded };
  }

  async #start() {
    this.#child = fork(new URL('mutation/room-run.mjs', import.meta.url), [JSON.stringify(this.#tests)], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await this.#answer();
  }

  #answer() {
    const child = this.#child;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => settle({ passed: false, by: 'it never ended' }), this.#limit);
      const settle = (result) => {
        clearTimeout(timer);
        child.removeAllListeners();
        if (result.by === 'it never ended') this.stop();
        resolve(result);
      };
      child.once('message', settle);
      child.once('error', reject);
      child.once('exit', () => {
        this.#child = undefined;
        settle({ passed: false, by: 'the process ended' });
      });
    });
  }

  async run(message) {
    if (!this.#child) await this.#start();
    this.#child.send(message);
    const result = await this.#answer();
    // Unchanged sources determine the time limit.
    if (!message.file) this.#limit = Math.max(60_000, 5 * result.ms);
    return result;
  }

  stop() {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }
}

async function tryRoom(room) {
  const { sources, tests } = ROOMS[room];
  const all = changesIn(sources);
  const [atFile, atLine] = values.at?.split(':') ?? [];
  const chosen = atFile
    ? all.filter(({ file, line }) => file === atFile && (atLine === undefined || line === Number(atLine)))
    : sampleOf(all, Number(values.sample), seeded(Number(values.seed)));
  const runner = new Runner(values['no-golden'] ? [tests] : [tests, GOLDEN], TIMED);
  const clean = await runner.run({});
  if (!clean.passed) throw new Error(`The tests of ${room} fail as they are: ${clean.by}`);
  const counts = { room, of: all.length, tried: 0, noticed: 0, equivalent: 0, missed: 0 };
  for (const mutant of chosen) {
    const { file, line, change, code, start, end, text, source } = mutant;
    counts.tried += 1;
    const why = reasonOf(mutant);
    if (why !== undefined) {
      counts.equivalent += 1;
      continue;
    }
    const result = await runner.run({ file, code: code.slice(0, start) + text + code.slice(end) });
    if (result.passed) counts.missed += 1;
    else counts.noticed += 1;
    const told = result.passed ? 'MISSED ' : 'noticed';
    console.log(
      `${told} ${file}:${line} ${change}${result.passed ? `\n        ${source}` : ` (${result.by})`}`,
    );
  }
  runner.stop();
  return counts;
}

const rooms = positionals.length > 0 ? positionals : Object.keys(ROOMS);
const table = [];
for (const room of rooms) {
  if (!ROOMS[room]) throw new Error(`No room ${room}; there are ${Object.keys(ROOMS).join(', ')}.`);
  table.push(await tryRoom(room));
}
console.log(`\nSeed ${values.seed}\n`);
console.log('| Room | Changes possible | Tried | Equivalent | Noticed | Missed | Share |');
console.log('| --- | --: | --: | --: | --: | --: | --: |');
for (const { room, of, tried, equivalent: same, noticed, missed } of table) {
  const share = Math.round((100 * noticed) / Math.max(1, noticed + missed));
  console.log(`| ${room} | ${of} | ${tried} | ${same} | ${noticed} | ${missed} | ${share} % |`);
}
