import { type Orientation, orientationIn } from './exif.ts';
import { type PictureRefusal, refused } from './limits.ts';

/** What a picture's file says of itself before anything is decoded. */
export interface Structure {
  readonly format: 'png' | 'jpeg' | 'webp';
  readonly width: number;
  readonly height: number;
  /** How it is to be turned to stand upright. */
  readonly orientation: Orientation;
  /** Whether it was compressed as photographs are, with loss and without transparency. */
  readonly isLossy: boolean;
  /** How often a decoder goes over all of it: a progressive JPEG can have it go over the whole for a few bytes. */
  readonly passes: number;
  /** Whether there is nothing in the file but what its pixels need: no metadata, no profile, no comment. */
  readonly isBare: boolean;
}

/**
 * Walks through a file from its first byte to its last without decoding it. What a picture is, its bytes say and not its
 * name. Refused is what ends too soon, what something else follows (a file of two kinds), what moves, and every other format.
 */
export function structureOf(bytes: Uint8Array): Structure | PictureRefusal {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (view.subarray(0, 8).equals(PNG)) return pngStructure(view);
    if (view.subarray(0, 3).equals(JPEG)) return jpegStructure(view);
    if (text(view, 0) === 'RIFF' && text(view, 8) === 'WEBP') return webpStructure(view);
  } catch (error) {
    if (error instanceof RangeError) return TRUNCATED; // read beyond the end
    throw error;
  }
  return refused(
    'It is neither PNG nor JPEG nor WebP, by its first bytes.',
    'Save it as PNG (drawings, screenshots) or JPEG (photographs). SVG is not taken: it can hold programs.',
  );
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

const AGAIN = 'Open it in a program for pictures and save it again.';
const TRUNCATED = refused('It ends before the picture does.', 'Fetch or save it again.');
const FOLLOWED = refused('Something else follows the end of the picture: it is a file of two kinds.', AGAIN);
const BROKEN = refused('It is damaged: its parts do not fit together.', AGAIN);
const MOVING = refused('It moves, and a memo does not.', 'Save the one frame that matters.');
const FOR_PRINT = refused(
  'Its colours are those of printing (CMYK).',
  'Save it in RGB, as a screen shows it.',
);
const UNUSUAL = refused('It is written in a way that few programs read.', AGAIN);

function text(view: Buffer, at: number): string {
  return view.toString('latin1', at, at + 4);
}

/** PNG 1.2: a signature, then chunks of length, type, data and check sum; the first is IHDR, the last IEND. */
function pngStructure(view: Buffer): Structure | PictureRefusal {
  let at = 8;
  let head: { width: number; height: number } | undefined;
  let orientation: Orientation = 1;
  let isBare = true;
  let hasPixels = false;
  for (;;) {
    const length = view.readUInt32BE(at);
    const type = text(view, at + 4);
    const end = at + 12 + length;
    if (end > view.length) return TRUNCATED;
    const data = view.subarray(at + 8, at + 8 + length);
    if (!head) {
      if (type !== 'IHDR' || length !== 13) return BROKEN;
      head = { width: data.readUInt32BE(0), height: data.readUInt32BE(4) };
    } else if (type === 'IHDR') return BROKEN;
    if (type === 'acTL') return MOVING;
    if (type === 'eXIf') orientation = orientationIn(data);
    if (type === 'IDAT') hasPixels = true;
    if (!BARE_CHUNKS.has(type)) isBare = false;
    at = end;
    if (type === 'IEND') break;
  }
  if (!hasPixels) return BROKEN;
  if (at !== view.length) return FOLLOWED;
  return { format: 'png', ...head, orientation, isLossy: false, passes: 1, isBare };
}

const BARE_CHUNKS: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

