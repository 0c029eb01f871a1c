import { diffArrays } from 'diff';

/** A range of a text, as offsets in UTF-16 code units, and its replacement. */
export interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The replacements that turn one text into another, in whole lines, in order. */
export function lineHunks(before: string, after: string): Hunk[] {
  const hunks: { start: number; end: number; text: string }[] = [];
  let at = 0;
  let open: { start: number; end: number; text: string } | undefined;
  for (const { value, added, removed } of diffArrays(linesOf(before), linesOf(after))) {
    const text = value.join('');
    if (!added && !removed) {
      at += text.length;
      open = undefined;
      continue;
    }
    if (!open) {
      open = { start: at, end: at, text: '' };
      hunks.push(open);
    }
    if (added) open.text += text;
    else {
      at += text.length;
      open.end = at;
    }
  }
  return hunks;
}

/**
 * Merges the changes of two texts with a common base; `undefined` if both changed the same place differently.
 * Adjacent changes count as the same place: their order would be a guess.
 */
export function mergeLines(base: string, ours: string, theirs: string): string | undefined {
  const [own, other] = [lineHunks(base, ours), lineHunks(base, theirs)];
  const merged: Hunk[] = [...own];
  for (const hunk of other) {
    if (own.some((each) => isSame(each, hunk))) continue;
    if (own.some(({ start, end }) => start <= hunk.end && hunk.start <= end)) return undefined;
    merged.push(hunk);
  }
  merged.sort((a, b) => a.start - b.start);
  let [text, at] = ['', 0];
  for (const { start, end, text: put } of merged) {
    text += base.slice(at, start) + put;
    at = end;
  }
  return text + base.slice(at);
}

function isSame(a: Hunk, b: Hunk): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text;
}

/** Lines with their line ends. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
