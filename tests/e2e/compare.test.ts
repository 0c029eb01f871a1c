import { expect, test } from 'vitest';
import { manyProject } from '../support/many-project.ts';
import { folderWith, run, small } from './run.ts';

function judged(id: string, term: string): string {
  const data = JSON.parse(small(id)) as Record<string, unknown>;
  return JSON.stringify({
    ...data,
    actors: [{ ref: 'herons' }],
    judgments: [
      {
        id: 'j',
        statement: `The herons are ${term} to attack again.`,
        likelihood: { term },
        about: ['actors/herons'],
      },
    ],
  });
}

const files = {
  'assessments/register.json': JSON.stringify({ actors: [{ id: 'herons', name: 'Grey Herons' }] }),
  'assessments/port-a.json': judged('port-a', 'likely'),
  'assessments/port-b.json': judged('port-b', 'unlikely'),
  'assessments/rail-a.json': judged('rail-a', 'likely'),
};

test('compares assessments that are named, also by pattern, or that match a query', async () => {
  const folder = await folderWith(files);
  const two = await run(['compare', 'port-*', '--format', 'json'], folder);
  expect(two.code).toBe(0);
  const { memos, differences } = JSON.parse(two.out);
  expect(memos.map(({ id }: { id: string }) => id)).toEqual(['port-a', 'port-b']);
  expect(differences[0]).toMatchObject({ type: 'judgment/likelihood', matter: { name: 'Grey Herons' } });
  const queried = await run(['compare', '--query', 'likelihood:likely'], folder);
  expect(queried.out).toContain('# Comparison of 2 assessments');
  expect(queried.out).toContain('**Grey Herons: what is judged of it**');
  const all = await run(['compare', '--out', 'compared.md'], folder);
  expect(all).toMatchObject({ code: 0, out: '' });
});

test('suggests what was meant, and refuses to compare a single assessment', async () => {
  const folder = await folderWith(files);
  expect((await run(['compare', 'prt-*'], folder)).err).toContain('No assessment has an id like prt-*.');
  expect((await run(['compare', 'rail-a'], folder)).err).toContain('needs two assessments');
  expect((await run(['compare', '--query', 'actr:herons'], folder)).err).toContain('Did you mean');
  expect((await run(['compare', '--of', 'judgment', '--query', 'key'], folder)).err).toContain(
    'Did you mean judgments?',
  );
});

test('works for 300 assessments', { timeout: 120_000 }, async () => {
  const { folder } = manyProject(300);
  const { code, out } = await run(['compare', '--format', 'json'], folder);
  expect(code).toBe(0);
  const { memos, differences, agreed } = JSON.parse(out);
  expect(memos).toHaveLength(300);
  const widest = Math.max(...differences.map(({ sides }: { sides: unknown[] }) => sides.length));
  expect(widest).toBeGreaterThan(100);
  expect(agreed.length + differences.length).toBeGreaterThan(5);
  const weights = differences.map(({ weight }: { weight: number }) => weight);
  expect(weights).toEqual([...weights].sort((a, b) => b - a));
});
