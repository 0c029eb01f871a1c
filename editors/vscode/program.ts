import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

/** The program's path in a project that has installed it, and in a copy of its repository. */
const PLACES = ['node_modules/threat-memo/dist/threat-memo.js', 'dist/threat-memo.js'];

/** The program for a folder: the one that a setting names, else the project's own; `undefined` if there is none. */
export function programFor(folder: string, setting: string): string | undefined {
  if (setting !== '') return isAbsolute(setting) ? setting : join(folder, setting);
  return PLACES.map((place) => join(folder, ...place.split('/'))).find((path) => existsSync(path));
}
