import { diffArrays } from 'diff';

/** Sentences with the white space after them: the units that two people can change independently. */
const SENTENCE = /\n+|[^\n]+?(?:[.!?…。]["'”’»)\]]*(?:\[@[^\]\n]*\])*(?:\s+|$)|(?=\n)|$)/g;

/** A replacement for some pieces of the base: `[start, end)`. */
interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly string[];
}

/**
 * Merges two texts with a common base, sentence by sentence (diff3). `undefined` if both changed the same
 * sentence differently, or inserted different text at the same place.
 */
export function mergeText(base: string, ours: string, theirs: string): string | undefined {
  if (ours === theirs || base === theirs) return ours;
  if (base === ours) return theirs;
  const pieces = piecesOf(base);
  const [left, right] = [hunksOf(pieces, piecesOf(ours)), hunksOf(pieces, piecesOf(theirs))];
  const merged: string[] = [];
  let at = 0;
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const [a, b] = [left[i], right[j]];
    if (a && b && touch(a, b)) {
      if (!isSame(a, b)) return undefined;
      merged.push(...pieces.slice(at, a.start), ...a.pieces);
      at = a.end;
      i += 1;
      j += 1;
      continue;
    }
    const next = !b || (a && a.start < b.start) ? a : b;
    if (!next) break;
    merged.push(...pieces.slice(at, next.start), ...next.pieces);
    at = next.end;
    if (next === a) i += 1;
    else j += 1;
  }
  return [...merged, ...pieces.slice(at)].join('');
}

function piecesOf(text: string): readonly string[] {
  return text.match(SENTENCE) ?? [];
}

/** Whether two changes concern the same piece, or the same place between two. */
function touch(a: Hunk, b: Hunk): boolean {
  if (a.start === b.start) return true;
  return a.start < b.start ? b.start < a.end : a.start < b.end;
}

function isSame(a: Hunk, b: Hunk): boolean {
  return a.start === b.start && a.end === b.end && a.pieces.join('') === b.pieces.join('');
}

function hunksOf(base: readonly string[], changed: readonly string[]): Hunk[] {
  const hunks: { start: number; end: number; pieces: string[] }[] = [];
  let at = 0;
  let open: (typeof hunks)[number] | undefined;
  for (const { added, removed, value } of diffArrays([...base], [...changed])) {
    if (!added && !removed) {
      at += value.length;
      open = undefined;
      continue;
    }
    if (!open) {
      open = { start: at, end: at, pieces: [] };
      hunks.push(open);
    }
    if (removed) {
      at += value.length;
      open.end = at;
    } else open.pieces.push(...value);
  }
  return hunks;
}
