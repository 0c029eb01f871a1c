import { join } from 'node:path';
import { UsageFault } from '../../model/fault.ts';
import type { Effects } from '../effects.ts';
import { commitsOf } from '../git/revisions.ts';
import { CONFIG_FILES } from '../inputs.ts';

/**
 * The same world, with the project's configuration as a git revision has it: who proposes a change must not switch off the rules
 * that it is checked by. Without one at that revision, there is none. Throws UsageFault for a revision that is not there.
 */
export async function withConfigFrom(revision: string, effects: Effects): Promise<Effects> {
  const [commit = ''] = await commitsOf([revision], effects);
  const files = new Map<string, Uint8Array | undefined>();
  for (const name of CONFIG_FILES) {
    const inside = await effects.git(['cat-file', 'blob', `${commit}:./${name}`]);
    if (inside?.code !== 0 && !/does not exist|exists on disk/i.test(inside?.stderr ?? '')) {
      throw new UsageFault(
        `The configuration at ${revision} cannot be read: ${inside?.stderr.split('\n')[0] ?? ''}`,
      );
    }
    files.set(join(effects.projectFolder, name), inside?.code === 0 ? inside.stdout : undefined);
  }
  return {
    ...effects,
    readFile: async (path) => (files.has(path) ? files.get(path) : effects.readFile(path)),
  };
}
