import { isDeepStrictEqual } from 'node:util';
import { mergeLines } from '../diff/lines.ts';
import { formatFile } from '../format/format-file.ts';
import { isRegister } from '../project/inputs.ts';
import { printings } from '../review/check/fmt.ts';
import { mergeFiles } from '../review/merge/merge-files.ts';
import { readText } from '../writing/reading.ts';

/** A text that is being written, the one it was made from, and what stands on the disk meanwhile. */
export interface MeetingTexts {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/**
 * What holds the changes of both, told by what they say: entries by their ids, prose by sentences, all else by fields. Where that
 * is also what merging lines gives, the lines are taken, with the layout of both. `undefined` where both changed one thing, each
 * otherwise: then a person decides. Texts that cannot be read are merged by lines.
 *
 * @param path Of the file; its name says what it is, and in which notation.
 */
export function mergeWithDisk(path: string, { base, ours, theirs }: MeetingTexts): string | undefined {
  const lines = mergeLines(base, ours, theirs);
  const bytes = (text: string) => new TextEncoder().encode(text);
  const meant = mergeFiles(path, { base: bytes(base), ours: bytes(ours), theirs: bytes(theirs) });
  if (!meant) return lines;
  if (meant.conflicts.length > 0) return undefined;
  if (lines !== undefined && saysTheSame(path, lines, meant.text)) return lines;
  return meant.text;
}

/** Whether two texts say the same once both are in canonical form. */
function saysTheSame(path: string, one: string, other: string): boolean {
  const kind = isRegister(path) ? 'register' : 'assessment';
  const [a, b] = [one, other].map((text) => {
    const formatted = formatFile(path, new TextEncoder().encode(text), kind, printings);
    return readText(path, formatted.kind === 'formatted' ? formatted.text : text)?.data;
  });
  return a !== undefined && isDeepStrictEqual(a, b);
}
