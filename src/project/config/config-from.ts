import { join, relative, sep } from 'node:path';
import { UsageFault } from '../../model/fault.ts';
import { housePathsIn } from '../brand/house-file.ts';
import type { Effects } from '../effects.ts';
import { commitsOf } from '../git/revisions.ts';
import { CONFIG_FILES } from '../inputs.ts';
import { configFile } from './config-file.ts';
import { fieldSchemaPath } from './own-fields.ts';

/**
 * Effects that read the project's configuration, and the schema of own fields it names, from a git revision:
 * whoever proposes a change must not be able to switch off the rules it is checked by. If the revision has no
 * configuration, there is none. Throws UsageFault for an unknown revision.
 */
export async function withConfigFrom(revision: string, effects: Effects): Promise<Effects> {
  const [commit = ''] = await commitsOf([revision], effects);
  const { projectFolder } = effects;
  const files = new Map<string, Uint8Array | undefined>();
  const take = async (path: string): Promise<void> => {
    const name = relative(projectFolder, path).split(sep).join('/');
    const inside = await effects.git(['cat-file', 'blob', `${commit}:./${name}`]);
    if (inside?.code !== 0 && !/does not exist|exists on disk/i.test(inside?.stderr ?? '')) {
      throw new UsageFault(`${name} at ${revision} cannot be read: ${inside?.stderr.split('\n')[0] ?? ''}`);
    }
    files.set(path, inside?.code === 0 ? inside.stdout : undefined);
  };
  for (const name of CONFIG_FILES) await take(join(projectFolder, name));
  const world: Effects = {
    ...effects,
    readFile: async (path) => (files.has(path) ? files.get(path) : effects.readFile(path)),
  };
  const schema = fieldSchemaPath(await configFile(world), projectFolder);
  if (schema !== undefined) await take(schema);
  for (const path of housePathsIn(await configFile(world), projectFolder)) await take(path);
  return world;
}
