import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectWith, rail } from '../desk/project.ts';
import { program } from './run.ts';

// `script` gives a command a terminal. Debian and its like always have it, as a part of `bsdutils`.
const hasTerminal = (spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '').includes(
  'util-linux',
);
if (!hasTerminal) process.stderr.write('There is no `script` here: the prompts of `add` are not tested.\n');

const NAME = 'assessments/rail.json';
let project: Awaited<ReturnType<typeof projectWith>>;
beforeAll(async () => {
  const last = { ...rail.judgments[0], horizon: '2999' };
  project = await projectWith({ [NAME]: JSON.stringify({ ...rail, judgments: [last] }) });
});
afterAll(() => project.remove());

/** A command on a terminal, at which somebody types: each answer when the next prompt appears. */
function atTerminal(
  command: string,
  answers: readonly string[],
): Promise<{ code: number | null; said: string }> {
  const whole = `"${process.execPath}" "${program}" ${command}`;
  const child = spawn('script', ['-qec', whole, '/dev/null'], {
    cwd: project.folder,
    env: { ...process.env, NO_COLOR: '1', SHELL: '/bin/sh' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const left = [...answers];
  let said = '';
  let answered = 0;
  child.stdout.on('data', (data: Buffer) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they tell a terminal where to write
    said += String(data).replace(/\u001b\[[0-9;]*[A-Za-z]/g, '');
    if (!/: $/.test(said.slice(answered))) return;
    answered = said.length;
    const answer = left.shift();
    if (answer !== undefined) child.stdin.write(answer);
  });
  return new Promise((resolve) => {
    child.on('exit', (code) => resolve({ code, said: said.replaceAll('\r', '') }));
  });
}

test.skipIf(!hasTerminal)(
  'add asks on a terminal for missing values; an invalid answer is asked for again at once',
  async () => {
    const { code, said } = await atTerminal('add judgment "A fire in May is likely."', [
      'likley\r',
      '9\r', // by its number
      '7\r',
      'low\r',
      '\r', // has to be said
      'One source.\r',
      'soon\r',
      '2999\r',
      'four-fire\r',
      '1\r',
      '\r',
      '\r',
    ]);
    expect(code, said).toBe(0);
    expect(said).not.toContain('what you judge'); // it was said
    expect(said).toContain('Did you mean `likely`?');
    expect(said).toContain('1  four-fires  Four signal cabinets were set on fire');
    expect(said).toContain('There is no `four-fire`. Did you mean `four-fires`?');
    expect(said.match(/how likely it is: /g)).toHaveLength(2);
    expect(said.match(/confidence in the judgment: /g)).toHaveLength(2);
    expect(said.match(/what the confidence rests on: /g)).toHaveLength(2);
    expect(said.match(/date by which it can be tested/g)).toHaveLength(2);
    const { judgments } = JSON.parse(await project.read(NAME)) as typeof rail;
    expect(judgments[1]).toEqual({
      id: 'a-fire-in-may-is-likely',
      statement: 'A fire in May is likely.',
      likelihood: { term: 'likely' },
      confidence: { level: 'low', basis: 'One source.' },
      horizon: '2999',
      evidence: ['four-fires'],
    });
  },
  60_000,
);

test.skipIf(!hasTerminal).each([
  ['Ctrl-C', '\u0003'],
  ['Ctrl-D', '\u0004'],
])(
  'add that is left with %s adds nothing and says so',
  async (_, key) => {
    const path = join(project.folder, NAME);
    const before = readFileSync(path, 'utf8');
    const { code, said } = await atTerminal('add evidence', ['It burned again.\r', key]);
    expect(said).toContain('Nothing was added.');
    expect(said).not.toContain('fault of the program');
    expect(code).toBe(130);
    expect(readFileSync(path, 'utf8')).toBe(before);
  },
  60_000,
);

test.skipIf(!hasTerminal)(
  'answers are not lost if one turns out to be wrong at the end',
  async () => {
    const { code, said } = await atTerminal('add actor "The Line\'s Saboteurs"', [
      'armed-grop\r',
      'Night Watch\r',
      '\r',
    ]);
    expect(code).toBe(2);
    expect(said).toContain('`armed-grop`');
    expect(said).toContain(
      `What you answered: threat-memo add actor 'The Line'\\''s Saboteurs' --type armed-grop --aliases 'Night Watch'`,
    );
  },
  60_000,
);
