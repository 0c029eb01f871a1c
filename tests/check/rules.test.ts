import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { rules } from '../../src/check/rules.ts';

const filesOf = async (path: string) => (await readdir(new URL(path, import.meta.url))).sort();

test('every file of rules holds one rule of its name, listed by name, with a test of its own', async () => {
  const ids = rules.map(({ id }) => id);
  expect(await filesOf('../../src/check/rules/')).toEqual(ids.map((id) => `${id}.ts`));
  expect(await filesOf('.')).toEqual(expect.arrayContaining(ids.map((id) => `${id}.test.ts`)));
});

test.each(rules.map((rule) => [rule.id, rule] as const))('%s says what it serves and why', (id, rule) => {
  expect(id).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
  expect(rule.source).toMatch(/\S/);
  expect(rule.why).toMatch(/^\p{Lu}.*\.$/u);
});
