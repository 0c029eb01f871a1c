import { basename } from 'node:path';
import { textView } from '../../format/text-view.ts';
import { readDocument } from '../../load/read-document.ts';
import { UsageFault } from '../../model/fault.ts';
import type { Effects } from '../../project/effects.ts';
import { isRegister, pathNamed } from '../../project/inputs.ts';
import { loadSettings } from '../../project/settings.ts';

/**
 * What a file says, one fact a line. A file that cannot be read as data is given as it is: git asks for any version, also
 * for one with conflict marks, and shows nothing of the rest when one fails. Throws UsageFault when there is no file.
 */
export async function textconv(file: string, effects: Effects): Promise<string> {
  const path = await pathNamed(file, effects);
  const bytes = await effects.readFile(path);
  if (bytes === undefined) throw new UsageFault(`There is no file ${file}.`);
  const name = basename(path);
  const { document } = readDocument(name, bytes);
  if (!document || typeof document.data !== 'object') return new TextDecoder().decode(bytes);
  // Git puts a version of `register.json` into a file of another name, which ends with it.
  const isShared = isRegister(name) || /[-_]register\.(?:json|ya?ml)$/.test(name);
  const { conventions } = await loadSettings(effects);
  return textView(document.data, isShared ? 'register' : 'assessment', conventions);
}
