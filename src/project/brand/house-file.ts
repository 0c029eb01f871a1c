import { resolve } from 'node:path';
import { readDocument } from '../../load/read-document.ts';
import type { MachineFault } from '../../model/fault.ts';
import type { Brand } from '../../model/generated/types.ts';
import type { ConfigFile } from '../config/config-file.ts';
import type { Effects } from '../effects.ts';
import { isBelow } from '../inside.ts';

/**
 * The bytes of a file named in a house style, or why it cannot be read, in a sentence. Nothing outside of the
 * project is read.
 */
export async function houseFile(path: string, most: number, effects: Effects): Promise<Buffer | string> {
  const absolute = resolve(effects.projectFolder, path);
  if (!isBelow(absolute, effects.projectFolder)) return 'It is outside of the project.';
  let bytes: Uint8Array | undefined;
  try {
    bytes = await effects.readFile(absolute);
  } catch (error) {
    return `It cannot be read: ${(error as MachineFault).message}`;
  }
  if (!bytes) return 'There is no such file.';
  return bytes.length > most
    ? `It has ${bytes.length.toLocaleString('en')} bytes; at most ${most.toLocaleString('en')} are read.`
    : Buffer.from(bytes);
}

/** Paths in a house style, as written there. */
export function namedHouseFiles({ logo, fonts }: Brand): readonly string[] {
  const faces = [...(fonts?.serif ?? []), ...(fonts?.sans ?? [])];
  return [...(logo === undefined ? [] : [logo]), ...faces.map(({ file }) => file)];
}

/**
 * Absolute paths of the files that a configuration's house style names, even if the configuration is otherwise
 * invalid.
 */
export function housePathsIn(config: ConfigFile | undefined, projectFolder: string): readonly string[] {
  if (!config || !Buffer.from(config.bytes).includes('brand')) return [];
  try {
    const data = readDocument(config.name, config.bytes).document?.data;
    const brand = (data as { readonly brand?: Brand } | undefined)?.brand;
    return (brand ? namedHouseFiles(brand) : [])
      .map((path) => resolve(projectFolder, path))
      .filter((path) => isBelow(path, projectFolder));
  } catch {
    return []; // invalid, which the check reports
  }
}
