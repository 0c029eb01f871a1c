import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, run, small } from './run.ts';

test.for([
  [['build', 'assessments/none.json'], 'There is no file assessments/none.json.'],
  [['build', 'smal'], 'Did you mean small?'],
  [['check', '--nonsense'], "unknown option '--nonsense'"],
  [['bild'], 'Did you mean build?'],
  [['build', '--format', 'docx'], '`docx` is none of md, pdf, html.'],
  [['build', '--jobs', '0'], 'Give a whole number from 1.'],
  [['build', '--paper', 'A3'], 'Allowed choices are A4, Letter.'],
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

test('without a browser: exit code 3 and what to do; Markdown needs none', async () => {
  const folder = await folderWith({ 'assessments/small.json': small('small') });
  const environment = { PUPPETEER_EXECUTABLE_PATH: join(folder, 'no-such-browser') };
  const printed = await run(['build'], folder, environment);
  expect(printed.code).toBe(3);
  expect(printed.err).toContain('no-such-browser');
  expect(printed.err).toContain('PUPPETEER_EXECUTABLE_PATH');
  const written = await run(['build', '--format', 'md'], folder, environment);
  expect(written).toMatchObject({ code: 0, out: 'out/small.md\n' });
});

test('findings as JSON print nothing else on standard output', async () => {
  const folder = await folderWith({ 'assessments/small.json': small('small') });
  const { code, out, err } = await run(['check', '--format', 'json'], folder);
  expect(JSON.parse(out)).toEqual([]);
  expect(err).toBe('');
  expect(code).toBe(0);
});

test('an id that is not its file’s name is a warning, which does not fail', async () => {
  const folder = await folderWith({ 'assessments/other.json': small('small') });
  const { code, out } = await run(['check'], folder);
  expect(out).toContain('warning');
  expect(out).toContain('[id-differs-from-file]');
  expect(out).toContain('1 warning in 1 file.');
  expect(code).toBe(0);
});
