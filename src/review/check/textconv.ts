import { basename } from 'node:path';
import { textView } from '../../format/text-view.ts';
import { readDocument } from '../../load/read-document.ts';
import { UsageFault } from '../../model/fault.ts';
import type { Effects } from '../../project/effects.ts';
import { isRegister, pathNamed } from '../../project/inputs.ts';
import { loadSettings } from '../../project/settings.ts';
import { sidesOf, withConflicts } from '../merge/conflict-marks.ts';

/**
 * The content of a file, one fact a line; for a file with conflict marks, the facts of both sides. An
 * unreadable file is returned unchanged: git calls this for any version, and shows nothing at all if one fails.
 * Throws UsageFault if there is no file.
 */
export async function textconv(file: string, effects: Effects): Promise<string> {
  const path = await pathNamed(file, effects);
  const bytes = await effects.readFile(path);
  if (bytes === undefined) throw new UsageFault(`There is no file ${file}.`);
  const name = basename(path);
  const text = new TextDecoder().decode(bytes);
  // Git writes a version of `register.json` into a temporary file whose name ends with it.
  const isShared = isRegister(name) || /[-_]register\.(?:json|ya?ml)$/.test(name);
  const { conventions } = await loadSettings(effects);
  const facts = (version: string) => {
    const { document } = readDocument(name, new TextEncoder().encode(version));
    const isData = document && typeof document.data === 'object';
    return isData ? textView(document.data, isShared ? 'register' : 'assessment', conventions) : undefined;
  };
  const whole = facts(text);
  if (whole !== undefined) return whole;
  // During a merge: the facts of both sides, with conflict marks around those that differ.
  const sides = sidesOf(text);
  const [ours, theirs] = [sides && facts(sides.ours), sides && facts(sides.theirs)];
  return ours !== undefined && theirs !== undefined ? withConflicts(ours, theirs) : text;
}
