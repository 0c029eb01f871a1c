import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { CheckContext, CheckedFile, FetchFormer } from '../../../src/pipeline/check-source.ts';
import type { Kept } from '../../../src/pipeline/kept/kept.ts';
import { KeptChecks } from '../../../src/pipeline/kept/kept-checks.ts';
import { Store } from '../../../src/pipeline/kept/store.ts';

function kept(program = 'this'): Kept {
  const folder = mkdtempSync(join(tmpdir(), 'threat-memo-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { store: new Store(folder), program, forgetful: false };
}

const context: CheckContext = {
  register: { actors: [{ id: 'a', name: 'A' }] },
  settings: new Map([['long-sentence', 'off']]),
  forms: ['policy-memo'],
  today: '2025-05-01',
};
const source = { file: 'assessments/a.json', bytes: Buffer.from('{}') };
const none: FetchFormer = () => Promise.resolve('There is none.');

/** How often it had to be checked, when asked in turn. */
async function checksOf(
  asked: readonly { kept: Kept; source?: object; context?: object; fetch?: FetchFormer; refers?: boolean }[],
): Promise<number[]> {
  let checks = 0;
  const counts: number[] = [];
  for (const one of asked) {
    await new KeptChecks(one.kept).get(
      { ...source, ...one.source },
      { ...context, ...one.context },
      one.fetch ?? none,
      async (fetchFormer): Promise<CheckedFile> => {
        checks += 1;
        if (one.refers) await fetchFormer('before.json');
        return { id: 'a', findings: [], excepted: [] };
      },
    );
    counts.push(checks);
  }
  return counts;
}

test('the same file in the same context is checked once, also by a later run', async () => {
  const store = kept();
  expect(await checksOf([{ kept: store }, { kept: store }, { kept: { ...store } }])).toEqual([1, 1, 1]);
});

test.each([
  ['its bytes', { source: { bytes: Buffer.from('{ }') } }],
  ['its name', { source: { file: 'assessments/b.json' } }],
  ['the register', { context: { register: { actors: [{ id: 'a', name: 'B' }] } } }],
  ['a register with errors', { context: { register: undefined } }],
  ['the configuration', { context: { settings: new Map([['long-sentence', 'error']]) } }],
  ['the forms', { context: { forms: ['policy-memo', 'other'] } }],
  ['the day', { context: { today: '2025-05-02' } }],
])('it is checked again when the other is %s', async (_, change) => {
  const store = kept();
  expect(await checksOf([{ kept: store }, { kept: store, ...change }, { kept: store }])).toEqual([1, 2, 2]);
});

test('another program, and one that is told to forget, checks again', async () => {
  const store = kept();
  const asked = [{ kept: store }, { kept: { ...store, program: 'other' } }];
  expect(await checksOf([...asked, { kept: { ...store, forgetful: true } }])).toEqual([1, 2, 3]);
});

test('the edition before is looked at each time', async () => {
  const store = kept();
  const asked = (fetch: FetchFormer) => ({ kept: store, refers: true, fetch });
  const file = (name: string, text: string) =>
    asked(() => Promise.resolve({ name, bytes: Buffer.from(text) }));
  const counts = await checksOf([
    asked(none),
    asked(none),
    file('before.json', 'x'),
    file('before.json', 'x'),
    file('before.json', 'y'),
    file('before.yaml', 'y'),
  ]);
  expect(counts).toEqual([1, 1, 2, 2, 3, 4]);
});
