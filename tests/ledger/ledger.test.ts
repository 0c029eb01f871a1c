import { unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCache } from '../../src/cache/cache.ts';
import { ask, columnsOf, rowAsData } from '../../src/ledger/ask.ts';
import { tableNames } from '../../src/ledger/columns.ts';
import { openLedger } from '../../src/ledger/ledger.ts';
import { tables } from '../../src/ledger/tables.ts';
import type { Ledger } from '../../src/ledger/types.ts';
import { manyAssessments } from '../support/many-assessments.ts';
import { manyProject } from '../support/many-project.ts';

const TODAY = '2026-11-29';

function project(count: number) {
  const made = manyProject(count);
  const { folder } = made;
  const cache = () =>
    openCache({ environment: { THREAT_MEMO_CACHE: join(folder, 'cache') }, calledIn: folder }, 'test');
  return { ...made, cache };
}

const dump = (ledger: Ledger) =>
  tableNames.map((of) => {
    const answer = ask(ledger, { of, editions: 'all' }, TODAY);
    return answer.rows.map((row) => rowAsData(answer, row));
  });

test('a cached ledger gives the same answers, column by column; a change gives new ones', async () => {
  const { assessments, effects, cache, write, folder } = project(12);
  const fresh = dump(await openLedger(effects));
  expect(dump(await openLedger(effects, { cache: cache() }))).toEqual(fresh);
  expect(dump(await openLedger(effects, { cache: cache() }))).toEqual(fresh);
  const [first] = assessments;
  write(first?.id ?? '', { ...first, title: 'Another title' });
  const changed = dump(await openLedger(effects, { cache: cache() }));
  expect(changed).not.toEqual(fresh);
  expect(changed).toEqual(dump(await openLedger(effects)));
  unlinkSync(join(folder, 'assessments', `${first?.id}.json`));
  expect(dump(await openLedger(effects, { cache: cache() }))).toEqual(dump(await openLedger(effects)));
});

test('every row has only columns of its table, each with the declared type', async () => {
  const { effects } = project(12);
  const ledger = await openLedger(effects);
  for (const of of tableNames) {
    const answer = ask(ledger, { of, editions: 'all' }, TODAY);
    expect(answer.rows.length, of).toBeGreaterThan(0);
    const seen = new Set<string>();
    for (const row of answer.rows) {
      for (const [name, value] of Object.entries(rowAsData(answer, row))) {
        const { kind } = columnsOf(of).find((column) => column.name === name) ?? { kind: 'none' };
        const type = Array.isArray(value) ? 'list' : typeof value;
        const fitting = {
          flag: 'boolean',
          number: 'number',
          list: 'list',
          text: 'string',
          term: 'string',
          date: 'string',
        };
        expect(type, `${of}.${name}`).toBe(fitting[kind as keyof typeof fitting]);
        seen.add(name);
      }
    }
    for (const name of tables[of].shown) expect(columnsOf(of).map((column) => column.name)).toContain(name);
  }
});

test('a file with mistakes is reported and left out; the others are queried', async () => {
  const { effects, write, cache } = project(3);
  write('broken', { id: 'broken' });
  const ledger = await openLedger(effects, { cache: cache() });
  expect(ledger.findings.map(({ file }) => file)).toContain('assessments/broken.json');
  expect(
    new Set(ask(ledger, { of: 'judgments' }, TODAY).rows.map((row) => row.value('assessment'))).size,
  ).toBe(3);
  expect((await openLedger(effects, { cache: cache() })).findings.length).toBeGreaterThan(0);
});

test('a judgment whose id is used again ends there; what has the id now is new', async () => {
  const { assessments, effects, write } = project(1);
  const [first] = assessments;
  const edition = (number: number, ...judgments: readonly (readonly [string, string, string])[]) => ({
    ...first,
    id: `series-${number}`,
    edition: { number, ...(number > 1 && { supersedes: `series-${number - 1}.json` }) },
    judgments: judgments.map(([id, statement, term]) => ({ id, statement, likelihood: { term } })),
  });
  const [ports, budget] = [
    'Smugglers will bring drones through the southern ports.',
    'The parliament passes a budget for border guards.',
  ] as [string, string];
  write('series-1', edition(1, ['j', ports, 'likely']));
  write('series-2', edition(2, ['j', budget, 'unlikely']));
  write('series-3', edition(3, ['j', ports, 'very likely'], ['k', budget, 'unlikely']));
  const answer = ask(await openLedger(effects), { of: 'judgments', editions: 'all' }, TODAY);
  const rows = answer.rows.filter((row) => row.value('lineage') === 'series-3');
  const values = rows.map((row) =>
    ['edition', 'id', 'new', 'moved', 'withdrawn'].map((column) => row.value(column)),
  );
  expect(values).toEqual([
    [1, 'j', false, undefined, true],
    [2, 'j', true, undefined, false],
    [3, 'j', true, undefined, false],
    [3, 'k', false, undefined, false],
  ]);
  const [one, two, three, four] = rows.map((row) => row.value('thread'));
  expect(four).toBe(two);
  expect(new Set([one, two, three]).size).toBe(3);
});

test('editions that name each other in a circle end', async () => {
  const { effects, write } = project(1);
  const [one] = manyAssessments(1);
  write('a', { ...one, id: 'a', edition: { number: 1, supersedes: 'b.json' } });
  write('b', { ...one, id: 'b', edition: { number: 2, supersedes: 'a.json' } });
  const { rows } = ask(await openLedger(effects), { of: 'judgments', editions: 'all' }, TODAY);
  expect(rows).toHaveLength(9);
});

test('a release has nothing marked above it, and counts the assessments that it leaves out', async () => {
  const { effects, assessments, write } = project(20);
  const [first] = assessments;
  const secret = 'Zerberus';
  write('mixed', {
    ...first,
    id: 'mixed',
    marking: 'TLP:RED',
    releasable: 'TLP:CLEAR',
    judgments: [
      ...(first?.judgments ?? []),
      { id: 'secret', statement: `${secret} pays.`, marking: 'TLP:RED', evidence: ['heard'] },
    ],
  });
  const ledger = await openLedger(effects, { release: 'TLP:CLEAR' });
  const text = JSON.stringify(dump(ledger));
  expect(text).toContain('"mixed"');
  expect(text).not.toContain(secret);
  expect(text).not.toMatch(/TLP:(?:GREEN|AMBER|RED)/);
  const whole = JSON.stringify(dump(await openLedger(effects)));
  expect(whole).toContain(secret);
  expect(ledger.leftOut).toBeGreaterThan(0);
});
