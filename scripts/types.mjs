/** Writes the types of the library into `types/`: those that its door names, and what these name. */
import { spawnSync } from 'node:child_process';
import { readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = join(root, 'types');

await rm(folder, { recursive: true, force: true });
const compiler = join(root, 'node_modules/typescript/bin/tsc');
const { status } = spawnSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.types.json')], {
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);

/** Files reached, each with its declarations: an import of `x.ts` is one of `x.d.ts`. */
const reached = new Set();
const queue = [join(folder, 'index.d.ts')];
for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
  if (reached.has(file)) continue;
  reached.add(file);
  const text = await readFile(file, 'utf8');
  for (const [, , path] of text.matchAll(/(?:from |import\()(['"])(\.[^'"]+)\.ts\1/g)) {
    queue.push(resolve(dirname(file), `${path}.d.ts`));
  }
}
const entries = await readdir(folder, { recursive: true, withFileTypes: true });
for (const entry of entries.filter((found) => found.isFile())) {
  const file = join(entry.parentPath, entry.name);
  if (!reached.has(file)) await rm(file);
}