/** ITU-T T.81, annex B: markers, most with a length; coded data between a start of scan and the next marker. */
function jpegStructure(view: Buffer): Structure | PictureRefusal {
  let at = 2;
  let size: { width: number; height: number } | undefined;
  let orientation: Orientation = 1;
  let isBare = true;
  let passes = 0;
  for (;;) {
    if (view.readUInt8(at) !== 0xff) return BROKEN;
    while (view.readUInt8(at) === 0xff) at += 1;
    const marker = view.readUInt8(at);
    at += 1;
    if (marker === 0xd9) break;
    const length = view.readUInt16BE(at);
    if (length < 2) return BROKEN;
    const data = view.subarray(at + 2, at + length);
    at += length;
    if (at > view.length) return TRUNCATED;
    if (isFrame(marker)) {
      if (size) return BROKEN;
      if (marker > 0xc2 || data.readUInt8(0) !== 8) return UNUSUAL; // lossless, arithmetic, 12 bits
      if (data.readUInt8(5) === 4) return FOR_PRINT;
      size = { height: data.readUInt16BE(1), width: data.readUInt16BE(3) };
    } else if (marker === 0xe1 && data.toString('latin1', 0, 6) === 'Exif\0\0') {
      orientation = orientationIn(data.subarray(6));
      isBare = false;
    } else if (marker === 0xda) {
      if (!size) return BROKEN;
      passes += 1;
      at = endOfScan(view, at);
      if (at < 0) return TRUNCATED;
    } else if (!isBareSegment(marker, data)) isBare = false;
  }
  if (!size || passes === 0) return BROKEN;
  if (at < view.length) {
    isBare = false;
    // Cameras put a preview or a second exposure behind the first, and pad with zeros. Neither goes into the memo.
    const rest = view.subarray(at);
    if (!rest.subarray(0, 3).equals(JPEG) && rest.some((byte) => byte !== 0)) return FOLLOWED;
  }
  return { format: 'jpeg', ...size, orientation, isLossy: true, passes, isBare };
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Tables, the interval of restarts, and the sixteen bytes by which a JFIF file is known, without a preview. */
function isBareSegment(marker: number, data: Buffer): boolean {
  if (marker === 0xe0) return data.length === 14 && data.toString('latin1', 0, 5) === 'JFIF\0';
  return marker === 0xdb || marker === 0xc4 || marker === 0xdd;
}

/** Where the marker begins that ends coded data: 0xff before 0x00 is data, before 0xd0 to 0xd7 a restart; -1 for no end. */
function endOfScan(view: Buffer, from: number): number {
  for (let at = view.indexOf(0xff, from); at >= 0 && at + 1 < view.length; at = view.indexOf(0xff, at + 1)) {
    const next = view.readUInt8(at + 1);
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return -1;
}

/** WebP container: RIFF, the size of what follows, `WEBP`, then chunks of type, length and data, padded to even lengths. */
function webpStructure(view: Buffer): Structure | PictureRefusal {
  const size = view.readUInt32LE(4) + 8;
  const end = size + (size % 2);
  if (size > view.length) return TRUNCATED;
  if (end < view.length) return FOLLOWED;
  let at = 12;
  let canvas: { width: number; height: number } | undefined;
  let frame: { width: number; height: number } | undefined;
  let isLossy = false;
  let isBare = true;
  let orientation: Orientation = 1;
  while (at < size) {
    const type = text(view, at);
    const length = view.readUInt32LE(at + 4);
    const data = view.subarray(at + 8, at + 8 + length);
    if (at + 8 + length > view.length) return TRUNCATED;
    at += 8 + length + (length % 2);
    if (type === 'ANIM' || type === 'ANMF') return MOVING;
    if (type === 'VP8X') canvas = { width: data.readUIntLE(4, 3) + 1, height: data.readUIntLE(7, 3) + 1 };
    else if (type === 'VP8 ' || type === 'VP8L') {
      if (frame) return BROKEN;
      frame = type === 'VP8L' ? losslessSize(data) : lossySize(data);
      if (!frame) return BROKEN;
      isLossy ||= type === 'VP8 ';
    } else if (type === 'ALPH') isLossy = false;
    else isBare = false;
    if (type === 'EXIF') {
      orientation = orientationIn(data.toString('latin1', 0, 6) === 'Exif\0\0' ? data.subarray(6) : data);
    }
  }
  if (!frame) return BROKEN;
  if (canvas && (canvas.width !== frame.width || canvas.height !== frame.height)) return BROKEN;
  const isOpaque = isLossy && !view.subarray(0, size).includes('ALPH', 12, 'latin1');
  return { format: 'webp', ...frame, orientation, isLossy: isOpaque, passes: 1, isBare };
}

/** RFC 6386, 9.1: three bytes of a tag, a start code, then twice fourteen bits of size with two of scaling. */
function lossySize(data: Buffer): { width: number; height: number } | undefined {
  if (data.readUIntBE(3, 3) !== 0x9d012a) return undefined;
  return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff };
}

/** WebP lossless bitstream: a signature, then width and height less one in fourteen bits each. */
function losslessSize(data: Buffer): { width: number; height: number } | undefined {
  if (data.readUInt8(0) !== 0x2f) return undefined;
  const bits = data.readUInt32LE(1);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}
