import { applyFixes } from '../load/edit/apply-fixes.ts';
import { indexLines } from '../load/line-index.ts';
import type { Finding } from '../model/finding.ts';
import type { WrittenFile } from './written-file.ts';

/** A replacement for a range of a text; offsets are UTF-16 code units, `end` exclusive. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A change with a title, for a person to choose it. */
export interface NamedChange extends TextChange {
  readonly title: string;
}

/**
 * The quick fix of a finding: what `check --fix` would do, or the suggested word; `undefined` if there is
 * neither.
 */
export function changeFor(file: WrittenFile, finding: Finding): NamedChange | undefined {
  return fixedChange(file, finding) ?? meant(file, finding);
}

function fixedChange({ text }: WrittenFile, { file, fix, rule }: Finding): NamedChange | undefined {
  if (!fix) return undefined;
  const { bytes, fixes } = applyFixes(file, new TextEncoder().encode(text), [fix]);
  if (fixes.length === 0) return undefined;
  return { title: `Mend ${rule}`, ...smallestChange(text, new TextDecoder().decode(bytes)) };
}

/** The difference between two texts as one change that splits no surrogate pair. */
export function smallestChange(before: string, after: string): TextChange {
  const isTorn = (at: number) => /[\uD800-\uDBFF]/.test(before.charAt(at - 1));
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  if (isTorn(start)) start -= 1;
  let tail = 0;
  while (tail < most - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  if (tail > 0 && isTorn(before.length - tail)) tail -= 1;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

/** `Did you mean …?` or `Write …` as a change, if the place of the finding contains exactly what is wrong. */
function meant({ text }: WrittenFile, finding: Finding): NamedChange | undefined {
  const word = /^(?:Did you mean|Write) `([^`"'\\]+)`[?.:]/.exec(finding.help ?? '')?.[1];
  if (word === undefined) return undefined;
  const { start, end } = spanOfFinding(text, finding);
  const [, quote = '', found = ''] = /^(["']?)(.*)\1$/s.exec(text.slice(start, end)) ?? [];
  if (found === word || !finding.message.includes(`\`${found}\``)) return undefined;
  return { title: `Change to \`${word}\``, start, end, text: `${quote}${word}${quote}` };
}

/** Offsets of a finding's place, clamped to the present text. */
export function spanOfFinding(text: string, { line, column, endLine, endColumn }: Finding) {
  const index = indexLines(text);
  const start = index.offsetAt(line, column);
  return { start, end: Math.max(start, index.offsetAt(endLine, endColumn)) };
}
