import { execFile } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { COMPILED_CODE, COMPILED_INDEX } from '../../src/cli/program-code.ts';
import { bare, folderWith, program, root, run, runAlone, small } from './run.ts';

const start = promisify(execFile);

/** Reports at the end how many scripts were compiled; `false` means that cached code was used. */
const WATCH = `
const vm = require('node:vm');
const { Script } = vm;
let anew = 0;
vm.Script = class extends Script {
  constructor(...given) {
    super(...given);
    if (this.cachedDataRejected !== false) anew += 1;
  }
};
process.on('exit', () => console.error('anew: ' + anew));
`;

async function compiledAnew(command: string, options: readonly string[], cwd: string): Promise<string> {
  const watch = join(cwd, 'watch.cjs');
  await writeFile(watch, WATCH);
  const args = ['--require', watch, ...options, command, 'check', '--format', 'json'];
  const { stderr } = await start(process.execPath, args, { cwd, env: { ...process.env, NO_COLOR: '1' } });
  return stderr;
}

test('the code that V8 compiled at build time is used, unless Node runs with other flags', async () => {
  const folder = await folderWith({ 'assessments/bare.json': bare('bare') });
  expect(await compiledAnew(program, [], folder)).toBe('anew: 0\n');
  expect(await compiledAnew(program, ['--no-opt'], folder)).toMatch(/^anew: [1-9]\d*\n$/);
});

/** A copy of the program, to be damaged. */
async function copyIn(folder: string): Promise<string> {
  await cp(dirname(program), join(folder, 'copy/dist'), { recursive: true });
  await cp(join(root, 'templates'), join(folder, 'copy/templates'), { recursive: true });
  return join(folder, 'copy/dist/threat-memo.js');
}

test('without that code, or with a damaged copy, the program prints the same', async () => {
  const folder = await folderWith({ 'assessments/bare.json': bare('bare') });
  const copy = await copyIn(folder);
  const expected = await run(['check'], folder);
  expect(expected.out).toContain('[judgment-without-evidence]');
  const compiled = join(folder, 'copy/dist', COMPILED_CODE);
  const sound = await readFile(compiled);
  for (const damaged of [sound, sound.map((byte) => byte ^ 0x41), sound.subarray(0, sound.length / 2)]) {
    await writeFile(compiled, damaged);
    expect(await runAlone(['check'], folder, { command: copy })).toEqual(expected);
  }
  await writeFile(join(folder, 'copy/dist', COMPILED_INDEX), '{');
  expect(await runAlone(['check'], folder, { command: copy })).toEqual(expected);
});

test('memos are made even without the threads for them', async () => {
  const ids = Array.from({ length: 12 }, (_, index) => `memo-${index}`);
  const folder = await folderWith(Object.fromEntries(ids.map((id) => [`assessments/${id}.json`, small(id)])));
  const copy = await copyIn(folder);
  const args = ['build', '--format', 'md', '--out'];
  expect((await run([...args, 'expected'], folder)).code).toBe(0);
  await writeFile(join(folder, 'copy/dist/memo-thread.js'), 'process.exit(1);');
  expect(await runAlone([...args, 'made'], folder, { command: copy })).toMatchObject({ code: 0, err: '' });
  for (const id of ids) {
    const [made, expected] = await Promise.all(
      ['made', 'expected'].map((out) => readFile(join(folder, out, `${id}.md`), 'utf8')),
    );
    expect(made).toBe(expected);
  }
});

test('a fault of the program shows its place', async () => {
  const folder = await folderWith({ 'assessments/bare.json': bare('bare') });
  const break_ = join(folder, 'break.cjs');
  await writeFile(break_, `Array.prototype.toSorted = () => { throw new Error('broken on purpose'); };`);
  const { code, err } = await runAlone(['check'], folder, {
    env: { NODE_OPTIONS: `--require "${break_}"` },
  });
  expect(code).toBe(3);
  expect(err).toContain('broken on purpose');
  expect(err).toMatch(/at \S+ \(threat-memo\/dist\/\S+\.js:\d+:\d+\)/);
});
