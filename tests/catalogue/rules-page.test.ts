import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { rulesPage } from '../../scripts/rules-page.ts';
import { ruleCatalogue } from '../../src/catalogue/explain.ts';

const page = await readFile(new URL('../../docs/rules.md', import.meta.url), 'utf8');

test('the page about rules is generated from their descriptions (otherwise run `npm run generate`)', async () => {
  expect(page).toBe(await rulesPage());
});

test('the address of every rule leads to a heading of the page, which is in the package', async () => {
  const headings = new Set([...page.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading));
  for (const { url } of ruleCatalogue) {
    const [file, id] = url.split('#');
    expect(file).toBe('docs/rules.md');
    expect(headings).toContain(id);
  }
  const manifest: { files: string[] } = JSON.parse(
    await readFile(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  expect(manifest.files).toContain('docs');
});
