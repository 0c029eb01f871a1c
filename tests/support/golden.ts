import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from 'vitest';

const refreshes = Object.entries(process.env).some(
  ([name, value]) => name === 'UPDATE_GOLDEN' && value === '1',
);

/** Compares with a file of `tests/fixtures/`. Only `UPDATE_GOLDEN=1` writes it: read the difference then. */
export function expectGolden(name: string, content: string): void {
  const file = new URL(`../fixtures/${name}`, import.meta.url);
  if (refreshes) {
    mkdirSync(dirname(file.pathname), { recursive: true });
    writeFileSync(file, content);
  }
  expect(content).toBe(existsSync(file) ? readFileSync(file, 'utf8') : undefined);
}
