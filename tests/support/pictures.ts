import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import encodeWebpOf, { init } from '@jsquash/webp/encode.js';
import { encodeJpeg, encodePng } from '../../src/pictures/codecs.ts';
import type { Pixels } from '../../src/pictures/pixels.ts';

/** A picture with distinguishable corners: red, green, blue, white; a slope of grey between. */
export function drawnPixels(width: number, height: number, opacity = 255): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [left, top] = [x < width / 2, y < height / 2];
      const [red, green, blue] = left
        ? top
          ? [230, 20, 20]
          : [20, 20, 230]
        : top
          ? [20, 230, 20]
          : [240, 240, 240];
      data.set([red ?? 0, green ?? 0, blue ?? 0, opacity], (y * width + x) * 4);
    }
  }
  return { data, width, height };
}

export const png = (width: number, height: number, opacity?: number) =>
  encodePng(drawnPixels(width, height, opacity));
export const jpeg = (width: number, height: number) => encodeJpeg(drawnPixels(width, height));

/** A WebP file: with loss, or without. */
export async function webp(width: number, height: number, lossless = false): Promise<Uint8Array> {
  const file = createRequire(import.meta.url).resolve('@jsquash/webp/codec/enc/webp_enc.wasm');
  await init({ wasmBinary: new Uint8Array(await readFile(file)).buffer });
  const { data } = drawnPixels(width, height);
  const image = { data: Uint8ClampedArray.from(data), width, height, colorSpace: 'srgb' } as const;
  return new Uint8Array(await encodeWebpOf(image, { lossless: lossless ? 1 : 0 }));
}

/** The corners of a picture, from the top left clockwise: r, g, b, w, or ? for anything else. */
export function cornersOf({ data, width, height }: Pixels): string {
  const [right, bottom] = [width - 1, height - 1];
  return [
    [0, 0],
    [right, 0],
    [right, bottom],
    [0, bottom],
  ]
    .map(([x = 0, y = 0]) => {
      const [red = 0, green = 0, blue = 0] = data.subarray((y * width + x) * 4);
      const high = [red, green, blue].map((value) => value > 128);
      if (high.every(Boolean)) return 'w';
      return high.filter(Boolean).length === 1 ? 'rgb'.charAt(high.indexOf(true)) : '?';
    })
    .join('');
}

/** EXIF data with an orientation, a place and a name in it. */
export function exif(orientation: number): Buffer {
  const tiff = Buffer.alloc(60);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  tiff.write('GPS 52.5200N 13.4050E A. Owner', 26, 'latin1');
  return tiff;
}

/** A JPEG file with a segment put behind its start. */
export function withSegment(file: Uint8Array, marker: number, data: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff]);
  return Buffer.concat([file.subarray(0, 2), head, data, file.subarray(2)]);
}

export function withExif(file: Uint8Array, orientation: number): Buffer {
  return withSegment(file, 0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif(orientation)]));
}

/** A chunk of a PNG file. */
export function chunk(type: string, data: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length);
  head.write(type, 4, 'latin1');
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc(Buffer.concat([head.subarray(4), data])));
  return Buffer.concat([head, data, sum]);
}

/** A PNG file with a chunk put behind its head. */
export function withChunk(file: Uint8Array, type: string, data: Uint8Array): Buffer {
  return Buffer.concat([file.subarray(0, 33), chunk(type, data), file.subarray(33)]);
}

/** The check sum of PNG (ISO 3309). */
function crc(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
