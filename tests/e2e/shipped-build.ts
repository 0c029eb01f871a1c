import { existsSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';
import { root, run } from './run.ts';

let folder: Promise<string> | undefined;

/**
 * A folder with the shipped assessments and all that `build` makes of them as Markdown, HTML and PDF: built once for all
 * tests of a run, which read it and change nothing in it.
 */
export function shippedBuild(): Promise<string> {
  folder ??= built(join(inject('runFolder'), 'shipped'));
  return folder;
}

/** Whoever comes first builds; the others wait for it. Throws where it fails, in each of them. */
async function built(folder: string): Promise<string> {
  const done = join(folder, 'done');
  try {
    await mkdir(folder);
  } catch {
    while (!existsSync(done)) await sleep(50);
    return folder;
  }
  try {
    await cp(join(root, 'assessments'), join(folder, 'assessments'), { recursive: true });
    const { code, err } = await run(['build', '--format', 'md,html,pdf'], folder);
    if (code !== 0 || /\berror\b/.test(err)) throw new Error(`The shipped assessments are not built: ${err}`);
  } finally {
    await writeFile(done, '');
  }
  return folder;
}
