import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, run, small } from './run.ts';

const due = {
  horizon: '2020',
  confidence: { level: 'low', basis: 'One source.' },
  likelihood: { term: 'likely' },
};
const project = () =>
  folderWith({
    'assessments/a.json': small('a', {
      judgments: [{ id: 'late', statement: '=Attacks come about.', ...due }],
      authors: [{ name: '@sum' }],
    }),
    'assessments/b.json': small('b'),
  });

test('the ledger answers as text, as JSON and as CSV without formulas', async () => {
  const folder = await project();
  const text = await run(['ledger', 'overdue'], folder);
  expect(text).toMatchObject({ code: 0, err: '' });
  expect(text.out).toMatch(/^assessment +id .*\na +late .*\n\n1 judgment\.\n$/s);
  const json = await run(
    ['ledger', 'overdue', '--format', 'json', '--columns', 'assessment,id,state'],
    folder,
  );
  expect(JSON.parse(json.out).rows).toEqual([{ assessment: 'a', id: 'late', state: 'overdue' }]);
  const csv = await run(
    ['ledger', 'overdue', '--format', 'csv', '--columns', 'id,statement,authors'],
    folder,
  );
  expect(csv.out).toBe("id,statement,authors\r\nlate,'=Attacks come about.,'@sum\r\n");
});

test('a mistake in a query is explained, with exit code 2; a file with mistakes is listed beside the answer, with exit code 1', async () => {
  const folder = await project();
  const wrong = await run(['ledger', 'overdue and confidnce:low'], folder);
  expect(wrong).toMatchObject({ code: 2, out: '' });
  expect(wrong.err).toContain('Did you mean confidence?\n  overdue and confidnce:low\n              ^');
  expect((await run(['ledger', '--of', 'judgements'], folder)).err).toContain('Did you mean judgments?');
  expect((await run(['ledger', '--of', 'gaps', '--record'], folder)).code).toBe(2);
  expect((await run(['ledger', 'overdu'], folder)).out).toContain('Did you mean overdue?');
  await writeFile(join(folder, 'assessments/c.json'), '{');
  const beside = await run(['ledger', 'overdue'], folder);
  expect(beside.code).toBe(1);
  expect(beside.err).toContain('assessments/c.json:1:');
  expect(beside.out).toContain('1 judgment.');
});

test('the columns are described, and the track record lists what it cannot score', async () => {
  const folder = await project();
  expect((await run(['ledger', '--of', 'sources', '--describe'], folder)).out).toMatch(
    /falls +list +judgments that/,
  );
  const record = await run(['ledger', '--record', 'year'], folder);
  expect(record.out).toContain('No forecast can be scored yet.');
  expect(record.out).toContain('1 overdue.');
});

test('with --record a memo shows our record on its question, and can be verified', async () => {
  const about = ['actors/group'];
  const named = { actors: [{ id: 'group', name: 'The Group' }] };
  const past = {
    ...due,
    about,
    evidence: ['seen'],
    resolution: { outcome: true, on: '2021-02-01', evidence: ['seen'] },
  };
  const old = {
    ...named,
    asOf: '2021-03-01',
    marking: 'TLP:CLEAR',
    title: 'Two *Years* Ago',
    sources: [{ id: 'wire', csl: { type: 'report', title: 'Wire' } }],
    evidence: [{ id: 'seen', statement: 'It was seen.', citations: [{ source: 'wire' }] }],
    judgments: [{ id: 'came', statement: 'Attacks come about.', ...past }],
  };
  const folder = await folderWith({
    'assessments/old.json': small('old', old),
    'assessments/now.json': small('now', {
      ...named,
      judgments: [{ id: 'next', statement: 'They go on.', ...due, about }],
    }),
  });
  expect(await run(['build', 'now', '--record', '--format', 'md,pdf'], folder)).toMatchObject({ code: 0 });
  const memo = await readFile(join(folder, 'out/now.md'), 'utf8');
  expect(memo).toContain('## Our record on this question');
  expect(memo).toContain('1 earlier judgment is on the same actors or incidents, or of the same series.');
  expect(memo).toMatch(
    /\| Attacks come about\. \(\*Two \\\*Years\\\* Ago\*\) \| likely \(55–80.%\) \| came about \|/,
  );
  expect((await run(['verify', 'out/now.pdf'], folder)).out).toContain('same');
  await run(['build', 'now', '--format', 'md'], folder);
  expect(await readFile(join(folder, 'out/now.md'), 'utf8')).not.toContain('Our record');
});
