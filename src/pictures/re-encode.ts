import type { Picture } from '../model/page.ts';
import { decode, encodeJpeg, encodePng } from './codecs.ts';
import { isRefused, MAX_BYTES, MAX_PIXELS, MAX_SIDE, type PictureRefusal, refused } from './limits.ts';
import { fitted, type Pixels, upright } from './pixels.ts';
import { type Structure, structureOf } from './structure.ts';

/** Most pixels a decoder may process, counting every pass: some five seconds. */
const MAX_WORK = 1_000_000_000;

/**
 * Decodes and re-encodes a picture from anybody's file: the result contains no location, no name, no preview
 * and nothing appended. A picture larger than paper can show is scaled down. Time and memory are limited by
 * what the file declares before it is decoded.
 */
export async function reEncode(bytes: Uint8Array): Promise<Picture | PictureRefusal> {
  const read = await readPicture(bytes);
  if (isRefused(read)) return read;
  const pixels = upright(fitted(read.pixels, MAX_SIDE), read.structure.orientation);
  const { width, height } = pixels;
  return read.structure.isLossy
    ? { bytes: await encodeJpeg(pixels), mediaType: 'image/jpeg', width, height }
    : { bytes: await encodePng(pixels), mediaType: 'image/png', width, height };
}

/**
 * A picture that was re-encoded before and comes from a memo: decoded to verify it, and otherwise unchanged.
 */
export async function asWritten(bytes: Uint8Array): Promise<Picture | PictureRefusal> {
  const read = await readPicture(bytes);
  if (isRefused(read)) return read;
  const { format, width, height, isBare, orientation } = read.structure;
  if (!isBare || orientation !== 1 || format === 'webp' || Math.max(width, height) > MAX_SIDE) {
    return refused('It was not written by this program.', 'Build the memo from its own files.');
  }
  return { bytes, mediaType: `image/${format}`, width, height };
}

async function readPicture(
  bytes: Uint8Array,
): Promise<{ readonly structure: Structure; readonly pixels: Pixels } | PictureRefusal> {
  if (bytes.length > MAX_BYTES) {
    return refused(
      `It has ${megabytes(bytes.length)} MB, and a picture may have ${megabytes(MAX_BYTES)}.`,
      `Save it smaller: a memo shows at most ${MAX_SIDE} pixels of a side.`,
    );
  }
  const structure = structureOf(bytes);
  if (isRefused(structure)) return structure;
  const { width, height, passes, format } = structure;
  const count = width * height;
  if (count === 0 || count > MAX_PIXELS) {
    return refused(
      `It has ${width} by ${height} pixels, and a picture may have ${MAX_PIXELS / 1e6} million.`,
      `Save it smaller: a memo shows at most ${MAX_SIDE} pixels of a side.`,
    );
  }
  if (count * passes > MAX_WORK) {
    return refused(
      `It is drawn in ${passes} passes, which takes longer than a picture may.`,
      'Save it as a plain JPEG, not a progressive one.',
    );
  }
  try {
    const pixels = await decode(bytes, format);
    if (pixels.width === width && pixels.height === height && pixels.data.length === count * 4) {
      return { structure, pixels };
    }
  } catch {
    // A decoder's error message does not help a person.
  }
  return refused('It is damaged: it cannot be decoded.', 'Fetch or save it again.');
}

function megabytes(count: number): string {
  return (count / 1e6).toFixed(count % 1e6 === 0 ? 0 : 1);
}
