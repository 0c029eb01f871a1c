import { writeFile } from 'node:fs/promises';
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

test('the ledger answers in words, as JSON and as CSV that runs no formula', async () => {
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

test('a mistake in a question is explained and answered with 2; a file with mistakes with 1 beside the answer', async () => {
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

test('the columns are described, and the track record says what it cannot score', async () => {
  const folder = await project();
  expect((await run(['ledger', '--of', 'sources', '--describe'], folder)).out).toMatch(
    /falls +list +judgments that/,
  );
  const record = await run(['ledger', '--record', 'year'], folder);
  expect(record.out).toContain('No forecast can be scored yet.');
  expect(record.out).toContain('1 overdue.');
});
