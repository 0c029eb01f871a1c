import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const at = (path: string) => new URL(`../../${path}`, import.meta.url);

test('the generated types are those of the schemas: else run `npm run generate`', async () => {
  const script = (await import(at('scripts/generate.mjs').href)) as { generateTypes(): Promise<string> };
  expect(await readFile(at('src/model/generated/types.ts'), 'utf8')).toBe(await script.generateTypes());
});
