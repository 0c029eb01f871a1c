import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile } from 'node:fs/promises';

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, root, run, small } from './run.ts';

test.for([
  [['build', 'assessments/none.json'], 'There is no file assessments/none.json.'],
  [['build', 'smal'], 'Did you mean small?'],
  [['check', '--nonsense'], "unknown option '--nonsense'"],
  [['bild'], 'Did you mean build?'],
  [['build', '--format', 'odt'], '`odt` is none of md, pdf, html, docx, email.'],
  [['build', '--jobs', '0'], 'Give a whole number from 1.'],
  [['build', '--paper', 'A3'], 'Allowed choices are A4, Letter.'],
  [['build', '--form', 'policy-mem'], 'There is no form policy-mem. Did you mean policy-memo?'],
  [['build', '--history'], 'This folder is in no git repository'],
] as const)('wrong usage ends with exit code 2: %s', async ([args, message]) => {
  const folder = await folderWith({ 'assessments/small.json': small('small') });
  const { code, out, err } = await run(args, folder);
  expect(err).toContain(message);
  expect(out).toBe('');
  expect(code).toBe(2);
});

test('an empty folder is wrong usage', async () => {
  const folder = await folderWith({});
  await mkdir(join(folder, 'assessments'));
  const { code, err } = await run(['build'], folder);
  expect(err).toContain('There is no assessment');
  expect(code).toBe(2);
});

test('help and version', async () => {
  const folder = await folderWith({});
  const help = await run(['--help'], folder);
  expect(help.code).toBe(0);
  for (const word of ['build', 'check', 'Examples:', 'Exit codes:']) expect(help.out).toContain(word);
  const build = await run(['build', '--help'], folder);
  for (const flag of ['--out', '--form', '--format', '--paper', '--jobs', '--check', 'Examples:']) {
    expect(build.out).toContain(flag);
  }
  const version = await run(['--version'], folder);
  expect(version.out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('without a browser: exit code 3 and advice; Markdown needs none', async () => {
  const folder = await folderWith({ 'assessments/small.json': small('small') });
  const environment = { PUPPETEER_EXECUTABLE_PATH: join(folder, 'no-such-browser') };
  const printed = await run(['build'], folder, environment);
  expect(printed.code).toBe(3);
  expect(printed.err).toContain('no-such-browser');
  expect(printed.err).toContain('PUPPETEER_EXECUTABLE_PATH');
  const written = await run(['build', '--format', 'md'], folder, environment);
  expect(written).toMatchObject({ code: 0, out: 'out/small.md\n' });
});

test('an output folder that cannot be written: exit code 3, advice, and no partial files', async () => {
  const folder = await folderWith({ 'assessments/small.json': small('small'), taken: 'a file' });
  const { code, err, out } = await run(['build', '--format', 'md', '--out', 'taken'], folder);
  expect(code).toBe(3);
  expect(out).toBe('');
  expect(err).toContain('Cannot write');
  expect(err).toContain('Check that the path is right');
  expect(await readFile(join(folder, 'taken'), 'utf8')).toBe('a file');
});

test('with findings as JSON nothing else is printed on standard output', async () => {
  const folder = await folderWith({ 'assessments/small.json': small('small') });
  const { code, out, err } = await run(['check', '--format', 'json'], folder);
  expect(JSON.parse(out)).toEqual([]);
  expect(err).toBe('');
  expect(code).toBe(0);
});

test('an id that differs from its file’s name is a warning, which does not fail', async () => {
  const folder = await folderWith({ 'assessments/other.json': small('small') });
  const { code, out } = await run(['check'], folder);
  expect(out).toContain('warning');
  expect(out).toContain('[id-differs-from-file]');
  expect(out).toContain('1 warning in 1 file.');
  expect(code).toBe(0);
});

test('--form replaces a form that does not exist', async () => {
  const folder = await folderWith({ 'assessments/small.json': small('small', { form: 'no-such-form' }) });
  const named = ['build', 'small', '--format', 'md'];
  expect((await run(named, folder)).code).toBe(1);
  expect((await run([...named, '--form', 'policy-memo'], folder)).code).toBe(0);
});

test.runIf(process.platform !== 'win32')('a reader that closes the pipe early is not a fault', async () => {
  const many = Array.from({ length: 300 }, (_, i) => ({ id: `s${i}`, csl: { type: 'report' } }));
  const folder = await folderWith({ 'assessments/small.json': small('small', { sources: many }) });
  const command = `'${process.execPath}' '${join(root, 'dist/threat-memo.js')}' check | head -c 1; exit \${PIPESTATUS[0]}`;
  const child = spawn('bash', ['-c', command], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let err = '';
  child.stderr.on('data', (text) => {
    err += text;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect(err).toBe('');
  expect(code).toBe(1); // what it names as evidence has lost its sources
});

test.runIf(process.platform === 'linux')(
  'Ctrl-C: exit code 130, no temporary file and no browser left',
  async () => {
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`assessments/m${index}.json`, small(`m${index}`)]),
    );
    const folder = await folderWith(many);

    const child = spawn(process.execPath, [join(root, 'dist/threat-memo.js'), 'build', '--jobs', '2'], {
      cwd: folder,

      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve)); // the first memo is there
    const processes = await browsersOf(child.pid ?? 0);
    expect(processes.length).toBeGreaterThan(0);
    child.kill('SIGINT');
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(130);
    const written = await readdir(join(folder, 'out'));
    expect(written.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(written.length).toBeLessThan(61);
    await expect.poll(() => processes.filter(isRunning), { timeout: 5000 }).toEqual([]);
  },
);

/** Ids of the processes that a process started. */
async function browsersOf(parent: number): Promise<number[]> {
  const entries = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const parents = await Promise.all(
    entries.map(async (name) => {
      const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
      return { id: Number(name), parent: Number(stat.split(') ')[1]?.split(' ')[1]) };
    }),
  );
  return parents.filter((entry) => entry.parent === parent).map(({ id }) => id);
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}
