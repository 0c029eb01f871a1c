import { constants, inflateSync } from 'node:zlib';
import { type Dictionary, isDictionary, Name, type PdfValue, UnreadablePdf } from './values.ts';

/**
 * Most bytes that one stream may decompress to: a decompression bomb of a few kilobytes could otherwise fill
 * the memory.
 */
const MAX_STREAM = 64_000_000;
/** Most bytes that all streams of a file may decompress to together. */
const MAX_TOTAL = 512_000_000;

/** Decompresses streams, and counts their output. */
export class Inflater {
  #left = MAX_TOTAL;

  /** The content of a stream; `undefined` if it uses a filter the program does not write. */
  unpack(
    head: Dictionary,
    packed: Buffer,
    resolve: (value: PdfValue | undefined) => PdfValue,
  ): Buffer | undefined {
    const filter = resolve(head.get('Filter'));
    const filters = (Array.isArray(filter) ? filter : [filter]).map(resolve);
    const names = filters.filter((one) => one !== null);
    if (names.length === 0) return packed;
    if (names.length > 1 || !(names[0] instanceof Name) || names[0].name !== 'FlateDecode') return undefined;
    const parameters = resolve(head.get('DecodeParms'));
    const first = Array.isArray(parameters) ? resolve(parameters[0]) : parameters;
    const bytes = this.#inflate(packed);
    return isDictionary(first) ? withoutPredictor(bytes, first) : bytes;
  }

  #inflate(packed: Buffer): Buffer {
    try {
      const bytes = inflateSync(packed, {
        maxOutputLength: Math.max(1, Math.min(MAX_STREAM, this.#left)),
        finishFlush: constants.Z_SYNC_FLUSH, // a truncated stream gives what there is
      });
      this.#left -= bytes.length;
      return bytes;
    } catch (error) {
      const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
      throw new UnreadablePdf(
        isTooLarge ? 'What it holds unpacks to more than is read.' : 'A part of it cannot be unpacked.',
      );
    }
  }
}

/** Reverses the PNG predictors that other programs use for cross-reference streams (7.4.4.4). */
function withoutPredictor(bytes: Buffer, parameters: Dictionary): Buffer {
  const predictor = parameters.get('Predictor');
  if (typeof predictor !== 'number' || predictor < 10) return bytes;
  const columns = parameters.get('Columns');
  const width = typeof columns === 'number' && columns >= 1 && columns <= 10_000 ? Math.floor(columns) : 1;
  const rows = Math.floor(bytes.length / (width + 1));
  const out = Buffer.alloc(rows * width);
  for (let row = 0; row < rows; row += 1) {
    const kind = bytes[row * (width + 1)];
    for (let column = 0; column < width; column += 1) {
      const raw = bytes[row * (width + 1) + 1 + column] ?? 0;
      const left = column > 0 ? (out[row * width + column - 1] ?? 0) : 0;
      const above = row > 0 ? (out[(row - 1) * width + column] ?? 0) : 0;
      // Left, above and their mean are what cross-reference streams are written with.
      const add = kind === 1 ? left : kind === 2 ? above : kind === 3 ? Math.floor((left + above) / 2) : 0;
      out[row * width + column] = (raw + add) & 0xff;
    }
  }
  return out;
}
