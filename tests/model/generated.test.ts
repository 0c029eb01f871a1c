import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const at = (path: string) => new URL(`../../${path}`, import.meta.url);

interface Script {
  generateTypes(): Promise<string>;
  generateFields(): Promise<string>;
}

test('the generated types are those of the schemas: else run `npm run generate`', async () => {
  const script = (await import(at('scripts/generate.mjs').href)) as Script;
  expect(await readFile(at('src/model/generated/types.ts'), 'utf8')).toBe(await script.generateTypes());
});

test('the generated table of fields is that of the schemas: else run `npm run generate`', async () => {
  const script = (await import(at('scripts/generate.mjs').href)) as Script;
  expect(await readFile(at('src/model/generated/fields.ts'), 'utf8')).toBe(await script.generateFields());
});
