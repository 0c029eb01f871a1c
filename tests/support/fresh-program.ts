import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface BuildIdScript {
  readonly BUILD_ID_FILE: string;
  buildId(): Promise<string>;
}

let fresh: Promise<void> | undefined;

/** Rejects if the built program is not what `src/` gives now: what it does would say nothing about the source. */
export function refuseStale(): Promise<void> {
  fresh ??= compare();
  return fresh;
}

async function compare(): Promise<void> {
  const script = (await import(new URL('../../scripts/build-id.mjs', import.meta.url).href)) as BuildIdScript;
  const built = await readFile(join(root, 'dist', script.BUILD_ID_FILE), 'utf8').catch(() => 'nothing');
  if (built.trim() !== (await script.buildId()))
    throw new Error('dist/ is not built from src/ as it is now: `npm run build` first.');
}
