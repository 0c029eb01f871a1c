import { join } from 'node:path';
import type { Effects } from '../effects.ts';
import { CONFIG_FILES } from '../inputs.ts';

/** The configuration file in the root of a project. */
export interface ConfigFile {
  /** Absolute. */
  readonly path: string;
  /** Its name, which determines the notation, and is shown in findings. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The configuration of a project, in any notation; if there are several, JSON takes precedence over YAML. */
export async function configFile(effects: Effects): Promise<ConfigFile | undefined> {
  for (const name of CONFIG_FILES) {
    const path = join(effects.projectFolder, name);
    const bytes = await effects.readFile(path);
    if (bytes) return { path, name, bytes };
  }
  return undefined;
}
