import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Microsoft's validator, where `npm run test:word` runs the tests. */
const path = process.env.WORD_VALIDATOR;
export const hasValidator = path !== undefined;

interface Validator {
  validateFile(file: string, options: object): Promise<{ readonly errors: readonly unknown[] }>;
}

/** What it objects to, one line each. */
export async function wordErrors(bytes: Uint8Array): Promise<readonly string[]> {
  if (path === undefined) throw new Error('Run this with `npm run test:word`.');
  const { validateFile }: Validator = await import(pathToFileURL(path).href);
  const folder = mkdtempSync(join(tmpdir(), 'word-'));
  try {
    const file = join(folder, 'memo.docx');
    writeFileSync(file, bytes);
    const { errors } = await validateFile(file, { officeVersion: 'Microsoft365' });
    return errors.map((error) => JSON.stringify(error));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
