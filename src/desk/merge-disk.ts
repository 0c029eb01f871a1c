import { isDeepStrictEqual } from 'node:util';
import { mergeLines } from '../diff/lines.ts';
import { formatFile } from '../format/format-file.ts';
import { isRegister } from '../project/inputs.ts';
import { printings } from '../review/check/fmt.ts';
import { mergeFiles } from '../review/merge/merge-files.ts';
import { readText } from '../writing/reading.ts';

/** A text being edited, the text it was based on, and the text now on the disk. */
export interface MergedTexts {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

export interface MergeWithDisk {
  readonly text: string | undefined;
  /** Paths of what both changed differently, with ids: `judgments/it-goes-on/likelihood/term`. */
  readonly conflicts: readonly string[];
}

/**
 * Merges the changes of both by meaning: entries by id, prose by sentence, everything else by field. If a merge
 * by lines says the same, its lines are used, with the layout of both. Without a text if both changed the same
 * thing differently: a person has to decide. Texts that cannot be read are merged by lines.
 *
 * @param path Of the file; its name determines its kind and notation.
 */
export function mergeWithDisk(path: string, { base, ours, theirs }: MergedTexts): MergeWithDisk {
  const lines = mergeLines(base, ours, theirs);
  const bytes = (text: string) => new TextEncoder().encode(text);
  const meant = mergeFiles(path, { base: bytes(base), ours: bytes(ours), theirs: bytes(theirs) });
  if (!meant) return { text: lines, conflicts: [] };
  const { conflicts } = meant;
  if (conflicts.length > 0) return { text: undefined, conflicts };
  const text = lines !== undefined && saysTheSame(path, lines, meant.text) ? lines : meant.text;
  return { text, conflicts };
}

/** Whether two texts have the same canonical form. */
function saysTheSame(path: string, one: string, other: string): boolean {
  const kind = isRegister(path) ? 'register' : 'assessment';
  const [a, b] = [one, other].map((text) => {
    const formatted = formatFile(path, new TextEncoder().encode(text), kind, printings);
    return readText(path, formatted.kind === 'formatted' ? formatted.text : text)?.data;
  });
  return a !== undefined && isDeepStrictEqual(a, b);
}
