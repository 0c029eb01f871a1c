import { advances } from '../generated/advances.ts';

export type Weight = 400 | 600;

/** How a text is set: size in drawing pixels. */
export interface Face {
  readonly size: number;
  readonly weight: Weight;
}

/** Width in thousandths of a character missing in the shipped fonts' table: as wide as the widest. */
const UNKNOWN = 1000;

/** Kerning and shaping are not in the table; they add less than this factor. */
const SLACK = 1.01;

/** Consecutive code points: the first of them, and their widths as text, decoded only when needed. */
interface Run {
  readonly first: number;
  readonly widths: string;
}

/** The runs of a weight, sorted by code point, with a cache of widths. */
class Table {
  readonly #runs: readonly Run[];
  readonly #known = new Map<string, number>();

  constructor(weight: Weight) {
    this.#runs = advances[weight].map((run) => {
      const colon = run.indexOf(':');
      return { first: Number.parseInt(run.slice(0, colon), 16), widths: run.slice(colon + 1) };
    });
  }

  /** Advance width of a character in thousandths of the size. */
  widthOf(character: string): number {
    const known = this.#known.get(character);
    if (known !== undefined) return known;
    if (WIDTHLESS.test(character)) {
      this.#known.set(character, 0);
      return 0;
    }
    const code = character.codePointAt(0) ?? 0;
    const run = this.#runs.findLast(({ first }) => first <= code);
    run?.widths.split(',').forEach((width, index) => {
      const other = String.fromCodePoint(run.first + index);
      if (!WIDTHLESS.test(other)) this.#known.set(other, Number(width));
    });
    const width = this.#known.get(character) ?? UNKNOWN;
    this.#known.set(character, width);
    return width;
  }
}

const tables = new Map<Weight, Table>();

function tableOf(weight: Weight): Table {
  const table = tables.get(weight) ?? new Table(weight);
  tables.set(weight, table);
  return table;
}

/** Combining marks and control characters have no width. */
const WIDTHLESS = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** Width of a text on one line in pixels; never less than in the shipped fonts. */
export function widthOf(text: string, { size, weight }: Face): number {
  return pixels(advanceOf(text, weight), size);
}

/** Sum of a text's advance widths in thousandths of its size. */
function advanceOf(text: string, weight: Weight): number {
  const table = tableOf(weight);
  let sum = 0;
  for (const character of text) sum += table.widthOf(character);
  return sum;
}

function pixels(advance: number, size: number): number {
  return (advance * size * SLACK) / 1000;
}

/** Where a line may break: at a space, or after a hyphen, a dash or a slash. */
const PIECES = /[^ \-–—/]*[-–—/]+|[^ \-–—/]+| +/g;

/**
 * Breaks a text into lines no wider than `width`; a word that is wider is broken too. After `most` lines the
 * last one ends in an ellipsis. There is always at least one line.
 */
export function wrap(text: string, width: number, face: Face, most = Number.POSITIVE_INFINITY): string[] {
  const { size, weight } = face;
  const lines: string[] = [];
  let line = '';
  let advance = 0; // of the line
  for (const piece of text.trim().match(PIECES) ?? []) {
    if (pixels(advance + advanceOf(piece.trimEnd(), weight), size) <= width) {
      line += piece;
      advance += advanceOf(piece, weight);
      continue;
    }
    if (line.trim() !== '') lines.push(line.trim());
    const [last = '', ...full] = chunks(piece.trim(), width, face).reverse();
    lines.push(...full.reverse());
    line = last;
    advance = advanceOf(line, weight);
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trim());
  if (lines.length <= most) return lines;
  const fitting = lines.slice(0, most);
  return [...fitting.slice(0, -1), cut(`${fitting.at(-1)} ${lines[most] ?? ''}`, width, face)];
}

/** Shortens a text so that it fits with an ellipsis; unchanged if it fits. */
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

/** Breaks a compound at its joints before breaking a word. */
function chunks(word: string, width: number, face: Face): string[] {
  if (widthOf(word, face) <= width) return [word];
  const out: string[] = [];
  let chunk = '';
  const joined = word.split(/(?<=[\u00a0\u202f])/);
  const parts = joined.every((part) => widthOf(part.trimEnd(), face) <= width) ? joined : clustersOf(word);
  for (const cluster of parts) {
    if (chunk !== '' && widthOf((chunk + cluster).trimEnd(), face) > width) {
      out.push(chunk.trimEnd());
      chunk = '';
    }
    chunk += cluster;
  }
  return [...out, chunk];
}

/** Characters together with their combining marks. */
function clustersOf(text: string): string[] {
  return text.match(/\P{M}[\p{M}\u200c\u200d]*|\p{M}+/gu) ?? [];
}
