import { expect, test } from 'vitest';
import { folderWith, run } from './run.ts';

test('phrases counts the missing phrases of languages, and lists those of one', async () => {
  const folder = await folderWith({
    'templates/_shared/messages/pl.json': '{ "heading.notes": "Przypisy" }',
  });
  const all = await run(['phrases'], folder);
  expect(all.code).toBe(0);
  expect(all.out).toMatch(/^de {2}all \d+ phrases$/m);
  expect(all.out).toMatch(/^pl {2}\d+ of \d+ phrases missing$/m);
  const one = await run(['phrases', '--missing', 'pl'], folder);
  expect(one.out).toContain('heading.sources  Sources\n');
  expect(one.out).not.toContain('heading.notes ');
  const json = await run(['phrases', '--missing', 'de', '--format', 'json'], folder);
  expect(JSON.parse(json.out)).toMatchObject({ language: 'de', missing: [] });
  expect((await run(['phrases', '--missing', '../x'], folder)).code).toBe(2);
});
