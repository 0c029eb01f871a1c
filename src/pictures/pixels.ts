import type { Orientation } from './exif.ts';

/** A decoded picture: red, green, blue and opacity of each pixel, row by row, 0 to 255. */
export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/**
 * The weights with which rows or columns of the larger picture contribute to one of the smaller; they add up to
 * 1.
 */
interface Share {
  readonly first: number;
  readonly weights: readonly number[];
}

/**
 * Scales a picture down so that neither side is longer than `side`: each pixel is the mean of its area,
 * weighted by opacity. Needs memory for only one row besides the two pictures.
 */
export function fitted(pixels: Pixels, side: number): Pixels {
  const factor = side / Math.max(pixels.width, pixels.height);
  if (factor >= 1) return pixels;
  const width = Math.max(1, Math.round(pixels.width * factor));
  const height = Math.max(1, Math.round(pixels.height * factor));
  const columns = sharesOf(pixels.width, width);
  const data = new Uint8ClampedArray(width * height * 4);
  for (const [y, { first, weights }] of sharesOf(pixels.height, height).entries()) {
    const sums = new Float64Array(width * 4);
    for (const [index, weight] of weights.entries()) addRow(pixels, first + index, weight, columns, sums);
    for (let x = 0; x < width * 4; x += 4) {
      const opacity = sums[x + 3] ?? 0;
      const at = y * width * 4 + x;
      for (let channel = 0; channel < 3; channel += 1) {
        data[at + channel] = opacity === 0 ? 0 : ((sums[x + channel] ?? 0) / opacity) * 255;
      }
      data[at + 3] = opacity;
    }
  }
  return { data, width, height };
}

/** Adds the contribution of a row of the larger picture to a row of the smaller one. */
function addRow(
  { data, width }: Pixels,
  y: number,
  share: number,
  columns: readonly Share[],
  sums: Float64Array,
): void {
  let at = 0;
  for (const { first, weights } of columns) {
    let source = (y * width + first) * 4;
    for (const part of weights) {
      const opacity = (data[source + 3] ?? 0) * part * share;
      const seen = opacity / 255;
      sums[at] = (sums[at] ?? 0) + (data[source] ?? 0) * seen;
      sums[at + 1] = (sums[at + 1] ?? 0) + (data[source + 1] ?? 0) * seen;
      sums[at + 2] = (sums[at + 2] ?? 0) + (data[source + 2] ?? 0) * seen;
      sums[at + 3] = (sums[at + 3] ?? 0) + opacity;
      source += 4;
    }
    at += 4;
  }
}

function sharesOf(from: number, to: number): Share[] {
  const step = from / to;
  return Array.from({ length: to }, (_, index) => {
    const [start, end] = [index * step, Math.min(from, (index + 1) * step)];
    const first = Math.min(from - 1, Math.floor(start));
    const last = Math.max(first + 1, Math.ceil(end - 1e-9));
    const covered = Array.from({ length: last - first }, (__, offset) => {
      const at = first + offset;
      return Math.max(0, Math.min(at + 1, end) - Math.max(at, start));
    });
    const whole = covered.reduce((sum, part) => sum + part, 0);
    return { first, weights: covered.map((part) => part / whole) };
  });
}

/** For each pixel of the upright picture, its position in the original (EXIF 2.3, 4.6.4 A). */
const SOURCE: Readonly<
  Record<Orientation, (x: number, y: number, right: number, bottom: number) => readonly [number, number]>
> = {
  1: (x, y) => [x, y],
  2: (x, y, right) => [right - x, y],
  3: (x, y, right, bottom) => [right - x, bottom - y],
  4: (x, y, _, bottom) => [x, bottom - y],
  5: (x, y) => [y, x],
  6: (x, y, _, bottom) => [y, bottom - x],
  7: (x, y, right, bottom) => [right - y, bottom - x],
  8: (x, y, right) => [right - y, x],
};

/** The picture rotated upright. */
export function upright(pixels: Pixels, orientation: Orientation): Pixels {
  if (orientation === 1) return pixels;
  const isTurned = orientation >= 5;
  const [width, height] = isTurned ? [pixels.height, pixels.width] : [pixels.width, pixels.height];
  const from = new Uint32Array(pixels.data.buffer, pixels.data.byteOffset, pixels.width * pixels.height);
  const to = new Uint32Array(width * height);
  const source = SOURCE[orientation];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [column, row] = source(x, y, pixels.width - 1, pixels.height - 1);
      to[y * width + x] = from[row * pixels.width + column] ?? 0;
    }
  }
  return { data: new Uint8ClampedArray(to.buffer), width, height };
}
