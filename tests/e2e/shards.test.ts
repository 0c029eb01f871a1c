import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bare, folderWith, run, small } from './run.ts';

const SHARDS = [1, 2, 3, 4];

/** Files with errors and warnings, two with one id, a register with a mistake, a second folder. */
async function project(): Promise<string> {
  const files = Object.fromEntries(
    Array.from({ length: 9 }, (_, index) => [
      `assessments/s${index}.json`,
      index % 3 === 0 ? bare(`s${index}`) : small(`s${index}`),
    ]),
  );
  return folderWith({
    ...files,
    'assessments/twice.json': small('s4'),
    'assessments/broken.json': '{ "id": "broken",',
    'assessments/register.json': JSON.stringify({ actors: [{ id: 'nobody', name: 'Nobody', typo: 1 }] }),
    'other/register.json': JSON.stringify({
      actors: [
        { id: 'n', name: 'N' },
        { id: 'n', name: 'M' },
      ],
    }),
    'other/s20.json': small('s20'),
    'other/s21.json': bare('s21'),
  });
}

async function parts(args: readonly string[], folder: string): Promise<string[]> {
  const reports = SHARDS.map((number) => `part-${number}.json`);
  for (const [index, report] of reports.entries()) {
    await run([...args, '--shard', `${SHARDS[index]}/4`, '--report', report], folder);
  }
  return reports.reverse(); // the order in which they are given does not matter
}

test('the merged check of four shards is that of one run, byte for byte', async () => {
  const folder = await project();
  const named = ['assessments', 'other'];
  const reports = await parts(['check', ...named], folder);
  for (const format of ['text', 'json', 'sarif']) {
    const whole = await run(['check', ...named, '--format', format], folder);
    const merged = await run(['merge-reports', ...reports, '--format', format], folder);
    expect(merged).toEqual(whole);
    expect(whole.code).toBe(1);
    expect(whole.out).toContain('duplicate-assessment');
  }
});

test('the outputs of four shards of a build are those of one run, byte for byte', async () => {
  const folder = await project();
  const args = ['build', 'assessments', 'other', '--format', 'md,html', '--jobs', '1'];
  await writeFile(join(folder, 'assessments/register.json'), '{}');
  const whole = await run([...args, '--out', 'whole'], folder);
  const reports = await parts([...args, '--out', 'whole'], folder);
  const merged = await run(['merge-reports', ...reports], folder);
  expect(merged.code).toBe(whole.code);
  expect(merged.out.split('\n').sort()).toEqual(whole.out.split('\n').sort());
  await mkdir(join(folder, 'shards'));
  await parts([...args, '--out', 'shards'], folder);
  const names = (await readdir(join(folder, 'whole'), { recursive: true })).sort();
  expect(names.length).toBeGreaterThan(8);
  expect((await readdir(join(folder, 'shards'), { recursive: true })).sort()).toEqual(names);
  for (const name of names.filter((each) => each.includes('.'))) {
    const [one, other] = await Promise.all(
      ['whole', 'shards'].map((each) => readFile(join(folder, each, name), 'utf8')),
    );
    expect(one).toBe(other);
  }
});

test('a report that is missing, repeated, from another run or invalid is refused', async () => {
  const folder = await folderWith({ 'assessments/a.json': small('a'), 'assessments/b.json': small('b') });
  const [first = '', ...others] = await parts(['check'], folder);
  const refusal = async (reports: readonly string[]) => {
    const { code, err, out } = await run(['merge-reports', ...reports], folder);
    expect(out).toBe('');
    expect(code).toBe(2);
    return err;
  };
  expect(await refusal(others)).toContain('The report of shard 4/4 is missing.');
  expect(await refusal([first, first, ...others])).toContain('two reports of shard 4/4');
  await run(['check', 'a', '--shard', '4/4', '--report', 'other.json'], folder);
  expect(await refusal(['other.json', ...others])).toContain('is of another run');
  expect(await refusal(['assessments/a.json'])).toContain('is not the report of a shard');
  expect(await refusal(['none.json'])).toContain('There is no file none.json.');
});

test.for(['0/4', '5/4', '1/0', '1', '1/4/2', '1/99999'])('no shard: %s', async (shard) => {
  const folder = await folderWith({ 'assessments/a.json': small('a') });
  const { code, err } = await run(['check', '--shard', shard], folder);
  expect(err).toContain('Write a shard as 1/4');
  expect(code).toBe(2);
});

test('a document of several assessments cannot be sharded', async () => {
  const folder = await folderWith({ 'assessments/a.json': small('a') });
  const { code, err } = await run(['build', '--form', 'briefing-pack', '--shard', '1/1'], folder);
  expect(err).toContain('leave out --shard');
  expect(code).toBe(2);
});
