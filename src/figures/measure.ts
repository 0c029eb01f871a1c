import { advances } from './generated/advances.ts';

export type Weight = 400 | 600;

/** How a text is set: size in pixels of the drawing. */
export interface Face {
  readonly size: number;
  readonly weight: Weight;
}

/** Width of a character that the shipped fonts' table does not have, in thousandths: as wide as any is. */
const UNKNOWN = 1000;

/** Kerning and shaping are left out of the table; what they add is less than this. */
const SLACK = 1.01;

const tables = new Map<Weight, ReadonlyMap<number, number>>();

function tableOf(weight: Weight): ReadonlyMap<number, number> {
  const known = tables.get(weight);
  if (known) return known;
  const table = new Map<number, number>();
  for (const run of advances[weight]) {
    const [start = '', widths = ''] = run.split(':');
    const first = Number.parseInt(start, 16);
    widths.split(',').forEach((width, index) => {
      table.set(first + index, Number(width));
    });
  }
  tables.set(weight, table);
  return table;
}

/** Marks and controls that take no room of their own. */
const WIDTHLESS = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** Width of a text on one line in pixels; never less than what the shipped fonts take. */
export function widthOf(text: string, { size, weight }: Face): number {
  const table = tableOf(weight);
  let sum = 0;
  for (const character of text) {
    if (!WIDTHLESS.test(character)) sum += table.get(character.codePointAt(0) ?? 0) ?? UNKNOWN;
  }
  return (sum * size * SLACK) / 1000;
}

/** Where a line may break: at a space, or behind a hyphen, a dash or a slash. */
const PIECES = /[^ \-–—/]*[-–—/]+|[^ \-–—/]+| +/g;

/**
 * Lines no wider than `width`; a word that is wider breaks within. Beyond `most` lines the last one ends in an
 * ellipsis. There is always at least one line.
 */
export function wrap(text: string, width: number, face: Face, most = Number.POSITIVE_INFINITY): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.trim().match(PIECES) ?? []) {
    if (widthOf((line + piece).trimEnd(), face) <= width) {
      line += piece;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trim());
    const [last = '', ...full] = chunks(piece.trim(), width, face).reverse();
    lines.push(...full.reverse());
    line = last;
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trim());
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  return [...kept.slice(0, -1), cut(`${kept.at(-1)} ${lines[most] ?? ''}`, width, face)];
}

/** A text cut so that it fits with an ellipsis; unchanged where it fits as it is. */
export function cut(text: string, width: number, face: Face): string {
  const clusters = clustersOf(text);
  while (clusters.length > 0 && widthOf(`${clusters.join('').trimEnd()}…`, face) > width) clusters.pop();
  return `${clusters
    .join('')
    .trimEnd()
    .replace(/[,;:.]$/, '')}…`;
}

/** Width of the widest of some lines. */
export function widest(lines: readonly string[], face: Face): number {
  return Math.max(0, ...lines.map((line) => widthOf(line, face)));
}

function chunks(word: string, width: number, face: Face): string[] {
  const out: string[] = [];
  let chunk = '';
  for (const cluster of clustersOf(word)) {
    if (chunk !== '' && widthOf(chunk + cluster, face) > width) {
      out.push(chunk);
      chunk = '';
    }
    chunk += cluster;
  }
  return [...out, chunk];
}

/** Characters with the marks that belong to them. */
function clustersOf(text: string): string[] {
  return text.match(/\P{M}[\p{M}\u200c\u200d]*|\p{M}+/gu) ?? [];
}
