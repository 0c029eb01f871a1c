/** The identity of a build: `scripts/bundle.mjs` writes it into the program, tests compare it. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/** The file in `dist/` that says what it was built from. */
export const BUILD_ID_FILE = 'build-id.txt';

/** Identifies the exact program: results of an earlier run are used only by the same program. */
export async function buildId() {
  const hash = createHash('sha256');
  for (const folder of ['src', 'templates']) {
    const entries = await readdir(`${root}${folder}`, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.sort()) {
      hash.update(`${relative(root, file)}\0`).update(await readFile(file));
    }
  }
  const scripts = ['build.mjs', 'bundle.mjs', 'graphviz-file.mjs'].map((name) => `scripts/${name}`);
  for (const file of ['package.json', 'package-lock.json', ...scripts]) {
    hash.update(await readFile(`${root}${file}`));
  }
  return hash.digest('hex');
}
