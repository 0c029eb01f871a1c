import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const at = (path: string) => new URL(`../../${path}`, import.meta.url);

interface Script {
  generateTypes(): Promise<string>;
  generateFields(): Promise<string>;
}

test('the generated types match the schemas (otherwise run `npm run generate`)', async () => {
  const script = (await import(at('scripts/generate.mjs').href)) as Script;
  expect(await readFile(at('src/model/generated/types.ts'), 'utf8')).toBe(await script.generateTypes());
});

test('the generated table of fields matches the schemas (otherwise run `npm run generate`)', async () => {
  const script = (await import(at('scripts/generate.mjs').href)) as Script;
  expect(await readFile(at('src/model/generated/fields.ts'), 'utf8')).toBe(await script.generateFields());
});
