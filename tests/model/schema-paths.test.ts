import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'assessments');
const shipped = readdirSync(folder).filter((name) => /\.(json|ya?ml)$/.test(name));

/** An editor finds the schema by this path; `check` does not need it, so that nothing else would notice. */
test.each(shipped)('`$schema` of assessments/%s leads to its schema in the repository', (name) => {
  const { $schema } = parse(readFileSync(join(folder, name), 'utf8')) as { $schema?: string };
  const kind = /^register\./.test(name) ? 'register' : 'assessment';
  const schema = join(root, 'src/model/schema', `${kind}.schema.json`);
  expect(realpathSync(resolve(folder, $schema ?? ''))).toBe(realpathSync(schema));
});
