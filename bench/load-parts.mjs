/** The program's own parts (`parts.ts`), bundled from source. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './runner.mjs';

export async function loadParts() {
  const outfile = join(root, 'node_modules/.cache/threat-memo/bench-parts.mjs');
  await build({
    entryPoints: [join(root, 'bench/parts.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import { createRequire as createRequire__ } from 'node:module'; const require = createRequire__(import.meta.url);",
    },
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href);
}

/** The path of the browser that this program would try first. */
export async function browserPath({
  thisMachine,
  locateBrowsers,
  privateFolder,
  embeddedBrowser,
  unpackBrowser,
}) {
  const machine = thisMachine(process.env);
  const [first] = locateBrowsers(machine);
  if (!first) throw new Error('There is no browser.');
  if (first.kind !== 'embedded') return first.path;
  return unpackBrowser(embeddedBrowser(), privateFolder(machine), machine.uid);
}
